// Package read opens finished Word files (.docx), of whatever program, as far as
// their text goes: paragraphs with their runs, the labels that Word's numbering
// makes, tables, text boxes, heads and feet, and what people did to the text:
// tracked changes, comments, bookmarks. Files come from outside: they are
// bounded in size, depth, count and work. What a text means it does not know.
package read

import (
	"errors"

	"ketluan/render/doc"
)

// Limits of what Open reads. A notice has 20 to 60 KB, and a hundred paragraphs.
const (
	maxBytes      = 32 << 20 // of the file
	maxPart       = 32 << 20 // of one part, unpacked
	maxUnpacked   = 64 << 20 // of all parts that are read
	maxRatio      = 300      // of an unpacked part of a megabyte and more to its packed bytes
	maxEntries    = 5000     // of the archive
	maxStretch    = 1 << 20  // bytes of XML without a tag
	maxDepth      = 200      // of elements in each other
	maxTokens     = 6_000_000
	maxParagraphs = 100_000
	maxMarks      = 200_000 // bookmarks and comments, each counted in every paragraph
)

// A File is what a Word file holds.
type File struct {
	Blocks           []Block // of the body, in their order
	Headers, Footers []Part
	Comments         []Comment
	Notes            int      // footnotes and endnotes, whose text is not read
	Unread           []string // elements with content that is not read: "altChunk", "object"
}

// A Part is a head or a foot of pages.
type Part struct {
	Kind   string // first, even, default; "" where the file does not say
	Blocks []Block
}

// A Block is one of *Paragraph, *Table.
type Block interface{ block() }

// A Paragraph is a paragraph as it stands, with what was deleted in it.
type Paragraph struct {
	Number     int // from 1, over the whole body with its tables and boxes
	Style      string
	Label      string // that the numbering of Word makes: "1.", "a)", "-"; "" is none
	Level      int    // of the label, from 0
	Align      Align
	Left       doc.MM // indents, of all lines and of the first beside them
	First      doc.MM
	Runs       []Run
	Mark       *Change   // of the end of the paragraph: a deleted one joins it to the next
	Boxes      [][]Block // text boxes that hang on it
	Pictures   int
	Bookmarks  []Bookmark // whose range touches it
	Comments   []string   // IDs of those whose range touches it
	PageBefore bool

	length int // of Text, in bytes
}

// Align is the horizontal placing of lines.
type Align int

// The alignments; the zero Align is left.
const (
	Left Align = iota
	Centre
	Right
	Justify
)

// A Run is text in one look. A tab is "\t", a line that is ended "\n".
type Run struct {
	Text                          string
	Bold, Italic, Underline, Caps bool
	Struck                        bool    // through
	Size                          doc.PT  // 0 where the file does not say
	Change                        *Change // nil: it stands as it was
	Control                       string  // tag of the content control that it stands in; "" is none
}

// A Bookmark is the part of a paragraph that the range of one takes.
type Bookmark struct {
	Name     string
	From, To int // bytes of Text
}

// A Change is what somebody did while changes were tracked.
type Change struct {
	Deleted bool // otherwise inserted
	Moved   bool
	Author  string
	Date    string // as the file has it: 2026-10-05T08:00:00Z
}

// A Table is rows of cells.
type Table struct {
	Rows []Row
}

// A Row is a row of a table.
type Row struct {
	Cells  []Cell
	Change *Change // the row as a whole
}

// A Cell is a cell of a table.
type Cell struct {
	Span   int // columns that it takes, at least 1
	Merged bool
	Blocks []Block
}

// A Comment is a remark beside the text.
type Comment struct {
	ID, Author, Date, Text string
}

func (*Paragraph) block() {}
func (*Table) block()     {}

// Text returns the text of a paragraph with all changes accepted, without its
// label.
func (p *Paragraph) Text() string {
	text := make([]byte, 0, p.length)
	for _, r := range p.Runs {
		if r.Change == nil || !r.Change.Deleted {
			text = append(text, r.Text...)
		}
	}
	return string(text)
}

// Errors of files that cannot be opened.
var (
	ErrTooLarge  = errors.New("the file is too large, or unpacks to too much")
	ErrTooMuch   = errors.New("the file has more in it than a document has")
	ErrNoDocx    = errors.New("the file is no Word file, or a damaged one")
	ErrDoc       = errors.New("the file is one of Word before 2007 (.doc)")
	ErrEncrypted = errors.New("the file is encrypted")
	ErrRTF       = errors.New("the file is RTF")
	ErrODT       = errors.New("the file is one of OpenDocument (.odt)")
)

// Open reads a file. Errors are those above.
func Open(src []byte) (*File, error) {
	parts, err := unpack(src)
	if err != nil {
		return nil, err
	}
	r := &reader{parts: parts, file: &File{}}
	main, related := parts.main()
	switch {
	case parts.err != nil:
		return nil, parts.err
	case main == nil:
		return nil, ErrNoDocx
	}
	r.styles = readStyles(r.walk(related["styles"]))
	r.numbering = readNumbering(r.walk(related["numbering"]), r.styles)
	r.body(main)
	r.margins(related)
	r.comments(related["comments"])
	if r.err != nil {
		return nil, r.err
	}
	return r.file, nil
}

// A reader reads the parts of one file.
type reader struct {
	budget
	parts     *parts
	file      *File
	styles    *styles
	numbering *numbering

	paragraphs, marks int
	bookmarks         map[string]spot // those that are open, by their IDs
	remarks           map[string]bool // the IDs of comments whose range is open
	references        []reference     // of heads and feet
}

// A spot is a bookmark that is open: its name, and its place among those of the
// paragraph that was read last.
type spot struct {
	name string
	in   *Paragraph
	at   int
}

// body reads the main part.
func (r *reader) body(src []byte) {
	r.bookmarks, r.remarks = map[string]spot{}, map[string]bool{}
	found := false
	w := r.walk(src)
	w.root(func(e element) bool {
		if e.is("body") {
			found = true
			r.file.Blocks = r.blocks(w)
			return true
		}
		return false
	})
	if !found {
		r.fail(ErrNoDocx)
	}
}
