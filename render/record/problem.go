package record

import (
	"strings"

	"ketluan/render/problem"
)

// Merge returns the problems of a record with those of more that are about
// fields without a problem yet, of their own or as part of another, in the order
// of their places.
func (r *Record) Merge(problems, more []problem.Problem) []problem.Problem {
	known := map[string]bool{}
	for _, p := range problems {
		known[p.Path] = true
	}
	for _, p := range more {
		if above, _, _ := strings.Cut(p.Path, "."); !known[p.Path] && !known[above] {
			known[p.Path] = true
			problems = append(problems, p)
		}
	}
	problem.Sort(problems, r.Name)
	return problems
}
