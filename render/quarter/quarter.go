// Package quarter is what is over all records of a quarter: which they are, and
// the workbooks of them together. Records go in, files come out.
package quarter

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"

	"ketluan/render"
	"ketluan/render/record"
)

// A Set is the records of one quarter.
type Set struct {
	Quarter string // 2020-Q3

	records []*record.Record
	sources []string
	known   render.Known
}

// Len is how many records s has.
func (s *Set) Len() int { return len(s.records) }

// Identity returns the SHA-256 of what the records of s were read from, in
// hexadecimal digits.
func (s *Set) Identity() string {
	h := sha256.New()
	for i, line := range s.sources {
		if i > 0 {
			io.WriteString(h, "\n")
		}
		io.WriteString(h, line)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Workbooks makes those over all records of s: the office's, the units'.
func (s *Set) Workbooks(r *render.Renderer) ([]render.File, error) {
	return r.Quarter(s.known, s.records)
}

// Sets gathers records by their quarters.
type Sets map[string]*Set

// Add puts a record into the set of a quarter, with what is known of its tasks.
// Source is what both were read from, in a line; records are added in the order
// of their paths.
func (s Sets) Add(quarter, source string, rec *record.Record, known render.Known) {
	q := s[quarter]
	if q == nil {
		q = &Set{Quarter: quarter}
		s[quarter] = q
	}
	q.records = append(q.records, rec)
	q.sources = append(q.sources, source)
	q.known.Join(known)
}

// InOrder returns the sets, the earliest quarter first.
func (s Sets) InOrder() []*Set {
	var list []*Set
	for _, name := range slices.Sorted(maps.Keys(s)) {
		list = append(list, s[name])
	}
	return list
}
