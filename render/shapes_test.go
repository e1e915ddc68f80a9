package render

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/decree"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
)

// Notices in the shapes that real ones have: each comes out word for word, as
// a foreign program reads it, and keeps every rule of the page. The texts
// beside the records are what was looked at.
func TestShapes(t *testing.T) {
	names, err := filepath.Glob("testdata/shapes/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no records", err)
	}
	r := newRenderer(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			rec, problems := r.Read(name, src, func(path string) ([]byte, error) { return os.ReadFile(filepath.Join("testdata/shapes", path)) })
			for _, p := range problems {
				t.Fatalf("%s: %s", p.Pos, p.Message.EN)
			}
			files, err := r.Files(rec)
			if err != nil {
				t.Fatal(err)
			}
			keepsRules(t, files[0].Bytes)
			saysEverything(t, rec, files[0].Bytes)
			readsAs(t, strings.TrimSuffix(name, ".yaml")+".txt", files[0].Bytes)
		})
	}
}

func keepsRules(t *testing.T, pdf []byte) {
	t.Helper()
	f, err := read.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	for _, result := range decree.Measure(f) {
		for _, fault := range result.Faults {
			t.Errorf("%s %s: page %d: %s", result.ID, result.Title.EN, fault.Page, fault.Message.EN)
		}
	}
}

// textOf returns what pdftotext reads in a file, with some options.
func textOf(t *testing.T, pdf []byte, options ...string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("there is no pdftotext")
	}
	cmd := exec.Command("pdftotext", append(options, "-", "-")...)
	cmd.Stdin = strings.NewReader(string(pdf))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// saysEverything looks for each text of a record in the notice, word for word.
func saysEverything(t *testing.T, rec *record.Record, pdf []byte) {
	t.Helper()
	page := " " + strings.Join(strings.Fields(textOf(t, pdf)), " ")
	look := func(text string) {
		for s := range strings.SplitSeq(text, "\n") {
			s = strings.TrimRight(strings.Join(strings.Fields(s), " "), ".;") // the last mark may become ./.
			if !strings.Contains(page, " "+s) && !strings.Contains(page, " "+strings.ToUpper(s)) {
				t.Errorf("the notice does not say %q", s)
			}
		}
	}
	for _, s := range append(append([]string{rec.Subject, rec.Signer.Name, rec.Signer.Position}, rec.Opening...), rec.Closing...) {
		look(s)
	}
	var walk func([]*record.Item)
	walk = func(items []*record.Item) {
		for _, it := range items {
			look(it.Heading)
			look(it.Text)
			look(it.After)
			walk(it.Items)
		}
	}
	walk(rec.Conclusions)
}

func readsAs(t *testing.T, name string, pdf []byte) {
	t.Helper()
	got := strings.ReplaceAll(textOf(t, pdf, "-layout"), "\f", "\n=====\n")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s:\n%s", name, diff)
	}
}
