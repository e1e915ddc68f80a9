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
		if told := Join([]*Ledger{after, before}); len(told) > 0 {
			t.Error(told)
		}
		for _, l := range []*Ledger{before, after} {
			if s, _ := l.StandingsAt(day("2020-10-20")); s[id].State() != report.Done || len(l.task(id).Reports) != 2 {
				t.Errorf("%s: %+v", l.Name, s[id])
			}
		}
	}
}

// Two reports of one moment under two records contradict each other as those
// under one do: it is told, once.
func TestJoinClash(t *testing.T) {
	rec := parsed(t)
	id := rec.Tasks()[0].ID
	before, after := New("a.progress.yaml", rec), New("b.progress.yaml", rec)
	before.Add(id, said("Phòng A", "2020-10-20", 1, report.Done, "2020-10-14"))
	after.Add(id, said("Phòng A", "2020-10-20", 2, report.Done, "2020-10-15"))
	told := Join([]*Ledger{before, after})
	if len(told) != 1 || told[0].Field != id || told[0].Pos.File != "a.progress.yaml" {
		t.Errorf("%v", told)
	}
}
