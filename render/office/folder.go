// Package office is what an office does with its folders of records, replies
// and notices. Operations take folders and values, and return values: files,
// problems in both languages, figures. Nothing here prints, reads flags or a
// clock, or knows which language is spoken.
package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
)

// A Folder is one root that an operation reads and changes. Names are those of
// io/fs: slashes, no "..", "." for the root. Reading follows links, writing
// never does. Errors about one file are *fs.PathError with its name here.
//
// Open, Stat and ReadDir never wait: Open of a pipe or a device fails with
// ErrNotRegular.
type Folder interface {
	fs.ReadLinkFS // Open; ReadLink and Lstat do not follow links
	fs.StatFS     // follows them
	fs.ReadDirFS

	// Path returns what messages call a file: the name that the user would type.
	Path(name string) string

	// Above returns the folder that holds this one, and the name of this one
	// there; fs.ErrNotExist where there is none. It is for reading only.
	Above() (Folder, string, error)

	// Hold keeps other runs out of the folder until release is called, or the
	// program ends in whatever way. It completes or undoes what a run that was
	// killed has left half done. Where another run holds the folder it waits for
	// a while, then fails with ErrLocked; also when ctx ends. Applies within one
	// Hold may run at the same time, for different files.
	//
	// Release sees what was applied on the disk. After it the folder holds
	// nothing but files under their own names.
	Hold(ctx context.Context) (release func() error, err error)

	// Apply makes all of the changes, or none with an error. It holds the folder
	// meanwhile where Hold does not, and is on the disk when it returns; within a
	// Hold it may be so after Sync or release only.
	//
	// A run that is killed in Apply leaves either all old files or, after the
	// next Hold or Apply, all new ones. What it has put in place and was killed
	// before its release counts as its own: a later Apply replaces it like a
	// content of Was.
	//
	// The files that were kept come in the order of the changes.
	Apply(ctx context.Context, changes []Change) ([]Kept, error)

	// Sync sees what was applied so far on the disk.
	Sync() error
}

// A Change is one file that is to be written or removed. A file that already
// has the bytes is left alone, as is one to be removed that is not there.
type Change struct {
	Name   string
	Bytes  []byte
	Sum    string      // of Bytes, where it has been worked out already
	Remove bool        // the file goes; Bytes is not looked at
	Mode   fs.FileMode // of a new file; 0 is 0o644. One that stands keeps its own

	// Was are the sums of contents that may be replaced. A content that is none
	// of them is dealt with as Else says; that no file stands there is fine unless
	// MustStand is set.
	Was       []string
	MustStand bool
	Else      Otherwise
}

// Otherwise is what becomes of a content that a Change did not expect.
type Otherwise int

const (
	Refuse  Otherwise = iota // Apply fails with ErrMoved, or with ErrThere where Was is empty
	Keep                     // it stays beside the new file, under the first free name a.cu-1.pdf, a.cu-2.pdf ("cũ", old)
	Replace                  // it goes
)

// Kept is a content that stays beside the new file. Where an earlier run kept
// the same content, As is that file and no other is made.
type Kept struct {
	Name string
	As   string
}

// What a Folder says no with, beside fs.ErrNotExist and fs.ErrPermission.
var (
	ErrNotRegular = errors.New("not a regular file")
	ErrFolder     = errors.New("a folder")
	ErrNoFolder   = errors.New("not a folder")
	ErrHuge       = errors.New("a file too large to be one of ours")
	ErrLocked     = errors.New("another run is changing this folder")
	ErrMoved      = errors.New("the file has changed in the meantime")
	ErrThere      = errors.New("a file of this name stands here")
)

// SumOf returns the SHA-256 of a content in hexadecimal digits.
func SumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
