package record

import "slices"

// Answering returns the units that the tasks name, in the order in which they
// do; those that lead before those that only partner. A group is one of them.
func (r *Record) Answering() []*Unit {
	var units []*Unit
	add := func(more []*Unit) {
		for _, u := range more {
			if !slices.Contains(units, u) {
				units = append(units, u)
			}
		}
	}
	tasks := r.Tasks()
	for _, t := range tasks {
		add(t.Leads)
	}
	for _, t := range tasks {
		add(t.Partners)
	}
	return units
}

// Singles returns the units that are to answer where units are named: they
// themselves, and in the place of a group its members. A group without members
// answers itself.
func Singles(named []*Unit) []*Unit {
	var units []*Unit
	seen := map[*Unit]bool{} // a group may name one that names it
	var add func([]*Unit)
	add = func(more []*Unit) {
		for _, u := range more {
			if seen[u] {
				continue
			}
			seen[u] = true
			if len(u.Members) > 0 {
				add(u.Members)
			} else {
				units = append(units, u)
			}
		}
	}
	add(named)
	return units
}

// SaysOf reports whether the record's own file has a key of an item, as "task".
func (r *Record) SaysOf(it *Item, key string) bool {
	_, ok := r.places[it.field+"."+key]
	return ok
}
