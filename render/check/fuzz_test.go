package check

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/record"
)

// Whatever the record: no panic, places inside the file, whole messages, and
// edits that give a file which can be read as well as the one before.
func FuzzRecord(f *testing.F) {
	rules, _ := filepath.Glob("testdata/rules/*.txtar")
	for _, name := range rules {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			f.Add(whole(string(file.Data)))
		}
	}
	examples, _ := filepath.Glob("../../examples/*.yaml")
	for _, name := range examples {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Add(sentence("Thứ Hai, ngày 99/99/9999 ,, (1) a (2) b (4) c f) điểm f khoản 1"))
	f.Fuzz(func(t *testing.T, src string) {
		open := func(string) ([]byte, error) { return []byte(src), nil }
		rec, problems := record.Parse([]byte(src), record.Source{Name: "a.yaml", Open: open})
		findings := Record(rec, problems)
		var edits []record.Edit
		for _, found := range findings {
			if found.Pos.Line < 0 || found.Pos.Col < 0 || found.Message.VI == "" || found.Message.EN == "" || found.Rule == nil {
				t.Fatalf("bad finding %+v", found)
			}
			if rec != nil && found.Pos.Line > 0 && found.Pos.Col > utf8.RuneCountInString(rec.Line(found.Pos.File, found.Pos.Line))+1 {
				t.Fatalf("outside of its line: %+v", found)
			}
			edits = append(edits, found.Edits...)
		}
		own := edits[:0:0]
		for _, e := range edits {
			if e.File == "a.yaml" {
				own = append(own, e)
			}
		}
		if _, _, err := record.Mend([]byte(src), own); err != nil && !errors.Is(err, record.ErrNotMended) {
			t.Fatalf("%v: %+v", err, own)
		}
	})
}
