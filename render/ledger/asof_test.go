package ledger

import (
	"fmt"
	"slices"
	"testing"

	"ketluan/render/followup"
	"ketluan/render/report"
)

// said is a report of a unit in the file n.
func said(unit, on string, n int, s report.State, completed string) followup.Report {
	r := followup.Report{Unit: unit, On: day(on), Source: source(n), Values: report.Values{"state": s}}
	if completed != "" {
		r.Values["completed"] = report.Day(day(completed))
	}
	return r
}

// TestShares looks at who of two leads has done its part.
func TestShares(t *testing.T) {
	rec := parsed(t)
	l := New("a.progress.yaml", rec)
	id := rec.Tasks()[1].ID
	l.Add(id, said("Phòng A", "2020-10-20", 1, report.Done, "2020-10-10"))
	l.Settle()
	for on, want := range map[string]bool{"2020-10-09": false, "2020-10-10": true, "2020-12-31": true} {
		standings, _ := l.StandingsAt(day(on))
		var done []string
		for _, s := range standings.Shares(rec.Tasks()[1], day(on), 7) {
			if s.Stands.Completed() {
				done = append(done, s.Unit.Name)
			}
		}
		if (len(done) == 1 && done[0] == "Phòng A") != want || len(done) > 1 || standings[id].State() == report.Done {
			t.Errorf("%s: done by %q, %+v", on, done, standings[id])
		}
	}
}

// TestStandingsAt looks at a task at the end of days, whatever came in first.
func TestStandingsAt(t *testing.T) {
	for _, c := range []struct {
		name    string
		task    int
		reports []followup.Report
		stands  map[string]string // by the days; "+" lives off a later report
	}{
		{"done, told later", 0, []followup.Report{said("Phòng A", "2020-11-05", 1, report.Done, "2020-11-01")}, map[string]string{
			"2020-10-10": "", "2020-10-31": "", "2020-11-01": "hoàn thành+", "2020-11-04": "hoàn thành+", "2020-11-05": "hoàn thành",
		}},
		{"under way, then done", 0, []followup.Report{
			said("Phòng A", "2020-10-05", 1, report.UnderWay, ""), said("Phòng A", "2020-10-20", 2, report.Done, "2020-10-14"),
		}, map[string]string{"2020-10-04": "đang thực hiện+", "2020-10-13": "đang thực hiện", "2020-10-14": "hoàn thành+", "2020-10-20": "hoàn thành"}},
		{"done, then taken back", 0, []followup.Report{
			said("Phòng A", "2020-10-05", 1, report.Done, "2020-10-03"), said("Phòng A", "2020-10-20", 2, report.UnderWay, ""),
		}, map[string]string{"2020-10-02": "", "2020-10-03": "hoàn thành+", "2020-10-19": "hoàn thành", "2020-10-20": "đang thực hiện"}},
		{"only later", 0, []followup.Report{said("Phòng A", "2021-01-08", 1, report.UnderWay, "")}, map[string]string{"2020-12-31": "đang thực hiện+"}},
		{"done without a day", 0, []followup.Report{
			said("Phòng A", "2020-10-05", 1, report.UnderWay, ""), said("Phòng A", "2020-10-20", 2, report.Done, ""),
		}, map[string]string{"2020-10-19": "đang thực hiện", "2020-10-20": "hoàn thành"}},
		{"two leads", 1, []followup.Report{
			said("Phòng A", "2020-10-20", 1, report.Done, "2020-10-10"), said("Phòng B", "2020-10-25", 2, report.Done, "2020-10-15"),
		}, map[string]string{"2020-10-12": "đang thực hiện+", "2020-10-15": "hoàn thành+", "2020-10-25": "hoàn thành"}},
	} {
		for _, backwards := range []bool{false, true} {
			rec := parsed(t)
			l := New("a.progress.yaml", rec)
			id := rec.Tasks()[c.task].ID
			reports := slices.Clone(c.reports)
			if backwards {
				slices.Reverse(reports)
			}
			for _, r := range reports {
				l.Add(id, r)
			}
			l.Settle()
			for on, want := range c.stands {
				standings, later := l.StandingsAt(day(on))
				got := fmt.Sprint(standings[id].State())
				if len(later) > 0 {
					got += "+"
				}
				if got != want {
					t.Errorf("%s, %s: %q, not %q", c.name, on, got, want)
				}
			}
		}
	}
}
