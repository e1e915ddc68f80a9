package render

import (
	"regexp"
	"strconv"
	"testing"
)

// header is the row of the headers in every built-in workbook. Tests write the
// cells of tables by their columns and how many rows they are below it.
const header = 3

var below = regexp.MustCompile(`\{?([A-Z]{1,2})\+(\d+)\}?`)

// place returns the address of a cell: H5 for H+2. One that has an address has it.
func place(cell string) string {
	return below.ReplaceAllStringFunc(cell, func(s string) string {
		m := below.FindStringSubmatch(s)
		rows, err := strconv.Atoi(m[2])
		if err != nil {
			panic(err)
		}
		return m[1] + strconv.Itoa(header+rows)
	})
}

var placeholder = regexp.MustCompile(`\{[A-Z]{1,2}\+\d+\}`)

// placed returns a text with its cells, as {H+2}, in their places.
func placed(text string) string { return placeholder.ReplaceAllStringFunc(text, place) }

// At most three rows of a built-in workbook stay in sight: what is above them,
// and the headers.
func TestHeads(t *testing.T) {
	for _, name := range []string{"theo-doi", "theo-doi-don-vi", "theo-doi-quy", "theo-doi-quy-don-vi"} {
		for _, s := range builtIn(t, name).Design().Sheets {
			if got := s.HeaderRow(); got != header && !s.Hidden {
				t.Errorf("%s, %s: the headers are in row %d, want %d", name, s.Name, got, header)
			}
		}
	}
}
