package ledger

import (
	"slices"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
)

// Known returns what the ledger says of the record's tasks: as a whole, and by
// the units that answer for them. What was written in by hand holds for each
// leading unit.
func (l *Ledger) Known() followup.Known {
	return l.known(l.Standings(), func(t *Task) bool { return t.ByHand }, func(own []followup.Report) []followup.Report { return own })
}

// KnownAt returns what Known does as it was by the end of a day, by the rules
// of StandingsAt, and the tasks that live off later reports.
func (l *Ledger) KnownAt(day calendar.Date) (k followup.Known, later []string) {
	all, later := l.StandingsAt(day)
	k = l.known(all, func(t *Task) bool { return t.ByHand && !doneAfter(t.Holds, day) }, func(own []followup.Report) []followup.Report { return by(own, day) })
	k.AsOf = day
	return k, later
}

// known gathers what counts of the reports of each unit, but of tasks on which
// the office's hand counts.
func (l *Ledger) known(all followup.Standings, byHand func(*Task) bool, counting func([]followup.Report) []followup.Report) followup.Known {
	k := followup.Known{Standings: all, Own: map[string]followup.Standings{}}
	say := func(unit, id string, r followup.Report) {
		if _, leads := k.Own[unit][id]; leads || len(r.Values) == 0 {
			return
		}
		if k.Own[unit] == nil {
			k.Own[unit] = followup.Standings{}
		}
		k.Own[unit][id] = r
	}
	for _, t := range l.Tasks {
		if t.item == nil {
			continue
		}
		leads, reports := t.byLead()
		for i := range reports {
			reports[i] = counting(reports[i])
		}
		leads, own := t.folded(leads, reports)
		for i, u := range leads {
			if byHand(t) {
				own[i] = t.Holds
			}
			say(u.Name, t.ID, own[i])
		}
		for _, u := range record.Singles(t.item.Partners) {
			own, _ := t.fold(counting(t.asPartner(u)))
			say(u.Name, t.ID, own)
		}
	}
	return k
}

// asPartner returns what a unit said as a partner in the task.
func (t *Task) asPartner(u *record.Unit) []followup.Report {
	var own []followup.Report
	units := t.units.all()
	for _, r := range t.Reports {
		if r.Partner && slices.Contains(slices.Collect(units.Line(units.Key(r.Unit))), units.Key(u.Name)) {
			own = append(own, r)
		}
	}
	return own
}
