package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"ketluan/render/opc"
	"ketluan/render/sheet"
)

// maxCell is how many UTF-16 units Excel allows in a cell.
const maxCell = 32767

// A rowWriter writes rows of cells into the part of a package that is being made.
type rowWriter struct {
	*opc.Package
	sheet  string
	values []string // of the workbook
	row    int      // from 1
	number string   // the same, as it is written
	high   sheet.PT
	err    error
}

func (w *rowWriter) add(xml string) { w.Text = append(w.Text, xml...) }

// open begins a row of the given height, 0 for the usual one. It is not marked as set by hand, so
// that LibreOffice and Excel let it grow with what is typed into it.
func (w *rowWriter) open(height sheet.PT) {
	w.row++
	w.number = strconv.Itoa(w.row)
	w.add(`<row r="`)
	w.add(w.number)
	w.high += height
	if height > 0 {
		w.add(`" ht="`)
		w.Text = strconv.AppendFloat(w.Text, float64(height), 'f', 2, 64)
	}
	w.add(`">`)
}

func (w *rowWriter) close() {
	w.add("</row>")
	w.Spill()
}

func (w *rowWriter) start(col, style int) {
	w.add(`<c r="`)
	w.add(columnName(col))
	w.add(w.number)
	w.add(`" s="`)
	w.Text = strconv.AppendInt(w.Text, int64(style), 10)
	w.add(`"`)
}

func (w *rowWriter) blank(col, style int) {
	w.start(col, style)
	w.add("/>")
}

// text writes an inline string, which no program takes for a formula.
func (w *rowWriter) text(col, style int, s string) {
	if s == "" {
		w.blank(col, style)
		return
	}
	if len(s) > maxCell && w.err == nil { // no text has more units than bytes
		if n := utf16Length(s); n > maxCell {
			w.err = &TooLongError{Sheet: w.sheet, Cell: cellName(col, w.row), Length: n}
		}
	}
	w.start(col, style)
	w.add(` t="inlineStr"><is><t xml:space="preserve">`)
	w.Text = escape(w.Text, s)
	w.add("</t></is></c>")
}

func (w *rowWriter) figure(col, style int, v float64) {
	w.start(col, style)
	w.add(">")
	w.value(v)
	w.add("</c>")
}

func (w *rowWriter) value(v float64) {
	w.add("<v>")
	w.Text = strconv.AppendFloat(w.Text, v, 'f', -1, 64)
	w.add("</v>")
}

// formula writes a cell with what it holds and, where it is known, the value
// to show before it is worked out.
func (w *rowWriter) formula(col, style int, f pattern, value sheet.Cell) {
	w.start(col, style)
	text, isText := value.(sheet.Text)
	if isText {
		w.add(` t="str"`)
	}
	w.add("><f>")
	w.Text = f.append(w.Text, w.number, w.values)
	w.add("</f>")
	switch v := value.(type) {
	case sheet.Text:
		w.add("<v>")
		w.Text = escape(w.Text, string(text))
		w.add("</v>")
	case sheet.Number:
		w.value(float64(v))
	case sheet.Date:
		w.value(serial(v))
	}
	w.add("</c>")
}

// parameter writes a plain number as one, anything else as a formula.
func (w *rowWriter) parameter(col, style int, f string) {
	if v, err := strconv.ParseFloat(f, 64); err == nil {
		w.figure(col, style, v)
		return
	}
	w.formula(col, style, pattern{{text: escaped(f), value: -1}}, sheet.Blank{})
}

func (w *rowWriter) cell(col, style int, c sheet.Cell) {
	switch c := c.(type) {
	case sheet.Text:
		w.text(col, style, string(c))
	case sheet.Number:
		w.figure(col, style, float64(c))
	case sheet.Date:
		w.figure(col, style, serial(c))
	case sheet.Blank:
		w.blank(col, style)
	default:
		panic(fmt.Sprintf("xlsx: unknown cell %T", c))
	}
}

// serial returns a day as Excel counts it, from 30 December 1899.
func serial(d sheet.Date) float64 {
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}

// maxFooter is how long Excel allows a footer to be.
const maxFooter = 255

// footer returns the footer of a sheet, in letters of a size; what is too long for Excel is cut.
func footer(f sheet.Footer, letters sheet.PT) string {
	room := maxFooter
	var all string
	for _, part := range []struct{ code, text string }{{"&R", f.Right}, {"&C", f.Centre}, {"&L", f.Left}} {
		if part.text == "" {
			continue
		}
		before := part.code + "&" + strconv.FormatFloat(float64(letters), 'f', 0, 64) + " "
		text := shortened(part.text, func(s string) bool { return utf16Length(before+coded(s)) <= room })
		all = before + coded(text) + all
		room -= utf16Length(before + coded(text))
	}
	if all == "" {
		return ""
	}
	return "<headerFooter><oddFooter>" + escaped(all) + "</oddFooter></headerFooter>"
}

// shortened returns a text cut so that it fits.
func shortened(text string, fits func(string) bool) string {
	if fits(text) {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if s := strings.TrimRight(string(runes[:n]), " ") + "…"; fits(s) {
			return s
		}
	}
	return ""
}

// coded returns a text as footers have it.
func coded(s string) string {
	for _, code := range [][2]string{{"&", "&&"}, {"{page}", "&P"}, {"{pages}", "&N"}} {
		s = strings.ReplaceAll(s, code[0], code[1])
	}
	return s
}

func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

func cellName(col, row int) string { return columnName(col) + strconv.Itoa(row) }

// columnName returns A for 0, AA for 26.
func columnName(col int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if col < len(letters) {
		return letters[col : col+1]
	}
	return columnName(col/len(letters)-1) + letters[col%len(letters):][:1]
}
