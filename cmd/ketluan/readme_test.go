package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render/check"
	"ketluan/render/decree"
	"ketluan/render/office"
	"ketluan/render/record"
)

// README's record of ten lines has ten lines and renders.
func TestREADMERecord(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	record, _, ok := strings.Cut(rest, "```")
	if !ok || strings.Count(record, "\n") != 10 {
		t.Fatalf("README has no record of ten lines: %q", record)
	}
	var out, errs bytes.Buffer
	dir := t.TempDir()
	status := run(context.Background(), []string{"render", "-", "-o", dir}, streams{in: strings.NewReader(record), out: &out, err: &errs})
	if status != allGood || strings.Count(out.String(), dir) != 2 {
		t.Errorf("status %d\n%s%s", status, &out, &errs)
	}
}

// Ctrl-C stops between two records, and says so.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	dir := filepath.Join(t.TempDir(), "out")
	status := run(ctx, []string{"render", "../../examples/2020-q3-giao-ban.yaml", "-o", dir}, streams{out: &out, err: &errs})
	if _, err := os.Stat(dir); status != interrupted || out.Len() > 0 || !strings.Contains(errs.String(), "1 bản ghi chưa làm") || err == nil {
		t.Errorf("status %d, %s%s", status, &out, &errs)
	}
}

// guide returns a text of docs.
func guide(t *testing.T, name string) string {
	t.Helper()
	return textOf(t, filepath.Join("../../docs", name))
}

// The numbers of rules that the guides give are those there are.
func TestGuideNumbers(t *testing.T) {
	out := t.TempDir()
	if status, _, errs := runHere(t.Context(), nil, "render", "../../examples/2020-q3-giao-ban.yaml", "-o", out, "--only", "pdf"); status != allGood {
		t.Fatal(errs)
	}
	notice := office.VerifyFile((&app{}).place(t.Context(), filepath.Join(out, "2020-q3-giao-ban", "2020-q3-giao-ban.pdf")), office.VerifyOptions{})
	if notice.Err != nil || slices.ContainsFunc(notice.Results, func(r decree.Result) bool { return r.Status == decree.Broken }) {
		t.Fatalf("%+v", notice)
	}
	numbers := regexp.MustCompile(`(\d+) quy tắc( với một thông báo)?`)
	told := numbers.FindAllStringSubmatch(guide(t, "van-thu.md")+guide(t, "lanh-dao.md"), -1)
	if len(told) != 2 {
		t.Errorf("the guides count rules in %d places", len(told))
	}
	for _, m := range told {
		want := len(check.Rules())
		if m[2] != "" {
			want = len(notice.Results)
		}
		if m[1] != fmt.Sprint(want) {
			t.Errorf("a guide says %q: there are %d", m[0], want)
		}
	}
}

// rows returns the first cells of the table below a header.
func rows(t *testing.T, text, header string) []string {
	t.Helper()
	_, table, ok := strings.Cut(text, "\n| "+header+" |")
	if !ok {
		t.Fatalf("there is no table %s", header)
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var first []string
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, " | "); len(cells) > 1 && strings.HasPrefix(line, "| ") {
			first = append(first, strings.TrimPrefix(cells[0], "| "))
		}
	}
	return first
}

// A fieldRow is one line of the guide's table of fields.
type fieldRow struct{ keys, names, rest string }

