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

// Len is how many records s has, those that are only expected too.
func (s *Set) Len() int { return len(s.sources) }

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

// Expect tells s of a record before it is read: its source is what Sets.Add has of it.
func (s *Set) Expect(source string) { s.sources = append(s.sources, source) }

// Join puts an expected record in, with what is known of its tasks: all of them, in
// their order, before Workbooks.
func (s *Set) Join(rec *record.Record, known render.Known) {
	s.records = append(s.records, rec)
	s.known.Join(known)
}

// Leave lets the records of s go, once its workbooks are made.
func (s *Set) Leave() { s.records, s.known = nil, render.Known{} }

// Workbooks makes those over all records of s: the office's, the units'.
func (s *Set) Workbooks(r *render.Renderer) ([]render.File, error) {
	return r.Quarter(s.known, s.records)
}

// Sets gathers records by their quarters.
type Sets map[string]*Set

// Of returns the set of a quarter.
func (s Sets) Of(quarter string) *Set {
	if s[quarter] == nil {
		s[quarter] = &Set{Quarter: quarter}
	}
	return s[quarter]
}

// Add puts a record into the set of a quarter, with what is known of its tasks.
// Source is what both were read from, in a line; records are added in the order
// of their paths.
func (s Sets) Add(quarter, source string, rec *record.Record, known render.Known) {
	s.Of(quarter).Expect(source)
	s.Of(quarter).Join(rec, known)
}

// InOrder returns the sets, the earliest quarter first.
func (s Sets) InOrder() []*Set {
	var list []*Set
	for _, name := range slices.Sorted(maps.Keys(s)) {
		list = append(list, s[name])
	}
	return list
}
