package office

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// An action is a change that something has to be done for.
type action struct {
	Change
	mode  fs.FileMode // 0 is that of any new file
	stood bool        // another content stands in the place
	aside string      // the name that it is kept under; "" is none
	link  bool        // that name is still to be given

	temp, saved    string // where the new content waits, and the old for undoing
	linked, placed bool
}

// Apply makes changes as Folder's does. Held changes are those of a run that
// goes on, and stay known as its own until Clear.
func (a *Applier) Apply(changes []Change, held bool) (kept []Kept, err error) {
	var actions []*action
	absent := a.absent(changes)
	for _, c := range changes {
		act, err := a.look(c, absent)
		if err != nil {
			return nil, at(c.Name, err)
		}
		if act != nil {
			actions = append(actions, act)
		}
	}
	if len(actions) == 0 {
		return nil, nil
	}
	t := &transaction{Applier: a, actions: actions, held: held, id: a.next.Add(1)}
	if err := t.run(); err != nil {
		return nil, err
	}
	for _, act := range actions {
		if act.aside != "" {
			kept = append(kept, Kept{Name: act.Name, As: act.aside})
		}
	}
	return kept, nil
}

// absent returns the folder of the first change, with a slash, where it is not there:
// what is to stand below it is new, and is looked for no more. "" is none.
func (a *Applier) absent(changes []Change) string {
	if len(changes) < 2 {
		return ""
	}
	folder, _, below := strings.Cut(changes[0].Name, "/")
	if !below {
		return ""
	}
	if _, err := a.Steps.Look(folder); !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return folder + "/"
}

// maxOld bounds a file that is looked at before it is replaced, in bytes.
const maxOld = 1 << 30

// look compares a change with what stands in its place; nil where nothing is
// to be done.
func (a *Applier) look(c Change, absent string) (*action, error) {
	if !fs.ValidPath(c.Name) || c.Name == "." {
		return nil, fs.ErrInvalid
	}
	act := &action{Change: c, mode: c.Mode}
	if absent != "" && strings.HasPrefix(c.Name, absent) && !c.MustStand && !c.Remove {
		return act, nil
	}
	info, err := a.Steps.Look(c.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.MustStand:
		return nil, ErrMoved
	case errors.Is(err, fs.ErrNotExist) && c.Remove:
		return nil, nil
	case errors.Is(err, fs.ErrNotExist):
		return act, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrNotRegular
	case info.Size() > maxOld:
		return nil, ErrHuge
	}
	old, err := a.Steps.Read(c.Name)
	if err != nil {
		return nil, err
	}
	if !c.Remove && string(old) == string(c.Bytes) {
		return nil, nil
	}
	act.stood, act.mode = true, info.Mode().Perm()
	return act, a.judge(act, old)
}

// judge decides what becomes of the content that stands there.
func (a *Applier) judge(act *action, old []byte) error {
	sum := SumOf(old)
	switch {
	case slices.Contains(act.Was, sum) || a.own[[2]string{act.Name, sum}] || act.Else == Replace:
		return nil
	case act.Else == Refuse && len(act.Was) == 0:
		return ErrThere
	case act.Else == Refuse:
		return ErrMoved
	}
	for n := 1; ; n++ {
		name := asideName(act.Name, n)
		info, err := a.Steps.Look(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			act.aside, act.link = name, true
			return nil
		case err != nil:
			return at(act.Name, cut(err))
		case !info.Mode().IsRegular() || info.Size() != int64(len(old)):
			continue
		}
		if there, err := a.Steps.Read(name); err == nil && string(there) == string(old) {
			act.aside = name // an earlier run kept the same
			return nil
		}
	}
}

// asideName is that of an old file: a.pdf becomes a.cu-1.pdf ("cũ", old).
func asideName(name string, n int) string {
	ext := path.Ext(name)
	return fmt.Sprintf("%s.cu-%d%s", strings.TrimSuffix(name, ext), n, ext)
}

