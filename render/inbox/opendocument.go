package inbox

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"
)

// Limits of a spreadsheet of OpenDocument.
const (
	maxXML     = 64 << 20 // bytes of its content
	maxDepth   = 64       // of elements in each other
	maxStretch = 1 << 20  // bytes of XML without a tag
)

// openDocument makes a workbook of a spreadsheet of OpenDocument 1.2.
func (o *opening) openDocument(zr *zip.Reader) ([]byte, *refusal) {
	parts := map[string][]byte{}
	for _, f := range zr.File {
		const encrypted = 1
		switch f.Name {
		case "mimetype", "content.xml", "meta.xml", "META-INF/manifest.xml":
		default:
			continue
		}
		if f.Flags&encrypted != 0 {
			return nil, &secret
		}
		if f.UncompressedSize64 > maxXML || parts[f.Name] != nil {
			return nil, &tooLarge
		}
		src, ok := content(f)
		if !ok {
			return nil, &broken
		}
		parts[f.Name] = src
	}
	switch {
	case !bytes.Contains(parts["mimetype"], []byte("opendocument.spreadsheet")):
		return nil, &refusal{word, again}
	case bytes.Contains(parts["META-INF/manifest.xml"], []byte("encryption-data")):
		return nil, &secret
	}
	r := &odsReader{grid: &grid{properties: map[string]string{}}}
	if refusal := r.walk(parts["meta.xml"]); refusal != nil {
		return nil, refusal
	}
	if refusal := r.walk(parts["content.xml"]); refusal != nil {
		return nil, refusal
	}
	if len(r.grid.sheets) == 0 {
		return nil, &broken
	}
	return r.grid.workbook(), nil
}

// An odsReader walks the content and the properties of a spreadsheet.
type odsReader struct {
	grid *grid

	number  int // of the row, from 1
	repeats int // of the row
	row     []gridCell

	cell    gridCell
	columns int // that the cell takes
	in      bool
	spans   string          // range that it is merged with
	text    strings.Builder // of the cell or the property
	lines   int             // paragraphs of the cell so far
	aside   string          // the text of the cell where it is told in the tag only
	note    noteReader
	name    string // of the property
	fault   *refusal
}

func (r *odsReader) walk(src []byte) *refusal {
	d := xml.NewDecoder(bytes.NewReader(src))
	if stretched(src) {
		return &tooLarge
	}
	for depth := 0; r.fault == nil; {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &broken
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return &broken
			}
			r.open(t)
		case xml.EndElement:
			depth--
			r.close(t.Name.Local)
		case xml.CharData:
			r.chars(t)
		case xml.Directive:
			return &broken
		}
	}
	return r.fault
}

// stretched reports XML with more in one tag or one text than programs write:
// the decoder takes a tag into memory many times its size.
func stretched(src []byte) bool {
	for len(src) > maxStretch {
		i := bytes.LastIndexByte(src[:maxStretch], '<')
		if i <= 0 {
			return true
		}
		src = src[i:]
	}
	return false
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// times reads a count of repetitions, 1 where there is none.
func times(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil || n < 1 || n > 1<<20 {
		return 1
	}
	return n
}

func (r *odsReader) open(e xml.StartElement) {
	switch e.Name.Local {
	case "table":
		if len(r.grid.sheets) == maxSheets {
			r.fault = &tooMany
			return
		}
		r.grid.sheets = append(r.grid.sheets, gridSheet{name: attribute(e, "name")})
		r.number = 1
	case "table-row":
		r.row, r.repeats = r.row[:0], times(e, "number-rows-repeated")
	case "table-cell", "covered-table-cell":
		r.begin(e)
	case "annotation", "frame", "custom-shape", "ruby-text":
		r.note.open(e.Name.Local)
	case "p":
		r.paragraph()
	case "s":
		r.chars([]byte(strings.Repeat(" ", min(times(e, "c"), 100))))
	case "tab", "line-break":
		r.chars([]byte("\n"))
	case "user-defined":
		r.name = attribute(e, "name")
		r.text.Reset()
	case "date":
		r.name = "modified"
		r.text.Reset()
	}
}

// begin takes what a cell says in its tag.
func (r *odsReader) begin(e xml.StartElement) {
	r.in, r.lines, r.columns, r.spans, r.aside = true, 0, times(e, "number-columns-repeated"), "", attribute(e, "string-value")
	r.text.Reset()
	value := attribute(e, "value")
	switch kind := attribute(e, "value-type"); {
	case attribute(e, "formula") != "":
		r.cell = gridCell{"formula", attribute(e, "formula")}
	case kind == "float", kind == "percentage", kind == "currency":
		r.cell = gridCell{"", value}
	case kind == "date":
		r.cell = day(attribute(e, "date-value"))
	case kind == "boolean":
		r.cell = gridCell{"b", strconv.Itoa(map[bool]int{true: 1}[attribute(e, "boolean-value") == "true"])}
	default:
		r.cell = gridCell{"text", ""}
	}
	across, down := times(e, "number-columns-spanned"), times(e, "number-rows-spanned")
	if (across > 1 || down > 1) && len(r.row) < maxColumns {
		r.spans = columnName(len(r.row)) + strconv.Itoa(r.number) + ":" + columnName(len(r.row)+min(across, maxColumns)-1) + strconv.Itoa(r.number+down-1)
	}
}

// day is the number of a date as cells have it: days from 1899-12-30.
func day(text string) gridCell {
	for _, form := range []string{"2006-01-02", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(form, text); err == nil {
			days := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
			return gridCell{"", strconv.FormatFloat(days, 'f', -1, 64)}
		}
	}
	return gridCell{"text", text}
}

func (r *odsReader) close(name string) {
	switch name {
	case "annotation", "frame", "custom-shape", "ruby-text":
		r.endNote(r.note.close())
	case "p":
		r.note.inside = false
	case "table-cell", "covered-table-cell":
		r.endCell()
	case "table-row":
		r.endRow()
	case "user-defined", "date":
		switch {
		case r.name == "modified":
			r.grid.modified = moment(r.text.String())
		case r.name != "" && len(r.grid.properties) < 100:
			r.grid.properties[r.name] = strings.TrimSpace(r.text.String())
		}
		r.name = ""
	}
}

// moment is a time as .xlsx has it, to the second.
func moment(text string) string {
	text, _, _ = strings.Cut(strings.TrimSuffix(strings.TrimSpace(text), "Z"), ".")
	return text + "Z"
}

func (r *odsReader) endCell() {
	r.in = false
	if r.cell.kind == "text" && r.cell.value == "" {
		if r.cell.value = r.text.String(); r.lines == 0 {
			r.cell.value = r.aside
		}
	}
	if r.spans != "" && len(r.grid.sheets) > 0 {
		s := &r.grid.sheets[len(r.grid.sheets)-1]
		if s.merged = append(s.merged, r.spans); len(s.merged) > maxCells/100 {
			r.fault = &tooMany
		}
	}
	for range min(r.columns, maxColumns-min(len(r.row), maxColumns)) {
		r.row = append(r.row, r.cell)
	}
}

// endRow writes a row as often as it is repeated; empty ones, of which a sheet
// ends with a million, only count.
func (r *odsReader) endRow() {
	filled := false
	for _, c := range r.row {
		filled = filled || c.value != ""
	}
	if filled && len(r.grid.sheets) > 0 {
		for i := range r.repeats {
			if !r.grid.row(r.number+i, r.row) {
				r.fault = &tooMany
				return
			}
		}
	}
	r.number += r.repeats
}
