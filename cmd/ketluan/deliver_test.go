package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// contents returns the files below dir, and its folders as "".
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			all[path] = ""
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

var both = [][]byte{[]byte("new a"), []byte("new b")}

// The second old file cannot go aside, for the name it would get is too long:
// the first, which stands by then, gives its place back.
func TestDeliverAllOrNone(t *testing.T) {
	long := strings.Repeat("b", 250) + ".xlsx"
	for _, old := range [][]string{{"a.pdf", long}, {long}} {
		dir := t.TempDir()
		for _, name := range old {
			write(t, filepath.Join(dir, name), "old "+name)
		}
		before := contents(t, dir)
		for _, overwrite := range []bool{false, true} {
			if _, err := deliver(dir, []string{"a.pdf", long}, both, overwrite); err == nil {
				t.Fatal("delivered")
			}
			if after := contents(t, dir); !maps.Equal(before, after) {
				t.Errorf("overwrite %v: before %q, after %q", overwrite, before, after)
			}
		}
	}
}

// A failure takes the folders away that were made for it, and no others.
func TestDeliverLeavesNoFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "mine"), "")
	before := contents(t, dir)
	if _, err := deliver(filepath.Join(dir, "x", "y"), []string{"a.pdf", "b\x00"}, both, false); err == nil {
		t.Fatal("delivered")
	}
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Errorf("before %q, after %q", before, after)
	}
}

// What an old file held is always there after a delivery, once.
func TestDeliverKeeps(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	deliverOne := func(content string, overwrite bool) string {
		t.Helper()
		parcels, err := deliver(dir, []string{"a.pdf"}, [][]byte{[]byte(content)}, overwrite)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Base(parcels[0].kept)
	}
	for _, tt := range []struct {
		old, new  string
		overwrite bool
		kept      string
	}{
		{"signed", "1", false, "a.cu-1.pdf"},
		{"filled", "2", false, "a.cu-2.pdf"},
		{"signed", "3", false, "a.cu-1.pdf"},
		{"same", "same", false, "."},
		{"unwanted", "4", true, "."},
	} {
		write(t, path, tt.old)
		if kept := deliverOne(tt.new, tt.overwrite); kept != tt.kept {
			t.Errorf("%q over %q: kept as %q, want %q", tt.new, tt.old, kept, tt.kept)
		}
	}
	want := []string{"", "4", "signed", "filled"}
	got := contents(t, dir)
	if !maps.Equal(got, map[string]string{dir: want[0], path: want[1], filepath.Join(dir, "a.cu-1.pdf"): want[2], filepath.Join(dir, "a.cu-2.pdf"): want[3]}) {
		t.Errorf("got %q", slices.Sorted(maps.Values(got)))
	}
}

// A file that stands there with the same bytes is not touched.
func TestDeliverLeavesSameAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	write(t, path, "new a")
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := deliver(filepath.Dir(path), []string{"a.pdf"}, both[:1], false); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Errorf("touched: %v", err)
	}
}
