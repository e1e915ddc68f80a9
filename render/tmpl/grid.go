package tmpl

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/record"
)

// A grid is a table with the columns and rows of a record.Table. Styles are
// those of its headings, of cells of words, and of cells of columns that hold
// only numbers.
type grid struct {
	Of        path   `yaml:"of"`
	Header    string `yaml:"header"`
	Cell      string `yaml:"cell"`
	Numbers   string `yaml:"numbers"`
	Padding   doc.MM `yaml:"padding"`
	Thickness doc.PT `yaml:"thickness"`
	Before    doc.PT `yaml:"before"`
}

func (t *Template) checkGrid(d *decoder, n *yaml.Node, field string, g *grid) {
	if g == nil {
		return
	}
	for _, style := range []string{g.Header, g.Cell, g.Numbers} {
		t.checkName(d, n, field, style, t.hasStyle)
	}
}

// grid fills a grid in; one without a table is left out.
func (f *filler) grid(g *grid, dot any) ([]doc.Block, error) {
	v, err := g.Of.of(dot)
	if err != nil {
		return nil, err
	}
	table, ok := v.Interface().(*record.Table)
	if !ok {
		return nil, fmt.Errorf("filling the template in: %s is not a table", g.Of.names)
	}
	if table == nil {
		return nil, nil
	}
	filled := &doc.Table{Padding: g.Padding, Thickness: g.Thickness, Before: g.Before, Widths: make([]doc.Width, len(table.Rows[0]))}
	styles := make([]string, len(table.Rows[0]))
	for i := range styles {
		styles[i] = g.Cell
		if isNumeric(table, i) {
			styles[i] = g.Numbers
		}
	}
	for i, heading := range table.Columns {
		filled.Header = append(filled.Header, f.words(g.Header, heading, f.cellPlace(0, i)))
	}
	filled.Names = naming(table)
	for k, row := range table.Rows {
		cells := make([]doc.Cell, len(row))
		for i, words := range row {
			cells[i] = f.words(styles[i], words, f.cellPlace(k+1, i))
		}
		filled.Rows = append(filled.Rows, cells)
	}
	return []doc.Block{filled}, nil
}

// ordinals are the headings of columns that number the rows.
var ordinals = []string{"stt", "tt", "số tt", "số thứ tự"}

// naming returns the column, from 1, that says what each row is about: the first,
// or that behind the numbers of the rows. Without headings nobody knows.
func naming(t *record.Table) int {
	switch {
	case len(t.Columns) == 0:
		return 0
	case len(t.Columns) > 1 && slices.Contains(ordinals, strings.ToLower(strings.Trim(t.Columns[0], " ."))):
		return 2
	}
	return 1
}

// words is a cell of one paragraph, or an empty one.
func (f *filler) words(style, words, place string) doc.Cell {
	if words == "" {
		return doc.Cell{}
	}
	st := f.t.file.Styles[style]
	span := doc.Span{Text: words, Font: f.font(st, style, false, false), Place: place}
	return doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Style: f.setting(style), Spans: []doc.Span{span}}}}
}

// isNumeric reports a column of numbers alone, as 12, 1.250,5, 62%, 3/4.
func isNumeric(t *record.Table, column int) bool {
	some := false
	for _, row := range t.Rows {
		digits := strings.IndexFunc(row[column], unicode.IsDigit) >= 0
		if row[column] != "" && (!digits || strings.Trim(row[column], "0123456789.,/%+-– ") != "") {
			return false
		}
		some = some || digits
	}
	return some
}
