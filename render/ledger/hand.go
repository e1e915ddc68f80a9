package ledger

import (
	"slices"
	"strings"

	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// byHand reports whether what holds is not what the reports come to, with or
// without those that somebody typed into the history. They may have come to it
// before units were merged.
func (t *Task) byHand() bool {
	if len(t.Holds.Values) == 0 {
		return false // taken away to be worked out anew
	}
	came := slices.DeleteFunc(slices.Clone(t.Reports), func(r followup.Report) bool { return r.Source == "" })
	for i, led := range t.everLed() {
		for _, reports := range [][]followup.Report{t.Reports, came} {
			then := &Task{item: t.item, fields: t.fields, units: t.units, led: led, Reports: reports}
			derived, _ := then.derive()
			if t.Holds.Equal(derived.Values) || i > 0 && alike(t.Holds.Values, derived.Values) {
				return false
			}
		}
	}
	return true
}

// everLed are the units that lead the task, then those that may have led it
// before some were merged: the former units in the place of their successors,
// or beside them.
func (t *Task) everLed() [][]*record.Unit {
	now := t.leads()
	all := [][]*record.Unit{now}
	if t.item == nil {
		return all
	}
	former := t.units.formers()
	var apart, beside []*record.Unit
	for _, u := range now {
		if len(former[u]) == 0 {
			apart = append(apart, u)
		}
		apart = append(apart, former[u]...)
		beside = append(append(beside, u), former[u]...)
	}
	if len(beside) > len(now) {
		all = append(all, apart, beside)
	}
	return all
}

// alike reports whether values are the same but for the order in which units
// speak in them.
func alike(a, b report.Values) bool {
	inOrder := func(values report.Values) report.Values {
		sorted := report.Values{}
		for key, v := range values {
			if text, ok := v.(report.Text); ok {
				lines := strings.Split(string(text), "\n")
				slices.Sort(lines)
				v = report.Text(strings.Join(lines, "\n"))
			}
			sorted[key] = v
		}
		return sorted
	}
	return inOrder(a).Equal(inOrder(b))
}
