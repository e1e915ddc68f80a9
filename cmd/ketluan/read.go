package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const (
	maxRead = 4 << 20  // of a record, a profile or a template, in bytes
	maxFace = 32 << 20 // of a face, in bytes
)

// readRecord reads the record at path, or standard input where that is "-". A
// terminal or a pipe may never end: ctx ends the wait.
func (a *app) readRecord(ctx context.Context, path string) ([]byte, error) {
	type result struct {
		src []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		if path == "-" {
			r.src, r.err = readAll(a.in, maxRead)
		} else {
			r.src, r.err = readFile(path, maxRead)
		}
		done <- r
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-done:
		return r.src, r.err
	}
}

// readFile reads a file of at most limit bytes.
func readFile(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errFolder
	}
	return readAll(f, limit)
}

// readAll reads what is at most limit bytes; of more it reads one byte.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(src)) > limit {
		return nil, errTooLarge
	}
	return src, err
}

// openProfile opens the profiles of the record at path, by their paths from
// its folder. Its errors are in words for the user.
func (a *app) openProfile(path string) func(string) ([]byte, error) {
	dir := filepath.Dir(path) // of "-": the working folder
	return func(name string) ([]byte, error) {
		src, err := readBeside(dir, name)
		if err != nil {
			message, _ := inWords(err)
			return nil, errors.New(message.In(a.lang))
		}
		return src, nil
	}
}

func readBeside(dir, name string) ([]byte, error) {
	if strings.HasPrefix(name, "/") || strings.HasPrefix(name, `\`) || filepath.IsAbs(name) || filepath.VolumeName(name) != "" {
		return nil, errAbsolute
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	return readFile(path, maxRead)
}
