package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"ketluan/render/sheet"
)

// Reading is done with the standard library's zip and XML alone: what comes
// back is input from outside, and excelize neither tells a formula from its
// value while it walks a sheet nor bounds the rows it takes into memory.

// Limits of what Read takes. A reply has some dozens of rows in 30 KB.
const (
	maxFile     = 8 << 20  // bytes of the file
	maxUnzipped = 64 << 20 // bytes of the parts that are read
	maxParts    = 1000
	maxSheets   = 50
	maxRows     = 20_000  // in all sheets, empty ones too
	maxCells    = 600_000 // in all sheets
	maxStrings  = 400_000 // shared ones
	maxColumns  = 200     // that are looked at for headers
	maxMerges   = 5000
	maxText     = 4 * maxCell // bytes of one text
	maxTaken    = 16 << 20    // bytes of the texts in tables: many cells may name one shared text
	maxStretch  = 1 << 20     // bytes of XML without a tag: a tag with its attributes, or a text
	maxDepth    = 64          // of elements in each other
)

// What Read refuses.
var (
	ErrTooLarge   = errors.New("the file, or what is packed in it, is too large")
	ErrTooMany    = errors.New("the workbook has too many sheets, rows or cells")
	ErrNoWorkbook = errors.New("no workbook")
	ErrBroken     = errors.New("the workbook is damaged")
	ErrEncrypted  = errors.New("the workbook has a password")
	ErrMacros     = errors.New("the workbook has macros")
	ErrOldExcel   = errors.New("a workbook of Excel 97-2003 (.xls)")
	ErrBinary     = errors.New("a binary workbook (.xlsb)")
	ErrOpenSheet  = errors.New("a workbook of OpenDocument (.ods)")
	ErrNoTable    = errors.New("no sheet has the table")
)

// Read reads a workbook that was filled in. Headers gives the field that each
// column carries back by its folded header, as Headers returns them; own are the
// other texts that the workbook had, as Own returns them. Formulas are never
// evaluated. Errors are those above.
func Read(src []byte, headers map[string]string, own map[string]bool) (*sheet.Filled, error) {
	if len(src) > maxFile {
		return nil, ErrTooLarge
	}
	if err := sniff(src); err != nil {
		return nil, err
	}
	p, err := unpack(src)
	if err != nil {
		return nil, err
	}
	f := &sheet.Filled{}
	if err := p.identity(f); err != nil {
		return nil, err
	}
	book, err := p.book()
	if err != nil {
		return nil, err
	}
	shared, err := p.sharedStrings(book.strings)
	if err != nil {
		return nil, err
	}
	f.From1904, p.from1904 = book.from1904, book.from1904
	if f.Sent, err = p.sent(book.sheets, shared); err != nil {
		return nil, err
	}
	for _, s := range book.sheets {
		t, err := p.table(s, shared, headers, own)
		if err != nil {
			return nil, err
		}
		switch {
		case t.Header > 0:
			f.Tables = append(f.Tables, *t)
		case len(t.Above) > 0 && s.name != sheet.SentName && !own[foldHeader(s.name)]:
			f.Added = append(f.Added, *t)
		}
	}
	if len(f.Tables) == 0 {
		return nil, ErrNoTable
	}
	return f, nil
}

// sniff tells what is no zip, by how it begins.
func sniff(src []byte) error {
	switch {
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		return nil
	case bytes.HasPrefix(src, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if bytes.Contains(src, wide("EncryptedPackage")) {
			return ErrEncrypted
		}
		if bytes.Contains(src, wide("Workbook")) || bytes.Contains(src, wide("Book")) {
			return ErrOldExcel
		}
	}
	return ErrNoWorkbook
}

// wide returns ASCII letters as the names in compound files are written.
func wide(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

// A pack is the parts of a file, read within one budget.
type pack struct {
	parts map[string]*zip.File // by their names in small letters
	left  int64                // bytes that may still be unpacked
	rows  int
	cells int
	taken int // bytes of texts in tables

	from1904 bool // days count from 1904-01-01
}

func unpack(src []byte) (*pack, error) {
	zr, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, ErrBroken
	}
	if len(zr.File) > maxParts {
		return nil, ErrTooMany
	}
	p := &pack{parts: map[string]*zip.File{}, left: maxUnzipped}
	for _, f := range zr.File {
		const encrypted = 1
		if f.Flags&encrypted != 0 {
			return nil, ErrEncrypted
		}
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if p.parts[name] != nil { // programs differ in which of the two they show
			return nil, ErrBroken
		}
		p.parts[name] = f
	}
	return p, p.isWorkbook()
}

// isWorkbook tells workbooks with macros and other files that are zips.
func (p *pack) isWorkbook() error {
	if f := p.parts["mimetype"]; f != nil {
		kind, err := p.read("mimetype")
		if err != nil {
			return err
		}
		if strings.Contains(string(kind), "opendocument.spreadsheet") {
			return ErrOpenSheet
		}
		return ErrNoWorkbook
	}
	types, err := p.read("[content_types].xml")
	switch {
	case err != nil:
		return err
	case types == nil:
		return ErrNoWorkbook
	case p.parts["xl/workbook.bin"] != nil: // before macros, which it says that it may have
		return ErrBinary
	}
	for name := range p.parts {
		if macroPart(name) {
			return ErrMacros
		}
	}
	return nil
}

// macroPart reports a part that holds macros. What the list of types says is
// not asked: some libraries call every workbook one that may have them.
func macroPart(name string) bool {
	return path.Base(name) == "vbaproject.bin" || strings.HasPrefix(name, "xl/macrosheets/") || strings.HasPrefix(name, "xl/dialogsheets/") ||
		strings.HasPrefix(name, "xl/activex/")
}

// read returns a part, nil where there is none.
func (p *pack) read(name string) ([]byte, error) {
	f := p.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(p.left) {
		return nil, ErrTooLarge
	}
	rc, err := f.Open()
	if err != nil {
		return nil, ErrBroken
	}
	defer rc.Close()
	content, err := io.ReadAll(io.LimitReader(rc, p.left+1))
	if int64(len(content)) > p.left {
		return nil, ErrTooLarge
	}
	if err != nil {
		return nil, ErrBroken
	}
	p.left -= int64(len(content))
	return content, nil
}

// walk calls visit for each element of a part, and after it for its end. Names
// are without their spaces, which differ between the two kinds of Office Open
// XML. A part that is not there has no elements.
func (p *pack) walk(name string, visit func(start *xml.StartElement, end string, text []byte) error) error {
	content, err := p.read(name)
	if err != nil || content == nil {
		return err
	}
	if stretched(content) {
		return ErrTooLarge
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return ErrBroken
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth { // the decoder keeps what is open
				return ErrBroken
			}
			err = visit(&t, "", nil)
		case xml.EndElement:
			depth--
			err = visit(nil, t.Name.Local, nil)
		case xml.CharData:
			err = visit(nil, "", t)
		case xml.Directive: // no part of a workbook declares anything
			err = ErrBroken
		}
		if err != nil {
			return err
		}
	}
}

// stretched reports a part with more in one tag or one text than any has that
// a program wrote: the decoder takes a tag into memory many times its size.
func stretched(content []byte) bool {
	for len(content) > maxStretch {
		i := bytes.LastIndexByte(content[:maxStretch], '<')
		if i <= 0 {
			return true
		}
		content = content[i:]
	}
	return false
}

func attribute(e *xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
