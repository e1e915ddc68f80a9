package ledger

// An Awaited is the tasks on which a unit that leads them has not reported.
type Awaited struct {
	Unit  string   `json:"unit"`
	Tasks []string `json:"tasks"` // their IDs
}

// Awaited are the units that have not reported on all that they lead, in the
// order in which the tasks name them. The office may report in their place.
func (l *Ledger) Awaited() []Awaited {
	var all []Awaited
	places := map[string]int{}
	for _, t := range l.Tasks {
		leads, reports := t.byLead()
		for i, u := range leads {
			if u.Name == "" || len(reports[i]) > 0 { // nobody leads it, or it is reported
				continue
			}
			at, known := places[u.Name]
			if !known {
				at = len(all)
				places[u.Name] = at
				all = append(all, Awaited{Unit: u.Name})
			}
			if tasks := all[at].Tasks; len(tasks) == 0 || tasks[len(tasks)-1] != t.ID { // it may have several duties
				all[at].Tasks = append(tasks, t.ID)
			}
		}
	}
	return all
}
