package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ketluan/render/office"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
)

var imported = flag.Int("imported", 40, "how many generated records TestImportGenerated makes, prints and reads again")

// What is printed of a record is read again from its PDF: the draft prints the
// same words, and has the same tasks with the same leads.
func TestImportGenerated(t *testing.T) {
	dir := t.TempDir()
	records, out, drafts, again := filepath.Join(dir, "records"), filepath.Join(dir, "out"), filepath.Join(dir, "drafts"), filepath.Join(dir, "again")
	generate(t, records, *imported, 7)
	here := func(args ...string) {
		t.Helper()
		if status, _, errs := runHere(t.Context(), nil, args...); status != allGood {
			t.Fatalf("%v\n%s", args, errs)
		}
	}
	here("batch", records, "-o", out, "--only", "pdf", "--records-only")
	here("import", out, "-o", drafts)
	made := found(t, drafts, ".yaml")
	made = slices.DeleteFunc(made, office.IsProfileName)
	if len(made) != *imported {
		t.Fatalf("%d drafts", len(made))
	}
	here(append([]string{"render", "-o", again, "--only", "pdf"}, made...)...)
	for _, draft := range made {
		stem := office.StemOf(draft)
		was, is := wordsOf(t, filepath.Join(out, stem, stem+".pdf")), wordsOf(t, filepath.Join(again, stem, stem+".pdf"))
		if was != is {
			t.Errorf("%s prints\n%s\nand again\n%s", stem, was, is)
		}
		source := found(t, records, stem+".yaml")[0]
		if was, is := tasksOf(t, source), tasksOf(t, draft); was != is {
			t.Errorf("%s has the tasks\n%s\nand again\n%s", stem, was, is)
		}
	}
}

// found returns the files below a folder whose names end so.
func found(t *testing.T, dir, ending string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ending) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func wordsOf(t *testing.T, name string) string {
	t.Helper()
	f, err := read.Open([]byte(textOf(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range f.Pages {
		for _, text := range p.Texts {
			b.WriteString(text.Text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// tasksOf writes the tasks of a record with who leads.
func tasksOf(t *testing.T, name string) string {
	t.Helper()
	rec, problems := record.Parse([]byte(textOf(t, name)), record.Source{Name: name, Open: func(profile string) ([]byte, error) {
		return os.ReadFile(filepath.Join(filepath.Dir(name), profile))
	}})
	if rec == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	var b bytes.Buffer
	for _, task := range rec.Tasks() {
		fmt.Fprintf(&b, "%s:", task.Text)
		for _, u := range task.Leads {
			fmt.Fprintf(&b, " %s;", u.Name)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
