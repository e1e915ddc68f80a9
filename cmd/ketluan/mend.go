package main

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"ketluan/render"
	"ketluan/render/check"
	"ketluan/render/record"
)

// mended is a file that was changed.
type mended struct {
	path   string
	places int
}

// maxRounds bounds how often a record is mended: one mend may bring another
// finding to light, or two have lain one over the other.
const maxRounds = 5

// mend carries out what has one right answer in a record and its profile, and
// reviews what is left. A round that does not lessen the findings is dropped,
// and nothing is written of it.
func (a *app) mend(ctx context.Context, r *render.Renderer, path string) review {
	src, err := a.readRecord(ctx, path)
	if err != nil {
		return review{path: path, err: err}
	}
	d := &desk{path: path, src: src, open: a.openProfile(path), profiles: map[string][]byte{}, places: map[string]int{}}
	now := reviewOf(r, path, d.src, d.read)
	for range maxRounds {
		next := d.mended(now.findings)
		if next == nil {
			break
		}
		then := reviewOf(r, path, next.src, next.read)
		fewer := len(then.findings) < len(now.findings) || len(now.findings) == check.MaxFindings
		if !fewer || problems(then) > problems(now) {
			break
		}
		d, now = next, then
	}
	for _, file := range slices.Sorted(maps.Keys(d.places)) {
		places, content := d.places[file], d.src
		if file != path {
			content = d.profiles[file]
		}
		file = filepath.FromSlash(file)
		if _, err := deliver(filepath.Dir(file), []string{filepath.Base(file)}, [][]byte{content}, true); err != nil {
			now.err = err
			return now
		}
		now.mended = append(now.mended, mended{file, places})
	}
	return now
}

// problems counts what the parser finds.
func problems(v review) int {
	n := 0
	for _, f := range v.findings {
		if f.Rule.ID == check.ParserRule {
			n++
		}
	}
	return n
}

// A desk has a record and its profiles as they are being mended.
type desk struct {
	path     string
	src      []byte
	open     func(string) ([]byte, error)
	profiles map[string][]byte // by the names that places have
	places   map[string]int    // mended, by file
}

// read opens a profile: the mended one where there is one.
func (d *desk) read(name string) ([]byte, error) {
	key := filepath.ToSlash(filepath.Join(filepath.Dir(d.path), filepath.FromSlash(name)))
	if content, ok := d.profiles[key]; ok {
		return content, nil
	}
	content, err := d.open(name)
	if err == nil {
		d.profiles[key] = content
	}
	return content, err
}

// mended returns the desk with all edits of the findings carried out; nil
// where there are none.
func (d *desk) mended(findings []check.Finding) *desk {
	edits := map[string][]record.Edit{}
	for _, f := range findings {
		for _, e := range f.Edits {
			edits[e.File] = append(edits[e.File], e)
		}
	}
	next := &desk{path: d.path, src: d.src, open: d.open, profiles: maps.Clone(d.profiles), places: maps.Clone(d.places)}
	any := false
	for file, list := range edits {
		content := d.src
		if file != d.path {
			key := filepath.ToSlash(filepath.Clean(filepath.FromSlash(file)))
			var ok bool
			if content, ok = d.profiles[key]; !ok {
				continue
			}
			file = key
		}
		made, n, err := record.Mend(content, list)
		if err != nil || n == 0 {
			continue
		}
		if file == d.path {
			next.src = made
		} else {
			next.profiles[file] = made
		}
		next.places[file] += n
		any = true
	}
	if !any {
		return nil
	}
	return next
}
