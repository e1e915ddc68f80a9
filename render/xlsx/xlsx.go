// Package xlsx writes workbooks. What all workbooks of a design share is made
// once, by excelize; the rows, titles, footers and properties of each are then
// written into it directly, in a fixed order and without a clock: the same
// workbook gives the same bytes.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"ketluan/render/sheet"
)

// A Measurer gives the widths of characters in one face, in thousandths of the
// font size, and whether the face has them.
type Measurer interface {
	Advance(r rune) (thousandths int, ok bool)
}

// Faces are the regular and the bold face of a design's font: rows are made as
// high as their text needs in them.
type Faces struct {
	Regular, Bold Measurer
}

func (f Faces) of(s sheet.Style) Measurer {
	if s.Bold {
		return f.Bold
	}
	return f.Regular
}

// A Writer writes the workbooks of one design. It may be used by many goroutines.
type Writer struct {
	design *sheet.Design
	faces  Faces
	parts  []part
	sheets []frame // one for each sheet of the design
	marked []markedPart

	compressors sync.Pool // of *flate.Writer: making one costs more than using it
}

// A DesignError says what no workbook can be made of.
type DesignError struct {
	Sheet  string
	Reason string
}

func (e *DesignError) Error() string { return fmt.Sprintf("sheet %q: %s", e.Sheet, e.Reason) }

// A TooLongError is a text that does not fit a cell.
type TooLongError struct {
	Sheet, Cell string
	Length      int // UTF-16 units
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("sheet %q, cell %s: %d characters, a cell holds %d", e.Sheet, e.Cell, e.Length, maxCell)
}

// New makes what the workbooks of a design share. Errors are of type
// *DesignError, or excelize's own.
func New(d *sheet.Design, faces Faces) (*Writer, error) {
	for i := range d.Sheets {
		if err := check(&d.Sheets[i]); err != nil {
			return nil, err
		}
	}
	if err := checkInputs(d); err != nil {
		return nil, err
	}
	w := &Writer{design: d, faces: faces}
	if err := w.compile(); err != nil {
		return nil, fmt.Errorf("preparing the workbook: %w", err)
	}
	return w, nil
}

// Write writes b, which must be of w's design. The only errors of its own are
// *TooLongError; others come from out.
func (w *Writer) Write(out io.Writer, b *sheet.Workbook) error {
	if b.Design != w.design || len(b.Sheets) != len(w.sheets) {
		panic("xlsx: the workbook is of another design")
	}
	filled := map[string][]byte{
		"docProps/core.xml": coreProperties(b.Properties),
	}
	for i := range w.sheets {
		xml, err := w.sheets[i].fill(&w.design.Sheets[i], &b.Sheets[i], w.faces)
		if err != nil {
			return err
		}
		filled[w.sheets[i].part] = xml
	}
	for _, p := range w.marked {
		filled[p.name] = []byte(w.unmark(p.xml, b))
	}
	return w.zip(out, filled)
}

// unmark replaces the marks of a part that all sheets share. Rows are named
// behind the name of their sheet.
func (w *Writer) unmark(xml string, b *sheet.Workbook) string {
	for i := range b.Sheets {
		d := &w.design.Sheets[i]
		name := strings.ReplaceAll(escaped(quoted(d.Name)), "'", "&#39;") + "!" // as excelize escapes
		row := strconv.Itoa(lastRow(d, &b.Sheets[i]))
		parts := strings.Split(xml, name)
		for k := 1; k < len(parts); k++ {
			parts[k] = strings.Replace(parts[k], strconv.Itoa(lastRowMark), row, 1)
		}
		xml = strings.Join(parts, name)
	}
	return strings.ReplaceAll(xml, identityMark, escaped(b.Properties.Identifier))
}

// lastRow returns the last row of the table; without rows it is one that is
// empty.
func lastRow(d *sheet.SheetDesign, s *sheet.Sheet) int {
	return len(d.Titles) + 1 + max(len(s.Rows), 1)
}

func escaped(s string) string {
	var b bytes.Buffer
	escape(&b, s)
	return b.String()
}