func fieldRows(t *testing.T) []fieldRow {
	t.Helper()
	_, table, ok := strings.Cut(guide(t, "ban-ghi.md"), "\n| Mục | Tên tiếng Việt |")
	if !ok {
		t.Fatal("docs/ban-ghi.md has no table of fields")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var all []fieldRow
	for line := range strings.Lines(table) {
		if cells := strings.SplitN(strings.Trim(line, "| \n"), " | ", 3); len(cells) == 3 && strings.HasPrefix(line, "| `") {
			all = append(all, fieldRow{cells[0], cells[1], cells[2]})
		}
	}
	return all
}

// The guide's table has each key of records and profiles by both of its names, and
// no key that there is not.
func TestGuideFields(t *testing.T) {
	all := fieldRows(t)
	top := map[string]bool{}
	for _, k := range record.Keys() {
		above, key, within := strings.Cut(k.Path, ".")
		above = strings.TrimSuffix(above, "[]")
		if i := strings.LastIndex(key, "[]."); i >= 0 { // of a list within
			key = key[i+len("[]."):]
		}
		if !within {
			top[k.Path] = true
			if i := slices.IndexFunc(all, func(r fieldRow) bool { return strings.Contains(r.keys, "`"+k.Path+"`") }); i < 0 || !strings.Contains(all[i].names, k.VI) {
				t.Errorf("docs/ban-ghi.md lacks a field of records. Add this line to the table that begins with \"| Mục | Tên tiếng Việt |\":\n| `%s` | %s | %s |", k.Path, k.VI, k.About.VI)
			}
			continue
		}
		i := slices.IndexFunc(all, func(r fieldRow) bool { return strings.Contains(r.keys, "`"+above+"`") })
		if i < 0 || !strings.Contains(all[i].rest, "`"+key+"`") && !strings.Contains(all[i].rest, "`"+key+":") || !strings.Contains(all[i].rest, k.VI) {
			t.Errorf("docs/ban-ghi.md lacks a field of %s. In the table of fields, put this into the last cell of the line that begins with \"| `%s` |\":\n`%s` %s", above, above, key, k.VI)
		}
	}
	for _, r := range all {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(r.keys, -1) {
			if !top[m[1]] {
				t.Errorf("docs/ban-ghi.md's table of fields has %q, which records do not have: take it away, or put it into the table of render/record/fields.go", m[1])
			}
		}
	}
}

// Each folder with code is in the developers' table of folders, once.
func TestGuideFolders(t *testing.T) {
	var named, there []string
	for _, cell := range rows(t, guide(t, "developing.md"), "Folder") {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
			named = append(named, m[1])
		}
	}
	err := fs.WalkDir(os.DirFS("../.."), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && !slices.Contains(there, path.Dir(name)):
			there = append(there, path.Dir(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(named)
	slices.Sort(there)
	if !slices.Equal(named, there) {
		t.Errorf("docs/developing.md names the folders\n%q\nthere are\n%q", named, there)
	}
}

// No term is in README's glossary twice.
func TestREADMEGlossary(t *testing.T) {
	var terms []string
	for _, cell := range rows(t, textOf(t, "../../README.md"), "In the code") {
		terms = append(terms, strings.Split(cell, ", ")...)
	}
	slices.Sort(terms)
	if len(terms) < 20 || len(slices.Compact(slices.Clone(terms))) != len(terms) {
		t.Errorf("%q", terms)
	}
}

// What README and the guides link to is there, and each picture is in one of them.
func TestGuideLinks(t *testing.T) {
	shown := map[string]bool{}
	guides, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(guides) < 8 {
		t.Fatalf("%q: %v", guides, err)
	}
	for _, file := range append(guides, "../../README.md") {
		for _, m := range regexp.MustCompile(`(?:\]\(|src=")([^)"#]+)`).FindAllStringSubmatch(textOf(t, file), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			to := filepath.Join(filepath.Dir(file), m[1])
			shown[to] = true
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	pictures, err := filepath.Glob("../../docs/hinh/*.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range pictures {
		if !shown[picture] {
			t.Errorf("%s is in no guide", picture)
		}
	}
}

// The newest entry of the changes is that of this version, and entries go from
// the newest to the oldest.
func TestChanges(t *testing.T) {
	entries := regexp.MustCompile(`(?m)^## (\d+)\.(\d+)\.(\d+) — (\d{4}-\d\d-\d\d)$`).FindAllStringSubmatch(textOf(t, "../../docs/CHANGES.md"), -1)
	if len(entries) == 0 || entries[0][1]+"."+entries[0][2]+"."+entries[0][3] != version {
		t.Fatalf("the version is %s, the entries %q", version, entries)
	}
	for i := 1; i < len(entries); i++ {
		if newer, older := entries[i-1], entries[i]; newer[4] < older[4] || slices.Equal(newer[1:4], older[1:4]) {
			t.Errorf("%q stands above %q", newer[0], older[0])
		}
	}
}
