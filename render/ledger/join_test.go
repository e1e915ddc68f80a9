package ledger

import (
	"testing"

	"ketluan/render/report"
)

// What came in under one record counts under the other too.
func TestJoin(t *testing.T) {
	rec := parsed(t)
	id := rec.Tasks()[0].ID
	before, after := New("a.progress.yaml", rec), New("b.progress.yaml", rec)
	before.Add(id, said("Phòng A", "2020-10-20", 1, report.Done, "2020-10-14"))
	after.Add(id, said("Phòng A", "2020-10-10", 2, report.UnderWay, ""))
	before.Settle()
	after.Settle()
	for range 2 { // again it changes nothing
		Join([]*Ledger{after, before})
		for _, l := range []*Ledger{before, after} {
			if s, _ := l.StandingsAt(day("2020-10-20")); s[id].State() != report.Done || len(l.task(id).Reports) != 2 {
				t.Errorf("%s: %+v", l.Name, s[id])
			}
		}
	}
}
