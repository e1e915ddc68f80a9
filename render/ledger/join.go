package ledger

import "ketluan/render/problem"

// Join gives each of several ledgers what the others know of a task that was
// carried over: it keeps its ID, and its history counts whichever record a
// report came in under. It is for reading: the ledgers are not written so. It
// tells, once for each task, what reports under two records contradict.
func Join(ledgers []*Ledger) (told []problem.Problem) {
	same := map[string][]*Task{}
	for _, l := range ledgers {
		for _, t := range l.Tasks {
			same[t.ID] = append(same[t.ID], t)
		}
	}
	said := map[string]bool{}
	for _, l := range ledgers {
		carried := false
		for _, t := range l.Tasks {
			if !t.addAll(same[t.ID]) {
				continue
			}
			carried = true
			if _, clashes := t.derive(); len(clashes) > 0 && !said[t.ID] {
				said[t.ID] = true
				message, hint := clashes[0].told()
				told = append(told, problem.Problem{Pos: problem.Pos{File: l.Name}, Field: t.ID, Message: message, Hint: hint})
			}
		}
		if carried {
			l.Settle()
		}
	}
	return told
}

// addAll adds the reports on the same task in other ledgers, and reports whether
// there was one that is new.
func (t *Task) addAll(same []*Task) (isNew bool) {
	for _, other := range same {
		if other == t {
			continue
		}
		for _, r := range other.Reports {
			isNew = t.add(r) || isNew
		}
	}
	return isNew
}
