// Package doc is the model of a document between template and layout: blocks,
// spans and their styles. Plain values; it imports nothing of ours and knows
// neither records nor pages.
package doc

// A MM is a length in millimetres.
type MM float64

// A PT is a length in points, 1/72 inch.
type PT float64

const ptPerMM = 72 / 25.4

// MM returns p in millimetres.
func (p PT) MM() MM { return MM(p / ptPerMM) }

// PT returns m in points.
func (m MM) PT() PT { return PT(m * ptPerMM) }

// A Face is one of the four faces of the document's family.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
)

// A Font is a face at a size.
type Font struct {
	Face Face
	Size PT
}

// A Document is what one template makes of one record.
type Document struct {
	Page       Page
	PageNumber PageNumber
	LineNumber *LineNumber // nil: lines have none
	Spacing    *Spacing    // nil: that of the styles stands
	Properties Properties
	// Abbreviations are the texts that abbreviations stand for, as UBND, TL.: a
	// program that reads aloud says them in place of the letters.
	Abbreviations map[string]string
	// Compounds are words of several syllables, in small letters with single
	// spaces, that no line of centred text ends in: beside those of the layout.
	Compounds map[string]bool
	Blocks    []Block
	Stamps    Stamps
}

// Stamps are the sizes of the boxes that a signing tool draws a number, a day
// and a month into. Zero is the place of the text.
type Stamps struct{ Number, Day, Month Size }

// A Size is that of a box.
type Size struct{ Width, Height PT }

// Properties are what the file says of itself.
type Properties struct {
	Title    string
	Author   string // the agency
	Subject  string
	Keywords string // separated by commas
	Created  Date
}

// A Date is a day of the calendar.
type Date struct{ Year, Month, Day int }

// A Page is the paper and its margins; the text area is what they leave.
type Page struct {
	Width, Height            MM
	Top, Right, Bottom, Left MM
}

// TextWidth returns the width of the text area.
func (p Page) TextWidth() MM { return p.Width - p.Left - p.Right }

// TextHeight returns the height of the text area.
func (p Page) TextHeight() MM { return p.Height - p.Top - p.Bottom }

// A PageNumber is printed centred in the top margin.
type PageNumber struct {
	Font     Font
	Baseline MM  // from the top edge of the paper
	From     int // the first page that shows its number; 0 shows none
}

// A LineNumber is printed in the left margin beside each line of the text, but
// for that in columns, anew on each page.
type LineNumber struct {
	Font Font
	Gap  MM // from the number to the text area
}

// A Spacing is how far the lines and paragraphs whose style has a leading may be
// set closer or wider than it says, all of a document alike, so that the last
// page does not carry a few lines and the signature.
type Spacing struct {
	MinLeading, MaxLeading float64 // in single lines
	MinBefore, MaxBefore   PT      // above a paragraph
	Lines                  int     // of text at least above the signature, on its page
}

// A Block is one of *Paragraph, *List, *Columns, *Fit, *Signing, *Table, *Chart.
type Block interface{ block() }

// A Paragraph is text that is broken into lines.
type Paragraph struct {
	Style  Style
	Spans  []Span
	GoesOn bool // is more of the item that the paragraph before begins
}

// A Style is how a paragraph is set.
type Style struct {
	Name     string // that the template knows it by, as noi-dung; "" has none
	Title    string // its name for people: Nội dung
	Font     Font   // of its text, where a span has no other
	Align    Align
	Indent   MM      // of the first line
	Hang     bool    // later lines begin below what follows the label
	Before   PT      // empty space above, dropped at the top of a page but the first
	Leading  float64 // height of a line, in single lines; 0 is 1
	KeepOn   bool    // stays on the page of what follows
	Rule     *Rule   // below the last line
	Heading  Heading // what it heads
	NewPage  bool    // begins a page, and the numbers of pages anew
	Ornament bool    // says nothing: a line of dashes, a star
}

// A Heading is what a paragraph heads, for those who do not see the page.
type Heading int

// The headings. Those of the title that follow each other are one, as are those
// of an annex.
const (
	NoHeading  Heading = iota
	Title              // the document: its type and trích yếu
	AnnexTitle         // an annex: its number and its name
	Section            // a part of the document or of another section
)

// Align is the horizontal placing of lines.
type Align int

// The alignments; the zero Align is left. A centred paragraph of several
// lines is broken into lines of about one length.
const (
	Left Align = iota
	Centre
	Justify
)

// A Rule is a line below a paragraph: centred, or from where the paragraph begins
// if that is set left.
type Rule struct {
	Part      float64 // of the width of the paragraph's widest line
	Gap       PT      // from the last baseline to the rule
	Thickness PT
}

// A Span is a run of text in one font. U+00A0 is a space that no line breaks
// at, U+2011 a - likewise, U+2028 ends a line. A line breaks at no other
// character but the space, in long codes after / and -, and where it would gape
// in short ones too.
type Span struct {
	Text     string
	Font     Font
	Label    bool   // the label of a list item: "1.", "a)", "-"
	Ornament bool   // says nothing: dots to write on
	Box      string // names the place of the text, where a program may fill it in later; "" is none
	// Place is where the text stands in the record, of letters, digits and _, as
	// kl_2_1_text; "" is text of the template, or that of several fields.
	Place string
}

// A List is a sequence of items; a list below an item is one of its blocks.
type List struct {
	Items []Item
}

// An Item is the blocks of one list item. Its label, where it has one, is the
// first span of its first paragraph.
type Item struct {
	Blocks []Block
}

// Columns are cells side by side. The first lines of the cells of a row stand
// on one baseline. A row is kept on one page unless it is taller than half of it;
// then it is split below its tallest unsplittable cell.
type Columns struct {
	Widths []Width
	Gap    MM // between columns
	Rows   [][]Cell
	Before PT
	// Tail is how many lines of the text before must stand on the page where
	// the columns begin. They are those of the signature where it is not 0.
	Tail int
}

// A Cell is the blocks in one column of one row.
type Cell struct {
	Blocks []Block
	Whole  bool // is never split between pages
	Above  bool // of a table: is empty, for what stands above it goes on
}

// A Table is rows of cells with lines between them. The header stands again at
// the top of each page that the table goes on to; rows are kept whole unless
// they are taller than half a page. Columns take what their contents need; of
// what is left or lacking they take their part by how wide they say they are.
type Table struct {
	Widths    []Width // none natural
	Header    []Cell
	Rows      [][]Cell
	Names     int // the column, from 1, that says what each row is about; 0 is none
	Padding   MM  // between a line and the text
	Thickness PT  // of the lines
	Before    PT
}

// A Width is that of a column.
type Width struct {
	MM      MM   // 0 with Natural unset: what the others leave, in equal parts
	Natural bool // as wide as the column's longest paragraph on one line, but at most two thirds of the text area
}

// Signing is empty space for signatures. It stays with what follows.
type Signing struct {
	Height PT
	Boxes  []Box
}

// A Box is the place of a signature: beside the middle of the height and of the
// column. It may be higher than the space.
type Box struct {
	Name          string // for programs
	Title         string // what it is for, for people
	Offset        MM     // of its centre from that of the column, to the right
	Drop          MM     // of its centre from that of the height, down
	Width, Height MM
	Inside        bool // is moved right where it would begin before its column
	Field         bool // a form field is there, to be signed
}

// A Fit holds the same content in several settings. Layout takes the one that
// needs the fewest lines, the first of those.
type Fit struct {
	Variants [][]Block
}

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Columns) block()   {}
func (*Fit) block()       {}
func (*Signing) block()   {}
func (*Table) block()     {}
func (*Chart) block()     {}
