package amend

import (
	"os"
	"path/filepath"
	"testing"

	"ketluan/render/record"
)

// examples are the records of the examples, with their profiles.
func examples(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	names, _ := filepath.Glob("../../examples/*-*.yaml")
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(filepath.Base(name[:len(name)-5])) != ".profile" {
			all[filepath.Base(name)] = src
		}
	}
	return all
}

func read(src []byte) (*record.Record, int) {
	rec, problems := record.Parse(src, record.Source{Name: "a.yaml", Open: func(name string) ([]byte, error) {
		return os.ReadFile("../../examples/" + name)
	}})
	return rec, len(problems)
}

// Every example has a form whose outline has all its conclusions.
func TestExamplesHaveForms(t *testing.T) {
	for name, src := range examples(t) {
		rec, _ := read(src)
		f, err := ReadForm(src, Reading{Record: rec})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		n := 0
		var walk func([]*record.Item)
		walk = func(all []*record.Item) {
			for _, it := range all {
				n++
				walk(it.Items)
			}
		}
		walk(rec.Conclusions)
		if len(f.Items) != n || f.ItemsAt == 0 || len(f.Completions.Units) == 0 {
			t.Errorf("%s: %d items of %d, %+v", name, len(f.Items), n, f.Completions)
		}
	}
}
