package office

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
)

// A crowd is a folder with more records than are listed.
type crowd struct{ *Memory }

func (crowd) ReadDir(string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for n := range maxFound + 1 {
		name := fmt.Sprintf("r%d.yaml", n)
		info, err := fstest.MapFS{name: {}}.Lstat(name)
		if err != nil {
			return nil, err
		}
		all = append(all, fs.FileInfoToDirEntry(info))
	}
	return all, nil
}

func TestFindTooMany(t *testing.T) {
	_, err := Find(t.Context(), []Place{{Folder: crowd{NewMemory(nil)}, Name: "."}})
	var misuse *Misuse
	if !errors.As(err, &misuse) {
		t.Errorf("%v", err)
	}
}

// What two places name comes once, in the order of the places.
func TestFindOnce(t *testing.T) {
	m := NewMemory(map[string]string{"a/b.yaml": "", "a/c/d.yml": "", "a/.e.yaml": "", "a/x.profile.yaml": "", "a/b.progress.yaml": "", "a/b.txt": ""})
	l, err := Find(t.Context(), []Place{{Folder: m, Name: "a/c"}, {Folder: m, Name: "."}, {Folder: m, Name: "a/b.yaml"}})
	if err != nil || len(l.Records) != 2 || l.Records[0].Rel != "d.yml" || l.Records[1].Rel != "a/b.yaml" || l.Profiles != 1 || l.Ledgers != 1 || len(l.Seconds) != 0 {
		t.Errorf("%+v, %v", l, err)
	}
}
