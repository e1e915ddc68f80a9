package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"ketluan/render/office"
)

// steps are the steps of changes, in a root that no link leads out of.
type steps struct{ root *os.Root }

// real refuses a name that a link stands in the way of: what is written stays
// where it seems to be.
func (s steps) real(name string) error {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		info, err := s.root.Lstat(filepath.FromSlash(dir))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return named(dir, err)
		case !info.IsDir():
			return &fs.PathError{Op: "use", Path: dir, Err: office.ErrNoFolder}
		}
	}
	return nil
}

func (s steps) Look(name string) (fs.FileInfo, error) {
	if err := s.real(name); err != nil {
		return nil, err
	}
	info, err := s.root.Lstat(filepath.FromSlash(name))
	return info, named(name, err)
}

func (s steps) Read(name string) ([]byte, error) {
	info, err := s.Look(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: office.ErrNotRegular}
	}
	f, err := s.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, named(name, err)
	}
	defer f.Close()
	src := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(src[len(src):cap(src)])
		src = src[:len(src)+n]
		if errors.Is(err, io.EOF) {
			return src, nil
		}
		if err != nil {
			return nil, named(name, err)
		}
		if len(src) == cap(src) {
			src = append(src, 0)[:len(src)]
		}
	}
}

func (s steps) List(dir string) ([]string, error) {
	f, err := s.root.Open(filepath.FromSlash(dir))
	if err != nil {
		return nil, named(dir, err)
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	return names, named(dir, err)
}

func (s steps) Create(name string, content []byte, mode fs.FileMode, durable bool) error {
	perm := mode
	if perm == 0 {
		perm = 0o644
	}
	f, err := s.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return named(name, err)
	}
	if mode != 0 {
		err = f.Chmod(mode)
	}
	if err = errors.Join(err, put(f, content, durable)); err != nil {
		return errors.Join(named(name, err), s.root.Remove(filepath.FromSlash(name)))
	}
	return nil
}

func (s steps) Append(name string, content []byte, durable bool) error {
	f, err := s.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return named(name, err)
	}
	return named(name, put(f, content, durable))
}

// put writes to a file and closes it; durable is on the disk then.
func put(f *os.File, content []byte, durable bool) error {
	_, err := f.Write(content)
	if err == nil && durable {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (s steps) Link(old, name string) error {
	err := s.root.Link(filepath.FromSlash(old), filepath.FromSlash(name))
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) || isFull(err) {
		return named(name, err)
	}
	// a file system without links
	src, err := s.Read(old)
	if err != nil {
		return err
	}
	info, err := s.Look(old)
	if err != nil {
		return err
	}
	if _, err := s.root.Lstat(filepath.FromSlash(name)); err == nil {
		return &fs.PathError{Op: "link", Path: name, Err: fs.ErrExist}
	}
	return s.Create(name, src, info.Mode().Perm(), true)
}

func (s steps) Rename(old, name string) error {
	return named(name, s.root.Rename(filepath.FromSlash(old), filepath.FromSlash(name)))
}

func (s steps) Remove(name string) error {
	return named(name, s.root.Remove(filepath.FromSlash(name)))
}

func (s steps) Mkdir(name string) error {
	return named(name, s.root.Mkdir(filepath.FromSlash(name), 0o777))
}

func (s steps) SyncDir(name string) error {
	if !syncsDirs {
		return nil
	}
	f, err := s.root.Open(filepath.FromSlash(name))
	if err != nil {
		return named(name, err)
	}
	defer f.Close()
	return named(name, f.Sync())
}
