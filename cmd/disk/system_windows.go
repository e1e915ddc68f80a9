package disk

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"

	"ketluan/render/office"
)

// withoutWaiting is nothing here: a pipe has no name among the files.
const withoutWaiting = 0

// syncsDirs is whether the names in a folder are synced apart from the files.
const syncsDirs = false

// A lock is a file beside the staging folder that no other program can open, and
// that the system deletes when its holder ends, in whatever way.
type lock struct{ handle windows.Handle }

// tryLock makes the file, or fails with ErrLocked.
func tryLock(root *os.Root, staging string) (*lock, error) {
	name, err := windows.UTF16PtrFromString(filepath.Join(root.Name(), staging+".lock"))
	if err != nil {
		return nil, named(staging, err)
	}
	handle, err := windows.CreateFile(name, windows.GENERIC_WRITE|windows.DELETE, 0, nil, windows.OPEN_ALWAYS,
		windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_FLAG_DELETE_ON_CLOSE|windows.FILE_FLAG_OPEN_REPARSE_POINT, 0)
	for _, held := range []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_ACCESS_DENIED, windows.ERROR_PATH_NOT_FOUND, windows.ERROR_DELETE_PENDING} {
		if errors.Is(err, held) {
			return nil, office.ErrLocked
		}
	}
	if err != nil {
		return nil, named(staging, err)
	}
	return &lock{handle}, nil
}

func (l *lock) release() {
	if l.handle != 0 {
		windows.CloseHandle(l.handle)
		l.handle = 0
	}
}

func isNoFolder(err error) bool { return errors.Is(err, windows.ERROR_DIRECTORY) }

func isFull(err error) bool { return errors.Is(err, windows.ERROR_DISK_FULL) }
