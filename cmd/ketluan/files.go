package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

var (
	errTooLarge   = errors.New("the file is too large")
	errNotRegular = errors.New("not a regular file")
	errAbsolute   = errors.New("not a relative path")
)

// maxRead bounds what is read of a record, a profile or a template, in bytes.
// One more is read, so that the reader below sees that there is too much.
const maxRead = 4<<20 + 1

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, &os.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	return io.ReadAll(io.LimitReader(f, maxRead))
}

// profiles returns what opens the profiles of a record in the given folder.
// Nothing but relative paths is opened, and no more than maxRead.
func profiles(dir string) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		path = filepath.FromSlash(path)
		if filepath.IsAbs(path) || filepath.VolumeName(path) != "" {
			return nil, errAbsolute
		}
		src, err := readFile(filepath.Join(dir, path))
		if err == nil && len(src) == maxRead {
			err = errTooLarge
		}
		return src, err
	}
}

// writeFile puts content at path whole or not at all. A file that stands there
// with other content is kept under a free name beside it, which is returned,
// unless overwrite is set; one with the same content is left alone.
func writeFile(path string, content []byte, overwrite bool) (kept string, err error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s: %w", path, errNotRegular)
	default:
		old, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		if bytes.Equal(old, content) {
			return "", nil
		}
		if !overwrite {
			if kept, err = keep(path, old); err != nil {
				return "", err
			}
		}
	}
	return kept, replace(path, content)
}

// keep makes a copy of a file beside it: a.pdf as a.cu-1.pdf ("cũ", old). The
// file itself stays where it is until the new one takes its place.
func keep(path string, content []byte) (string, error) {
	ext := filepath.Ext(path)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.cu-%d%s", strings.TrimSuffix(path, ext), n, ext)
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
			return name, nil // kept by an earlier run
		}
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name, replace(name, content)
		} else if err != nil {
			return "", err
		}
	}
}

// replace writes a temporary file beside path and renames it.
func replace(path string, content []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".ketluan-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(content); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// makeDir makes a folder and those above it, and returns the highest that it
// made, "" where all were there.
func makeDir(dir string) (made string, err error) {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || d == filepath.Dir(d) {
			break
		}
		made = d
	}
	return made, os.MkdirAll(dir, 0o755)
}
