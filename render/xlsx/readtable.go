package xlsx

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/sheet"
)

// foldHeader makes headers comparable: small letters, single spaces.
func foldHeader(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// A tableReader finds the table of one sheet and reads it.
type tableReader struct {
	pack    *pack
	shared  []string
	headers map[string]string // fields by folded headers
	own     map[string]bool   // other texts that the workbook had, folded

	table  *sheet.FilledTable
	fields []string // of the columns, by their numbers; "" carries nothing back
	others []other  // those that carry nothing back, by their numbers
	header int      // its row, 0 before it is found
	merges []merged

	covered int // rows that merged cells were looked for in

	number int // of the row
	row    map[int]sheet.FilledCell
	next   int // the column of a cell that does not say its own
	col    int
	kind   string
	value  strings.Builder
	inV    bool
	inF    bool
	isF    bool
	text   richText
}

// table reads the table of a sheet; without one its header is in no row.
func (p *pack) table(s place, shared []string, headers map[string]string, own map[string]bool) (*sheet.FilledTable, error) {
	t := &tableReader{pack: p, shared: shared, headers: headers, own: own, table: &sheet.FilledTable{Sheet: s.name}}
	if err := p.walk(s.part, t.visit); err != nil {
		return nil, err
	}
	if t.header == 0 {
		return t.table, nil
	}
	if err := t.settle(); err != nil {
		return nil, err
	}
	if err := t.attached(s.part); err != nil {
		return nil, err
	}
	t.sortNotes()
	return t.table, nil
}

func (t *tableReader) visit(start *xml.StartElement, end string, chars []byte) error {
	switch {
	case start != nil:
		t.text.visit(start, end, chars)
		return t.open(start)
	case end != "":
		t.text.visit(start, end, chars)
		return t.close(end)
	case t.inV || t.inF:
		t.value.Write(chars)
	default:
		t.text.visit(nil, "", chars)
	}
	if t.value.Len() > maxText || t.text.b.Len() > maxText {
		return ErrTooLarge
	}
	return nil
}

func (t *tableReader) open(e *xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		if t.pack.rows++; t.pack.rows > maxRows {
			return ErrTooMany
		}
		t.number++
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil && n > 0 && n <= 1<<20 {
			t.number = n
		}
		t.row, t.next = map[int]sheet.FilledCell{}, 0
	case "c":
		if t.pack.cells++; t.pack.cells > maxCells {
			return ErrTooMany
		}
		t.col = t.next
		if col, ok := columnNumber(attribute(e, "r")); ok {
			t.col = col
		}
		t.next = t.col + 1
		t.kind, t.isF = attribute(e, "t"), false
		t.value.Reset()
		t.text.take()
	case "v":
		t.value.Reset()
		t.inV = true
	case "f":
		t.value.Reset()
		t.inF, t.isF = true, true
	case "mergeCell":
		return t.merge(attribute(e, "ref"))
	}
	return nil
}

func (t *tableReader) close(end string) error {
	switch end {
	case "v":
		t.inV = false
	case "f":
		if t.inF = false; t.isF {
			t.text.take()
			t.text.b.WriteString(t.value.String()) // to be shown, never worked out
		}
	case "c":
		if t.row == nil {
			return ErrBroken
		}
		if c, ok := t.cell(); ok && t.col < maxColumns {
			c.Ref = cellName(t.col, t.number)
			t.row[t.col] = c
		}
	case "row":
		return t.endRow()
	}
	return nil
}

