package ledger

import "slices"

// Join gives each of several ledgers what the others know of a task that was
// carried over: it keeps its ID, and its history counts whichever record a
// report came in under. It is for reading: the ledgers are not written so.
func Join(ledgers []*Ledger) {
	same := map[string][]*Task{}
	for _, l := range ledgers {
		for _, t := range l.Tasks {
			same[t.ID] = append(same[t.ID], t)
		}
	}
	for _, l := range ledgers {
		carried := false
		for _, t := range l.Tasks {
			for _, other := range same[t.ID] {
				for _, r := range slices.Clone(other.Reports) {
					carried = other != t && t.add(r) || carried
				}
			}
		}
		if carried {
			l.Settle()
		}
	}
}
