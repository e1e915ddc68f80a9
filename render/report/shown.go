package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"ketluan/render/problem"
)

// Lines is what is said in the fields that are shown, for reading: on one line,
// and each text on a line of its own.
func (t Table) Lines(v Values, lang problem.Lang) []string {
	var short, long []string
	for _, f := range t.Shown() {
		value := v[f.Key]
		words := f.Unsaid.In(lang)
		if value != nil {
			words = fmt.Sprintf(f.Words.In(lang), value.Shown())
		}
		_, isText := value.(Text)
		switch {
		case words == "":
		case isText:
			long = append(long, strings.ReplaceAll(words, "\n", " "))
		default:
			short = append(short, words)
		}
	}
	return append([]string{strings.Join(short, ", ")}, long...)
}

// Used returns t with the optional fields shown that one of the values says.
func (t Table) Used(all []Values) Table {
	used := append(Table{}, t...)
	for i, f := range used {
		for _, v := range all {
			if f.Optional && v[f.Key] != nil {
				used[i].Shown = true
			}
		}
	}
	return used
}

// Heads are the headings of the columns of Row.
func (t Table) Heads() []problem.Text {
	var heads []problem.Text
	for _, f := range t.Shown() {
		heads = append(heads, f.Head)
	}
	return heads
}

// Row is what is said in the fields that are shown, for a spreadsheet.
func (t Table) Row(v Values) []string {
	var row []string
	for _, f := range t.Shown() {
		cell := ""
		if value := v[f.Key]; value != nil {
			cell = value.Shown()
		}
		row = append(row, cell)
	}
	return row
}

// AppendJSON writes the fields that are shown behind those of an object, which
// has some.
func (t Table) AppendJSON(object any, v Values) ([]byte, error) {
	all, err := marshal(object)
	for _, f := range t.Shown() {
		value, failed := marshal(f.Kind.JSON(v[f.Key]))
		if err == nil {
			err = failed
		}
		all = fmt.Appendf(bytes.TrimSuffix(all, []byte("}")), ",%q:%s}", f.JSON(), value)
	}
	return all, err
}

// marshal leaves < and > as they are: what is printed is no page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}
