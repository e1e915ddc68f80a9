package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// A listFrame is the sheet of the lists, a column each, with the parameters
// right of them.
type listFrame struct {
	frame
	item       int   // the number of the items' style
	label      int   // of what stands before parameters
	parameters []int // of the parameters
}

const (
	listWidth  = 42
	labelWidth = 34
	valueWidth = 14
)

// lists makes the sheet of the lists without its cells, and names its ranges.
func (w *Writer) lists(f *excelize.File) error {
	d := w.design
	if len(d.Lists) == 0 {
		return nil
	}
	if _, err := f.NewSheet(d.ListSheet); err != nil {
		return err
	}
	w.list = &listFrame{frame: frame{part: fmt.Sprintf("xl/worksheets/sheet%d.xml", len(d.Sheets)+1)}}
	page := &sheet.SheetDesign{Name: d.ListSheet, Landscape: true, Margins: sheet.Margins{Top: 15, Right: 15, Bottom: 15, Left: 15}}
	steps := []func() error{func() error { return w.listStyles(f) }, func() error { return setPage(f, page) }, func() error { return w.protect(f, d.ListSheet) }}
	for col, l := range d.Lists {
		letter := columnName(col)
		steps = append(steps,
			func() error { return f.SetColWidth(d.ListSheet, letter, letter, listWidth) },
			func() error {
				return name(f, l.Name, fmt.Sprintf("%s!$%s$2:$%s$%d", quoted(d.ListSheet), letter, letter, listMarkBase+col))
			})
	}
	label, value := columnName(len(d.Lists)), columnName(len(d.Lists)+1)
	for i, p := range d.Parameters {
		steps = append(steps, func() error {
			return name(f, p.Name, fmt.Sprintf("%s!$%s$%d", quoted(d.ListSheet), value, i+1))
		})
	}
	steps = append(steps, func() error { // empty cells: the lists are not printed with the tables; exceljs loses an area of one cell
		from, to := columnName(len(d.Lists)+3), columnName(len(d.Lists)+4)
		return f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", Scope: d.ListSheet, RefersTo: fmt.Sprintf("%s!$%s$1:$%s$1", quoted(d.ListSheet), from, to),
		})
	})
	if len(d.Parameters) > 0 {
		steps = append(steps, func() error { return f.SetColWidth(d.ListSheet, label, label, labelWidth) },
			func() error { return f.SetColWidth(d.ListSheet, value, value, valueWidth) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func name(f *excelize.File, name, cells string) error {
	return f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: cells})
}

// listStyle is that of a cell beside which a long name may break.
func (w *Writer) listStyle(s sheet.Style) *excelize.Style {
	st := w.style(s)
	st.Alignment.Vertical = "center"
	return st
}

func (w *Writer) listStyles(f *excelize.File) (err error) {
	if w.list.header, err = f.NewStyle(w.listStyle(sheet.Style{Bold: true})); err != nil {
		return err
	}
	item := w.listStyle(sheet.Style{})
	item.NumFmt = formatText
	if w.list.item, err = f.NewStyle(item); err != nil {
		return err
	}
	if w.list.label, err = f.NewStyle(w.listStyle(sheet.Style{})); err != nil {
		return err
	}
	for _, p := range w.design.Parameters {
		st := w.listStyle(sheet.Style{Align: sheet.Right})
		st.Protection = &excelize.Protection{Locked: false}
		setFormat(st, p.Format)
		id, err := f.NewStyle(st)
		if err != nil {
			return err
		}
		w.list.parameters = append(w.list.parameters, id)
	}
	return nil
}

// listHeight returns that of a row of the lists, from 0.
func (w *Writer) listHeight(row int, b *sheet.Workbook) sheet.PT {
	highest := textHeight(1, sheet.Style{})
	for _, l := range w.design.Lists {
		if all := items(l, b); row > 0 && row <= len(all) {
			if n := lines(w.faces.Regular, all[row-1], size(sheet.Style{}), room(listWidth)); n > 1 {
				highest = max(highest, textHeight(n, sheet.Style{}))
			}
		}
	}
	return min(highest, maxHeight)
}

// fillLists writes the sheet of the lists.
func (f *filling) fillLists() {
	d, list := f.design, f.list
	rows := f.rows(d.ListSheet)
	rows.add(list.head + startRows)
	n := len(d.Parameters)
	for _, l := range d.Lists {
		n = max(n, 1+len(items(l, f.book)))
	}
	for i := range n {
		rows.open(f.listHeight(i, f.book))
		for col, l := range d.Lists {
			switch all := items(l, f.book); {
			case i == 0:
				rows.text(col, list.header, l.Header)
			case i <= len(all):
				rows.text(col, list.item, all[i-1])
			}
		}
		if i < len(d.Parameters) {
			rows.text(len(d.Lists), list.label, d.Parameters[i].Label)
			if own := f.book.Parameters[d.Parameters[i].Name]; own != nil {
				rows.cell(len(d.Lists)+1, list.parameters[i], own)
			} else {
				rows.parameter(len(d.Lists)+1, list.parameters[i], d.Parameters[i].Formula)
			}
		}
		rows.close()
	}
	rows.end(list.tail, "", "")
	f.failed(rows.err)
}
