package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// What a workbook held when it was made stands in a hidden sheet, by the IDs
// of the tasks: that comes through every program which keeps the workbook, and
// through sorting. Custom parts and properties do not.

// sentHeads are the headers of that sheet; what stands below them has the
// fields of the same names when it is read.
var sentHeads = [...]struct{ header, field string }{{"ketluan-id", "id"}, {"ketluan-field", "field"}, {"ketluan-print", "print"}}

// outlineSent makes the sheet without its cells.
func (w *Writer) outlineSent(f *excelize.File) error {
	if w.sent == nil {
		return nil
	}
	n := len(w.design.Sheets) + 1
	if w.list != nil {
		n++
	}
	w.sent.part = fmt.Sprintf("xl/worksheets/sheet%d.xml", n)
	if _, err := f.NewSheet(sheet.SentName); err != nil {
		return err
	}
	if err := w.protect(f, sheet.SentName); err != nil {
		return err
	}
	st := w.style(sheet.Style{})
	st.NumFmt = formatText
	var err error
	if w.sent.item, err = f.NewStyle(st); err != nil {
		return err
	}
	return f.SetSheetVisible(sheet.SentName, false)
}

// fillSent writes the sheet.
func (f *filling) fillSent() {
	rows := f.rows(sheet.SentName)
	rows.add(f.sent.head + startRows)
	rows.open(0)
	for col, h := range sentHeads {
		rows.text(col, f.sent.item, h.header)
	}
	rows.close()
	for _, c := range f.held {
		rows.open(0)
		for col, s := range []string{c.ID, c.Field, string(c.Print)} {
			rows.text(col, f.sent.item, s)
		}
		rows.close()
	}
	rows.end(f.sent.tail, "", "")
	f.failed(rows.err)
}
