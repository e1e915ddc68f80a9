package tmpl

import "slices"

// A step is a pattern of labels that a template counts paragraphs by, with how
// many there were.
type step struct {
	pattern string
	count   int
}

// step returns the label of the next paragraph of a pattern. A pattern that came
// up below another begins anew behind the next paragraph of that one.
func (f *filler) step(pattern string) string {
	i := slices.IndexFunc(f.steps, func(s step) bool { return s.pattern == pattern })
	if i < 0 {
		f.steps = append(f.steps, step{pattern, 0})
		i = len(f.steps) - 1
	}
	f.steps = f.steps[:i+1]
	f.steps[i].count++
	ordinals := make([]int, len(f.steps))
	for k, s := range f.steps {
		ordinals[k] = s.count
	}
	made, _ := label(pattern, ordinals)
	return made
}
