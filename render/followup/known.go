package followup

import (
	"maps"

	"ketluan/render/calendar"
)

// Known is what ledgers say of tasks, for workbooks to be made with.
type Known struct {
	AsOf      calendar.Date        // by the end of which it is so, and which workbooks take for today; zero is any day
	Standings Standings            // what holds for each task
	Own       map[string]Standings // by units: what each has said itself, or the office in its place
}

// A Remark is what a unit wrote beside the columns of its workbook, on one of
// its tasks.
type Remark struct {
	ID, Unit, Text string
}

// Join adds what another ledger says, of other tasks.
func (k *Known) Join(other Known) {
	if len(other.Standings) == 0 && len(other.Own) == 0 {
		return
	}
	if k.Own == nil {
		k.Standings, k.Own = Standings{}, map[string]Standings{}
	}
	maps.Copy(k.Standings, other.Standings)
	for unit, own := range other.Own {
		if k.Own[unit] == nil {
			k.Own[unit] = Standings{}
		}
		maps.Copy(k.Own[unit], own)
	}
}
