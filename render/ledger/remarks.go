package ledger

import (
	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// Remarks returns what was written by the end of a day, in the order of the
// tasks, leads before partners. What was written in by hand is that of the first
// leading unit.
func (l *Ledger) Remarks(day calendar.Date) []followup.Remark {
	var all []followup.Remark
	for _, t := range l.Tasks {
		if t.item == nil {
			continue
		}
		say := func(u *record.Unit, reports []followup.Report) {
			var known []followup.Report
			for _, r := range reports {
				if !day.Before(r.On) {
					known = append(known, r)
				}
			}
			sum, _ := t.fold(known)
			if text := sum.Values.Text(report.RemarksKey); text != "" {
				all = append(all, followup.Remark{ID: t.ID, Unit: u.Name, Text: text})
			}
		}
		leads, reports := t.byLead()
		for i, u := range leads {
			switch {
			case !t.ByHand:
				say(u, reports[i])
			case i == 0:
				say(u, []followup.Report{t.Holds})
			}
		}
		for _, u := range record.Singles(t.item.Partners) {
			say(u, t.asPartner(u))
		}
	}
	return all
}
