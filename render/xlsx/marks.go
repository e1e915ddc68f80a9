package xlsx

import (
	"strconv"

	"ketluan/render/sheet"
)

// What excelize writes in place of what only a workbook knows: numbers that
// stand nowhere else in the file. Rows are counted from 1 but for those of a
// chart's corners, which the format counts from 0.
const (
	markBase     = 987600 // ten for each sheet
	listMarkBase = 998600 // one for each list
	sinceMark    = 1234567
	identityMark = "ketluan-identity-987654"
	unitMark     = "ketluan-unit-987654"
)

// The marks of a sheet.
const (
	lastRow    = iota // of the table
	endRow            // of all that is printed
	chartStart        // the row above the chart
	chartEnd          // the chart's last row
)

// maxMarked is how many sheets and how many lists marks are enough for.
const maxMarked = 99

func mark(sheet, kind int) int { return markBase + 10*sheet + kind }

// A layout says which rows of a sheet hold what.
type layout struct {
	last, total, closings, chart, end int // rows from 1; total and chart are 0 where there is none
}

// usualHeight is that of a row that says none.
const usualHeight = 15

// chartRows is how many usual rows a chart takes for its bars.
func chartRows(bars int) int { return 7 + (bars*22+usualHeight-1)/usualHeight }

// layOut lays a sheet out. A table without rows has one that is empty.
func layOut(d *sheet.SheetDesign, s *sheet.Sheet) layout {
	l := layout{last: d.HeaderRow() + max(len(s.Rows), 1)}
	l.end = l.last
	if hasTotals(d) {
		l.total, l.end = l.last+1, l.last+1
	}
	l.closings = l.end + 1
	l.end += len(d.Closings)
	if d.Chart != nil {
		l.chart = l.end + 2
		l.end = l.chart + chartRows(len(s.Rows))
	}
	return l
}

// The values that marks stand for in a workbook, by their numbers: these, then
// those of its sheets, lists and charts.
const (
	identityValue = iota
	unitValue
	sinceValue // of the sheet that is written
	pagesValue // onto how many it is printed: manyPages or onePage
	firstOfSheets
)

const ofSheet = chartEnd + 1 // values of a sheet

func rowValue(sheet, kind int) int { return firstOfSheets + ofSheet*sheet + kind }

func (w *Writer) listValue(list int) int { return rowValue(len(w.design.Sheets), list) }

// chartValue is the number of the first value of a sheet's chart.
func (w *Writer) chartValue(sheet int) int {
	n := w.listValue(len(w.design.Lists))
	for _, s := range w.design.Sheets[:sheet] {
		if s.Chart != nil {
			n += 1 + len(s.Chart.Series)
		}
	}
	return n
}

// values returns those of a workbook.
func (w *Writer) values(b *sheet.Workbook, layouts []layout) []string {
	all := []string{identityValue: escaped(b.Properties.Identifier), unitValue: escaped(b.Properties.Unit), pagesValue: manyPages}
	for _, l := range layouts {
		rows := [ofSheet]int{lastRow: l.last, endRow: l.end, chartStart: l.chart - 1, chartEnd: l.end}
		for _, row := range rows {
			all = append(all, strconv.Itoa(row))
		}
	}
	for _, l := range w.design.Lists {
		all = append(all, strconv.Itoa(1+max(len(items(l, b)), 1)))
	}
	for i := range w.design.Sheets {
		all = append(all, points(&w.design.Sheets[i], &b.Sheets[i])...)
	}
	return all
}

// items are those of a list in one workbook.
func items(l sheet.List, b *sheet.Workbook) []string {
	if l.Items != nil {
		return l.Items
	}
	return b.Lists[l.Name]
}
