package followup

import (
	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A Share is the part of a task that one leading unit answers for.
type Share struct {
	Unit   *record.Unit // never a group
	Said   report.Values
	Stands Assessment
}

// Shares returns the parts of a task in the order of its leading units, each
// judged by what its own unit says. The members of a group, or all units, have
// one each. Of a report that is known as a whole only, all have that.
func (s Standings) Shares(it *record.Item, asOf calendar.Date, soon int) []Share {
	r := s[it.ID]
	whole := Share{Said: r.Values, Stands: s.Assess(it, asOf, soon)}
	units := it.Leads
	if len(units) != 1 || len(units[0].Members) > 0 {
		units = record.Singles(units)
	}
	shares := make([]Share, len(units))
	for i, u := range units {
		shares[i] = whole
		if r.Shares != nil {
			own := r.Shares[u.Name]
			shares[i].Said, shares[i].Stands = own, Assess(it.Deadline.Day, own.State(), own.Completed(), asOf, soon)
		}
		shares[i].Unit = u
	}
	return shares
}
