package ledger

import (
	"slices"

	"ketluan/render/followup"
	"ketluan/render/record"
)

// Known returns what the ledger says of the record's tasks: as a whole, and by
// the units that answer for them. What was written in by hand holds for each
// leading unit.
func (l *Ledger) Known() followup.Known {
	k := followup.Known{Standings: l.Standings(), Own: map[string]followup.Standings{}}
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
		leads, own := t.folded(t.byLead())
		for i, u := range leads {
			if t.ByHand {
				own[i] = t.Holds
			}
			say(u.Name, t.ID, own[i])
		}
		for _, u := range record.Singles(t.item.Partners) {
			own, _ := t.fold(t.asPartner(u))
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
