package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"ketluan/render/sheet"
)

// maxCell is how many UTF-16 units Excel allows in a cell.
const maxCell = 32767

// A rowWriter writes rows of cells.
type rowWriter struct {
	bytes.Buffer
	sheet string
	row   int // from 1
	high  sheet.PT
	err   error
}

// open begins a row of the given height, 0 for the usual one. It is not marked as set by hand, so
// that LibreOffice and Excel let it grow with what is typed into it.
func (w *rowWriter) open(height sheet.PT) {
	w.row++
	w.WriteString(`<row r="` + strconv.Itoa(w.row))
	w.high += height
	if height > 0 {
		w.WriteString(`" ht="` + strconv.FormatFloat(float64(height), 'f', 2, 64))
	}
	w.WriteString(`">`)
}

func (w *rowWriter) close() { w.WriteString("</row>") }

func (w *rowWriter) start(col, style int) {
	w.WriteString(`<c r="`)
	w.WriteString(cellName(col, w.row))
	w.WriteString(`" s="`)
	w.WriteString(strconv.Itoa(style))
	w.WriteByte('"')
}

func (w *rowWriter) blank(col, style int) {
	w.start(col, style)
	w.WriteString("/>")
}

// text writes an inline string, which no program takes for a formula.
func (w *rowWriter) text(col, style int, s string) {
	if s == "" {
		w.blank(col, style)
		return
	}
	if n := utf16Length(s); n > maxCell && w.err == nil {
		w.err = &TooLongError{Sheet: w.sheet, Cell: cellName(col, w.row), Length: n}
	}
	w.start(col, style)
	w.WriteString(` t="inlineStr"><is><t xml:space="preserve">`)
	escape(&w.Buffer, s)
	w.WriteString("</t></is></c>")
}

func (w *rowWriter) number(col, style int, v float64) {
	w.start(col, style)
	w.WriteString("><v>" + strconv.FormatFloat(v, 'f', -1, 64) + "</v></c>")
}

// formula writes a cell with what it holds and, where it is known, the value
// to show before it is worked out.
func (w *rowWriter) formula(col, style int, f boundFormula, value sheet.Cell) {
	w.start(col, style)
	text, isText := value.(sheet.Text)
	if isText {
		w.WriteString(` t="str"`)
	}
	w.WriteString("><f>")
	for _, piece := range f {
		w.WriteString(piece.text)
		if piece.column != "" {
			w.WriteString(piece.column)
			w.WriteString(strconv.Itoa(w.row))
		}
	}
	w.WriteString("</f>")
	switch v := value.(type) {
	case sheet.Text:
		w.WriteString("<v>")
		escape(&w.Buffer, string(text))
		w.WriteString("</v>")
	case sheet.Number:
		w.WriteString("<v>" + strconv.FormatFloat(float64(v), 'f', -1, 64) + "</v>")
	case sheet.Date:
		w.WriteString("<v>" + strconv.FormatFloat(serial(v), 'f', -1, 64) + "</v>")
	}
	w.WriteString("</c>")
}

// parameter writes a plain number as one, anything else as a formula.
func (w *rowWriter) parameter(col, style int, f string) {
	if v, err := strconv.ParseFloat(f, 64); err == nil {
		w.number(col, style, v)
		return
	}
	w.formula(col, style, boundFormula{{text: escaped(f)}}, sheet.Blank{})
}

func (w *rowWriter) cell(col, style int, c sheet.Cell) {
	switch c := c.(type) {
	case sheet.Text:
		w.text(col, style, string(c))
	case sheet.Number:
		w.number(col, style, float64(c))
	case sheet.Date:
		w.number(col, style, serial(c))
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
		before := part.code + fmt.Sprintf("&%.0f ", letters)
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
	return strings.NewReplacer("{page}", "&P", "{pages}", "&N").Replace(strings.ReplaceAll(s, "&", "&&"))
}

func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// escape writes text as XML. What XML cannot hold, and what would be taken
// for such an escape, is written _xHHHH_, as ECMA-376 22.4.2.4 has it.
func escape(b *bytes.Buffer, s string) {
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF:
			fmt.Fprintf(b, "_x%04X_", r)
		case r == '_' && isEscape(s[i:]):
			b.WriteString("_x005F_")
		case r == utf8.RuneError:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
}

// isEscape reports text that begins like _x0041_; the last _ may be the first
// of an escape that follows.
func isEscape(s string) bool {
	if len(s) < 6 || s[1] != 'x' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

func cellName(col, row int) string { return columnName(col) + strconv.Itoa(row) }

// columnName returns A for 0, AA for 26.
func columnName(col int) string {
	name := ""
	for col++; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
