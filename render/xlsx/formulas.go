package xlsx

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// reference is a column by its header, for the cell of the same row.
var reference = regexp.MustCompile(`\[[^\[\]]+\]`)

// A formula is a column's formula cut at its references: parts[0], then a
// column before each further part.
type formula struct {
	parts   []string
	columns []string // letters
}

// columnOf returns the number of a column by its header, -1 where there is none.
func columnOf(d *sheet.SheetDesign, header string) int {
	return slices.IndexFunc(d.Columns, func(c sheet.Column) bool { return c.Header == header })
}

// newFormula finds the columns of the references.
func newFormula(d *sheet.SheetDesign, text string) (*formula, error) {
	f := &formula{parts: reference.Split(text, -1)}
	for _, ref := range reference.FindAllString(text, -1) {
		header := strings.Trim(ref, "[]")
		column := columnOf(d, header)
		if column < 0 {
			return nil, &DesignError{d.Name, fmt.Sprintf("a formula names the column %q, which is not there", header)}
		}
		f.columns = append(f.columns, columnName(column))
	}
	return f, nil
}

// at returns the formula for a row; fixed columns have a $ before them.
func (f *formula) at(row int, fixed string) string {
	var b strings.Builder
	b.WriteString(f.parts[0])
	for i, column := range f.columns {
		b.WriteString(fixed + column + strconv.Itoa(row) + f.parts[i+1])
	}
	return b.String()
}

// formulas returns those of a sheet's columns, nil where there is none.
func formulas(d *sheet.SheetDesign) ([]*formula, error) {
	all := make([]*formula, len(d.Columns))
	for i, c := range d.Columns {
		if c.Formula == "" {
			continue
		}
		var err error
		if all[i], err = newFormula(d, c.Formula); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// formula writes a cell without a value: programs work it out when they open
// the file.
func (w *rowWriter) formula(col, style int, f *formula) {
	w.start(col, style)
	w.WriteString("><f>")
	escape(&w.Buffer, f.at(w.row, ""))
	w.WriteString("</f></c>")
}

// rules makes the colours of a sheet.
func (w *Writer) rules(f *excelize.File, d *sheet.SheetDesign) error {
	first := len(d.Titles) + 2
	for _, r := range d.Rules {
		when, err := newFormula(d, r.When)
		if err != nil {
			return err
		}
		from, to := 0, len(d.Columns)-1
		if r.Column != "" {
			if from = columnOf(d, r.Column); from < 0 {
				return &DesignError{d.Name, fmt.Sprintf("a rule colours the column %q, which is not there", r.Column)}
			}
			to = from
		}
		st := &excelize.Style{Font: &excelize.Font{Bold: r.Bold, Color: r.Color}}
		if r.Fill != "" {
			st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{r.Fill}}
		}
		style, err := f.NewConditionalStyle(st)
		if err != nil {
			return err
		}
		err = f.SetConditionalFormat(d.Name, fmt.Sprintf("%s:%s", cellName(from, first), cellName(to, lastRowMark)), []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: when.at(first, "$"), Format: &style, StopIfTrue: true,
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// parameters makes the cells that formulas call by name, right of the lists.
func (w *Writer) parameters(f *excelize.File) error {
	d := w.design
	label, cell := columnName(len(d.Lists)), columnName(len(d.Lists)+1)
	for i, p := range d.Parameters {
		row := strconv.Itoa(i + 1)
		style := &excelize.Style{NumFmt: formatInteger, Alignment: &excelize.Alignment{Horizontal: "right"}}
		if p.Format == sheet.FormatDate {
			style.NumFmt, style.CustomNumFmt = 0, ptr(formatDate)
		}
		id, err := f.NewStyle(style)
		if err != nil {
			return err
		}
		for _, step := range []func() error{
			func() error { return f.SetCellStr(d.ListSheet, label+row, p.Label) },
			func() error { return f.SetCellFormula(d.ListSheet, cell+row, p.Formula) },
			func() error { return f.SetCellStyle(d.ListSheet, cell+row, cell+row, id) },
			func() error {
				return f.SetDefinedName(&excelize.DefinedName{Name: p.Name, RefersTo: fmt.Sprintf("%s!$%s$%s", quoted(d.ListSheet), cell, row)})
			},
		} {
			if err := step(); err != nil {
				return err
			}
		}
	}
	if len(d.Parameters) == 0 {
		return nil
	}
	if err := f.SetColWidth(d.ListSheet, label, label, 34); err != nil {
		return err
	}
	return f.SetColWidth(d.ListSheet, cell, cell, 14)
}
