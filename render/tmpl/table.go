package tmpl

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/problem"
)

// A table has a header, a row for each element of a list, and often one of
// totals.
type table struct {
	Widths    []width      `yaml:"widths"`
	Padding   doc.MM       `yaml:"padding"`
	Thickness doc.PT       `yaml:"thickness"`
	Before    doc.PT       `yaml:"before"`
	Header    []columnHead `yaml:"header"`
	Each      path         `yaml:"each"`
	Row       []cell       `yaml:"row"`
	Total     []cell       `yaml:"total"`
}

// A columnHead is the cell above a column, which is left out where its condition
// does not hold.
type columnHead struct {
	When   *condition `yaml:"when"`
	Whole  bool       `yaml:"whole"`
	Names  bool       `yaml:"names"` // the column says what each row is about
	Blocks []block    `yaml:"blocks"`
}

func (t *Template) checkTable(d *decoder, n *yaml.Node, field string, table *table) {
	if table == nil {
		return
	}
	for i, cells := range [][]cell{headings(table.Header), table.Row, table.Total} {
		if len(cells) != len(table.Widths) && (i < 2 || len(cells) > 0) {
			d.problem(n, field, problem.Text{VI: "số ô của header và row phải bằng số cột trong widths", EN: "header and row have as many cells as there are widths"})
		}
		for i, c := range cells {
			t.checkBlocks(d, fmt.Sprintf("%s[%d]", field, i+1), c.Blocks)
		}
	}
	for _, w := range table.Widths {
		if w.Natural {
			d.problem(n, field+".widths", problem.Text{VI: "bảng không có cột natural", EN: "a table has no natural columns"})
		}
	}
}

// headings are the cells of a header.
func headings(header []columnHead) []cell {
	cells := make([]cell, len(header))
	for i, h := range header {
		cells[i] = cell{Whole: h.Whole, Blocks: h.Blocks}
	}
	return cells
}

// table fills a table in; one without rows is left out.
func (f *filler) table(t *table, dot any) ([]doc.Block, error) {
	filled := &doc.Table{Padding: t.Padding, Thickness: t.Thickness, Before: t.Before}
	var shown []int // columns
	for i, h := range t.Header {
		switch holds, err := h.When.holds(dot); {
		case err != nil:
			return nil, err
		case holds:
			shown = append(shown, i)
		}
	}
	row := func(cells []cell, dot any) ([]doc.Cell, error) {
		some := make([]cell, len(shown))
		for i, column := range shown {
			some[i] = cells[column]
		}
		return f.cells(some, dot)
	}
	for i, column := range shown {
		if t.Header[column].Names {
			filled.Names = i + 1
		}
		filled.Widths = append(filled.Widths, doc.Width(t.Widths[column]))
	}
	var err error
	if filled.Header, err = row(headings(t.Header), dot); err != nil {
		return nil, err
	}
	outer := f.place
	err = t.Each.each(dot, func(i, _ int, element any) error {
		f.place = below(outer, t.Each, i)
		cells, err := row(t.Row, element)
		filled.Rows = append(filled.Rows, cells)
		return err
	})
	f.leave(outer)
	if err != nil || len(filled.Rows) == 0 || len(shown) == 0 {
		return nil, err
	}
	if len(t.Total) > 0 {
		total, err := row(t.Total, dot)
		if err != nil {
			return nil, err
		}
		filled.Rows = append(filled.Rows, total)
	}
	return []doc.Block{filled}, nil
}
