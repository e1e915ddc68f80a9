package tmpl

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/templates"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// Each file of testdata/broken is a template and all that is wrong with it.
func TestBroken(t *testing.T) {
	paths, _ := filepath.Glob("testdata/broken/*.txtar")
	if len(paths) < 10 {
		t.Fatal("the broken templates are missing")
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got := problemsOf(t, a.Files[0].Data)
		if *update {
			a.Files = []txtar.File{a.Files[0], {Name: "problems", Data: []byte(got)}}
			if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
			t.Errorf("%s:\n%s", path, diff)
		}
	}
}

func problemsOf(t *testing.T, src []byte) string {
	t.Helper()
	_, err := Parse("a.yaml", src)
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v of a broken template", err)
	}
	var b strings.Builder
	for _, p := range e.Problems {
		fmt.Fprintf(&b, "%s: %s: %s\n    %s\n", p.Pos, p.Field, p.Message.VI, p.Message.EN)
	}
	return b.String()
}

func TestTooLarge(t *testing.T) {
	if got := problemsOf(t, make([]byte, maxSize+1)); !strings.Contains(got, "1 MB") {
		t.Error(got)
	}
}

// FuzzParse finds out whether any template makes Parse panic.
func FuzzParse(f *testing.F) {
	entries, err := templates.FS.ReadDir(".")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		src, _ := templates.FS.ReadFile(e.Name())
		f.Add(src)
	}
	f.Fuzz(func(_ *testing.T, src []byte) { Parse("a.yaml", src) })
}
