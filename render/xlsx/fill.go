package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/sheet"
)

// emptyRows is where excelize leaves room for rows.
const (
	emptyRows = "<sheetData></sheetData>"
	startRows = "<sheetData>"
)

// A shape is what of a sheet depends on the widths of its columns.
type shape struct {
	*sheet.SheetDesign
	header, least sheet.PT // heights, of the row that names the columns and of the others
}

// newShape returns that of a design with its own widths, or those that a workbook
// needs, in letters that are reduced to the paper of the first.
func (w *Writer) newShape(d *sheet.SheetDesign, reduction float64) shape {
	d = d.Reduced(reduction)
	return shape{SheetDesign: d, header: headerHeight(w.faces.of(d.Header), d), least: openHeight(w.faces, d)}
}

// longSheet is how many rows are too many to be held, even compressed: some 200 kB.
const longSheet = 1000

// fill writes a sheet with its rows, titles and footer.
func (f *filling) fill(i int) {
	fr, s, l := &f.sheets[i], &f.book.Sheets[i], f.layouts[i]
	if len(s.Rows) > longSheet {
		f.Long()
	}
	f.values[sinceValue], f.values[pagesValue] = strconv.Itoa(int(serial(s.Since))), manyPages
	fl := &filler{rowWriter: f.rows(fr.shape.Name), fr: fr, shape: fr.shape, faces: f.faces}
	if wide := fitted(f.faces, &f.design.Sheets[i], s); wide != &f.design.Sheets[i] {
		fl.shape = f.newShape(wide, f.design.Sheets[i].Reduction())
		fl.widths()
	} else {
		fl.add(fr.head)
	}
	fl.add(startRows)
	fl.titles(s.Titles)
	fl.open(fl.header)
	for col, c := range fl.Columns {
		fl.text(col, fr.header, c.Header)
	}
	fl.close()
	for _, cells := range s.Rows {
		fl.tableRow(cells)
	}
	fl.row = l.last // also without rows
	if l.total > 0 {
		fl.totals(s.Totals)
	}
	fl.closings(s.Closings)
	foot := footer(s.Footer, size(fl.Header))
	switch d := fl.SheetDesign; {
	case l.chart == 0 || fl.high+sheet.PT(l.end-fl.row)*usualHeight <= pageHeight(d):
	case fl.high+sheet.PT(l.end-fl.row)*usualHeight <= pageHeight(d)*sheet.PT(min(shrunk, shrinkable(d))):
		f.values[pagesValue] = onePage // the chart beside its table
	default:
		foot += fmt.Sprintf(`<rowBreaks count="1" manualBreakCount="1"><brk id="%d" max="16383" man="1"/></rowBreaks>`, l.chart-2)
	}
	fl.end(fr.tail, mergeCells(fl.merges), foot)
	f.failed(fl.err)
}

// shrunk is how much more than a page a table with its chart may be to be
// printed on one where letters stay as large as is wanted, and the set-up that
// does it.
const (
	shrunk    = 1.35
	manyPages = `fitToHeight="0"`
	onePage   = `fitToHeight="1"`
)

// A filler writes the rows of one sheet.
type filler struct {
	*rowWriter
	shape
	fr     *frame
	faces  Faces
	merges []string
}

func (fl *filler) tableRow(cells []sheet.Cell) {
	if len(cells) == 1 {
		if title, ok := cells[0].(sheet.Section); ok {
			fl.open(textHeight(1, fl.Section) + padding)
			fl.text(0, fl.fr.section, string(title))
			for col := 1; col < len(fl.Columns); col++ {
				fl.blank(col, fl.fr.section)
			}
			fl.close()
			return
		}
	}
	fl.open(max(rowHeight(fl.faces, fl.SheetDesign, cells), fl.least))
	for col, c := range cells {
		_, closed := c.(sheet.Closed)
		switch f := fl.fr.formulas[col]; {
		case closed:
			fl.blank(col, fl.fr.closed[col])
		case f != nil:
			fl.formula(col, fl.fr.columns[col], f, c)
		default:
			fl.cell(col, fl.fr.columns[col], c)
		}
	}
	fl.close()
}

// totals writes the row of totals, with the values where they are known.
func (fl *filler) totals(values []sheet.Cell) {
	fl.open(textHeight(1, fl.Total) + padding)
	for col, t := range fl.fr.totals {
		style := fl.fr.cellStyles.totals[col]
		switch {
		case t.label != "":
			fl.text(col, style, t.label)
		case t.formula == nil:
			fl.blank(col, style)
		case values == nil:
			fl.formula(col, style, t.formula, sheet.Blank{})
		default:
			fl.formula(col, style, t.formula, values[col])
		}
	}
	fl.close()
}

// end closes the rows and adds what follows them.
func (w *rowWriter) end(t tail, merges, afterSetup string) {
	w.add("</sheetData>")
	w.Text = t.start.append(w.Text, "", w.values)
	w.add(merges)
	w.Text = t.setup.append(w.Text, "", w.values)
	w.add(afterSetup)
	w.Text = t.rest.append(w.Text, "", w.values)
}

// A tail is the XML of a sheet behind its rows: what stands before its merged
// cells, from there to the end of its page set-up, and what follows.
type tail struct{ start, setup, rest pattern }

// newTail cuts one out of the XML.
func newTail(xml string) tail {
	merges, setup := mergePlace(xml), len(xml)
	if i := strings.Index(xml, "<pageSetup"); i >= 0 {
		setup = i + strings.Index(xml[i:], ">") + 1
		if strings.HasPrefix(xml[setup:], "</pageSetup>") {
			setup += len("</pageSetup>")
		}
	}
	return tail{start: cut(xml[:merges]), setup: cut(xml[merges:setup]), rest: cut(xml[setup:])}
}

// afterMerges are the elements that may follow the merged cells in a sheet
// (ECMA-376, CT_Worksheet).
var afterMerges = []string{"<phoneticPr", "<conditionalFormatting", "<dataValidations", "<hyperlinks", "<printOptions", "<pageMargins", "<pageSetup", "<drawing"}

// mergePlace returns where the merged cells stand in what follows the rows.
func mergePlace(tail string) int {
	place := len(tail)
	for _, tag := range afterMerges {
		if i := strings.Index(tail, tag); i >= 0 {
			place = min(place, i)
		}
	}
	return place
}

func mergeCells(ranges []string) string {
	if len(ranges) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<mergeCells count="` + strconv.Itoa(len(ranges)) + `">`)
	for _, r := range ranges {
		b.WriteString(`<mergeCell ref="` + r + `"/>`)
	}
	b.WriteString("</mergeCells>")
	return b.String()
}
