package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/fonts"
	"ketluan/render/layout"
	"ketluan/render/record"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

const examples = "../examples"

func builtIn(t testing.TB, name string) *tmpl.Template {
	t.Helper()
	src, err := templates.FS.ReadFile(name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := tmpl.Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func newRenderer(t testing.TB) *Renderer {
	t.Helper()
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Family: family, Document: builtIn(t, "thong-bao-ket-luan"), Forms: []*tmpl.Template{builtIn(t, "dang-thong-bao")}, Workbooks: []*tmpl.Template{builtIn(t, "theo-doi")}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// parsed reads an example, or a record of its own text beside the examples.
func parsed(t testing.TB, r *Renderer, name string, src []byte) *record.Record {
	t.Helper()
	rec, problems := r.Read(name, src, func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(examples, path)) })
	for _, p := range problems {
		t.Fatalf("%s: %s: %s", p.Pos, p.Field, p.Message.EN)
	}
	return rec
}

func example(t testing.TB, r *Renderer, name string) *record.Record {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(examples, name))
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, r, name, src)
}

func exampleNames(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob(examples + "/20*.yaml")
	if len(files) < 3 {
		t.Fatal("the examples are missing")
	}
	for i, f := range files {
		files[i] = filepath.Base(f)
	}
	return files
}

// golden compares text with the file of that name in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s:\n%s", name, diff)
	}
}

// Each example's pages, every item at its place.
func TestExamplePages(t *testing.T) {
	r := newRenderer(t)
	for _, name := range exampleNames(t) {
		rec := example(t, r, name)
		d, err := r.Document(rec).Document(rec)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := layout.Pages(d, measurer{r.options.Family})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, strings.TrimSuffix(name, ".yaml")+".pages.txt", layout.Dump(pages))
	}
}

// The same record gives the same bytes, from any renderer and in any order.
func TestReproducible(t *testing.T) {
	names := exampleNames(t)
	first := map[string][]byte{}
	for _, order := range [][]string{names, {names[2], names[0], names[1]}} {
		r := newRenderer(t)
		for _, name := range order {
			files, err := r.Files(example(t, r, name))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				if before := first[name+f.Suffix]; before != nil && !bytes.Equal(before, f.Bytes) {
					t.Errorf("%s%s differs", name, f.Suffix)
				}
				first[name+f.Suffix] = f.Bytes
			}
		}
	}
	if len(first) != 2*len(names) {
		t.Errorf("%d files of %d records", len(first), len(names))
	}
}

// What the templates require is reported together with what else is wrong, once.
func TestReadReportsWhatTemplatesRequire(t *testing.T) {
	r := newRenderer(t)
	_, problems := r.Read("a.yaml", []byte("meeting-date: 31/9/2020\nagency: {name: Sở}\nconclusions: [Một việc]\nsigner: {name: A}\n"), nil)
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.String()+" "+p.Field)
	}
	want := []string{
		"a.yaml:1:1 subject", "a.yaml:1:1 recipients", "a.yaml:1:15 meeting-date",
		"a.yaml:2:9 agency.code", "a.yaml:2:9 agency.place", "a.yaml:4:9 signer.position",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Any record without problems can be rendered, and the PDF ends as one does.
func FuzzRender(f *testing.F) {
	r := newRenderer(f)
	for _, name := range exampleNames(f) {
		src, err := os.ReadFile(filepath.Join(examples, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	head := "meeting-date: 28/9/2020\nsubject: S\nagency: {name: N, code: C, place: P}\nsigner: {position: G, name: N}\nrecipients: [R]\n"
	for _, text := range []string{
		"😀", "Kê\u0301t lua\u0323\u0302n", "a\tb", "a\u00A0\u00A0b", "", strings.Repeat("dài ", 7000), strings.Repeat("x", 3000),
		"Ελληνικά Кириллица ≤≥ ½", "=1+1", "_x0041_ <&>\"'", "a - b - c", "./.",
	} {
		f.Add([]byte(head + "conclusions:\n  - {text: \"" + strings.ReplaceAll(text, `"`, `\"`) + "\", lead: VP}\n"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		rec, problems := r.Read("a.yaml", src, func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(examples, filepath.Base(path))) })
		if len(problems) > 0 {
			return
		}
		files, err := r.Files(rec)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		if !bytes.HasSuffix(files[0].Bytes, []byte("%%EOF\n")) || !bytes.HasPrefix(files[1].Bytes, []byte("PK")) {
			t.Fatal("not a PDF and a workbook")
		}
	})
}
