package office

import (
	"io/fs"
	"sync"
	"sync/atomic"
)

// Steps are what changes of a folder come down to, one by one. Names are those
// of a Folder; no step goes through a link. An error is one of the causes, or a
// *fs.PathError with one.
type Steps interface {
	// Look tells of what has a name: fs.ErrNotExist where nothing has.
	Look(name string) (fs.FileInfo, error)

	Read(name string) ([]byte, error)
	List(dir string) ([]string, error)

	// Create makes a file that is not there, with just this mode, or for 0 with
	// that of any new file; durable is on the disk when it returns.
	Create(name string, content []byte, mode fs.FileMode, durable bool) error

	// Append adds to a file that is there; one that fails may have added a part.
	Append(name string, content []byte, durable bool) error

	// Link gives a file a second name, or where that cannot be a second, whole
	// file; fs.ErrExist where something has that name.
	Link(old, name string) error

	Rename(old, name string) error // over a file that has the name
	Remove(name string) error      // a file, or an empty folder
	Mkdir(name string) error

	// SyncDir sees the names in a folder on the disk.
	SyncDir(name string) error
}

// LockName is a file in the staging folder that is not swept: whoever holds the
// folder may hold it by that.
const LockName = "lock"

// An Applier makes changes of one folder, all or none, and completes those of
// a run that was killed. Whoever calls it keeps all others out.
type Applier struct {
	Steps   Steps
	Staging string // the folder for what is on its way: it must be there

	// Together leaves it to whoever holds the folder to see what he applied on
	// the disk, all at once.
	Together bool

	// own are the names with the sums of what killed runs had put in place.
	own  map[[2]string]bool
	kept map[string]bool // the journals that tell it
	next atomic.Int64    // the number of the last transaction

	telling sync.Mutex
	running string // the file of this run's journals that the next one goes into; "" is none yet
	length  int    // of it, in bytes
}
