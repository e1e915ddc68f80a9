package followup

import (
	"cmp"
	"slices"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// An Account is a record with what is known of its tasks.
type Account struct {
	Record    *record.Record
	Standings Standings
}

// A Status is how the tasks of records stand on a day.
type Status struct {
	AsOf    calendar.Date
	Units   []UnitFigures // in the order in which tasks name them; of a group its members
	Total   Figures       // each task once, however many units lead it: done where all are
	Overdue []Late        // the latest first, then in the order of the tasks
}

// UnitFigures count the tasks that a unit leads, by what it says itself.
type UnitFigures struct {
	Unit string
	Figures
}

// A Late is an overdue task.
type Late struct {
	Record *record.Record
	Task   *record.Item
	Days   int // since the deadline, at least 1
	Report Report
	Owing  []string // the leading units that have not done their parts
	Shares int      // how many parts there are
}

// A TaskStanding is how one task stands on a day.
type TaskStanding struct {
	Record *record.Record // the latest that has it
	Task   *record.Item
	Stands Assessment
	Report Report
	Shares []Share
}

// TasksOf says how each task of accounts stands on a day, in their order. A task
// that is carried over keeps its ID: it stands in its latest record only.
func TasksOf(accounts []Account, asOf calendar.Date, soon int) (all []TaskStanding) {
	latest := map[string]*record.Record{} // by the IDs of tasks
	for _, account := range accounts {
		for _, it := range account.Record.Tasks() {
			id := record.FoldCode(it.ID)
			if rec := latest[id]; rec == nil || rec.Begins().Before(account.Record.Begins()) {
				latest[id] = account.Record
			}
		}
	}
	for _, account := range accounts {
		for _, it := range account.Record.Tasks() {
			if latest[record.FoldCode(it.ID)] == account.Record {
				all = append(all, TaskStanding{account.Record, it, account.Standings.Assess(it, asOf, soon), account.Standings[it.ID], account.Standings.Shares(it, asOf, soon)})
			}
		}
	}
	return all
}

// StatusOf counts the tasks of accounts as they stand on a day. A task of
// several leading units counts for each of them as its own part stands; units
// are one by their names.
func StatusOf(accounts []Account, asOf calendar.Date, soon int) Status {
	s := Status{AsOf: asOf}
	places := map[string]int{}
	for _, t := range TasksOf(accounts, asOf, soon) {
		s.Total.Add(t.Stands)
		s.addShares(t.Shares, places)
		if t.Stands == Overdue {
			s.Overdue = append(s.Overdue, Late{
				Record: t.Record, Task: t.Task, Days: calendar.DaysBetween(t.Task.Deadline.Day, asOf),
				Report: t.Report, Owing: owing(t.Shares), Shares: len(t.Shares),
			})
		}
	}
	slices.SortStableFunc(s.Overdue, func(a, b Late) int { return cmp.Compare(b.Days, a.Days) })
	return s
}

// addShares counts each share for its unit; places are those of the units by
// their names.
func (s *Status) addShares(shares []Share, places map[string]int) {
	for _, share := range shares {
		place, ok := places[share.Unit.Name]
		if !ok {
			place = len(s.Units)
			places[share.Unit.Name] = place
			s.Units = append(s.Units, UnitFigures{Unit: share.Unit.Name})
		}
		s.Units[place].Add(share.Stands)
	}
}

// owing returns the units whose shares are overdue.
func owing(shares []Share) []string {
	var names []string
	for _, share := range shares {
		if share.Stands == Overdue {
			names = append(names, share.Unit.Name)
		}
	}
	return names
}