// cell returns the cell that ends; ok is false for an empty one.
func (t *tableReader) cell() (c sheet.FilledCell, ok bool) {
	value := t.value.String()
	switch {
	case t.isF:
		return sheet.FilledCell{Kind: sheet.FilledFormula, Text: t.text.take()}, true
	case t.kind == "inlineStr":
		c.Text = t.text.take()
	case t.kind == "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(t.shared) {
			return sheet.FilledCell{Kind: sheet.FilledError, Text: "#N/A"}, value != ""
		}
		c.Text = t.shared[n]
	case t.kind == "b":
		return sheet.FilledCell{Kind: sheet.FilledTruth, Text: value}, value != ""
	case t.kind == "e":
		return sheet.FilledCell{Kind: sheet.FilledError, Text: value}, value != ""
	case t.kind == "d":
		if days, ok := t.pack.serial(value); ok {
			return sheet.FilledCell{Kind: sheet.FilledNumber, Number: days}, true
		}
		c.Text = decoded(value)
	case t.kind == "str":
		c.Text = decoded(value)
	default:
		n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err == nil {
			return sheet.FilledCell{Kind: sheet.FilledNumber, Number: n}, true
		}
		c.Text = value
	}
	return c, strings.TrimSpace(c.Text) != ""
}

// serial returns the days of a moment that is written out, as workbooks of the
// strict kind have it, in the count of the workbook.
func (p *pack) serial(text string) (float64, bool) {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if p.from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	text = strings.TrimSuffix(strings.TrimSpace(text), "Z")
	for _, form := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(form, text); err == nil {
			return t.Sub(first).Hours() / 24, true
		}
	}
	return 0, false
}

// endRow takes a row: as the headers where it has them, or as one of the table.
func (t *tableReader) endRow() error {
	if t.header == 0 {
		t.findHeader()
		return nil
	}
	row := sheet.FilledRow{Number: t.number, Cells: map[string]sheet.FilledCell{}}
	if err := t.notes(); err != nil {
		return err
	}
	for col, c := range t.row {
		if col < len(t.fields) && t.fields[col] != "" {
			row.Cells[t.fields[col]] = c
			if t.pack.taken += len(c.Text); t.pack.taken > maxTaken {
				return ErrTooMany
			}
		}
	}
	if len(row.Cells) > 0 {
		t.table.Rows = append(t.table.Rows, row)
	}
	return nil
}

// maxHeader is more than any header has, in bytes.
const maxHeader = 500

// findHeader looks whether the row names the columns: that of the IDs, and one
// of those to fill in.
func (t *tableReader) findHeader() {
	fields := make([]string, maxColumns)
	found := map[string]bool{}
	var twice []string
	for col := range maxColumns {
		c, ok := t.row[col]
		if !ok || c.Kind != sheet.FilledText || len(c.Text) > maxHeader {
			continue
		}
		field := t.headers[foldHeader(c.Text)]
		if field == "" {
			continue
		}
		if found[field] {
			twice = append(twice, strings.TrimSpace(c.Text))
			continue
		}
		fields[col], found[field] = field, true
	}
	if !found["id"] || len(found) < 2 || len(found) == 2 && found["text"] {
		t.above()
		return
	}
	t.header, t.fields, t.table.Header, t.table.Twice = t.number, fields, t.number, twice
	t.findOthers()
	for header, field := range t.headers {
		if !found[field] {
			t.table.Missing = append(t.table.Missing, header)
		}
	}
	slices.Sort(t.table.Missing)
}

// maxAbove is how many texts above the headers are kept: some lines name the
// agency, the unit and the notice.
const maxAbove = 100

// above keeps the texts of a row that comes before the headers.
func (t *tableReader) above() {
	for col := range maxColumns {
		if c, ok := t.row[col]; ok && c.Kind == sheet.FilledText && len(c.Text) <= maxHeader && len(t.table.Above) < maxAbove {
			t.table.Above = append(t.table.Above, c.Text)
		}
	}
}

// columnNumber returns 0 for A1, 27 for AB7.
func columnNumber(ref string) (int, bool) {
	n := 0
	for i, c := range []byte(ref) {
		switch {
		case c == '$':
		case c >= 'A' && c <= 'Z' && i < 5:
			n = n*26 + int(c-'A') + 1
		case c >= '0' && c <= '9' && n > 0:
			return n - 1, true
		default:
			return 0, false
		}
	}
	return 0, false
}

func rowNumber(ref string) int {
	n, _ := strconv.Atoi(strings.TrimLeft(ref, "$ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return n
}
