package record

import (
	"regexp"
	"strings"
	"unicode"

	"ketluan/render/kind"
)

// choice is one of some texts, in any letters, or nothing.
func choice(texts ...string) node {
	some := []any{"", nil}
	for _, t := range texts {
		some = append(some, t)
	}
	return node{"anyOf": []any{node{"enum": some}, shaped(`^\s*(` + anyCase(texts) + `)\s*$`)}}
}

// anyCase is a pattern of texts in letters of either case.
func anyCase(texts []string) string {
	all := make([]string, len(texts))
	for i, t := range texts {
		for _, c := range t {
			upper, lower := unicode.ToUpper(c), unicode.ToLower(c)
			if upper == lower {
				all[i] += regexp.QuoteMeta(string(c))
			} else {
				all[i] += "[" + string(upper) + string(lower) + "]"
			}
		}
	}
	return strings.Join(all, "|")
}

// systemNames are what a system may be called.
func systemNames() (names []string) {
	for _, s := range kind.Systems() {
		names = append(names, s.Name, s.VI)
	}
	return names
}
