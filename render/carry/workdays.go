package carry

import (
	"cmp"
	"maps"
	"slices"

	"ketluan/render/calendar"
)

// workdays repeats the days off that the record has in the place of a profile.
func (w *writer) workdays() {
	byDay := func(a, b calendar.Date) int { return cmp.Compare(a.String(), b.String()) }
	if off := w.rec.Workdays.Off; w.rec.Says("holidays") && len(off) > 0 {
		w.line(0, "holidays:")
		for _, d := range slices.SortedFunc(maps.Keys(off), byDay) {
			line := d.Slashed()
			if off[d] != "" {
				line += " " + off[d]
			}
			w.line(1, "- %s", quoted(line))
		}
	}
	if worked := w.rec.Workdays.Worked; w.rec.Says("working-days") && len(worked) > 0 {
		var days []string
		for _, d := range slices.SortedFunc(maps.Keys(worked), byDay) {
			days = append(days, d.Slashed())
		}
		w.line(0, "working-days: %s", list(days))
	}
}
