package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// errLocked is a ledger that another run is writing.
var errLocked = errors.New("the ledger is being written by another run")

// How long a run waits for another to be done with a ledger: what is done
// while it is locked takes less than a second.
const (
	lockWait  = 10 * time.Second
	lockPause = 20 * time.Millisecond
)

// updateLedger reads the file at path, nil where there is none, and writes what
// change makes of it; nil is nothing to write. Runs at the same time do so one
// after the other, and whoever reads meanwhile sees the old file or the new one.
func updateLedger(ctx context.Context, path string, dryRun bool, change func(src []byte) ([]byte, error)) error {
	if !dryRun {
		unlock, err := lock(ctx, filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock"))
		if err != nil {
			return err
		}
		defer unlock()
	}
	for {
		src, err := readFile(path, maxLedger)
		if errors.Is(err, fs.ErrNotExist) {
			src, err = nil, nil
		}
		if err != nil {
			return err
		}
		content, err := change(src)
		if err != nil || content == nil || dryRun {
			return err
		}
		written, err := replace(path, src, content)
		if err != nil || written {
			return err
		}
	}
}

// lock takes a file that only one run can have made.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	for until := time.Now().Add(lockWait); ; {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err == nil {
			f.Close()
			return func() { os.Remove(path) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if time.Now().After(until) {
			return nil, errLocked
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPause):
		}
	}
}

// replace puts content in the place of a file whose content was old, nil for
// none. It reports false where somebody has saved the file in the meantime.
func replace(path string, old, content []byte) (written bool, err error) {
	p := &parcel{path: path, content: content}
	mode := fs.FileMode(0o644)
	switch info, err := os.Lstat(path); {
	case err == nil && !info.Mode().IsRegular():
		return false, errNotRegular
	case err == nil:
		mode = info.Mode().Perm()
	}
	if err := p.write(true); err != nil {
		return false, err
	}
	now, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && old == nil {
		err = nil
	}
	if err == nil && !bytes.Equal(now, old) {
		return false, os.Remove(p.temp)
	}
	if err == nil {
		err = os.Chmod(p.temp, mode)
	}
	if err == nil {
		err = os.Rename(p.temp, path)
	}
	if err != nil {
		return false, errors.Join(err, os.Remove(p.temp))
	}
	return true, nil
}
