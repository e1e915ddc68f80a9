package xlsx

import (
	"bytes"
	"strconv"
	"strings"

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

func hasMark(xml []byte) bool {
	return bytes.Contains(xml, []byte(strconv.Itoa(markBase)[:4])) || bytes.Contains(xml, []byte(identityMark))
}

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

// marks returns what replaces the marks, for one workbook.
func (w *Writer) marks(b *sheet.Workbook, layouts []layout) *strings.Replacer {
	pairs := []string{identityMark, escaped(b.Properties.Identifier), unitMark, escaped(b.Properties.Unit)}
	for i, l := range layouts {
		for kind, row := range []int{lastRow: l.last, endRow: l.end, chartStart: l.chart - 1, chartEnd: l.end} {
			pairs = append(pairs, strconv.Itoa(mark(i, kind)), strconv.Itoa(row))
		}
	}
	for i, l := range w.design.Lists {
		pairs = append(pairs, strconv.Itoa(listMarkBase+i), strconv.Itoa(1+max(len(items(l, b)), 1)))
	}
	return strings.NewReplacer(pairs...)
}

// items are those of a list in one workbook.
func items(l sheet.List, b *sheet.Workbook) []string {
	if l.Items != nil {
		return l.Items
	}
	return b.Lists[l.Name]
}
