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

// emptyRows is where excelize leaves room for rows.
const emptyRows = "<sheetData></sheetData>"

// fill returns the XML of a sheet with its rows, titles and footer.
func (fr *frame) fill(d *sheet.SheetDesign, s *sheet.Sheet, faces Faces) ([]byte, error) {
	marks := strings.NewReplacer(strconv.Itoa(sinceMark), strconv.Itoa(int(serial(s.Since))), strconv.Itoa(lastRowMark), strconv.Itoa(lastRow(d, s)))
	head, tail, _ := strings.Cut(fr.xml, emptyRows)
	tail = marks.Replace(tail)
	rows := &rowWriter{sheet: d.Name}
	rows.WriteString(head)
	rows.WriteString("<sheetData>")
	for i, text := range s.Titles {
		height := titleHeight(faces.of(d.Titles[i]), d, d.Titles[i], text)
		rows.open(height)
		rows.text(0, fr.titles[i], text)
		for col := 1; col < len(d.Columns); col++ {
			rows.blank(col, fr.titles[i])
		}
		rows.close()
	}
	rows.open(headerHeight(faces.of(d.Header), d))
	for col, c := range d.Columns {
		rows.text(col, fr.header, c.Header)
	}
	rows.close()
	for _, cells := range s.Rows {
		rows.open(rowHeight(faces, d, cells))
		for col, c := range cells {
			if f := fr.formulas[col]; f != nil {
				rows.formula(col, fr.columns[col], f)
				continue
			}
			rows.cell(col, fr.columns[col], c)
		}
		rows.close()
	}
	rows.WriteString("</sheetData>")
	merges := mergePlace(tail)
	rows.WriteString(tail[:merges])
	mergeTitles(&rows.Buffer, d)
	tail = tail[merges:]
	setup := strings.Index(tail, "<pageSetup")
	end := setup + strings.Index(tail[setup:], ">") + 1
	if strings.HasPrefix(tail[end:], "</pageSetup>") {
		end += len("</pageSetup>")
	}
	rows.WriteString(tail[:end])
	footer(&rows.Buffer, s.Footer)
	rows.WriteString(tail[end:])
	return rows.Bytes(), rows.err
}

// A rowWriter writes rows of cells.
type rowWriter struct {
	bytes.Buffer
	sheet string
	row   int // from 1
	err   error
}

// open begins a row of the given height. It is not marked as set by hand, so
// that LibreOffice and Excel let it grow with what is typed into it.
func (w *rowWriter) open(height sheet.PT) {
	w.row++
	w.WriteString(`<row r="` + strconv.Itoa(w.row) + `" ht="` + strconv.FormatFloat(float64(height), 'f', 2, 64) + `">`)
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

// afterMerges are the elements that may follow the merged cells in a sheet
// (ECMA-376, CT_Worksheet).
var afterMerges = []string{"<phoneticPr", "<conditionalFormatting", "<dataValidations", "<hyperlinks", "<printOptions", "<pageMargins", "<pageSetup"}

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

func mergeTitles(b *bytes.Buffer, d *sheet.SheetDesign) {
	if len(d.Titles) == 0 || len(d.Columns) < 2 {
		return
	}
	fmt.Fprintf(b, `<mergeCells count="%d">`, len(d.Titles))
	for i := range d.Titles {
		fmt.Fprintf(b, `<mergeCell ref="%s:%s"/>`, cellName(0, i+1), cellName(len(d.Columns)-1, i+1))
	}
	b.WriteString("</mergeCells>")
}

// maxFooter is how long Excel allows a footer to be.
const maxFooter = 255

func footer(b *bytes.Buffer, f sheet.Footer) {
	var text strings.Builder
	for _, part := range []struct{ code, text string }{{"&L", f.Left}, {"&C", f.Centre}, {"&R", f.Right}} {
		if part.text == "" {
			continue
		}
		s := strings.ReplaceAll(part.text, "&", "&&")
		s = strings.NewReplacer("{page}", "&P", "{pages}", "&N").Replace(s)
		text.WriteString(part.code + `&"Times New Roman,Regular"&10 ` + s)
	}
	if text.Len() == 0 || utf16Length(text.String()) > maxFooter {
		return
	}
	b.WriteString("<headerFooter><oddFooter>")
	escape(b, text.String())
	b.WriteString("</oddFooter></headerFooter>")
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
