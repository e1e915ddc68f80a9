package ledger

import (
	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/report"
)

// StandingsAt are the reports that hold for the tasks of the record by the end
// of a day; those on which nothing is known by then are not among them. These
// are the rules, for each leading unit:
//
//   - a completion counts from its own day, whenever it was reported, unless
//     the unit's last word takes it back;
//   - any other state counts from the day of its report;
//   - where all reports of a unit are later, its first is used, unless it is of
//     a completion after the day;
//   - what was written in by hand holds, but for a completion after the day.
//
// Later are the IDs of the tasks that live off reports made after the day.
func (l *Ledger) StandingsAt(day calendar.Date) (all followup.Standings, later []string) {
	all = followup.Standings{}
	for _, t := range l.Tasks {
		switch {
		case t.item == nil:
		case t.ByHand && !doneAfter(t.Holds, day):
			all[t.ID] = t.Holds
		default:
			holds, known, borrowed := t.at(day)
			if known {
				all[t.ID] = holds
			}
			if borrowed {
				later = append(later, t.ID)
			}
		}
	}
	return all, later
}

// at returns what holds for the task by the end of a day, whether anything
// does, and whether it lives off a report made later.
func (t *Task) at(day calendar.Date) (holds followup.Report, known, borrowed bool) {
	leads, reports := t.byLead()
	for i, own := range reports {
		reports[i] = by(own, day)
		for _, r := range reports[i] {
			known = true
			borrowed = borrowed || day.Before(r.On)
		}
	}
	holds, _ = t.whole(leads, reports)
	return holds, known, borrowed
}

// by picks from the reports of one unit, and the office in its place, those
// that count by the end of a day.
func by(own []followup.Report, day calendar.Date) []followup.Report {
	var known, after []followup.Report
	for _, r := range own {
		switch {
		case day.Before(r.On):
			after = append(after, r)
		case !doneAfter(r, day):
			known = append(known, r)
		}
	}
	last := -1 // of the later words on the state
	for i, r := range after {
		if r.State() != 0 {
			last = i
		}
	}
	if last >= 0 && after[last].State() == report.Done && !after[last].Completed().IsZero() && !doneAfter(after[last], day) {
		return append(known, ofMoment(after, last)...)
	}
	if len(known) > 0 || len(after) == 0 {
		return known
	}
	if first := ofMoment(after, 0); !doneAfter(first[0], day) {
		return first
	}
	return nil
}

// ofMoment returns the reports of the moment and the unit of the one at i: they
// may contradict each other, and then none counts.
func ofMoment(reports []followup.Report, i int) []followup.Report {
	var same []followup.Report
	for _, r := range reports {
		if moments(r, reports[i]) == 0 && r.Unit == reports[i].Unit {
			same = append(same, r)
		}
	}
	return same
}

// doneAfter reports whether r tells a completion after a day.
func doneAfter(r followup.Report, day calendar.Date) bool {
	return !r.Completed().IsZero() && day.Before(r.Completed())
}
