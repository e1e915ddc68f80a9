// Package xlsx writes workbooks. What all workbooks of a design share is made
// once, by excelize; the rows, titles, footers and properties of each are then
// written into it directly, in a fixed order and without a clock: the same
// workbook gives the same bytes.
package xlsx

import (
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
	parts  []part
	sheets []frame    // one for each sheet of the design
	list   *listFrame // nil without lists
	sent   *listFrame // of what the workbook held when it was made; nil where that is nothing

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

// A filling is a workbook on its way into a file.
type filling struct {
	*opc.Package
	*Writer
	book    *sheet.Workbook
	held    []sheet.SentCell // what is filled in when it is made
	layouts []layout
	values  []string
	err     error
}

// failed keeps the first error.
func (f *filling) failed(err error) {
	if f.err == nil {
		f.err = err
	}
}

func (f *filling) add(xml string) { f.Text = append(f.Text, xml...) }

func (f *filling) rows(name string) *rowWriter {
	return &rowWriter{Package: f.Package, sheet: name, values: f.values}
}

// Write writes b, which must be of w's design, part by part: a sheet is never held
// whole. The only errors of its own are *TooLongError, after which out has the
// beginning of a file; others come from out.
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
	f := &filling{Package: w.press.Package(out), Writer: w, book: b, held: sent}
	for i := range b.Sheets {
		f.layouts = append(f.layouts, layOut(&w.design.Sheets[i], &b.Sheets[i]))
	}
	f.values = w.values(b, f.layouts)
	for _, p := range w.parts {
		if p.own == nil {
			f.Put(p.Part)
			continue
		}
		f.Begin(p.Name)
		p.own(f)
		f.End()
	}
	if err := f.Close(); err != nil && f.err == nil {
		f.err = fmt.Errorf("writing the workbook: %w", err)
	}
	return f.err
}

// What the file of a workbook takes about, in bytes: by itself, and each of its rows.
const (
	bookSize = 10 << 10
	rowSize  = 350
)

// SizeOf tells about how large the file of a workbook becomes, in bytes: a buffer that
// grows by doubling holds three times as much for a while.
func SizeOf(b *sheet.Workbook) int {
	size := bookSize
	for _, s := range b.Sheets {
		size += rowSize * len(s.Rows)
	}
	return size
}
