package office

import "path"

// A profiles is the files that records were read with as their profiles, by the
// names that places have. Found in a folder they are no records, whatever they
// are called.
type profiles map[string]bool

func (p profiles) add(o Opened) {
	for place := range o.profiles {
		p[path.Clean(place)] = true
	}
}

// has reports a file that was found in a folder and is a profile of others.
func (p profiles) has(o Opened) bool { return o.Walked && p[path.Clean(slashes(o.Path))] }

// profilesOf are those of all records of a run.
func profilesOf(all []Opened) profiles {
	p := profiles{}
	for _, o := range all {
		p.add(o)
	}
	return p
}
