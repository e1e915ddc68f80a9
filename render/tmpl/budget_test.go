package tmpl

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ketluan/render/record"
)

// A template of bad will ends with the line of what does not end.
func TestBudget(t *testing.T) {
	doubled := strings.Repeat(`{{$x = print $x $x}}`, 40)
	uses, defined := "define:\n", ""
	for i := range 40 {
		defined += fmt.Sprintf(`{{define "a%d"}}{{template "a%d"}}{{template "a%[2]d"}}{{end}}`, i, i+1)
		uses += fmt.Sprintf("  d%d: [{use: d%d}, {use: d%[2]d}]\n", i, i+1)
	}
	for name, c := range map[string]struct {
		blocks string
		want   error
	}{
		"turns":                   {"blocks: [{p: p, text: '{{range 1000000000}}{{end}}'}]", errSteps},
		"turns in turns":          {"blocks: [{p: p, text: '{{range 5000}}{{if true}}{{range 5000}}{{end}}{{end}}{{end}}'}]", errSteps},
		"templates that multiply": {"blocks: [{p: p, text: '" + defined + `{{define "a40"}}{{end}}{{template "a0"}}'}]`, errSteps},
		"words":                   {"blocks: [{p: p, text: '{{range 100000}}Sở Tài chính, Sở Nội vụ{{end}}'}]", errWords},
		"doubled":                 {"blocks: [{p: p, text: '{{$x := \"a\"}}" + doubled + "{{len $x}}'}]", errWords},
		"doubled by note":         {"blocks: [{p: p, text: '{{$x := \"a\"}}" + strings.ReplaceAll(doubled, "print", `note`) + "'}]", errWords},
		"doubled by printf":       {"blocks: [{p: p, text: '{{$x := \"a\"}}" + strings.ReplaceAll(doubled, "print", `printf "%s%s"`) + "'}]", errWords},
		"escaped again":           {"blocks: [{p: p, text: '{{$x := \"\\\\\"}}" + strings.ReplaceAll(doubled, "print $x $x", `js $x`) + "'}]", errWords},
		"uses that multiply":      {uses + "  d40: [{p: p, text: a}]\nblocks: [{use: d0}]", errSteps},
		"turns of many":           {"blocks:\n" + strings.Repeat("  - {p: p, text: '{{range 9999}}{{end}}'}\n", 200), errSteps},
	} {
		_, err := fill(t, c.blocks, &record.Record{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		} else if !strings.Contains(err.Error(), "a.yaml:") {
			t.Errorf("%s: where? %v", name, err)
		}
	}
	if _, err := fill(t, `blocks: [{p: p, text: '{{printf "%100000000d" 1}}'}]`, &record.Record{}); err == nil {
		t.Error("a width is room without a word")
	}
	if got, err := fill(t, `blocks: [{p: p, text: '{{range $i, $x := .Opening}}{{printf "%d. %s; " $i $x}}{{end}}'}]`, &record.Record{Opening: []string{"a", "b"}}); got != "0. a; 1. b; \n" {
		t.Errorf("%q %v", got, err)
	}
}
