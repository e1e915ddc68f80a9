//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"ketluan/render/office"
)

// withoutWaiting opens a pipe without waiting for who writes into it.
const withoutWaiting = unix.O_NONBLOCK

// syncsDirs is whether the names in a folder are synced apart from the files.
const syncsDirs = true

// A lock is the staging folder itself, locked; or on a file system that locks
// no folders, as those of a network, a file in it.
type lock struct{ f *os.File }

// tryLock locks the staging folder, or fails with ErrLocked. The system lets go
// of the lock when its holder ends, in whatever way.
func tryLock(root *os.Root, staging string) (*lock, error) {
	l, err := lockAt(root, staging, unix.O_RDONLY)
	for _, unable := range []error{unix.EBADF, unix.EINVAL, unix.ENOTSUP, unix.EOPNOTSUPP, unix.ENOLCK} {
		if errors.Is(err, unable) {
			return lockAt(root, staging+"/"+office.LockName, unix.O_RDWR|unix.O_CREAT)
		}
	}
	return l, err
}

// lockAt locks what has a name.
func lockAt(root *os.Root, name string, how int) (*lock, error) {
	f, err := root.OpenFile(name, how|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, office.ErrLocked
	}
	if err != nil {
		return nil, named(name, err)
	}
	l := &lock{f}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		l.release()
		if errors.Is(err, unix.EWOULDBLOCK) {
			return nil, office.ErrLocked
		}
		return nil, named(name, err)
	}
	// whoever had it before may have taken it away since it was opened
	mine, err := f.Stat()
	if err != nil {
		l.release()
		return nil, named(name, err)
	}
	if now, err := root.Lstat(name); err != nil || !os.SameFile(mine, now) {
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
