package record

import "golang.org/x/text/unicode/norm"

// A Succession knows units by all their names, and which took which over, as
// several records of an office have them together. It calls each by a key.
type Succession struct {
	keys map[string]string // by any name, folded
	next map[string]string // the key of the successor
	seen map[string]string // keys that were asked for, by the names as written
}

// SuccessionOf joins what records say of units, the newest first: where they
// contradict each other the first counts.
func SuccessionOf(records ...*Record) *Succession {
	s := &Succession{keys: map[string]string{}, next: map[string]string{}, seen: map[string]string{}}
	for _, r := range records {
		for _, u := range r.Units {
			s.call(u.Name, foldUnit(u.Name))
		}
		for _, u := range r.Units {
			key := s.keys[foldUnit(u.Name)]
			for _, name := range append([]string{u.Short}, u.Aliases...) {
				s.call(name, key)
			}
		}
	}
	for _, r := range records {
		for _, u := range r.Units {
			former := s.Key(u.Name)
			if _, known := s.next[former]; known || u.Successor == nil {
				continue
			}
			if next := s.Key(u.Successor.Name); !s.after(next, former) { // never back
				s.next[former] = next
			}
		}
	}
	return s
}

// call gives a name to a unit, unless another has it.
func (s *Succession) call(name, key string) {
	if name = foldUnit(name); name == "" {
		return
	}
	if _, known := s.keys[name]; !known {
		s.keys[name] = key
	}
}

func foldUnit(name string) string { return foldName(norm.NFC.String(name)) }

// Key returns what the unit of a name is called here; a name that is not known
// is its own.
func (s *Succession) Key(name string) string {
	if key, ok := s.seen[name]; ok {
		return key
	}
	key := foldUnit(name)
	if known, ok := s.keys[key]; ok {
		key = known
	}
	s.seen[name] = key
	return key
}

// maxSuccessors bounds how often one unit is taken over.
const maxSuccessors = 50

// Related reports whether two units are one, or one took the other over, by
// their keys.
func (s *Succession) Related(a, b string) bool { return s.after(a, b) || s.after(b, a) }

func (s *Succession) after(former, key string) bool {
	for next := range s.Line(former) {
		if next == key {
			return true
		}
	}
	return false
}

// Line yields the key of a unit, then those of its successors in turn.
func (s *Succession) Line(key string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for range maxSuccessors {
			if !yield(key) {
				return
			}
			next, ok := s.next[key]
			if !ok {
				return
			}
			key = next
		}
	}
}
