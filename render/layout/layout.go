// Package layout turns a document into pages of items at fixed positions. It
// decides every position, once: what draws the pages computes nothing. It is
// pure and knows no file format.
package layout

import (
	"fmt"

	"ketluan/render/doc"
)

// A Measurer gives the widths of characters.
type Measurer interface {
	// Advance returns the width of r in thousandths of the font size, and
	// whether the face can print it.
	Advance(f doc.Face, r rune) (thousandths int, ok bool)
}

// A Page is one finished page. Positions are in mm from its top left corner.
type Page struct {
	Width, Height doc.MM
	Items         []Item
}

// An Item is one of Text, Line.
type Item interface{ item() }

// Text is a run of characters in one font on one line. A line that is not the
// last of its paragraph ends with the space at which it was broken.
type Text struct {
	X, Y      doc.MM // left end of the baseline
	Font      doc.Font
	Text      string
	WordSpace doc.MM // added to each space; negative where the line is tight
}

// Line is a horizontal line.
type Line struct {
	X, Y      doc.MM // left end
	Width     doc.MM
	Thickness doc.PT
}

func (Text) item() {}
func (Line) item() {}

// An UnprintableError is a character that a face has no glyph for.
type UnprintableError struct {
	Rune rune
	Text string // of the paragraph
}

func (e *UnprintableError) Error() string {
	return fmt.Sprintf("no glyph for %q (%U) in %q", e.Rune, e.Rune, e.Text)
}

// Pages lays d out. The only error is an *UnprintableError.
func Pages(d *doc.Document, m Measurer) ([]Page, error) {
	s := &setter{measurer: m, page: d.Page}
	strips := s.blocks(d.Blocks, d.Page.TextWidth())
	if s.err != nil {
		return nil, s.err
	}
	pages := paginate(d.Page, strips)
	s.number(pages, d.PageNumber)
	return pages, s.err
}

// A setter sets blocks into strips. It holds what is the same for all blocks
// of a document, and buffers that each paragraph uses anew.
type setter struct {
	measurer Measurer
	page     doc.Page
	err      error // the first error

	text  []byte   // of the paragraph being set
	ends  []int    // where each span ends in text
	cum   []doc.MM // natural width of text up to each byte
	words []word
	best  []trial
}

// A strip is a piece of a page over the whole width of a column that is never
// split. Its items are placed from its top left corner.
type strip struct {
	before    doc.MM // empty space above, dropped at the top of a page
	height    doc.MM
	baseline  doc.MM // of its first line of text, from its top
	items     []Item
	lines     int  // of text
	breakable bool // a page may begin with it
	tail      int  // lines of text before it that must stand on its page
}

func (s *setter) blocks(blocks []doc.Block, width doc.MM) []strip {
	var strips []strip
	keep := true // nothing stands before the first block
	for _, b := range blocks {
		from := len(strips)
		strips = append(strips, s.block(b, width)...)
		if from == len(strips) {
			continue
		}
		strips[from].breakable = !keep
		p, isParagraph := b.(*doc.Paragraph)
		keep = isParagraph && p.Style.KeepOn
		if l, isList := b.(*doc.List); isList {
			keep = keepsOn(l)
		}
	}
	return strips
}

func (s *setter) block(b doc.Block, width doc.MM) []strip {
	switch b := b.(type) {
	case *doc.Paragraph:
		return s.paragraph(b, width)
	case *doc.List:
		var all []doc.Block
		for _, it := range b.Items {
			all = append(all, it.Blocks...)
		}
		return s.blocks(all, width)
	case *doc.Columns:
		return s.columns(b, width)
	case *doc.Fit:
		return s.fit(b, width)
	}
	panic(fmt.Sprintf("layout: unknown block %T", b))
}

// keepsOn reports whether the last paragraph of a list stays with what follows the list.
func keepsOn(l *doc.List) bool {
	if len(l.Items) == 0 {
		return false
	}
	blocks := l.Items[len(l.Items)-1].Blocks
	if len(blocks) == 0 {
		return false
	}
	switch b := blocks[len(blocks)-1].(type) {
	case *doc.Paragraph:
		return b.Style.KeepOn
	case *doc.List:
		return keepsOn(b)
	}
	return false
}

func (s *setter) fit(f *doc.Fit, width doc.MM) []strip {
	var best []strip
	fewest := 0
	for i, variant := range f.Variants {
		strips := s.blocks(variant, width)
		lines := 0
		for _, st := range strips {
			lines += st.lines
		}
		if i == 0 || lines < fewest {
			best, fewest = strips, lines
		}
	}
	return best
}
