package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/go-pdf/fpdf"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A pen draws one document.
type pen struct {
	pdf           *fpdf.Fpdf
	faces         [4]*cutFace  // by doc.Face
	encodings     [4]*encoding // nil where the document does not use the face
	abbreviations *abbreviations
	marks         marks

	content   []byte // the operators of the page
	height    doc.MM // of the page
	font      doc.Font
	subfont   int
	wordSpace doc.MM
	open      bool            // a sequence of marked content
	element   *layout.Element // that it belongs to; nil is an artifact
	expansion string          // where it is an abbreviation
	reached   doc.MM          // by the last text
}

func (w *Writer) newPen(d Document) *pen {
	pen := &pen{
		pdf: fpdf.New("P", "mm", "A4", ""), faces: w.faces, abbreviations: newAbbreviations(d.Abbreviations),
	}
	pen.pdf.SetCompression(false) // the finisher compresses
	pen.pdf.SetAutoPageBreak(false, 0)
	pen.pdf.SetCatalogSort(true)
	return pen
}

func (p *pen) draw(page layout.Page) {
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: float64(page.Width), Ht: float64(page.Height)})
	p.marks.newPage(page.Height)
	p.content, p.height, p.font, p.wordSpace = p.content[:0], page.Height, doc.Font{}, 0
	for i, it := range page.Items {
		switch it := it.(type) {
		case layout.Text:
			whole, hyphen := parted(it, page.Items[i+1:])
			p.text(whole)
			p.hyphen(whole, hyphen)
		case layout.Line:
			p.mark(it.Element, "")
			p.marks.cover(it.Element, it.X, it.Y, it.X+it.Width, it.Y+it.Height)
			p.line(it)
		case layout.Bar:
			p.bar(it)
		case layout.Box:
			if it.Element != nil {
				p.marks.field(it)
			}
		default:
			panic(fmt.Sprintf("pdf: unknown item %T", it))
		}
	}
	p.endMark()
	p.pdf.RawWriteBuf(bytes.NewReader(bytes.TrimSuffix(p.content, []byte("\n"))))
}

// put writes numbers of two decimals, and what they are operands of.
func (p *pen) put(operator string, operands ...doc.PT) {
	for _, v := range operands {
		p.content = append(strconv.AppendFloat(p.content, float64(v), 'f', 2, 64), ' ')
	}
	p.content = append(p.content, operator...)
}

func (p *pen) line(l layout.Line) {
	p.put("w\n", l.Thickness.MM().PT())
	p.put("m ", l.X.PT(), (p.height - l.Y).PT())
	p.put("l S\n", (l.X + l.Width).PT(), (p.height - l.Y - l.Height).PT())
}

// mark makes what is drawn next part of an element; nil makes it an artifact.
// An abbreviation is a piece of its own.
func (p *pen) mark(e *layout.Element, expansion string) {
	if p.open && p.element == e && p.expansion == "" && expansion == "" {
		return
	}
	p.endMark()
	switch {
	case e == nil:
		p.put("/Artifact BMC\n")
	case expansion != "":
		p.begin(layout.RoleSpan, e, expansion)
	default:
		p.begin(e.Role, e, "")
	}
	p.open, p.element, p.expansion = true, e, expansion
}

func (p *pen) begin(role layout.Role, e *layout.Element, expansion string) {
	p.content = append(append(append(p.content, '/'), role...), " <</MCID "...)
	p.content = strconv.AppendInt(p.content, int64(p.marks.begin(e, expansion).id), 10)
	p.put(">> BDC\n")
}

func (p *pen) endMark() {
	if p.open {
		p.put("EMC\n")
	}
	p.open = false
}

// text draws t as one string, or as several where it takes characters of more
// than one subfont, or holds abbreviations.
func (p *pen) text(t layout.Text) {
	if t.WordSpace != p.wordSpace {
		p.content = strconv.AppendFloat(p.content, float64(t.WordSpace.PT()), 'f', 5, 64)
		p.put(" Tw\n")
		p.wordSpace = t.WordSpace
	}
	x := t.X
	defer func() { p.reached = x }()
	for text := t.Text; text != ""; {
		from, to, expansion := len(text), len(text), ""
		if t.Element != nil && t.Element.Role != layout.RoleFigure { // which is heard by its Alt
			from, to, expansion = p.abbreviations.next(text)
		}
		if from > 0 {
			p.mark(t.Element, "")
			x += p.plain(t, text[:from], x)
		}
		if from < to {
			p.mark(t.Element, expansion)
			x += p.plain(t, text[from:to], x)
		}
		text = text[to:]
	}
}

// plain draws a piece of t at x and returns its width.
func (p *pen) plain(t layout.Text, text string, x doc.MM) doc.MM {
	enc := p.encoding(t.Font.Face)
	var width doc.MM
	for text != "" {
		run := enc.run(text)
		p.setFont(t.Font, run.subfont)
		p.put("BT ")
		p.put("Td (", (x + width).PT(), (p.height - t.Y).PT())
		for _, c := range run.codes {
			if c == '(' || c == ')' || c == '\\' {
				p.content = append(p.content, '\\')
			}
			p.content = append(p.content, c)
		}
		p.put(") Tj ET\n")
		width += doc.MM(run.advance)*t.Font.Size.MM()/1000 + doc.MM(run.spaces)*t.WordSpace
		text = text[run.length:]
	}
	return width
}

func (p *pen) encoding(face doc.Face) *encoding {
	if p.encodings[face] == nil {
		p.encodings[face] = newEncoding(p.faces[face])
	}
	return p.encodings[face]
}

func (p *pen) setFont(font doc.Font, subfont int) {
	if font == p.font && subfont == p.subfont {
		return
	}
	p.font, p.subfont = font, subfont
	p.content = append(appendFontName(append(p.content, "BT "...), font.Face, subfont), ' ')
	p.put("Tf ET\n", font.Size)
}
