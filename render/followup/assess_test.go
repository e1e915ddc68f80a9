package followup

import (
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/report"
)

func TestAssess(t *testing.T) {
	none, march := calendar.Date{}, func(day int) calendar.Date { return calendar.Date{Year: 2026, Month: 3, Day: day} }
	april := calendar.Date{Year: 2026, Month: 4, Day: 1}
	for _, c := range []struct {
		deadline  calendar.Date
		state     report.State
		completed calendar.Date
		asOf      calendar.Date
		want      Assessment
	}{
		{march(31), report.Unsaid, none, march(23), InTime},
		{march(31), report.UnderWay, none, march(24), DueSoon},
		{march(31), report.UnderWay, none, march(31), DueSoon},
		{march(31), report.UnderWay, none, april, Overdue},
		{march(31), report.Paused, none, april, Overdue},
		{march(31), report.Done, none, march(23), DoneUndated},
		{march(31), report.Done, none, april, DoneUndated},
		{march(31), report.Done, march(31), april, DoneInTime},
		{march(31), report.Done, april, april, DoneLate},
		{march(31), report.Done, april, march(31), DueSoon},
		{march(31), report.Done, march(30), march(29), DueSoon},
		{march(31), report.UnderWay, march(30), april, Overdue},
		{none, report.Unsaid, none, april, NoDeadline},
		{none, report.Done, none, april, DoneUndated},
		{none, report.Done, march(1), april, DoneInTime},
		{none, report.Done, april, march(31), NoDeadline},
	} {
		if got := Assess(c.deadline, c.state, c.completed, c.asOf, 7); got != c.want {
			t.Errorf("%v, %q on %v, on %v: %v, want %v", c.deadline, c.state, c.completed, c.asOf, got, c.want)
		}
	}
}

func TestDaysBetween(t *testing.T) {
	if got := calendar.DaysBetween(calendar.Date{Year: 2024, Month: 2, Day: 28}, calendar.Date{Year: 2024, Month: 3, Day: 1}); got != 2 {
		t.Errorf("%d days, want 2", got)
	}
	if got := calendar.DaysBetween(calendar.Date{Year: 2027, Month: 1, Day: 1}, calendar.Date{Year: 2026, Month: 12, Day: 31}); got != -1 {
		t.Errorf("%d days, want -1", got)
	}
}

// Each assessment has a name of its own, and is counted once.
func TestFigures(t *testing.T) {
	var f Figures
	names := map[string]bool{}
	for _, a := range Assessments() {
		f.Add(a)
		names[a.String()] = true
	}
	if want := (Figures{7, 1, 1, 1, 1, 1, 1, 1}); f != want || len(names) != f.Tasks || f.Done()+f.DoneUndated+f.OnTrack()+f.Overdue+f.NoDeadline != f.Tasks {
		t.Errorf("%+v, %d names", f, len(names))
	}
}
