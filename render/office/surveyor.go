package office

import (
	"sync"

	"ketluan/render/check"
)

// A Surveyor surveys folders again and again. What it has read of a record it reads
// anew only where the record, its profile or a table of it has changed: by the
// sums of their contents, not by the times of files. It is for many goroutines.
type Surveyor struct {
	press *Press

	mu      sync.Mutex
	volumes map[string]volume // by the keys of records
}

// NewSurveyor returns an empty one. A press that makes a document judges records
// for it.
func NewSurveyor(p *Press) *Surveyor { return &Surveyor{press: p, volumes: map[string]volume{}} }

// A volume is what a survey needs of a record, whatever the day.
type volume struct {
	opened Opened
	sum    string // of the record

	stops int // findings that keep it from going out
	gaps  int // those of them that are only not filled in
	line  int // of the first of them in the record; 0: in none
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
	r := review(nil, s.press.Renderer, Open(s.press.Renderer, f))
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
		v.opened.Record = r.Record.ForQuarter()
	}
	return v
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
