package ledger

import "ketluan/render/calendar"

// Moves counts of each task, by its ID, the days that were asked for in place of
// its deadline, each once. A ledger knows of no other sign that a deadline was
// changed; which of them were granted the record says. The count never falls
// while reports come in, as a calendar wants it of its SEQUENCE.
func (l *Ledger) Moves() map[string]int {
	moves := map[string]int{}
	for _, t := range l.Tasks {
		days := map[calendar.Date]bool{}
		for _, r := range t.Reports {
			days[r.Proposed()] = true
		}
		days[t.Holds.Proposed()] = true // also by hand
		delete(days, calendar.Date{})
		if len(days) > 0 {
			moves[t.ID] = len(days)
		}
	}
	return moves
}
