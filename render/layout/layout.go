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
	Spacing       Given // the same on all pages of a document

	lines  []doc.MM // the baselines of the lines that count
	number int      // from 1; anew where something begins a page
}

// Given is by how much lines and paragraphs stand further apart than their
// styles say, or closer.
type Given struct {
	Leading float64 // in single lines
	Before  doc.PT
}

// An Item is one of Text, Line, Box, Bar.
type Item interface{ item() }

// Text is a run of characters in one font on one line. A line that is not the
// last of its paragraph ends with the space at which it was broken.
type Text struct {
	X, Y      doc.MM // left end of the baseline
	Font      doc.Font
	Text      string
	WordSpace doc.MM   // added to each space; negative where the line is tight
	Element   *Element // what it is part of; nil is nothing but decoration
	Place     string   // where it stands in the record, as its span says
}

// Line is a horizontal line, or a vertical one.
type Line struct {
	X, Y      doc.MM // left or upper end
	Width     doc.MM
	Height    doc.MM // of a vertical line, whose width is 0
	Thickness doc.PT
	Element   *Element // that it is drawn for; nil is decoration
}

// Bar is a filled rectangle with a thin outline: a part of a chart's bar, or a
// white plate below a number.
type Bar struct {
	X, Y          doc.MM // top left corner
	Width, Height doc.MM
	Fill          doc.Colour
	Pattern       doc.Pattern
	Plate         bool // has no outline
	Element       *Element
}

// Box is a place that a program may fill in later. It shows nothing.
type Box struct {
	X, Y          doc.MM // top left corner
	Width, Height doc.MM
	Name          string   // for programs
	Title         string   // of a signature: what it is for
	Element       *Element // of its form field; nil where it has none
}

func (Text) item() {}
func (Line) item() {}
func (Box) item()  {}
func (Bar) item()  {}

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
	s := &setter{measurer: m, page: d.Page, compounds: d.Compounds}
	root := &Element{Role: RoleDocument}
	strips := s.blocks(d.Blocks, d.Page.TextWidth(), root)
	root.settle()
	if s.err != nil {
		return nil, s.err
	}
	given := give(d, strips)
	pages := paginate(d.Page, strips)
	for i := range pages {
		pages[i].Spacing = given
	}
	s.number(pages, d.PageNumber)
	if d.LineNumber != nil {
		s.numberLines(pages, *d.LineNumber)
	}
	return pages, s.err
}

// A setter sets blocks into strips. It holds what is the same for all blocks
// of a document, and buffers that each paragraph uses anew.
type setter struct {
	measurer Measurer
	page     doc.Page
	err      error // the first error

	compounds map[string]bool // beside our own
	setting   *Setting        // that remembers what is decided; nil: nobody wants to know
	hyphens   bool            // codes are broken at hyphens only
	tight     bool            // lines may be set tighter than ours are
	goesOn    bool            // the last word is not the last of its paragraph

	text   []byte   // of the paragraph being set
	ends   []int    // where each span ends in text
	cum    []doc.MM // natural width of text up to each byte
	forced []int    // where in text lines end, as they were typed
	words  []word
	best   []trial
	phrase []byte
}

// A strip is a piece of a page over the whole width of a column that is never
// split. Its items are placed from its top left corner.
type strip struct {
	before    doc.MM // empty space above, dropped at the top of a page
	height    doc.MM
	baseline  doc.MM // of its first line of text, from its top
	items     []Item
	lines     int    // of text
	counts    bool   // is a line that has a number where lines have
	breakable bool   // a page may begin with it
	tail      int    // lines of text before it that must stand on its page
	newPage   bool   // it begins a page
	em        doc.MM // the size of a line whose spacing gives; 0: it does not
	leading   float64
	header    *strip // of its table, which stands above it where it begins a page

	paragraph *doc.Paragraph // whose line it is; nil where it is none, or in columns
	nth, of   int            // the line of it, from 0, and how many there are
}

func (s *setter) blocks(blocks []doc.Block, width doc.MM, into *Element) []strip {
	var strips []strip
	keep := true // nothing stands before the first block
	for _, e := range entries(blocks, into, nil, 0) {
		from := len(strips)
		strips = append(strips, s.block(e, width)...)
		if from == len(strips) {
			continue
		}
		strips[from].breakable = !keep || strips[from].newPage
		p, isParagraph := e.block.(*doc.Paragraph)
		_, isSigning := e.block.(*doc.Signing)
		keep = isParagraph && p.Style.KeepOn || isSigning
	}
	return strips
}

func (s *setter) block(e entry, width doc.MM) []strip {
	switch b := e.block.(type) {
	case *doc.Paragraph:
		return s.paragraph(b, width, e)
	case *doc.Columns:
		return s.columns(b, width, e.element)
	case *doc.Fit:
		return s.fit(b, width, e.element)
	case *doc.Table:
		return s.table(b, width, e.element)
	case *doc.Chart:
		return s.chart(b, width, e.element)
	case *doc.Signing:
		return []strip{signing(b, width, e.fields)}
	}
	panic(fmt.Sprintf("layout: unknown block %T", e.block))
}

func (s *setter) fit(f *doc.Fit, width doc.MM, into *Element) []strip {
	var best []strip
	var chosen *Element
	fewest := 0
	for i, variant := range f.Variants {
		trial := new(Element)
		strips := s.blocks(variant, width, trial)
		lines := 0
		for _, st := range strips {
			lines += st.lines
		}
		if chosen == nil || lines < fewest {
			best, chosen, fewest = strips, trial, lines
			if s.setting != nil {
				s.setting.chosen[f] = i
			}
		}
		if fewest <= 1 {
			break
		}
	}
	if chosen != nil {
		into.adopt(chosen)
	}
	return best
}