// at says which file an error is about, where it does not say so itself.
func at(name string, err error) error {
	var path *fs.PathError
	var told *FileError
	if err == nil || errors.As(err, &path) || errors.As(err, &told) {
		return err
	}
	return &fs.PathError{Op: "change", Path: name, Err: err}
}

// A transaction is one Apply on its way.
type transaction struct {
	*Applier
	actions []*action
	held    bool
	id      int64
	told    bool     // what it is about to do stands in a journal
	made    []string // folders that were not there, outermost first
	last    string   // the folder that the last file went into
}

func (t *transaction) run() error {
	for _, step := range []func() error{t.stage, t.write, t.place} {
		if err := step(); err != nil {
			return errors.Join(err, t.undo())
		}
	}
	return t.settle()
}

// stage writes the new contents, and gives the old ones a second name where
// several files could be left half done.
func (t *transaction) stage() error {
	for i, act := range t.actions {
		if !act.Remove {
			temp := fmt.Sprintf("%s/%d-%d.new", t.Staging, t.id, i)
			if err := t.Steps.Create(temp, act.Bytes, act.mode, t.durable()); err != nil {
				return at(act.Name, cut(err))
			}
			act.temp = temp
		}
		if act.stood && len(t.actions) > 1 {
			saved := fmt.Sprintf("%s/%d-%d.old", t.Staging, t.id, i)
			if err := t.Steps.Link(act.Name, saved); err != nil {
				return at(act.Name, cut(err))
			}
			act.saved = saved
		}
	}
	return nil
}

// place gives each file its name.
func (t *transaction) place() error {
	for _, act := range t.actions {
		if err := t.one(act); err != nil {
			return at(act.Name, err)
		}
	}
	return nil
}

func (t *transaction) one(act *action) error {
	if act.Remove {
		act.placed = true
		return t.Steps.Remove(act.Name)
	}
	dir := path.Dir(act.Name)
	if err := t.makeDirs(dir); err != nil {
		return err
	}
	t.last = dir
	if act.link {
		if err := t.Steps.Link(act.Name, act.aside); err != nil {
			return cut(err)
		}
		act.linked = true
	}
	if !act.stood && act.Else == Refuse { // no other program's file is written over
		if err := t.Steps.Link(act.temp, act.Name); errors.Is(err, fs.ErrExist) {
			return ErrThere
		} else if err != nil {
			return cut(err)
		}
		act.placed = true
		return cut(t.Steps.Remove(act.temp))
	}
	if err := t.Steps.Rename(act.temp, act.Name); err != nil {
		return cut(err)
	}
	act.placed = true
	return nil
}

// makeDirs makes a folder and those above it. One that is a link is refused.
func (t *transaction) makeDirs(dir string) error {
	if dir == "." || dir == t.last {
		return nil
	}
	info, err := t.Steps.Look(dir)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return &fs.PathError{Op: "mkdir", Path: dir, Err: ErrNoFolder}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := t.makeDirs(path.Dir(dir)); err != nil {
		return err
	}
	if err := t.Steps.Mkdir(dir); errors.Is(err, fs.ErrExist) {
		return nil // another part of the run was faster, and its folder stays
	} else if err != nil {
		return &fs.PathError{Op: "mkdir", Path: dir, Err: cut(err)}
	}
	t.made = append(t.made, dir)
	return nil
}

// settle drops what was kept for undoing, once all files stand. What cannot be
// dropped is swept with the staging folder.
func (t *transaction) settle() error {
	dirs := map[string]bool{}
	for _, act := range t.actions {
		if act.saved != "" {
			t.Steps.Remove(act.saved)
		}
		dirs[path.Dir(act.Name)] = true
		if act.Remove {
			t.Steps.Remove(path.Dir(act.Name)) // fails where the folder is not empty
		}
	}
	for dir := range dirs {
		if !t.durable() {
			break
		}
		if err := t.Steps.SyncDir(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return at(dir, err)
		}
	}
	if t.told && !t.held {
		t.Steps.Remove(t.journal())
	}
	return nil
}

// durable reports whether the changes are on the disk when they are made.
func (t *transaction) durable() bool { return !t.held || !t.Together }
