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

// reference is a column by its header: of the same row, or all of it where the
// name of another sheet stands before it.
var reference = regexp.MustCompile(`\[[^\[\]]+\]`)

// A formula is a text cut at its references: parts[0], then a reference before
// each further part.
type formula struct {
	parts []string
	refs  []ref
}

// A ref is a column: the cell of it in the formula's row, or all its cells.
type ref struct {
	column string // its letters
	sheet  string // quoted; "" is the formula's own row
	index  int    // of the sheet
	first  int    // row of the sheet's table
}

// newFormula finds the columns of the references in a formula of d.
func (w *Writer) newFormula(d *sheet.SheetDesign, text string) (*formula, error) {
	f := &formula{parts: reference.Split(text, -1)}
	for _, name := range reference.FindAllString(text, -1) {
		header := strings.Trim(name, "[]")
		of, r := d, ref{}
		if other, column, ok := strings.Cut(header, "!"); ok {
			r.index = slices.IndexFunc(w.design.Sheets, func(s sheet.SheetDesign) bool { return s.Name == other })
			if r.index < 0 {
				return nil, designError(d.Name, "công thức dùng trang %q mà mẫu không có", "a formula names the sheet %q, which is not there", other)
			}
			of, header = &w.design.Sheets[r.index], column
			r.sheet, r.first = quoted(of.Name), of.HeaderRow()+1
		}
		column := columnOf(of, header)
		if column < 0 {
			return nil, designError(d.Name, "công thức dùng cột %q mà bảng không có", "a formula names the column %q, which is not there", header)
		}
		r.column = columnName(column)
		f.refs = append(f.refs, r)
	}
	return f, nil
}

// columnOf returns the number of a column by its header, -1 where there is none.
func columnOf(d *sheet.SheetDesign, header string) int {
	return slices.IndexFunc(d.Columns, func(c sheet.Column) bool { return c.Header == header })
}

// at returns the formula for a row; fixed columns have a $ before them. Lasts
// gives the last row of a sheet's table.
func (f *formula) at(row int, fixed string, lasts func(sheet int) int) string {
	var b strings.Builder
	b.WriteString(f.parts[0])
	for i, r := range f.refs {
		if r.sheet == "" {
			b.WriteString(fixed + r.column + strconv.Itoa(row))
		} else {
			fmt.Fprintf(&b, "%s!$%s$%d:$%s$%d", r.sheet, r.column, r.first, r.column, lasts(r.index))
		}
		b.WriteString(f.parts[i+1])
	}
	return b.String()
}

// pattern returns a formula as XML, which differs between rows and workbooks.
func (f *formula) pattern() pattern {
	var all pattern
	text := f.parts[0]
	for i, r := range f.refs {
		if r.sheet == "" {
			all = append(all, piece{text: escaped(text), column: r.column})
		} else {
			text += fmt.Sprintf("%s!$%s$%d:$%s$", r.sheet, r.column, r.first, r.column)
			all = append(all, piece{text: escaped(text), value: rowValue(r.index, lastRow)})
		}
		text = f.parts[i+1]
	}
	return append(all, piece{text: escaped(text), value: -1})
}

// formulas returns those of a sheet's columns and of their totals, nil where
// there is none.
func (w *Writer) formulas(d *sheet.SheetDesign) (cells []pattern, totals []total, err error) {
	cells, totals = make([]pattern, len(d.Columns)), make([]total, len(d.Columns))
	for i, c := range d.Columns {
		if c.Formula != "" {
			f, err := w.newFormula(d, c.Formula)
			if err != nil {
				return nil, nil, err
			}
			cells[i] = f.pattern()
		}
		if c.Total != "" {
			f, err := w.newFormula(d, c.Total)
			if err != nil {
				return nil, nil, err
			}
			totals[i].formula = f.pattern()
			if label, err := strconv.Unquote(c.Total); err == nil && len(f.refs) == 0 {
				totals[i] = total{label: label}
			}
		}
	}
	return cells, totals, nil
}

// A total is what stands below a column: a formula or a text, which is a formula
// in quotes. Neither is there where both are empty.
type total struct {
	formula pattern
	label   string
}

func hasTotals(d *sheet.SheetDesign) bool {
	return slices.ContainsFunc(d.Columns, func(c sheet.Column) bool { return c.Total != "" })
}

// rules makes the colours of a sheet.
func (w *Writer) rules(f *excelize.File, i int) error {
	d := &w.design.Sheets[i]
	first := d.HeaderRow() + 1
	for _, r := range d.Rules {
		when, err := w.newFormula(d, r.When)
		if err != nil {
			return err
		}
		from, to := 0, len(d.Columns)-1
		if r.Column != "" {
			if from = columnOf(d, r.Column); from < 0 {
				return designError(d.Name, "quy tắc tô màu cột %q mà bảng không có", "a rule colours the column %q, which is not there", r.Column)
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
		lasts := func(sheet int) int { return mark(sheet, lastRow) }
		err = f.SetConditionalFormat(d.Name, fmt.Sprintf("%s:%s", cellName(from, first), cellName(to, mark(i, lastRow))), []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: when.at(first, "$", lasts), Format: &style, StopIfTrue: true,
		}})
		if err != nil {
			return err
		}
	}
	return nil
}
