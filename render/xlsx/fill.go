package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/sheet"
)

// emptyRows is where excelize leaves room for rows.
const emptyRows = "<sheetData></sheetData>"

// fill returns the XML of a sheet with its rows, titles and footer.
func (w *Writer) fill(i int, b *sheet.Workbook, layouts []layout, marks *strings.Replacer) ([]byte, error) {
	fr, s := &w.sheets[i], &b.Sheets[i]
	wide := fitted(w.faces, &w.design.Sheets[i], s)
	d := wide.Reduced(w.design.Sheets[i].Reduction())
	fl := &filler{
		rowWriter: newRows(fr, d.Name), fr: fr, d: d, faces: w.faces,
		lasts: func(sheet int) int { return layouts[sheet].last },
	}
	for _, f := range fr.formulas {
		fl.bound = append(fl.bound, f.bind(fl.lasts))
	}
	fl.least = openHeight(w.faces, d)
	if wide != &w.design.Sheets[i] {
		fl.widths()
	}
	fl.titles(s.Titles)
	fl.open(headerHeight(w.faces.of(d.Header), d))
	for col, c := range d.Columns {
		fl.text(col, fr.header, c.Header)
	}
	fl.close()
	for n, cells := range s.Rows {
		if n == sample { // the rest is about as long
			fl.Grow(fl.Len() / sample * (len(s.Rows) - sample) * 11 / 10)
		}
		fl.tableRow(cells)
	}
	fl.row = layouts[i].last // also without rows
	if layouts[i].total > 0 {
		fl.totals(s.Totals)
	}
	fl.closings(s.Closings)
	tail := strings.NewReplacer(strconv.Itoa(sinceMark), strconv.Itoa(int(serial(s.Since)))).Replace(marks.Replace(fr.tail))
	foot := footer(s.Footer, size(d.Header))
	switch l := layouts[i]; {
	case l.chart == 0 || fl.high+sheet.PT(l.end-fl.row)*usualHeight <= pageHeight(d):
	case fl.high+sheet.PT(l.end-fl.row)*usualHeight <= pageHeight(d)*sheet.PT(min(shrunk, shrinkable(d))):
		tail = strings.Replace(tail, manyPages, onePage, 1) // the chart beside its table
	default:
		foot += fmt.Sprintf(`<rowBreaks count="1" manualBreakCount="1"><brk id="%d" max="16383" man="1"/></rowBreaks>`, l.chart-2)
	}
	return fl.end(tail, mergeCells(fl.merges), foot)
}

// shrunk is how much more than a page a table with its chart may be to be
// printed on one where letters stay as large as is wanted, and the set-up that
// does it.
const (
	shrunk    = 1.35
	manyPages = `fitToHeight="0"`
	onePage   = `fitToHeight="1"`
)

// sample is how many rows tell how long all are.
const sample = 100

// A filler writes the rows of one sheet.
type filler struct {
	*rowWriter
	fr     *frame
	d      *sheet.SheetDesign
	faces  Faces
	lasts  func(sheet int) int
	bound  []boundFormula // of the columns; nil where there is none
	merges []string
	least  sheet.PT // height of the table's rows
}

// newRows begins the rows of a sheet.
func newRows(fr *frame, name string) *rowWriter {
	rows := &rowWriter{sheet: name}
	rows.WriteString(fr.head)
	rows.WriteString("<sheetData>")
	return rows
}

func (fl *filler) tableRow(cells []sheet.Cell) {
	if len(cells) == 1 {
		if title, ok := cells[0].(sheet.Section); ok {
			fl.open(textHeight(1, fl.d.Section) + padding)
			fl.text(0, fl.fr.section, string(title))
			for col := 1; col < len(fl.d.Columns); col++ {
				fl.blank(col, fl.fr.section)
			}
			fl.close()
			return
		}
	}
	fl.open(max(rowHeight(fl.faces, fl.d, cells), fl.least))
	for col, c := range cells {
		_, closed := c.(sheet.Closed)
		switch f := fl.bound[col]; {
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
	fl.open(textHeight(1, fl.d.Total) + padding)
	for col, f := range fl.fr.totals {
		if f == nil {
			fl.blank(col, fl.fr.cellStyles.totals[col])
			continue
		}
		var value sheet.Cell = sheet.Blank{}
		if values != nil {
			value = values[col]
		}
		if label, err := strconv.Unquote(f.at(fl.row, "", fl.lasts)); err == nil {
			fl.text(col, fl.fr.cellStyles.totals[col], label)
			continue
		}
		fl.formula(col, fl.fr.cellStyles.totals[col], f.bind(fl.lasts), value)
	}
	fl.close()
}

// end closes the rows and returns the sheet with its merged cells and what
// follows the page set-up in their places.
func (w *rowWriter) end(tail string, merges, afterSetup string) ([]byte, error) {
	w.WriteString("</sheetData>")
	place := mergePlace(tail)
	w.WriteString(tail[:place])
	w.WriteString(merges)
	tail = tail[place:]
	if afterSetup != "" {
		setup := strings.Index(tail, "<pageSetup")
		end := setup + strings.Index(tail[setup:], ">") + 1
		if strings.HasPrefix(tail[end:], "</pageSetup>") {
			end += len("</pageSetup>")
		}
		w.WriteString(tail[:end])
		w.WriteString(afterSetup)
		tail = tail[end:]
	}
	w.WriteString(tail)
	return w.Bytes(), w.err
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
	var b bytes.Buffer
	fmt.Fprintf(&b, `<mergeCells count="%d">`, len(ranges))
	for _, r := range ranges {
		fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, r)
	}
	b.WriteString("</mergeCells>")
	return b.String()
}
