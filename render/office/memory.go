package office

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"testing/fstest"
)

// stagingName is where Memory keeps what is on its way.
const stagingName = ".ketluan"

// errDead is what a Memory says that was killed.
var errDead = errors.New("the run was killed")

// Memory is a Folder in memory, as for tests and for what comes from a page. It
// can fail at its n-th step, or die there as a killed run does. It is for many
// goroutines.
type Memory struct {
	FailAt int  // the step that fails, from 1; 0 is none
	Dies   bool // the run is killed at that step: all after it fails too

	hold   chan struct{} // one token: whoever has it holds the folder
	mu     *sync.Mutex   // of all below
	files  fstest.MapFS
	steps  int
	dead   bool
	held   bool
	change *Applier
}

// NewMemory returns a folder of files by their names.
func NewMemory(files map[string]string) *Memory {
	m := &Memory{hold: make(chan struct{}, 1), mu: new(sync.Mutex), files: fstest.MapFS{}}
	for name, content := range files {
		m.files[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	m.hold <- struct{}{}
	return m
}

// Reborn returns the folder as a killed run has left it, for the next run.
func (m *Memory) Reborn() *Memory {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := &Memory{hold: make(chan struct{}, 1), mu: new(sync.Mutex), files: m.files}
	next.hold <- struct{}{}
	return next
}

// Put gives a name to what is no file: a link, a pipe.
func (m *Memory) Put(name string, mode fs.FileMode) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[name] = &fstest.MapFile{Mode: mode}
}

// Files returns the content of every file by its name.
func (m *Memory) Files() map[string]string {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := map[string]string{}
	for name, f := range m.files {
		if f.Mode.IsRegular() {
			all[name] = string(f.Data)
		}
	}
	return all
}

// Steps is how many steps there were so far.
func (m *Memory) Steps() int { return m.steps }

// Open opens a file or a folder.
func (m *Memory) Open(name string) (fs.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if f := m.files[name]; f != nil && !f.Mode.IsRegular() && !f.Mode.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular}
	}
	return m.files.Open(name)
}

// Stat is Lstat: Memory follows no links.
func (m *Memory) Stat(name string) (fs.FileInfo, error) { return m.Lstat(name) }

// Lstat tells of what has a name.
func (m *Memory) Lstat(name string) (fs.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.files.Lstat(name)
}

// ReadLink tells where a link points to.
func (m *Memory) ReadLink(name string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.files.ReadLink(name)
}

// ReadDir lists a folder.
func (m *Memory) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.files.ReadDir(name)
}

// Path returns the name itself.
func (m *Memory) Path(name string) string { return name }

// Above fails: nothing holds the folder.
func (m *Memory) Above() (Folder, string, error) { return nil, "", fs.ErrNotExist }

// Sync does nothing.
func (m *Memory) Sync() error { return nil }

// Hold keeps others out.
func (m *Memory) Hold(ctx context.Context) (func() error, error) {
	select {
	case <-m.hold:
	case <-ctx.Done():
		return nil, ErrLocked
	}
	if err := m.begin(); err != nil {
		m.hold <- struct{}{}
		return nil, err
	}
	m.setHeld(true)
	return func() error {
		m.setHeld(false)
		err := m.end(true)
		m.hold <- struct{}{}
		return err
	}, nil
}

func (m *Memory) setHeld(held bool) {
	m.mu.Lock()
	m.held = held
	m.mu.Unlock()
}

// Apply makes changes.
func (m *Memory) Apply(ctx context.Context, changes []Change) ([]Kept, error) {
	m.mu.Lock()
	held := m.held
	m.mu.Unlock()
	if held {
		return m.change.Apply(changes, true)
	}
	select {
	case <-m.hold:
	case <-ctx.Done():
		return nil, ErrLocked
	}
	defer func() { m.hold <- struct{}{} }()
	if err := m.begin(); err != nil {
		return nil, err
	}
	kept, err := m.change.Apply(changes, false)
	if ending := m.end(false); err == nil {
		err = ending
	}
	return kept, err
}

// begin makes the staging folder and completes what a killed run has left.
func (m *Memory) begin() error {
	m.change = &Applier{Steps: (*memorySteps)(m), Staging: stagingName}
	if err := m.change.Steps.Mkdir(stagingName); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return m.change.Recover()
}

// end takes the staging folder away, where nothing must stay in it.
func (m *Memory) end(clear bool) error {
	drop := m.change.Sweep
	if clear {
		drop = m.change.Clear
	}
	if err := drop(); err != nil {
		return err
	}
	m.change.Steps.Remove(stagingName) // stays where a killed run's journals do
	if m.dead {
		return errDead
	}
	return nil
}
