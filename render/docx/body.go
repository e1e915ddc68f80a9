package docx

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A body is a document on its way to XML.
type body struct {
	out     bytes.Buffer
	doc     *doc.Document
	setting *layout.Setting
	styles  *styles
	marks   map[string]bool // the bookmarks that there are
	ids     int             // of bookmarks, controls and lines
	pieces  []piece         // of the paragraph being written
	apart   []int           // between the characters of each of its lines

	keptRows map[*doc.Table]int // how many of the last stay with what follows
}

func newBody(d *doc.Document, s *layout.Setting) *body {
	return &body{doc: d, setting: s, styles: newStyles(), marks: map[string]bool{}, keptRows: map[*doc.Table]int{}}
}

// id returns the next number.
func (b *body) id() string {
	b.ids++
	return strconv.Itoa(b.ids)
}

// flat returns blocks without lists and fits, and without what is empty.
func (b *body) flat(blocks []doc.Block, into []doc.Block) []doc.Block {
	for _, block := range blocks {
		switch block := block.(type) {
		case *doc.List:
			for _, it := range block.Items {
				into = b.flat(it.Blocks, into)
			}
		case *doc.Fit:
			into = b.flat(b.setting.Chosen(block), into)
		case *doc.Paragraph:
			if b.setting.Lines(block) != nil {
				into = append(into, block)
			}
		case *doc.Columns:
			if !b.isEmpty(block) {
				into = append(into, block)
			}
		default:
			into = append(into, block)
		}
	}
	return into
}

// isEmpty reports columns with nothing in them.
func (b *body) isEmpty(c *doc.Columns) bool {
	return !slices.ContainsFunc(c.Rows, func(row []doc.Cell) bool { return !b.isEmptyRow(row) })
}

func (b *body) isEmptyRow(row []doc.Cell) bool {
	return !slices.ContainsFunc(row, func(c doc.Cell) bool { return len(b.flat(c.Blocks, nil)) > 0 })
}

// A place is where a paragraph stands among others.
type place struct {
	inCell bool
	before int  // above it, in twips, in place of its style's; -1 is that
	after  int  // below it, that a table beneath wants
	more   int  // above it, beside that of its style
	keep   bool // it stays with what follows
	ends   bool // a section ends with it
	last   bool // of its cell
}

func (b *body) write() {
	blocks := b.flat(b.doc.Blocks, nil)
	kept := b.keepTail(blocks)
	b.out.WriteString(head + `<w:document ` + allSpaces + `><w:body>`)
	more := 0
	for i, block := range blocks {
		var next doc.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		at := place{before: -1, after: spaceAbove(next), more: more, keep: kept[i], ends: beginsPage(next)}
		if p, ok := block.(*doc.Paragraph); ok {
			more = b.paragraph(p, at)
			continue
		}
		more = 0
		b.block(block, b.doc.Page.TextWidth(), false)
		if t, ok := block.(*doc.Table); ok && len(t.Header) == 0 {
			more = -points(t.Thickness)
		}
		if _, isParagraph := next.(*doc.Paragraph); !isParagraph || at.ends { // tables that touch are one
			b.gap(at)
		}
	}
	b.section()
	b.out.WriteString(`</w:body></w:document>`)
}

// spaceAbove is what a table wants above it: below what stands there, so that it
// goes where a page begins.
func spaceAbove(b doc.Block) int {
	switch b := b.(type) {
	case *doc.Columns:
		return points(b.Before)
	case *doc.Table:
		return points(b.Before)
	case *doc.Chart:
		return points(b.Before)
	}
	return 0
}

// beginsPage reports a block that begins a page, and the numbers of pages anew.
func beginsPage(b doc.Block) bool {
	p, ok := b.(*doc.Paragraph)
	return ok && p.Style.NewPage
}

