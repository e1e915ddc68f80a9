package disk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ketluan/render/office"
)

// How long a run waits for another to be done with a folder.
const (
	lockWait  = 10 * time.Second
	lockPause = 20 * time.Millisecond
)

// A holding is a folder that this run holds.
type holding struct {
	root    *os.Root
	made    []string // folders that were not there, outermost first
	change  *office.Applier
	lock    *lock
	staging string

	together bool
}

// Hold keeps other runs out of the folder, or of its lane.
func (f *Folder) Hold(ctx context.Context) (func() error, error) {
	f.mu.Lock()
	h, err := f.take(ctx)
	if err != nil {
		f.mu.Unlock()
		return nil, err
	}
	f.holding = h
	f.mu.Unlock()
	return func() error {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.holding = nil
		return h.release(true)
	}, nil
}

// Apply makes changes, all or none.
func (f *Folder) Apply(ctx context.Context, changes []office.Change) ([]office.Kept, error) {
	f.mu.Lock()
	if h := f.holding; h != nil {
		f.mu.Unlock()
		return h.change.Apply(changes, true)
	}
	defer f.mu.Unlock()
	h, err := f.take(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := h.change.Apply(changes, false)
	if releasing := h.release(false); err == nil {
		err = releasing
	}
	return kept, err
}

// Sync sees what was applied within a Hold on the disk.
func (f *Folder) Sync() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.holding == nil {
		return nil
	}
	return f.holding.sync()
}

func (h *holding) sync() error {
	if !h.change.Together {
		return nil // it is there
	}
	root, err := h.root.Open(".")
	if err != nil {
		return named(".", err)
	}
	defer root.Close()
	return named(".", syncAll(root))
}

// take makes the folder where it is not there, waits for its lock, and
// completes what a killed run has left.
func (f *Folder) take(ctx context.Context) (*holding, error) {
	until := time.Now().Add(lockWait)
	for {
		h, err := f.try()
		if err == nil {
			return h, nil
		}
		if !errors.Is(err, office.ErrLocked) || time.Now().After(until) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(office.ErrLocked, ctx.Err())
		case <-time.After(lockPause):
		}
	}
}

// try takes the folder if no other run has it.
func (f *Folder) try() (*holding, error) {
	h := &holding{staging: f.staging, together: f.Together}
	if err := h.take(f.dir); err != nil {
		h.drop()
		return nil, err
	}
	return h, nil
}

func (h *holding) take(dir string) (err error) {
	if h.made, err = makeDirs(dir); err != nil {
		return err
	}
	if h.root, err = os.OpenRoot(dir); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return office.ErrLocked // the run that made it has just taken it away
		}
		return named(".", err)
	}
	s := steps{h.root}
	if err := s.Mkdir(h.staging); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	switch info, err := s.Look(h.staging); {
	case errors.Is(err, fs.ErrNotExist):
		return office.ErrLocked // as above
	case err != nil:
		return err
	case !info.IsDir():
		return &fs.PathError{Op: "use", Path: h.staging, Err: office.ErrNoFolder}
	}
	if h.lock, err = tryLock(h.root, h.staging); err != nil {
		return err
	}
	h.change = &office.Applier{Steps: s, Staging: h.staging, Together: h.together && syncsAll}
	return h.change.Recover()
}

// drop gives up what was taken so far.
func (h *holding) drop() {
	if h.lock != nil {
		h.lock.release()
	}
	if h.root != nil {
		h.root.Close()
	}
	for _, dir := range slices.Backward(h.made) {
		os.Remove(dir) // fails where something is in it
	}
}

// release lets the folder go. With clear nothing of ours stays in it; else
// what a killed run must know as its own does.
func (h *holding) release(clear bool) error {
	err := h.change.Sweep()
	if clear {
		err = errors.Join(err, h.sync(), h.change.Clear())
	}
	h.root.Remove(h.staging + "/" + office.LockName) // as far as it is there
	h.root.Remove(h.staging)                         // fails where something is in it
	h.drop()
	return err
}

// makeDirs makes a folder and those above it, and returns those that were not
// there, the outermost first.
func makeDirs(dir string) (made []string, err error) {
	var missing []string
	info, err := os.Stat(dir)
	for ; err != nil && dir != filepath.Dir(dir); info, err = os.Stat(dir) {
		if !errors.Is(err, fs.ErrNotExist) && !isNoFolder(err) {
			return nil, &office.FileError{Path: dir, Err: told(cause(err))}
		}
		missing = append(missing, dir)
		dir = filepath.Dir(dir)
	}
	if err == nil && !info.IsDir() {
		return nil, &office.FileError{Path: dir, Err: office.ErrNoFolder}
	}
	for _, dir := range slices.Backward(missing) {
		if err := os.Mkdir(dir, 0o777); errors.Is(err, fs.ErrExist) {
			continue // another program was faster, and its folder stays
		} else if err != nil {
			return made, &office.FileError{Path: dir, Err: told(cause(err))}
		}
		made = append(made, dir)
	}
	return made, nil
}
