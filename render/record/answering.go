package record

// Answering returns the units that the tasks name, in the order in which they
// do; those that lead before those that only partner. A group is one of them.
func (r *Record) Answering() []*Unit {
	var units []*Unit
	have := map[*Unit]bool{}
	add := func(more []*Unit) {
		for _, u := range more {
			if !have[u] {
				have[u] = true
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

// Answers reports whether one of the Singles of named units is the one meant: it
// is asked for each row of each reply, and makes no list of them.
func Answers(named []*Unit, is func(*Unit) bool) bool {
	var groups map[*Unit]bool // seen
	var among func([]*Unit) bool
	among = func(units []*Unit) bool {
		for _, u := range units {
			switch {
			case len(u.Members) == 0:
				if is(u) {
					return true
				}
			case !groups[u]:
				if groups == nil {
					groups = map[*Unit]bool{}
				}
				groups[u] = true
				if among(u.Members) {
					return true
				}
			}
		}
		return false
	}
	return among(named)
}

// SaysOf reports whether the record's own file has a key of an item, as "task".
func (r *Record) SaysOf(it *Item, key string) bool {
	_, ok := r.places[it.field+"."+key]
	return ok
}
