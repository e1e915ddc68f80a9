// Package disk is an office's folder on a disk: it is read as it stands, and
// changed whole or not at all, under a lock that dies with its holder.
package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"ketluan/render/office"
)

// A Folder is a folder of the disk, for many goroutines. It need not be there:
// it is made when something is written, with those above it.
type Folder struct {
	dir     string // as the user named it
	staging string // the name of its folder for what is on its way

	// Together leaves many files of one Hold to be seen on the disk at once, by
	// Sync and release; else each is when it is applied.
	Together bool

	mu      sync.Mutex // of Hold, and of an Apply outside of one
	holding *holding   // nil: nobody holds it
}

// Open returns the folder that a user names.
func Open(dir string) *Folder { return OpenLane(dir, "") }

// OpenLane returns a folder for one of several runs that may change it side by
// side, for they write no file in common: each lane is held on its own. The
// lane "" is that of Open.
func OpenLane(dir, lane string) *Folder {
	staging := stagingName
	if lane != "" {
		staging += "-" + lane
	}
	return &Folder{dir: filepath.Clean(dir), staging: staging}
}

// stagingName is the folder for what is on its way.
const stagingName = ".ketluan"

// Path returns the path of a file as the user would type it.
func (f *Folder) Path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// Root tells which folders are one, however they were named.
func (f *Folder) Root() string {
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		return f.dir
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}

// Below returns a folder in f.
func (f *Folder) Below(dir string) office.Folder { return Open(f.Path(dir)) }

// Above returns the folder that holds f.
func (f *Folder) Above() (office.Folder, string, error) {
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		return nil, "", told(err)
	}
	if filepath.Dir(dir) == dir {
		return nil, "", fs.ErrNotExist
	}
	return Open(filepath.Dir(dir)), filepath.Base(dir), nil
}

// Open opens a regular file or a folder; it waits for nothing.
func (f *Folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if info, err := os.Stat(f.Path(name)); err != nil {
		return nil, named(name, err)
	} else if !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: office.ErrNotRegular}
	}
	file, err := os.OpenFile(f.Path(name), os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, named(name, err)
	}
	// what stood there may have been replaced since it was looked at
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() && !info.IsDir() {
		file.Close()
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.Join(office.ErrNotRegular, err)}
	}
	return file, nil
}

// Stat tells of a file, or of what a link points to.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	info, err := os.Stat(f.Path(name))
	return info, named(name, err)
}

// Lstat tells of a file or a link.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) {
	info, err := os.Lstat(f.Path(name))
	return info, named(name, err)
}

// ReadLink tells where a link points to.
func (f *Folder) ReadLink(name string) (string, error) {
	to, err := os.Readlink(f.Path(name))
	return to, named(name, err)
}

// ReadDir lists a folder in the order of its names.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(f.Path(name))
	return entries, named(name, err)
}

// named is an error about a file by its name in the folder, in words.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: "use", Path: name, Err: told(cause(err))}
}

// cause takes away what names a path of the machine.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	case errors.As(err, &call):
		return call.Err
	}
	return err
}
