package inbox

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Limits of a table that is made a workbook of.
const (
	maxSheets  = 50
	maxRows    = 20_000
	maxCells   = 600_000
	maxColumns = 200
	maxCell    = 32_767   // characters, as in Excel
	maxGrid    = 32 << 20 // bytes of all rows: a cell may be repeated any number of times
)

// A grid is a workbook of another format, as it is written as .xlsx: what is
// read as such needs no reader of its own for headers, tables and identities.
type grid struct {
	properties map[string]string // custom ones, by their names
	modified   string
	sheets     []gridSheet
	rows       int
	cells      int
	size       int // bytes of the rows
}

// A gridSheet is a sheet: its rows as they are written, and merged ranges.
type gridSheet struct {
	name   string
	rows   bytes.Buffer
	merged []string
	notes  []gridNote
}

// A gridNote is a comment on a cell, or a text box.
type gridNote struct {
	comment   bool
	ref, text string // "" is on no cell
}

// A gridCell is a cell: a text, a number, or a formula that is not worked out.
type gridCell struct {
	kind  string // "" is a number, "text", "formula", "b"
	value string
}

// row writes a row; cells by their columns from 0.
func (g *grid) row(number int, cells []gridCell) bool {
	s := &g.sheets[len(g.sheets)-1]
	g.rows++
	opened, before := false, s.rows.Len()
	for col, c := range cells {
		if c.value == "" || col >= maxColumns {
			continue
		}
		if !opened {
			fmt.Fprintf(&s.rows, `<row r="%d">`, number)
			opened = true
		}
		g.cells++
		s.cell(fmt.Sprint(columnName(col), number), c)
	}
	if opened {
		s.rows.WriteString("</row>")
	}
	g.size += s.rows.Len() - before
	return g.rows <= maxRows && g.cells <= maxCells && g.size <= maxGrid
}

// maxNotes are those of a sheet that are taken.
const maxNotes = 2000

// note takes a note on the sheet.
func (g *grid) note(n gridNote) bool {
	s := &g.sheets[len(g.sheets)-1]
	s.notes = append(s.notes, n)
	g.size += len(n.text)
	return len(s.notes) <= maxNotes && g.size <= maxGrid
}

func (s *gridSheet) cell(ref string, c gridCell) {
	if c.kind == "text" && len(c.value) > 4*maxCell {
		c.value = strings.ToValidUTF8(c.value[:4*maxCell], "")
	}
	switch c.kind {
	case "text":
		fmt.Fprintf(&s.rows, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, inline(c.value))
	case "formula":
		fmt.Fprintf(&s.rows, `<c r="%s"><f>%s</f></c>`, ref, escaped(c.value))
	case "b":
		fmt.Fprintf(&s.rows, `<c r="%s" t="b"><v>%s</v></c>`, ref, escaped(c.value))
	default:
		fmt.Fprintf(&s.rows, `<c r="%s"><v>%s</v></c>`, ref, escaped(c.value))
	}
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// columnName returns A for 0, AB for 27.
func columnName(col int) string {
	name := ""
	for col++; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

const (
	spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// workbook writes the grid as .xlsx.
func (g *grid) workbook() []byte {
	var list, rels strings.Builder
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	put := func(name, content string) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	put("[Content_Types].xml", "<Types/>")
	for i, s := range g.sheets {
		id := strconv.Itoa(i + 1)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%s" r:id="r%s"/>`, escaped(s.name), id, id)
		fmt.Fprintf(&rels, `<Relationship Id="r%s" Type="%sworksheet" Target="s%s.xml"/>`, id, office, id)
		merged := ""
		for _, ref := range s.merged {
			merged += `<mergeCell ref="` + ref + `"/>`
		}
		if len(s.notes) > 0 {
			s.putNotes(id, put)
		}
		put("xl/s"+id+".xml", "<worksheet "+spreadsheet+"><sheetData>"+s.rows.String()+"</sheetData><mergeCells>"+merged+"</mergeCells></worksheet>")
	}
	put("xl/workbook.xml", "<workbook "+spreadsheet+"><sheets>"+list.String()+"</sheets></workbook>")
	put("xl/_rels/workbook.xml.rels", "<Relationships>"+rels.String()+"</Relationships>")
	g.describe(put)
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// putNotes writes the comments on the sheet and its text boxes.
func (s gridSheet) putNotes(id string, put func(name, content string)) {
	var comments, boxes strings.Builder
	for _, n := range s.notes {
		if n.ref == "" {
			fmt.Fprintf(&boxes, `<sp><p><t>%s</t></p></sp>`, inline(n.text))
		} else {
			fmt.Fprintf(&comments, `<comment ref="%s"><text><t>%s</t></text></comment>`, n.ref, inline(n.text))
		}
	}
	put("xl/c"+id+".xml", "<comments><commentList>"+comments.String()+"</commentList></comments>")
	put("xl/d"+id+".xml", "<wsDr>"+boxes.String()+"</wsDr>")
	put("xl/_rels/s"+id+".xml.rels", `<Relationships><Relationship Id="c" Type="`+office+`comments" Target="c`+id+`.xml"/><Relationship Id="d" Type="`+office+`drawing" Target="d`+id+`.xml"/></Relationships>`)
}

// inline escapes a text that stands between tags.
func inline(text string) string { return escaped(strings.ReplaceAll(text, "_x", "_x005F_x")) }

// describe writes what the workbook says of itself.
func (g *grid) describe(put func(name, content string)) {
	custom := ""
	for _, name := range slices.Sorted(maps.Keys(g.properties)) {
		custom += `<property name="` + escaped(name) + `"><lpwstr>` + escaped(g.properties[name]) + `</lpwstr></property>`
	}
	put("docProps/custom.xml", "<Properties>"+custom+"</Properties>")
	put("docProps/core.xml", "<coreProperties><modified>"+escaped(g.modified)+"</modified></coreProperties>")
}
