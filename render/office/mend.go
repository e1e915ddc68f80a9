package office

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"ketluan/render/check"
	"ketluan/render/record"
)

// maxRounds bounds how often a record is mended: one mend may bring another
// finding to light, or two have lain one over the other.
const maxRounds = 5

// mend carries out what has one right answer in a record and its profile, and
// reviews what is left. A round that does not lessen the findings is dropped,
// and nothing is written of it. Record and profile are written both or neither.
func mend(ctx context.Context, p *Press, f Found) Review {
	release, err := f.Folder.Hold(ctx)
	if errors.Is(err, fs.ErrPermission) {
		release, err = func() error { return nil }, nil // what needs no mending is reviewed all the same
	}
	if err != nil {
		return failed(Open(p.Renderer, f), About(f.Folder, f.Name, err))
	}
	now := review(nil, p.Renderer, Open(p.Renderer, f))
	if now.Err == nil {
		if now.Issued = spared(p, now); now.Issued == nil {
			now = mendOpened(ctx, p, now)
		}
	}
	if err := release(); err != nil && now.Err == nil {
		now.Err = About(f.Folder, f.Name, err)
	}
	return now
}

func failed(o Opened, err error) Review {
	o.Err = err
	return Review{Opened: o}
}

func mendOpened(ctx context.Context, p *Press, now Review) Review {
	d := &desk{opened: now.Opened, files: map[string][]byte{}, places: map[string]int{}}
	for range maxRounds {
		next := d.mended(now.Findings)
		if next == nil {
			break
		}
		o := now.Opened
		o.read(p.Renderer, next.content(o.Path), next.files)
		then := review(nil, p.Renderer, o)
		fewer := len(then.Findings) < len(now.Findings) || len(now.Findings) == check.MaxFindings
		if !fewer || unread(then) > unread(now) {
			break
		}
		d, now = next, then
	}
	var err error
	if now.Mended, err = d.write(ctx); err != nil {
		now.Err = err
	}
	return now
}

// unread counts what the parser finds.
func unread(v Review) int {
	n := 0
	for _, f := range v.Findings {
		if f.Rule.ID == check.ParserRule {
			n++
		}
	}
	return n
}

// A desk has a record and its profile as they are being mended.
type desk struct {
	opened Opened            // as they were read
	files  map[string][]byte // as mended, by the names that places have
	places map[string]int    // mended in each
}

// content returns a file as it is by now.
func (d *desk) content(place string) []byte {
	if content, ok := d.files[place]; ok {
		return content
	}
	if place == d.opened.Path {
		return d.opened.Source
	}
	for i, name := range d.opened.Record.FileNames() {
		if name == place {
			return d.opened.Record.Sources[i].Bytes
		}
	}
	return nil
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
	next := &desk{opened: d.opened, files: maps.Clone(d.files), places: maps.Clone(d.places)}
	for file, list := range edits {
		made, n, err := record.Mend(d.content(file), list)
		if err == nil && n > 0 {
			next.files[file] = made
			next.places[file] += n
		}
	}
	if maps.Equal(next.places, d.places) {
		return nil
	}
	return next
}

// write puts the files in their places. Those of one folder go together; a
// profile in another goes first: a record that is mended to fit it comes after.
func (d *desk) write(ctx context.Context) ([]Mended, error) {
	var mended []Mended
	changes := map[Folder][]Change{}
	var order []Folder
	for _, place := range slices.Sorted(maps.Keys(d.files)) {
		at := ref{d.opened.Folder, d.opened.Name}
		if place != d.opened.Path {
			at = d.opened.profiles[place]
		}
		if info, err := at.Folder.Lstat(at.Name); err != nil || !info.Mode().IsRegular() {
			return nil, &FileError{at.Folder.Path(at.Name), errors.Join(err, linkOf(info))}
		}
		was := (&desk{opened: d.opened}).content(place)
		if changes[at.Folder] == nil {
			order = append(order, at.Folder)
		}
		changes[at.Folder] = append(changes[at.Folder], Change{Name: at.Name, Bytes: d.files[place], Was: []string{SumOf(was)}, MustStand: true})
		mended = append(mended, Mended{File: shownAs(d.opened, place), Places: d.places[place]})
	}
	slices.SortStableFunc(order, func(a, b Folder) int {
		switch d.opened.Folder {
		case a:
			return 1
		case b:
			return -1
		}
		return 0
	})
	for _, f := range order {
		if _, err := f.Apply(ctx, changes[f]); err != nil {
			return nil, About(f, d.opened.Name, err)
		}
	}
	return mended, nil
}

func linkOf(info fs.FileInfo) error {
	if info != nil && info.Mode().Type() == fs.ModeSymlink {
		return ErrNoMendingLink
	}
	return ErrNotRegular
}

// shownAs returns what messages call a file that a place names.
func shownAs(o Opened, place string) string {
	if at := o.profiles[place]; at.Folder != nil && at.Folder == o.Folder {
		return at.Folder.Path(at.Name)
	}
	return place
}
