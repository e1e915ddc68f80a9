// Package xlsx writes workbooks. What all workbooks of a design share is made
// once, by excelize; the rows, titles, footers and properties of each are then
// written into it directly, in a fixed order and without a clock: the same
// workbook gives the same bytes.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"ketluan/render/opc"
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
	parts  []opc.Part // empty where each workbook has its own
	sheets []frame    // one for each sheet of the design
	list   *listFrame // nil without lists
	sent   *listFrame // of what the workbook held when it was made; nil where that is nothing
	marked []markedPart

	carrying func() (*Writer, error) // the same with the sheet of what was sent

	press opc.Press
}

// A DesignError says what no workbook can be made of, in two languages.
type DesignError struct {
	Sheet  string
	VI, EN string
}

func designError(sheet, vi, en string, args ...any) *DesignError {
	return &DesignError{sheet, fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}
}

func (e *DesignError) Error() string { return fmt.Sprintf("sheet %q: %s", e.Sheet, e.EN) }

// InWords returns the error for the user.
func (e *DesignError) InWords() (vi, en string) {
	return fmt.Sprintf("trang %q của mẫu bảng tính: %s", e.Sheet, e.VI), e.Error()
}

// A TooLongError is a text that does not fit a cell.
type TooLongError struct {
	Sheet, Cell string
	Length      int // UTF-16 units
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("sheet %q, cell %s: %d characters, a cell holds %d", e.Sheet, e.Cell, e.Length, maxCell)
}

// InWords returns the error for the user.
func (e *TooLongError) InWords() (vi, en string) {
	return fmt.Sprintf("trang %q, ô %s: %d ký tự, một ô chỉ chứa %d", e.Sheet, e.Cell, e.Length, maxCell), e.Error()
}

// New makes what the workbooks of a design share. Errors are of type
// *DesignError, or excelize's own.
func New(d *sheet.Design, faces Faces) (*Writer, error) {
	if len(d.Sheets) > maxMarked || len(d.Lists) > maxMarked {
		return nil, designError(d.ListSheet, "bảng tính có nhiều nhất %d trang và bấy nhiêu danh mục", "a workbook has at most %d sheets and as many lists", maxMarked)
	}
	for i := range d.Sheets {
		if err := check(&d.Sheets[i]); err != nil {
			return nil, err
		}
	}
	if len(d.Sheets) > 0 && d.Sheets[0].Hidden {
		return nil, designError(d.Sheets[0].Name, "trang đầu không được ẩn", "the first sheet cannot be hidden")
	}
	if err := checkInputs(d); err != nil {
		return nil, err
	}
	w := &Writer{design: d, faces: faces}
	if err := w.compile(); err != nil {
		return nil, fmt.Errorf("preparing the workbook: %w", err)
	}
	w.carrying = sync.OnceValues(func() (*Writer, error) {
		other := &Writer{design: d, faces: faces, sent: &listFrame{}}
		return other, other.compile()
	})
	return w, nil
}

// Write writes b, which must be of w's design. The only errors of its own are
// *TooLongError; others come from out.
func (w *Writer) Write(out io.Writer, b *sheet.Workbook) error {
	if b.Design != w.design || len(b.Sheets) != len(w.sheets) {
		panic("xlsx: the workbook is of another design")
	}
	sent := b.Sent(serial)
	if len(sent) > 0 && w.sent == nil {
		other, err := w.carrying()
		if err != nil {
			return err
		}
		return other.Write(out, b)
	}
	layouts := make([]layout, len(b.Sheets))
	for i := range b.Sheets {
		layouts[i] = layOut(&w.design.Sheets[i], &b.Sheets[i])
	}
	marks := w.marks(b, layouts)
	filled := map[string][]byte{
		"docProps/core.xml": coreProperties(b.Properties),
	}
	for i := range w.sheets {
		xml, err := w.fill(i, b, layouts, marks)
		if err != nil {
			return err
		}
		filled[w.sheets[i].part] = xml
	}
	if w.list != nil {
		xml, err := w.fillLists(b)
		if err != nil {
			return err
		}
		filled[w.list.part] = xml
	}
	if w.sent != nil {
		xml, err := w.fillSent(sent)
		if err != nil {
			return err
		}
		filled[w.sent.part] = xml
	}
	for _, p := range w.marked {
		xml := marks.Replace(p.xml)
		if i := w.charted(p.name); i >= 0 {
			xml = cache(xml, &w.design.Sheets[i], &b.Sheets[i])
		}
		filled[p.name] = []byte(xml)
	}
	return w.zip(out, filled)
}

func escaped(s string) string {
	var b bytes.Buffer
	escape(&b, s)
	return b.String()
}
