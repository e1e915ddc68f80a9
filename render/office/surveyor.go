package office

import (
	"maps"
	"sync"

	"ketluan/render/check"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// A Surveyor surveys folders again and again. What it has read of a record it reads
// anew only where the record, its profile or a table of it has changed: by the
// sums of their contents, not by the times of files. It is for many goroutines.
type Surveyor struct {
	press  *Press
	strict *Surveyor // whose records without problems are read alike; nil: none

	mu      sync.Mutex
	volumes map[string]volume  // by the keys of records
	books   map[string]shelved // the registers, by what messages call them
}

// NewSurveyor returns an empty one. A press that makes a document judges records
// for it; one that only reads counts their tasks, as Status does.
func NewSurveyor(p *Press) *Surveyor { return &Surveyor{press: p, volumes: map[string]volume{}} }

// Reading returns one whose press reads what that of s refuses, as Reader does.
// What s has read well both have in common.
func (s *Surveyor) Reading(p *Press) *Surveyor { return &Surveyor{press: p, strict: s} }

// A volume is what a survey needs of a record, whatever the day.
type volume struct {
	opened Opened
	sum    string // of the record

	stops int // findings that keep it from going out
	gaps  int // those of them that are only not filled in

	samples int // those of them that are examples of the first record
	line    int // of the first of them in the record; 0: in none

	shelf *shelf // where its registers stand; nil: nobody knows
	kind  string // of the document that is made of it
}

// take returns the volume of a record.
func (s *Surveyor) take(f Found) volume {
	if f.Err == nil && f.Source == nil {
		f.Source, f.Err = ReadFile(f.Folder, f.Name, MaxRecord)
	}
	if f.Err != nil {
		return volume{opened: Opened{Found: f, Err: &FileError{f.Path, cut(f.Err)}}}
	}
	sum := SumOf(f.Source)
	s.mu.Lock()
	v, ok := s.volumes[f.key()]
	s.mu.Unlock()
	if ok && v.sum == sum && v.stands() {
		return v
	}
	if s.strict != nil {
		if v = s.strict.take(f); v.opened.Err == nil && len(v.opened.Problems) == 0 {
			s.strict.mu.Lock()
			s.strict.volumes[f.key()] = v
			s.strict.mu.Unlock()
			return v
		}
	}
	v = s.read(f)
	v.sum = sum
	return v
}

// stands reports whether the other files of a record are what they were.
func (v volume) stands() bool {
	for at, sum := range v.opened.sums {
		src, err := ReadFile(at.Folder, at.Name, MaxRecord)
		if err != nil || SumOf(src) != sum {
			return false
		}
	}
	return !v.opened.without
}

// read judges a record and lets go of what is large.
func (s *Surveyor) read(f Found) volume {
	from := f.Place
	from.Source = nil // nothing lies beside what came instead of a file
	r := Review{Opened: Open(s.press.Renderer, f)}
	if len(s.press.Documents) > 0 {
		r = review(nil, s.press.Renderer, r.Opened)
	}
	v := volume{opened: r.Opened}
	v.opened.Place, v.opened.Source = from, nil
	for _, f := range check.Blocking(r.Findings, false) {
		v.stops++
		if f.Rule.ID == check.GapRule {
			v.gaps++
		}
		if v.line == 0 && f.Pos.File == r.Path {
			v.line = f.Pos.Line
		}
	}
	for _, p := range r.Problems { // each is a finding too
		if p.Missing {
			v.gaps++
		}
	}
	if r.Record != nil {
		for _, p := range sampleProblems(r.Record) {
			v.stops, v.gaps, v.samples = v.stops+1, v.gaps+1, v.samples+1
			if v.line == 0 && p.Pos.File == r.Path {
				v.line = p.Pos.Line
			}
		}
		if at, err := (Opened{Found: v.opened.Found, Record: r.Record}).shelf(); err == nil {
			v.shelf, v.kind = &at, s.press.kindOf(r.Record)
		}
		v.opened.Record = r.Record.ForQuarter()
	}
	return v
}

// entries returns what the registers say of volumes, in their order. Each register
// is read once, and parsed only where it is another than at the last survey.
func (s *Surveyor) entries(all []volume) (entries []Entry, problems []problem.Problem) {
	s.mu.Lock()
	books := library{known: maps.Clone(s.books), listed: map[string][]string{}, fresh: map[string]bool{}}
	s.mu.Unlock()
	told := map[string]bool{}
	for _, v := range all {
		e, err := books.ofVolume(v)
		for _, p := range ProblemsOf("", err) {
			if !told[p.Pos.String()] {
				told[p.Pos.String()] = true
				problems = append(problems, p)
			}
		}
		entries = append(entries, e)
	}
	maps.DeleteFunc(books.known, func(shown string, _ shelved) bool { return !books.fresh[shown] })
	s.mu.Lock()
	s.books = books.known
	s.mu.Unlock()
	return entries, problems
}

// ofVolume is the entry of a record. Of one that has a number and a date and no
// entry, Unregistered tells whether a register of its day is there without it.
func (l *library) ofVolume(v volume) (Entry, error) {
	rec := v.opened.Record
	if v.shelf == nil || rec == nil {
		return Entry{}, nil
	}
	e, err := l.entryOf(*v.shelf, v.opened, v.kind, rec.Agency.Code, v.sum)
	if err != nil || e.Document != nil || rec.Number == "" || rec.Date.IsZero() {
		return e, err
	}
	name := v.shelf.nameOf(rec.Agency.Code, register.Of(rec.Date, rec.Term))
	book, err := l.read(v.shelf.Folder, name)
	if err != nil || book.Register == nil {
		return e, err
	}
	if number, ok := register.Padded(rec.Number); ok {
		holder := book.Holder(v.kind, number)
		e.Unregistered = holder == nil || holder.Record != "" || holder.Date != rec.Date
	}
	return e, nil
}

// keep remembers volumes, and forgets those of records that are not there.
func (s *Surveyor) keep(all []volume) {
	volumes := make(map[string]volume, len(all))
	for _, v := range all {
		if v.sum != "" {
			volumes[v.opened.key()] = v
		}
	}
	s.mu.Lock()
	s.volumes = volumes
	s.mu.Unlock()
}
