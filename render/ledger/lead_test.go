package ledger

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

const merging = `units: [{name: Phòng A, successor: Phòng C}, {name: Phòng B, successor: Phòng C}, Phòng C, {name: Phòng D, aliases: [Phòng Đ cũ]}]
agency: {name: Sở Tài chính}
`

// before gives three tasks, which after carries over to Phòng C, with one more.
const (
	before = `code: Q1
meeting-date: 6/1/2026
conclusions:
  - {text: Rà soát., lead: [Phòng A, Phòng B], deadline: 31/3/2026}
  - {text: Kiểm kê., lead: [Phòng A, Phòng C], deadline: 31/3/2026}
  - {text: Báo cáo., lead: Phòng A, partners: [Phòng B, Phòng D], deadline: 31/3/2026}
`
	after = `code: Q2
meeting-date: 8/4/2026
conclusions:
  - {text: Rà soát., lead: Phòng C, deadline: 31/3/2026, id: ID1, since: 2026-Q1}
  - {text: Kiểm kê., lead: Phòng C, deadline: 31/3/2026, id: ID2, since: 2026-Q1}
  - {text: Báo cáo., lead: Phòng C, partners: Phòng D, deadline: 31/3/2026, id: ID3, since: 2026-Q1}
`
)

func recordOf(t *testing.T, src string) *record.Record {
	t.Helper()
	rec, problems := record.Parse([]byte(src+merging), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rec
}

// twoQuarters are the records before and after a carry.
func twoQuarters(t *testing.T) (first, second *record.Record) {
	first = recordOf(t, before)
	src := after
	for i, it := range first.Tasks() {
		src = strings.Replace(src, fmt.Sprintf("ID%d", i+1), strings.ToLower(it.ID[:2])+it.ID[2:], 1) // capitals are all one
	}
	return first, recordOf(t, src)
}

// merged are reports on a task by former units and the one that took them over,
// and whether they make it done. They do so whichever ledger each came into.
var merged = []struct {
	task    int
	reports []followup.Report
	done    bool
}{
	{0, []followup.Report{said("Phòng A", "2026-03-20", 1, report.Done, "2026-03-18")}, false}, // the duty of B is open
	{0, []followup.Report{said("Phòng A", "2026-03-20", 1, report.Done, "2026-03-18"), said("Phòng B", "2026-04-20", 2, report.Done, "2026-03-19")}, true},
	{0, []followup.Report{said("Phòng C", "2026-04-20", 1, report.Done, "2026-04-18")}, true},
	{0, []followup.Report{said("Phòng A", "2026-03-20", 1, report.Done, "2026-03-18"), said("Phòng B", "2026-03-20", 2, report.UnderWay, ""), said("phòng c", "2026-04-20", 3, report.Done, "2026-04-18")}, true},
	{0, []followup.Report{said("Phòng C", "2026-04-20", 1, report.Done, "2026-04-18"), said("Phòng A", "2026-04-22", 2, report.UnderWay, "")}, false},
	{1, []followup.Report{said("Phòng C", "2026-03-20", 1, report.Done, "2026-03-18")}, false}, // of its own duty, before it took over that of A
	{1, []followup.Report{said("Phòng C", "2026-03-20", 1, report.Done, "2026-03-18"), said("Phòng A", "2026-03-21", 2, report.Done, "2026-03-19")}, true},
	{1, []followup.Report{said("Phòng C", "2026-04-20", 1, report.Done, "2026-04-18")}, true},
	{2, []followup.Report{said("Phòng A", "2026-04-20", 1, report.Done, "2026-03-18")}, true},
	{2, []followup.Report{said("Phòng B", "2026-04-20", 1, report.Done, "2026-03-18")}, false}, // was a partner
}

func TestMergedUnits(t *testing.T) {
	first, second := twoQuarters(t)
	id, day := first.Tasks(), day("2026-05-01")
	for n, c := range merged {
		for split := range 1 << len(c.reports) {
			books := []*Ledger{New("q1.progress.yaml", first), New("q2.progress.yaml", second)}
			for i, r := range c.reports {
				in := split >> i & 1
				books[in].Add([]string{id[c.task].ID, second.Tasks()[c.task].ID}[in], r)
			}
			for range 2 { // in either order, and again
				Join(books)
				for _, l := range books {
					all, _ := l.StandingsAt(day)
					holds := all[l.Tasks[c.task].ID]
					if done := holds.State() == report.Done && !holds.Completed().IsZero(); done != c.done {
						t.Errorf("%d, ledgers %b: %s says done %v", n, split, l.Name, done)
					}
					if len(l.Tasks[c.task].Reports) != len(c.reports) {
						t.Errorf("%d, ledgers %b: %s has %d reports", n, split, l.Name, len(l.Tasks[c.task].Reports))
					}
				}
				books[0], books[1] = books[1], books[0]
			}
		}
	}
}

// A unit of another name by now, and one that has several duties, come once.
func TestKnownOfMergedUnits(t *testing.T) {
	first, second := twoQuarters(t)
	books := []*Ledger{New("q1.progress.yaml", first), New("q2.progress.yaml", second)}
	old := said("Phòng Đ cũ", "2026-03-20", 3, report.Unsaid, "")
	old.Partner, old.Values = true, report.Values{"result": report.Text("đã góp ý")}
	books[0].Add(first.Tasks()[0].ID, said("Phòng A", "2026-03-20", 1, report.Done, "2026-03-18"))
	books[0].Add(first.Tasks()[2].ID, old)
	Join(books)
	own := books[1].Known().Own
	if r := own["Phòng C"][second.Tasks()[0].ID]; r.State() != report.UnderWay || len(own) != 2 {
		t.Errorf("%+v", own)
	}
	if r := own["Phòng D"][second.Tasks()[2].ID]; r.Text("result") != "đã góp ý" {
		t.Errorf("%+v", own)
	}
	for _, a := range books[1].Awaited() {
		if len(a.Tasks) != 3 || a.Unit != "Phòng C" {
			t.Errorf("%+v", a)
		}
	}
}

// What was typed has no file to be known by: two entries of one unit are two.
func TestJoinKeepsWhatWasTyped(t *testing.T) {
	first, second := twoQuarters(t)
	typed := func(on string, percent int) followup.Report {
		return followup.Report{Unit: "Phòng A", On: day(on), Values: report.Values{"percent": report.Percent(percent)}}
	}
	books := []*Ledger{New("q1.progress.yaml", first), New("q2.progress.yaml", second)}
	books[0].Add(first.Tasks()[2].ID, typed("2026-03-01", 10))
	books[1].Add(second.Tasks()[2].ID, typed("2026-04-10", 40))
	books[1].Tasks[2].Reports = append(books[1].Tasks[2].Reports, typed("2026-03-01", 10)) // copied over
	Join(books)
	for _, l := range books {
		if task := l.Tasks[2]; len(task.Reports) != 2 && l == books[0] || *task.Holds.Percent() != 40 {
			t.Errorf("%s: %+v", l.Name, task.Reports)
		}
	}
}

// What was written in by hand holds in every ledger that has the task, until
// units report under a later record.
func TestJoinByHand(t *testing.T) {
	first, second := twoQuarters(t)
	src := "record: q1\ntasks:\n  - id: " + first.Tasks()[2].ID + "\n    state: hoàn thành\n    completed: 2026-03-30\n"
	later := strings.NewReplacer("q1", "q2", first.Tasks()[2].ID, second.Tasks()[2].ID, "2026-03-30", "2026-04-15").Replace(src)
	books := func(next string, reports ...followup.Report) []*Ledger {
		var all []*Ledger
		for i, src := range []string{src, next} {
			l, problems := Read(fmt.Sprintf("q%d.progress.yaml", i+1), []byte(src), []*record.Record{first, second}[i])
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			all = append(all, l)
		}
		for _, r := range reports {
			all[1].Add(second.Tasks()[2].ID, r)
		}
		all[1].Settle()
		return all
	}
	partner := said("Phòng D", "2026-04-20", 1, report.Unsaid, "")
	partner.Partner, partner.Values = true, report.Values{"result": report.Text("đã góp ý")}
	for _, c := range []struct {
		books []*Ledger
		state report.State
		day   string
		told  string
	}{
		{books("record: q2\n"), report.Done, "2026-03-30", ""},
		{books("record: q2\n", partner), report.Done, "2026-03-30", "q1.progress.yaml was changed by hand for this task (hoàn thành, ngày 30/03/2026) and stays"},
		{books("record: q2\n", said("Phòng C", "2026-04-20", 1, report.UnderWay, "")), report.UnderWay, "0000-00-00", "which holds no more"},
		{books(later), report.Done, "2026-04-15", "the later counts"},
	} {
		told := Join(c.books)
		for _, l := range c.books {
			all, _ := l.StandingsAt(day("2026-05-01"))
			if holds := all[l.Tasks[2].ID]; holds.State() != c.state || holds.Completed().String() != c.day {
				t.Errorf("%s, %q: %v", l.Name, c.told, holds.Values)
			}
		}
		if (c.told != "") != (len(told) == 1) || c.told != "" && !strings.Contains(told[0].Message.EN, c.told) {
			t.Errorf("%q: %v", c.told, told)
		}
	}
}

// What reports came to before units were merged is not what somebody wrote.
func TestMergedIsNotByHand(t *testing.T) {
	plain := strings.ReplaceAll(merging, ", successor: Phòng C", "")
	src := "code: Q1\nmeeting-date: 6/1/2026\nconclusions: [{text: Rà soát., lead: all, deadline: 31/3/2026}]\n"
	parse := func(units string) *record.Record {
		rec, problems := record.Parse([]byte(src+units), record.Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return rec
	}
	then, now := parse(plain), parse(merging)
	l := New("a.progress.yaml", then)
	for i, unit := range []string{"Phòng A", "Phòng D"} {
		r := said(unit, "2026-03-20", i+1, report.UnderWay, "")
		r.Values["result"] = report.Text("kết quả")
		l.Add(then.Tasks()[0].ID, r)
	}
	l.Settle()
	for _, hand := range []bool{false, true} {
		written := string(l.Bytes())
		if hand {
			written = strings.Replace(written, "state: đang", "percent: 60\n    state: đang", 1)
		}
		read, problems := Read("a.progress.yaml", []byte(written), now)
		if len(problems) > 0 || read.Tasks[0].ByHand != hand {
			t.Errorf("by hand %v, want %v: %v\n%s", read.Tasks[0].ByHand, hand, problems, written)
		}
	}
}
