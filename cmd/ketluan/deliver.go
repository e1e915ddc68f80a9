package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A delivery puts the files of one record into its folder: all of them, or
// none, with everything as it was before.
type delivery struct {
	dir       string
	overwrite bool // keep no old content

	// ours reports whether a content at a path is what an earlier run put there,
	// which may go. Nil: none is.
	ours func(path string, content []byte) bool

	// unsynced leaves it to the caller to see the files on the disk.
	unsynced bool

	made  []string // folders that were not there, outermost first
	files []*parcel
}

// A parcel is one file on its way to its place.
type parcel struct {
	path    string // its place
	content []byte
	temp    string // where the content waits; "" before and after
	old     bool   // another content stands at path
	ours    bool   // and is that of an earlier run
	aside   string // where the old file is now; "" is nowhere
	placed  bool
	kept    string // where the old content stays for the user; "" is nowhere
}

// deliver writes files by their names in dir, which it makes where needed, as
// it does the folders that a name may have before it.
// A file that stands there with another content is kept beside the new one, as
// the parcels tell, unless overwrite is set; one with the same content is left
// alone.
func deliver(dir string, names []string, contents [][]byte, overwrite bool) ([]*parcel, error) {
	return (&delivery{dir: dir, overwrite: overwrite}).deliver(names, contents)
}

func (d *delivery) deliver(names []string, contents [][]byte) ([]*parcel, error) {
	for i, name := range names {
		d.files = append(d.files, &parcel{path: filepath.Join(d.dir, name), content: contents[i]})
	}
	for _, step := range []func() error{d.makeDirs, d.stage, d.place} {
		if err := step(); err != nil {
			return nil, errors.Join(err, d.undo())
		}
	}
	for _, p := range d.files {
		p.settle(d.overwrite)
	}
	return d.files, nil
}

// makeDirs makes the folders of the files.
func (d *delivery) makeDirs() error {
	if err := d.makeDir(d.dir); err != nil {
		return err
	}
	made := d.dir
	for _, p := range d.files {
		if dir := filepath.Dir(p.path); dir != made {
			if err := d.makeDir(dir); err != nil {
				return err
			}
			made = dir
		}
	}
	return nil
}

// makeDir makes a folder and those above it.
func (d *delivery) makeDir(dir string) error {
	var missing []string
	dir = filepath.Clean(dir)
	info, err := os.Stat(dir)
	for ; err != nil && dir != filepath.Dir(dir); info, err = os.Stat(dir) {
		missing = append(missing, dir)
		dir = filepath.Dir(dir)
	}
	if err == nil && !info.IsDir() {
		return &fileError{dir, errNoFolder}
	}
	for _, dir := range slices.Backward(missing) {
		if err := os.Mkdir(dir, 0o777); errors.Is(err, fs.ErrExist) {
			continue // another program was faster, and its folder stays
		} else if err != nil {
			return &fileError{dir, err}
		}
		d.made = append(d.made, dir)
	}
	return nil
}

// stage looks at what stands in the places and writes the temporary files.
func (d *delivery) stage() error {
	for _, p := range d.files {
		same, err := p.look(d.ours)
		if err == nil && !same {
			err = p.write(!d.unsynced)
		}
		if err != nil {
			return &fileError{p.path, err}
		}
	}
	return nil
}

// look reports whether p's content stands in its place already.
func (p *parcel) look(ours func(string, []byte) bool) (same bool, err error) {
	info, err := os.Lstat(p.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, errNotRegular
	}
	p.old = true
	if ours == nil && info.Size() != int64(len(p.content)) {
		return false, nil
	}
	content, err := os.ReadFile(p.path)
	p.ours = err == nil && ours != nil && ours(p.path, content)
	return bytes.Equal(content, p.content), err
}

// tempName is that of a file that is on its way; another run may remove it.
func (p *parcel) tempName(n int) string {
	return filepath.Join(filepath.Dir(p.path), fmt.Sprintf(".ketluan-%d.tmp", n))
}

// write writes p's content to a temporary file beside its place.
func (p *parcel) write(sync bool) error {
	f, err := create(p.tempName)
	if err != nil {
		return err
	}
	p.temp = f.Name()
	_, err = f.Write(p.content)
	if err == nil && sync {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// create makes a new file under the first of the names 1, 2, 3 … that is free,
// so that no other program can have it.
func create(name func(n int) string) (*os.File, error) {
	for n := 1; ; n++ {
		f, err := os.OpenFile(name(n), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// place gives each file its name, the old one first going aside.
func (d *delivery) place() error {
	for _, p := range d.files {
		if p.temp == "" {
			continue
		}
		if p.old {
			if err := p.setAside(); err != nil {
				return &fileError{p.path, err}
			}
		}
		if err := os.Rename(p.temp, p.path); err != nil {
			return &fileError{p.path, err}
		}
		p.temp, p.placed = "", true
	}
	return nil
}

// setAside renames the old file to the first free name: a.pdf becomes
// a.cu-1.pdf ("cũ", old), or a temporary file where it is an earlier run's. The
// name is taken before it is used.
func (p *parcel) setAside() error {
	name := p.asideName
	if p.ours {
		name = p.tempName
	}
	f, err := create(name)
	if err != nil {
		return err
	}
	f.Close()
	if err := os.Rename(p.path, f.Name()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	p.aside = f.Name()
	return nil
}

func (p *parcel) asideName(n int) string {
	ext := filepath.Ext(p.path)
	return fmt.Sprintf("%s.cu-%d%s", strings.TrimSuffix(p.path, ext), n, ext)
}

// settle decides what becomes of the old file once all new ones stand: it goes
// where it is not wanted or where an earlier run kept the same.
func (p *parcel) settle(overwrite bool) {
	if p.aside == "" {
		return
	}
	p.kept = p.aside
	earlier := ""
	if unwanted := overwrite || p.ours; !unwanted {
		if earlier = p.keptEarlier(); earlier == "" {
			return
		}
	}
	if os.Remove(p.aside) == nil { // what cannot be removed stays, and the user is told
		p.kept = earlier
	}
}

// keptEarlier returns where an earlier run kept the content of the old file.
func (p *parcel) keptEarlier() string {
	for n := 1; ; n++ {
		name := p.asideName(n)
		if name == p.aside {
			return ""
		}
		if sameFile(name, p.aside) {
			return name
		}
	}
}

// sameFile reports whether two files are there and have one content.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	if err != nil || x.Size() != y.Size() || !x.Mode().IsRegular() {
		return false
	}
	one, err := os.ReadFile(a)
	if err != nil {
		return false
	}
	other, err := os.ReadFile(b)
	return err == nil && bytes.Equal(one, other)
}

// undo takes everything back that has been done so far.
func (d *delivery) undo() error {
	var failed []error
	try := func(path string, err error) {
		if err != nil {
			failed = append(failed, &fileError{path, err})
		}
	}
	for _, p := range slices.Backward(d.files) {
		if p.temp != "" {
			try(p.temp, os.Remove(p.temp))
		}
		switch {
		case p.aside != "":
			try(p.aside, os.Rename(p.aside, p.path))
		case p.placed:
			try(p.path, os.Remove(p.path))
		}
	}
	for _, dir := range slices.Backward(d.made) {
		try(dir, os.Remove(dir)) // fails where another program has put something into it
	}
	return errors.Join(failed...)
}
