package xlsx

import (
	"strings"

	"ketluan/render/sheet"
)

// Neither excelize nor LibreOffice makes a row as high as its wrapped text
// needs, so the height is worked out here.
const (
	// digit is the width of a digit in thousandths of the font size: a column's
	// width is counted in digits of the workbook's font at 11 pt.
	digit = 500
	// usable is the part of a column's width that text has; the rest is padding
	// and what programs lay out differently.
	usable = 0.85
	// leading is the height of a line in parts of the font size, and padding what
	// comes on top: 14.25 pt a line at 11 pt fits Excel, LibreOffice needs less.
	leading   = 14.25 / 11
	padding   = 2
	maxHeight = 409 // of a row, in Excel
	// overMarks is what a line over or under the table has besides: where a machine
	// lacks the face, that which stands in for it sets Ả and Ũ higher, and the edge
	// of the sheet cuts their marks.
	overMarks = 4
	// filterArrow is what the button of a filter takes of the width of a header, in digits.
	filterArrow = 2.5
	// indentWidth is that of one indent, in digits.
	indentWidth = 1.6
)

func rowHeight(faces Faces, d *sheet.SheetDesign, cells []sheet.Cell) sheet.PT {
	highest := textHeight(1, sheet.Style{})
	for i, c := range cells {
		st := d.Columns[i].Style
		if t, ok := c.(sheet.Text); ok {
			n := 1
			if d.Columns[i].Field != "id" { // which never breaks
				n = lines(faces.of(st), string(t), size(st), room(d.Columns[i].Width-indented(st)))
			}
			highest = max(highest, textHeight(n, st))
		}
	}
	return min(highest, maxHeight)
}

// openHeight is that of a row which nobody has filled in yet: of the text that a
// column has room for. Who writes into it by hand sees it grow; a program that
// does leaves it as high as it is, and marks it as set by hand besides.
func openHeight(faces Faces, d *sheet.SheetDesign) sheet.PT {
	highest := d.RowHeight
	for _, c := range d.Columns {
		if c.Input == nil || c.Input.Room <= 0 {
			continue
		}
		const words, letters = "văn bản đã trình ", 17
		text := strings.Repeat(words, min(c.Input.Room, maxCell)/letters+1)
		highest = max(highest, textHeight(lines(faces.of(c.Style), text, size(c.Style), room(c.Width-indented(c.Style))), c.Style))
	}
	return min(highest, maxHeight)
}

// indented returns what the indent of a cell takes of its width.
func indented(st sheet.Style) float64 {
	if st.Align == sheet.Centre {
		return 0
	}
	return indentWidth
}

func headerHeight(m Measurer, d *sheet.SheetDesign) sheet.PT {
	var highest sheet.PT
	for _, c := range d.Columns {
		highest = max(highest, textHeight(lines(m, c.Header, size(d.Header), room(max(c.Width-filterArrow, c.Width/2))), d.Header))
	}
	return min(highest+2*padding, maxHeight)
}

// lineHeight is that of a text over the columns.
func lineHeight(m Measurer, columns []sheet.Column, st sheet.Style, text string) sheet.PT {
	width := 0.0
	for _, c := range columns {
		width += c.Width
	}
	return min(textHeight(lines(m, text, size(st), room(width)), st)+overMarks+st.Before, maxHeight)
}

func textHeight(lines int, st sheet.Style) sheet.PT {
	return sheet.PT(lines)*size(st)*leading + padding
}

// room returns the width that text has in a column, in pt.
func room(width float64) float64 { return width * digit / 1000 * 11 * usable }

// lines returns how many lines a text takes at a size (pt) in a width (pt).
func lines(m Measurer, text string, size sheet.PT, width float64) int {
	em := float64(size) / 1000
	space := advance(m, ' ') * em
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		x := 0.0
		for word := range strings.SplitSeq(paragraph, " ") {
			w := 0.0
			for _, r := range word {
				w += advance(m, r) * em
			}
			if x > 0 && x+space+w > width {
				n, x = n+1, 0
			}
			if x > 0 {
				x += space
			}
			for x += w; x > width; x -= width {
				n++ // a word longer than a line
			}
		}
	}
	return n
}

// advance returns the width of r; what the face lacks is taken for as wide as it is high.
func advance(m Measurer, r rune) float64 {
	if w, ok := m.Advance(r); ok {
		return float64(w)
	}
	return 1000
}

// pageHeight returns how high the rows of a printed page are together, in pt:
// what A4 has room for, larger where the table is scaled down to its width.
func pageHeight(d *sheet.SheetDesign) sheet.PT {
	width, height := page(d)
	return sheet.PT(height * max(tableWidth(d)/width, 1))
}

// shrinkable returns how much higher than that the rows of one page may be when
// letters are made as small as they may be on paper; programs scale by whole per
// cents.
func shrinkable(d *sheet.SheetDesign) float64 {
	const oneStep = 0.98
	width, _ := page(d)
	return oneStep * d.Paper() * digit / 1000 * 11 / max(tableWidth(d), width)
}

// page returns the width and height in pt that A4 has inside the margins.
func page(d *sheet.SheetDesign) (width, height float64) {
	const a4Short, a4Long, perMM = 210, 297, 72 / 25.4
	w, h := sheet.MM(a4Short), sheet.MM(a4Long)
	if d.Landscape {
		w, h = h, w
	}
	return float64(w-d.Margins.Left-d.Margins.Right) * perMM, float64(h-d.Margins.Top-d.Margins.Bottom) * perMM
}

// tableWidth returns that of the printed columns, in pt.
func tableWidth(d *sheet.SheetDesign) float64 {
	return sheet.Width(d.PrintedColumns()) * digit / 1000 * 11
}
