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
	Units   []UnitFigures // in the order in which tasks name them; a group as itself
	Total   Figures       // each task once, however many units lead it
	Overdue []Late        // the latest first, then in the order of the tasks
}

// UnitFigures count the tasks that a unit leads.
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
}

// StatusOf counts the tasks of accounts as they stand on a day. A task of
// several leading units counts for each of them; units are one by their names.
// A task that is carried over keeps its ID: it counts in its latest record only.
func StatusOf(accounts []Account, asOf calendar.Date, soon int) Status {
	s := Status{AsOf: asOf}
	places := map[string]int{}
	latest := map[string]*record.Record{} // by the IDs of tasks
	for _, account := range accounts {
		for _, it := range account.Record.Tasks() {
			if rec := latest[it.ID]; rec == nil || rec.Begins().Before(account.Record.Begins()) {
				latest[it.ID] = account.Record
			}
		}
	}
	for _, account := range accounts {
		for _, it := range account.Record.Tasks() {
			if latest[it.ID] != account.Record {
				continue
			}
			a := account.Standings.Assess(it, asOf, soon)
			s.Total.Add(a)
			for _, u := range it.Leads {
				if _, ok := places[u.Name]; !ok {
					places[u.Name] = len(s.Units)
					s.Units = append(s.Units, UnitFigures{Unit: u.Name})
				}
				s.Units[places[u.Name]].Add(a)
			}
			if a == Overdue {
				s.Overdue = append(s.Overdue, Late{account.Record, it, calendar.DaysBetween(it.Deadline.Day, asOf), account.Standings[it.ID]})
			}
		}
	}
	slices.SortStableFunc(s.Overdue, func(a, b Late) int { return cmp.Compare(b.Days, a.Days) })
	return s
}
