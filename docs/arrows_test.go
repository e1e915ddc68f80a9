// Package ketluan_test holds the tests of the house itself: which package may
// import which, where the machine may be touched, and how long files and
// functions may be.
package ketluan_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// arrows are the imports among our own packages. A folder that is not here is
// not in the house yet: put it in.
var arrows = map[string][]string{
	"cmd/ketluan":          {"cmd/disk", "cmd/door", "cmd/page", "fonts", "render", "render/batch", "render/calendar", "render/check", "render/decree", "render/followup", "render/office", "render/pdf/read", "render/problem", "render/record", "render/register", "render/report", "render/revision", "render/tmpl"},
	"cmd/door":             {"render/problem"},
	"cmd/page":             {"cmd/door", "fonts", "render/amend", "render/calendar", "render/check", "render/decree", "render/doc", "render/followup", "render/intake", "render/kind", "render/layout", "render/ledger", "render/office", "render/pdf/read", "render/problem", "render/quarter", "render/record", "render/report", "render/svg"},
	"cmd/lexicon":          {"render/check"},
	"cmd/disk":             {"render/office", "render/problem"},
	"render":               {"fonts", "render/calendar", "render/doc", "render/docx", "render/followup", "render/ics", "render/kind", "render/layout", "render/ledger", "render/mail", "render/pdf", "render/problem", "render/record", "render/register", "render/reply", "render/report", "render/tmpl", "render/xlsx"},
	"render/amend":         {"render/calendar", "render/deadline", "render/problem", "render/record", "render/scalar"},
	"render/carry":         {"render/calendar", "render/followup", "render/problem", "render/record", "render/report", "render/scalar"},
	"render/clarity":       {"render/problem", "render/record"},
	"render/check/lexicon": {},
	"render/check":         {"render/calendar", "render/check/lexicon", "render/kind", "render/letters", "render/problem", "render/record", "render/wording"},
	"render/record":        {"render/calendar", "render/deadline", "render/kind", "render/letters", "render/problem", "render/scalar"},
	"render/letters":       {},
	"render/scalar":        {},
	"render/docx/read":     {"render/doc"},
	"render/revision":      {"render/docx", "render/docx/read", "render/problem", "render/record"},
	"render/intake":        {"render/calendar", "render/deadline", "render/doc", "render/docx/read", "render/letters", "render/pdf/read", "render/problem", "render/scalar"},
	"render/deadline":      {"render/calendar", "render/problem"},
	"render/office":        {"fonts", "render", "render/amend", "render/calendar", "render/carry", "render/check", "render/decree", "render/doc", "render/docx/read", "render/followup", "render/inbox", "render/intake", "render/kind", "render/layout", "render/ledger", "render/pdf/read", "render/pdf/sign", "render/problem", "render/record", "render/register", "render/reply", "render/report", "render/revision", "render/sheet", "render/tmpl", "templates"},
	"render/quarter":       {"render", "render/record"},
	"render/batch":         {"fonts", "render", "render/calendar", "render/office", "render/problem", "render/quarter", "render/record"},
	"render/problem":       {},
	"render/kind":          {},
	"render/calendar":      {"render/problem"},
	"render/decree":        {"render/doc", "render/kind", "render/pdf/read", "render/problem"},
	"render/followup":      {"render/calendar", "render/problem", "render/record", "render/report"},
	"render/ledger":        {"render/calendar", "render/followup", "render/problem", "render/record", "render/report"},
	"render/reply":         {"render/calendar", "render/followup", "render/problem", "render/record", "render/report", "render/sheet"},
	"render/register":      {"render/calendar", "render/kind", "render/problem", "render/record"},
	"render/report":        {"render/calendar", "render/problem", "render/record", "render/sheet"},
	"render/doc":           {},
	"render/docx":          {"render/doc", "render/layout", "render/opc"},
	"render/sheet":         {},
	"render/svg":           {"render/doc", "render/layout"},
	"render/tmpl":          {"render/calendar", "render/clarity", "render/doc", "render/followup", "render/kind", "render/problem", "render/record", "render/register", "render/report", "render/sheet", "render/wording"},
	"render/layout":        {"render/doc"},
	"render/pdf":           {"fonts", "render/doc", "render/layout"},
	"render/pdf/read":      {"fonts", "render/doc"},
	"render/wording":       {"render/calendar", "render/letters", "render/record"},
	"render/pdf/sign":      {"render/doc", "render/pdf/read", "render/problem"},
	"render/xlsx":          {"render/opc", "render/sheet"},
	"render/opc":           {},
	"render/mail":          {},
	"render/ics":           {"render/calendar"},
	"fonts":                {},
	"templates":            {},
	"render/inbox":         {"render/problem"},
}

// libraries are those that only some packages import, with all below them.
var libraries = map[string][]string{
	"embed":                      {"cmd/page", "fonts", "render/check/lexicon", "render/decree", "templates"},
	"github.com/go-pdf/fpdf":     {"render/pdf"},
	"github.com/klauspost":       {"render/opc", "render/pdf"},
	"crypto/x509":                {"render/pdf/sign"},
	"encoding/asn1":              {"render/pdf/sign"},
	"github.com/pdfcpu/pdfcpu":   {"render/pdf/read", "render/pdf/sign"},
	"github.com/spf13":           {"cmd/ketluan"},
	"github.com/xuri/excelize":   {"render/xlsx"},
	"golang.org/x/image":         {"fonts"},
	"golang.org/x/sys":           {"cmd/disk"},
	"golang.org/x/text/encoding": {"render/inbox", "render/pdf/read", "render/record"},
	"gopkg.in/yaml.v3":           {"render/amend", "render/decree", "render/record", "render/tmpl"},
}

