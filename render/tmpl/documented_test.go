package tmpl

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render/record"
	"ketluan/render/report"
)

// described are the types that the sections of docs/mau.md are about.
var described = map[string][]reflect.Type{
	"every document":        {reflect.TypeFor[*view]()},
	"the document's own":    {reflect.TypeFor[*view](), reflect.TypeFor[*record.Statement]()},
	"the meeting":           {reflect.TypeFor[*view](), reflect.TypeFor[*record.Person](), reflect.TypeFor[*record.Session](), reflect.TypeFor[*record.Statement]()},
	"conclusions and tasks": {reflect.TypeFor[*item](), reflect.TypeFor[*annex](), reflect.TypeFor[*view]()},
	"the follow-up":         {reflect.TypeFor[*reportView](), reflect.TypeFor[*unitView](), reflect.TypeFor[*task](), reflect.TypeFor[*leader](), reflect.TypeFor[*lateTask]()},
	"mails, questions, the register": {
		reflect.TypeFor[*mailView](), reflect.TypeFor[*answerView](), reflect.TypeFor[*answerPlace](), reflect.TypeFor[*askingView](), reflect.TypeFor[*askedLine](),
		reflect.TypeFor[*registerView](), reflect.TypeFor[*documentView](), reflect.TypeFor[*seriesView](), reflect.TypeFor[*share](),
	},
}

var (
	codeIn   = regexp.MustCompile("`([^`]+)`")
	pathIn   = regexp.MustCompile(`(?:^|[\s("$])(\.[A-Z]\w*(?:\.[A-Z]\w*)*)`)
	filledIn = regexp.MustCompile(`\{\{.*?\}\}|(?:when|each|list|rows|date|number|count|field): *(?:"[^"]*"|[^,}]*)`)
)

// documented are the paths of fields by the sections of docs/mau.md, and its
// functions.
func documented(t *testing.T) (fields map[string][]string, called []string) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "mau.md"))
	if err != nil {
		t.Fatal(err)
	}
	fields = map[string][]string{}
	section := ""
	for line := range strings.Lines(string(page)) {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			_, section, _ = strings.Cut(strings.TrimSpace(title), " / ")
		}
		for i, cell := range strings.Split(line, "|") {
			for _, code := range codeIn.FindAllStringSubmatch(cell, -1) {
				if name, _, _ := strings.Cut(code[1], " "); section == "functions" && i == 1 {
					called = append(called, name)
				}
				for _, path := range pathIn.FindAllStringSubmatch(code[1], -1) {
					fields[section] = append(fields[section], path[1])
				}
			}
		}
	}
	return fields, called
}

// reached reports a path that leads to something from one of some types.
func reached(path string, types []reflect.Type) bool {
	return slices.ContainsFunc(types, func(at reflect.Type) bool {
		for name := range strings.SplitSeq(path[1:], ".") {
			if pointed(at) == reflect.TypeFor[said]() {
				return slices.Contains(reportNames(report.Fields()), name)
			}
			next, ok := member(at, name)
			if !ok {
				return false
			}
			at = next
		}
		return true
	})
}

// docs/mau.md names fields that there are, all functions, and each field that a
// built-in template uses.
func TestDocumented(t *testing.T) {
	fields, called := documented(t)
	all := map[string]bool{"IsZero": true, "String": true} // of any day or state
	for section, paths := range fields {
		types := described[section]
		if section == "" || section == "functions" {
			types = slices.Concat(slices.Collect(maps.Values(described))...)
		}
		for _, path := range paths {
			for name := range strings.SplitSeq(path[1:], ".") {
				all[name] = true
			}
			if !reached(path, types) {
				t.Errorf("%s: there is no %s", section, path)
			}
		}
	}
	if want := slices.Sorted(maps.Keys(functions)); !slices.Equal(slices.Sorted(slices.Values(called)), want) {
		t.Errorf("functions %v, want %v", slices.Sorted(slices.Values(called)), want)
	}
	templates, err := filepath.Glob(filepath.Join("..", "..", "templates", "*.yaml"))
	if err != nil || len(templates) < 10 {
		t.Fatal(len(templates), err)
	}
	for _, file := range templates {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range filledIn.FindAllString(string(src), -1) {
			for _, path := range pathIn.FindAllStringSubmatch(text, -1) {
				for name := range strings.SplitSeq(path[1][1:], ".") {
					if !all[name] {
						t.Errorf("%s: %s is not told of", filepath.Base(file), path[1])
					}
				}
			}
		}
	}
}
