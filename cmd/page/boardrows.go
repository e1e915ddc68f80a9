package page

import (
	"cmp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/report"
)

// A boardRow is one task.
type boardRow struct {
	ID, Text, Leads string
	Record          string // the id of its record
	Code            string // of its record
	Deadline        string // a day, or words
	Class           string
	State           problem.Text
	Days            int // overdue since
	Owing           string
	Said            []string // what was last reported
	When            string   // on which day, by whom

	stands followup.Assessment
	day    calendar.Date
}

// matching are the tasks that a board is asked for, by their places among all,
// those first that want a reader.
func matching(s office.Standing, tasks []followup.TaskStanding, f boardForm) []int {
	type kept struct {
		at     int
		stands followup.Assessment
		day    calendar.Date
	}
	var all []kept
	for i, t := range tasks {
		if one, ok := rowFor(s.AsOf, t, f); ok {
			all = append(all, kept{i, one.stands, one.day})
		}
	}
	order := map[followup.Assessment]int{followup.Overdue: 0, followup.DueSoon: 1, followup.InTime: 2, followup.NoDeadline: 3, followup.DoneUndated: 4, followup.DoneLate: 5, followup.DoneInTime: 6}
	slices.SortStableFunc(all, func(a, b kept) int {
		return cmp.Or(order[a.stands]-order[b.stands], strings.Compare(a.day.String(), b.day.String()))
	})
	places := make([]int, len(all))
	for i, one := range all {
		places[i] = one.at
	}
	return places
}

// rowsOf are the rows of tasks at some places.
func rowsOf(s office.Standing, tasks []followup.TaskStanding, places []int, f boardForm, l problem.Lang) (all []boardRow) {
	ids := map[string]string{}
	for i, found := range s.Found() {
		ids[s.Accounts[i].Record.Code] = idOf(found)
	}
	said := report.Fields()
	for i := range said { // all that was said, not only what a terminal has room for
		said[i].Shown = said[i].Shown || said[i].Key != report.RemarksKey
	}
	for _, at := range places {
		t := tasks[at]
		one, _ := rowFor(s.AsOf, t, f)
		one.Record = ids[t.Record.Code]
		if !t.Report.IsZero() {
			one.Said, one.When = said.Lines(t.Report.Values, l), whenOf(t.Report, l)
		}
		all = append(all, one)
	}
	return all
}

// rowFor is the row of a task; false where the board is not asked for it. Asked for
// one unit it shows how that unit's own part stands.
func rowFor(asOf calendar.Date, t followup.TaskStanding, f boardForm) (one boardRow, ok bool) {
	one = boardRow{ID: t.Task.ID, Text: cmp.Or(t.Task.Text, t.Task.Heading), Code: t.Record.Code, stands: t.Stands, day: t.Task.Deadline.Day, Deadline: t.Task.Deadline.Words}
	var leads, owing []string
	mine := f.Unit == ""
	for _, u := range t.Task.Leads {
		leads = append(leads, u.Name)
	}
	for _, share := range t.Shares {
		if share.Unit.Name == f.Unit {
			mine, one.stands = true, share.Stands
		}
		if share.Stands == followup.Overdue {
			owing = append(owing, share.Unit.Name)
		}
	}
	one.Leads = strings.Join(leads, "; ")
	if len(owing) < len(t.Shares) {
		one.Owing = strings.Join(owing, "; ")
	}
	if !one.day.IsZero() {
		one.Deadline = one.day.Slashed()
	}
	if one.stands == followup.Overdue {
		one.Days = calendar.DaysBetween(one.day, asOf)
	}
	for _, c := range classNames {
		if slices.Contains(c.are, one.stands) {
			one.Class = c.class // of due soon the latter
		}
	}
	one.State = stateWords[one.stands]
	return one, mine && f.matches(one)
}

// matches reports whether a row is of the state that is asked for, and has the
// words.
func (f boardForm) matches(one boardRow) bool {
	if f.State != "" && !slices.ContainsFunc(classNames, func(c classOf) bool { return c.key == f.State && slices.Contains(c.are, one.stands) }) {
		return false
	}
	text := strings.ToLower(one.ID + " " + one.Text + " " + one.Leads + " " + one.Code)
	for word := range strings.FieldsSeq(strings.ToLower(f.Text)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// stateWords are the states of single tasks.
var stateWords = map[followup.Assessment]problem.Text{
	followup.Overdue:     problem.Textf("Quá hạn", "Overdue"),
	followup.DueSoon:     problem.Textf("Sắp đến hạn", "Due soon"),
	followup.InTime:      problem.Textf("Trong hạn", "In time"),
	followup.NoDeadline:  problem.Textf("Không có thời hạn", "Without deadline"),
	followup.DoneUndated: problem.Textf("Hoàn thành, chưa ghi ngày", "Done, without a day"),
	followup.DoneLate:    problem.Textf("Hoàn thành quá hạn", "Done late"),
	followup.DoneInTime:  problem.Textf("Hoàn thành đúng hạn", "Done in time"),
}

// whenOf says when a report was made, and by whom.
func whenOf(r followup.Report, l problem.Lang) string {
	var parts []string
	if !r.On.IsZero() {
		parts = append(parts, r.On.Slashed())
	}
	switch {
	case r.Unit != "":
		parts = append(parts, r.Unit)
	case !r.On.IsZero():
		parts = append(parts, problem.Textf("văn phòng ghi", "the office's own entry").In(l))
	}
	return strings.Join(parts, ", ")
}

// carryRows are the records of quarters that have ended before the day, with tasks
// that are open and stand in no later record.
func carryRows(s office.Standing, tasks []followup.TaskStanding) (all []carriable) {
	open := map[string]int{}
	for _, t := range tasks {
		if !t.Stands.Completed() {
			open[t.Record.Code]++
		}
	}
	found := s.Found()
	for i, account := range s.Accounts {
		rec := account.Record
		if n := open[rec.Code]; n > 0 && rec.Quarter.Before(s.AsOf.Add(15).Quarter()) { // the next meeting is prepared before its quarter begins
			all = append(all, carriable{ID: idOf(found[i]), Title: rec.Subject, Quarter: rec.Quarter, Open: n})
		}
	}
	return all
}

// A carriable is a record with tasks that can go over to a later quarter.
type carriable struct {
	ID, Title string
	Quarter   calendar.Quarter
	Open      int
}
