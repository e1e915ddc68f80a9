package tmpl

import (
	"errors"
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// A program fills a text in as text/template does, to the letter of its errors; what
// it leaves to it is left for a reason.
func TestProgram(t *testing.T) {
	unit, day := &record.Unit{Name: "Các phòng"}, calendar.Date{Year: 2026, Month: 1, Day: 9}
	it := &item{
		Item:  &record.Item{Heading: "Đất đai:", Leads: []*record.Unit{unit, unit}, Deadline: record.Deadline{Day: day, Words: "09/01/2026"}, Task: true},
		Label: "1.", Depth: 2, Text: "\uE000Rà soát\uE001 <quy hoạch>.", Unsaid: unsaid{Leads: []*record.Unit{unit}, Deadline: "quý I"},
	}
	empty, bare, view := &item{Item: &record.Item{}}, &item{}, newView(&record.Record{Subject: "a", Recipients: []string{"b"}}, nil)
	for _, c := range []struct {
		source string
		sure   bool
	}{
		{"{{.Label}} {{.Heading}}", true},
		{"{{.Depth}}/{{len .Leads}}", true},
		{`{{upper .Text}}{{closed .Heading}}{{names .Leads "; "}}`, true},
		{`{{with .Unsaid.Deadline}}đến {{.}} {{$.Text}}{{else}}không {{.Label}}{{end}}`, true},
		{`{{$a := within (names .Unsaid.Leads ", ")}}{{$b := ""}}{{if and $a .Text}}{{$b = printf "%s: %s" $a .Text}}{{else if .Heading}}{{$b = .Heading}}{{end}}{{followed .Text $a $b}}`, true},
		{`{{if not .Deadline.Day.IsZero}}{{date .Deadline.Day}} {{worded .Deadline.Day}}{{end}}`, true},
		{`{{if or (eq .Label "1.") (ne .Depth 2)}}{{or .After "–"}}{{end}}`, true},
		{`{{.Label | upper | printf "%s-%s" "a"}}`, true},
		{`{{.Deadline.Day}}`, false},                          // a String of its own
		{`{{range .Leads}}{{.Name}}{{end}}`, false},           // counted by its turns
		{`{{(index .Leads 1).Name}}`, false},                  //
		{`{{lt .Depth 3}}`, false},                            //
		{`{{upper .Depth}}`, false},                           // an error
		{`{{eq .Label .Depth}}`, false},                       // likewise
		{`{{index .Leads 3}}`, false},                         // likewise
		{`{{if .Deadline}}a{{end}}`, false},                   // a struct holds
		{`{{$x := .Label}}{{$x = .Depth}}{{$x}}`, true},       // of two types
		{`{{template "a"}}{{define "a"}}b{{end}}`, false},     //
		{`{{printf "%d" .Label}}{{print .Leads nil}}`, false}, //
	} {
		d := &decoder{file: "a.yaml"}
		var words text
		if words.parse(d, &yaml.Node{Line: 7}, "", c.source); len(d.problems) > 0 {
			t.Fatalf("%s: %v", c.source, d.problems)
		}
		words.compile(reflect.TypeFor[*item]())
		alone := text{literal: words.literal, template: words.template}
		sure := false
		if p := words.programs[reflect.TypeFor[*item]()]; p != nil {
			_, sure = p.run(it)
		}
		if sure != c.sure {
			t.Errorf("%s: by its program: %v", c.source, sure)
		}
		for _, dot := range []any{it, empty, bare, view, (*item)(nil)} {
			got, gotErr := words.fillMarked(dot, newBudget())
			want, wantErr := alone.fillMarked(dot, newBudget())
			if got != want || (gotErr == nil) != (wantErr == nil) || gotErr != nil && gotErr.Error() != wantErr.Error() {
				t.Errorf("%s: %q, %v; text/template: %q, %v", c.source, got, gotErr, want, wantErr)
			}
		}
	}
}

// A program is no way around the budget.
func TestProgramBudget(t *testing.T) {
	var words text
	words.parse(&decoder{}, &yaml.Node{}, "", "{{.Label}}")
	words.compile(reflect.TypeFor[*item]())
	b := &budget{2}
	for i := range 3 {
		if _, err := words.fillMarked(&item{}, b); errors.Is(err, errSteps) != (i == 2) {
			t.Errorf("step %d: %v", i, err)
		}
	}
}