// workers are the folders below cmd that start goroutines: one pool.
var workers = []string{"render/office"}

// machine are the packages that touch it: only commands import them, or what
// is below them.
var machine = []string{"io/ioutil", "log", "net", "os", "path/filepath", "plugin", "syscall"}

// parsers are packages below one of the machine that only read bytes: a mail
// that came as a file is parsed by the standard library, and no line is opened.
var parsers = map[string][]string{"net/mail": {"render/inbox"}}

// calls are those to packages that everybody may import, but not for this:
// the clock, the standard output, chance.
var calls = []string{
	"fmt.Print", "fmt.Printf", "fmt.Println", "fmt.Scan", "fmt.Scanf", "fmt.Scanln",
	"time.After", "time.AfterFunc", "time.NewTicker", "time.NewTimer", "time.Now", "time.Since", "time.Sleep", "time.Tick", "time.Until",
}

const (
	maxFileLines     = 300
	maxFunctionLines = 50
)

func TestHouse(t *testing.T) {
	found, err := look(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
	for dir := range arrows {
		if _, err := os.Stat("../" + dir); err != nil {
			t.Errorf("the arrows name %s, which is not there", dir)
		}
	}
}

// The rules are worth what they find: a small house with a breach of each.
func TestHouseFindsBreaches(t *testing.T) {
	house := fstest.MapFS{}
	var want []string
	for name, b := range breaches {
		house[name] = &fstest.MapFile{Data: []byte(b.src)}
		for _, f := range b.found {
			want = append(want, name+": "+f)
		}
	}
	found, err := look(house)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	if !slices.Equal(found, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
	for library := range maps.Keys(libraries) {
		house := fstest.MapFS{"render/doc/a.go": {Data: []byte("package doc\nimport _ \"" + library + "\"\n")}}
		if found, err := look(house); err != nil || len(found) != 1 {
			t.Errorf("%s in render/doc: %q, %v", library, found, err)
		}
	}
}

// Each arrow that is not there is missed: a room that imports any other is
// found, by the name of that other.
func TestEachArrowIsEnforced(t *testing.T) {
	for dir, allowed := range arrows {
		for other := range arrows {
			if other == dir || slices.Contains(allowed, other) {
				continue
			}
			house := fstest.MapFS{dir + "/a.go": {Data: []byte("package a\nimport _ \"ketluan/" + other + "\"\n")}}
			want := []string{dir + "/a.go: imports " + other}
			if found, err := look(house); err != nil || !slices.Equal(found, want) {
				t.Errorf("%s imports %s: %q, %v", dir, other, found, err)
			}
		}
		if below := !strings.HasPrefix(dir, "cmd/"); below && !slices.Contains(workers, dir) {
			house := fstest.MapFS{dir + "/a.go": {Data: []byte("package a\nfunc f() { go f() }\n")}}
			if found, err := look(house); err != nil || len(found) != 1 {
				t.Errorf("%s starts a goroutine: %q, %v", dir, found, err)
			}
		}
	}
}

// breaches are files with what is to be found in them.
var breaches = map[string]struct {
	src   string
	found []string
}{
	"render/doc/a.go": {"package doc\nimport (\n\"ketluan/render/layout\"\n\"gopkg.in/yaml.v3\"\n\"os\"\n\"os/user\"\n\"net/url\"\n)\n",
		[]string{"imports gopkg.in/yaml.v3", "imports net/url", "imports os", "imports os/user", "imports render/layout"}},
	"render/inbox/a.go": {"package inbox\nimport (\n\"net\"\n\"net/mail\"\n)\n", []string{"imports net"}},
	"render/xlsx/a.go":  {"package xlsx\nimport \"net/mail\"\n", []string{"imports net/mail"}},
	"render/doc/dot.go": {"package doc\nimport . \"strings\"\n", []string{"imports all of strings"}},
	"render/pdf/a.go":   {"package pdf\nimport \"time\"\nfunc init() {}\nfunc f() { go f(); _ = time.Now() }\n", []string{"calls time.Now", "has an init", "starts a goroutine"}},
	"render/pdf/b.go":   {"package pdf\nimport clock \"time\"\nfunc g() { h(clock.Since); println() }\n", []string{"calls println", "calls time.Since"}},
	"render/tmpl/a.go":  {"package tmpl\nvar v, w, x, y int\n", nil},
	"render/tmpl/b.go": {"package tmpl\nimport \"fmt\"\nfunc f() { v = 1; w++; x[0].a = 2; *y = 3; fmt.X = 4 }\n",
		[]string{"changes a variable of fmt", "changes the package variable v", "changes the package variable w", "changes the package variable x", "changes the package variable y"}},
	"render/tmpl/ok.go":       {"package tmpl\nfunc g(w int) { v := 1; v = 2; w = v; for x = range w {} ; var y int; y++ }\n", []string{"changes the package variable x"}},
	"render/helper/a.go":      {"package helper\n", []string{"the folder render/helper has no arrows"}},
	"render/layout/a.go":      {"package layout\n" + strings.Repeat("\n", 300), []string{"301 lines"}},
	"render/record/a.go":      {"package record\nfunc long() {\n" + strings.Repeat("\n", 50) + "}\n", []string{"long has 52 lines"}},
	"render/record/a_test.go": {"package record\nimport \"os\"\n", nil},
	"cmd/ketluan/main.go":     {"package main\nimport (\n\"os\"\n\"fmt\"\n\"ketluan/render/pdf\"\n)\nfunc main() { go fmt.Println(os.Args) }\n", []string{"imports render/pdf"}},
}
