package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A foundFile is a file that may be a record.
type foundFile struct {
	path string // as the program opens it
	rel  string // from the directory given, with slashes, in NFC
	err  error  // why it cannot be opened, found out already
}

// stem is the name of the record's output.
func (f foundFile) stem() string { return stemOf(f.path) }

// findRecords returns the files below the directories that are named as
// records are, in the order of their paths from there; a file given by its own
// name is one too. Folders and files whose names begin with a dot are passed
// over. A folder that cannot be read is an error.
func findRecords(ctx context.Context, args []string) ([]foundFile, error) {
	var found []foundFile
	var failed []error
	for _, dir := range args {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				failed = append(failed, &fileError{path, err})
				return nil // WalkDir passes the folder over
			case path != dir && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir() || path != dir && !namedAsRecord(d.Name()):
				return nil
			}
			found = append(found, foundFile{path: path, rel: relative(dir, path), err: openable(path)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(found, func(a, b foundFile) int { return cmp.Compare(a.rel, b.rel) })
	return once(found), errors.Join(failed...)
}

// namedAsRecord reports whether a file is named as records are. Those that
// units' reports are gathered in are not.
func namedAsRecord(name string) bool {
	name = strings.ToLower(name)
	ext := filepath.Ext(name)
	return (ext == ".yaml" || ext == ".yml") && !strings.HasSuffix(strings.TrimSuffix(name, ext), ".progress")
}

// openable tells why what has the name of a record is no file: a pipe would
// never end.
func openable(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errNotRegular
	}
	return nil
}

func relative(dir, path string) string {
	rel, err := filepath.Rel(dir, path)
	if err != nil || rel == "." {
		rel = filepath.Base(path)
	}
	return norm.NFC.String(filepath.ToSlash(rel))
}

// once leaves out what two of the directories have in common.
func once(found []foundFile) []foundFile {
	known := map[string]bool{}
	return slices.DeleteFunc(found, func(f foundFile) bool {
		key, err := filepath.Abs(f.path)
		if err != nil {
			key = f.path
		}
		twice := known[key]
		known[key] = true
		return twice
	})
}
