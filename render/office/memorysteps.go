package office

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/fstest"
)

// memorySteps are the steps of a Memory.
type memorySteps Memory

// step counts a step that changes something, and lets it through or not.
func (s *memorySteps) step() error {
	s.steps++
	switch {
	case s.dead:
		return errDead
	case s.steps != s.FailAt:
		return nil
	case s.Dies:
		s.dead = true
		return errDead
	}
	return errors.New("the disk is full")
}

func (s *memorySteps) Look(name string) (fs.FileInfo, error) { return (*Memory)(s).Lstat(name) }

func (s *memorySteps) Read(name string) ([]byte, error) {
	f, err := (*Memory)(s).Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func (s *memorySteps) List(dir string) ([]string, error) {
	entries, err := (*Memory)(s).ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // a folder that nobody made goes with its last file
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// do makes a step under the lock.
func (s *memorySteps) do(change func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.step(); err != nil {
		return err
	}
	return change()
}

// there reports that a name is taken.
func (s *memorySteps) there(name string) bool {
	_, err := s.files.Lstat(name)
	return err == nil
}

func (s *memorySteps) Create(name string, content []byte, mode fs.FileMode, _ bool) error {
	if mode == 0 {
		mode = 0o644
	}
	return s.do(func() error {
		if s.there(name) {
			return fs.ErrExist
		}
		s.files[name] = &fstest.MapFile{Data: bytes.Clone(content), Mode: mode}
		return nil
	})
}

// Append that fails has added the half, or at every other step the whole.
func (s *memorySteps) Append(name string, content []byte, _ bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[name]
	if f == nil {
		return fs.ErrNotExist
	}
	dead := s.dead
	err := s.step()
	switch {
	case dead:
		return err
	case err != nil:
		content = content[:len(content)*(1+s.steps%2)/2]
	}
	s.files[name] = &fstest.MapFile{Data: append(bytes.Clone(f.Data), content...), Mode: f.Mode}
	return err
}

func (s *memorySteps) Link(old, name string) error {
	return s.do(func() error {
		if s.there(name) {
			return fs.ErrExist
		}
		if s.files[old] == nil {
			return fs.ErrNotExist
		}
		s.files[name] = s.files[old]
		return nil
	})
}

func (s *memorySteps) Rename(old, name string) error {
	return s.do(func() error {
		if s.files[old] == nil {
			return fs.ErrNotExist
		}
		s.files[name] = s.files[old]
		delete(s.files, old)
		return nil
	})
}

func (s *memorySteps) Remove(name string) error {
	return s.do(func() error {
		below := func(other string) bool { return strings.HasPrefix(other, name+"/") }
		names := make([]string, 0, len(s.files))
		for other := range s.files {
			names = append(names, other)
		}
		switch {
		case slices.ContainsFunc(names, below):
			return errors.New("the folder is not empty")
		case s.files[name] == nil:
			return fs.ErrNotExist
		}
		delete(s.files, name)
		return nil
	})
}

func (s *memorySteps) Mkdir(name string) error {
	return s.do(func() error {
		if s.there(name) {
			return fs.ErrExist
		}
		s.files[path.Clean(name)] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
		return nil
	})
}

func (s *memorySteps) SyncDir(string) error { return nil }
