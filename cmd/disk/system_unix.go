//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"

	"ketluan/render/office"
)

// withoutWaiting opens a pipe without waiting for who writes into it.
const withoutWaiting = unix.O_NONBLOCK

// syncsDirs is whether the names in a folder are synced apart from the files.
const syncsDirs = true

// A lock is the staging folder itself, locked.
type lock struct{ f *os.File }

// tryLock locks the staging folder, or fails with ErrLocked. The system lets go
// of the lock when its holder ends, in whatever way.
func tryLock(root *os.Root, staging string) (*lock, error) {
	f, err := root.Open(filepath.FromSlash(staging))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, office.ErrLocked
	}
	if err != nil {
		return nil, named(staging, err)
	}
	l := &lock{f}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		l.release()
		if errors.Is(err, unix.EWOULDBLOCK) {
			return nil, office.ErrLocked
		}
		return nil, named(staging, err)
	}
	// whoever had the folder before may have taken it away since it was opened
	mine, err := f.Stat()
	if err != nil {
		l.release()
		return nil, named(staging, err)
	}
	if now, err := root.Lstat(filepath.FromSlash(staging)); err != nil || !os.SameFile(mine, now) {
		l.release()
		return nil, office.ErrLocked
	}
	return l, nil
}

func (l *lock) release() { l.f.Close() }

func isNoFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