// keepTail tells which blocks stay with what follows, for the sake of the
// signature: those of the last lines above it. Of a table it is its last rows.
func (b *body) keepTail(blocks []doc.Block) []bool {
	kept := make([]bool, len(blocks))
	for i, block := range blocks {
		c, ok := block.(*doc.Columns)
		if !ok || c.Tail == 0 {
			continue
		}
		wanted := max(c.Tail, b.setting.Tail)
		for k := i - 1; k >= 0 && wanted > 0; k-- {
			switch above := blocks[k].(type) {
			case *doc.Paragraph:
				kept[k] = !b.setting.Parted(above) // of which LibreOffice would take all along
				wanted -= len(b.setting.Lines(above).Ends)
			case *doc.Table:
				kept[k] = true
				b.keptRows[above] = wanted
				wanted -= len(above.Rows) + 1
			default:
				wanted = 0
			}
		}
	}
	return kept
}

// block writes what is no paragraph.
func (b *body) block(block doc.Block, width doc.MM, inCell bool) {
	switch block := block.(type) {
	case *doc.Columns:
		b.columns(block)
	case *doc.Table:
		b.table(block)
	case *doc.Chart:
		b.chart(block, width)
	case *doc.Signing:
		b.out.WriteString(`<w:p><w:pPr>`)
		look{keepOn: true, rule: exactly, line: points(block.Height)}.write(&b.out, look{line: singleLine, rule: single}, !inCell)
		b.out.WriteString(`</w:pPr></w:p>`)
	default:
		panic(fmt.Sprintf("docx: unknown block %T", block))
	}
}

// gap writes the paragraph that Word wants between tables and behind the last:
// as good as no height, and the space that the table below it wants.
func (b *body) gap(at place) {
	b.out.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + gapStyle + `"/>`)
	if at.keep {
		b.out.WriteString(`<w:keepNext/>`)
	}
	if at.after > 0 {
		b.out.WriteString(`<w:spacing w:after="` + strconv.Itoa(at.after) + `"/>`)
	}
	if at.ends {
		b.section()
	}
	b.out.WriteString(`</w:pPr></w:p>`)
}

// section writes the page, and what stands on each: numbers from the second
// page on, anew in each section.
func (b *body) section() {
	p, n := b.doc.Page, b.doc.PageNumber
	b.out.WriteString(`<w:sectPr>`)
	if n.From > 0 {
		b.out.WriteString(`<w:headerReference w:type="default" r:id="rId4"/>`)
	}
	fmt.Fprintf(&b.out, `<w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"/>`, twips(p.Width), twips(p.Height))
	fmt.Fprintf(&b.out, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		whole(p.Top), twips(p.Right), whole(p.Bottom), twips(p.Left), twips(max(n.Baseline-numberAscent*n.Font.Size.MM(), 0)), twips(p.Bottom/2))
	if l := b.doc.LineNumber; l != nil {
		fmt.Fprintf(&b.out, `<w:lnNumType w:countBy="1" w:distance="%d" w:restart="newPage"/>`, twips(l.Gap))
	}
	b.out.WriteString(`<w:pgNumType w:start="1"/>`)
	if n.From > 1 {
		b.out.WriteString(`<w:titlePg/>`)
	}
	b.out.WriteString(`</w:sectPr>`)
}

// whole returns a margin in twips that leaves the text all of its height.
func whole(mm doc.MM) int { return int(mm.PT() * 20) }

// numberAscent is how far the baseline of a single line is below its top, in em.
const numberAscent = 1.149 - 0.258

// pageHeader is the number of the page, as a field.
func pageHeader(d *doc.Document, s *styles) []byte {
	var b bytes.Buffer
	run := func(inside string) {
		b.WriteString(`<w:r>`)
		properties(&b, doc.Font{Size: defaultSize}, d.PageNumber.Font, 0)
		b.WriteString(inside + `</w:r>`)
	}
	b.WriteString(head + `<w:hdr ` + allSpaces + `><w:p><w:pPr><w:suppressLineNumbers/><w:jc w:val="center"/></w:pPr>`)
	if d.PageNumber.From > 0 {
		run(`<w:fldChar w:fldCharType="begin"/>`)
		run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`)
		run(`<w:fldChar w:fldCharType="separate"/>`)
		run(`<w:t>2</w:t>`)
		run(`<w:fldChar w:fldCharType="end"/>`)
	}
	b.WriteString(`</w:p></w:hdr>`)
	return b.Bytes()
}
