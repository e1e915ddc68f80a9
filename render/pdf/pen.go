package pdf

import (
	"fmt"
	"strconv"

	"github.com/go-pdf/fpdf"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A pen draws one document.
type pen struct {
	pdf           *fpdf.Fpdf
	encodings     [4]*encoding // by doc.Face; nil where the document does not use the face
	abbreviations abbreviations
	marks         marks

	font      doc.Font
	subfont   int
	wordSpace doc.MM
	open      bool            // a sequence of marked content
	element   *layout.Element // that it belongs to; nil is an artifact
	expansion string          // where it is an abbreviation
	reached   doc.MM          // by the last text
}

func (w *Writer) newPen(d Document) (*pen, error) {
	pen := &pen{
		pdf: fpdf.New("P", "mm", "A4", ""), abbreviations: newAbbreviations(d.Abbreviations),
	}
	pen.pdf.SetCompression(false) // the finisher compresses
	pen.pdf.SetAutoPageBreak(false, 0)
	pen.pdf.SetCatalogSort(true)
	for face, runes := range usedRunes(d.Pages) {
		if len(runes) == 0 {
			continue
		}
		enc, err := newEncoding(w.faces[face], runes)
		if err != nil {
			return nil, err
		}
		enc.register(pen.pdf, doc.Face(face))
		pen.encodings[face] = enc
	}
	if err := pen.pdf.Error(); err != nil {
		return nil, fmt.Errorf("embedding the faces: %w", err)
	}
	return pen, nil
}

// usedRunes returns the characters that each face is used for, in the order of
// their first use.
func usedRunes(pages []layout.Page) (used [4][]rune) {
	var seen [4]map[rune]bool
	for _, page := range pages {
		for _, it := range page.Items {
			t, ok := it.(layout.Text)
			if !ok {
				continue
			}
			face := t.Font.Face
			if seen[face] == nil {
				seen[face] = make(map[rune]bool, 128)
			}
			for _, r := range t.Text {
				if !seen[face][r] {
					seen[face][r] = true
					used[face] = append(used[face], r)
				}
			}
		}
	}
	return used
}

func (p *pen) draw(page layout.Page) {
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: float64(page.Width), Ht: float64(page.Height)})
	p.marks.newPage(page.Height)
	p.font, p.wordSpace = doc.Font{}, 0
	for i, it := range page.Items {
		switch it := it.(type) {
		case layout.Text:
			whole, hyphen := parted(it, page.Items[i+1:])
			p.text(whole)
			p.hyphen(whole, hyphen)
		case layout.Line:
			p.mark(it.Element, "")
			p.marks.cover(it.Element, it.X, it.Y, it.X+it.Width, it.Y+it.Height)
			p.pdf.SetLineWidth(float64(it.Thickness.MM()))
			p.pdf.Line(float64(it.X), float64(it.Y), float64(it.X+it.Width), float64(it.Y+it.Height))
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
		p.pdf.RawWriteStr("/Artifact BMC")
	case expansion != "":
		p.begin(layout.RoleSpan, e, expansion)
	default:
		p.begin(e.Role, e, "")
	}
	p.open, p.element, p.expansion = true, e, expansion
}

func (p *pen) begin(role layout.Role, e *layout.Element, expansion string) {
	p.pdf.RawWriteStr("/" + string(role) + " <</MCID " + strconv.Itoa(p.marks.begin(e, expansion).id) + ">> BDC")
}

func (p *pen) endMark() {
	if p.open {
		p.pdf.RawWriteStr("EMC")
	}
	p.open = false
}

// text draws t as one string, or as several where it takes characters of more
// than one subfont, or holds abbreviations.
func (p *pen) text(t layout.Text) {
	if t.WordSpace != p.wordSpace {
		p.pdf.SetWordSpacing(float64(t.WordSpace))
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
	enc := p.encodings[t.Font.Face]
	var width doc.MM
	for text != "" {
		run := enc.run(text)
		p.setFont(t.Font, run.subfont)
		p.pdf.Text(float64(x+width), float64(t.Y), string(run.codes))
		width += doc.MM(run.advance)*t.Font.Size.MM()/1000 + doc.MM(run.spaces)*t.WordSpace
		text = text[run.length:]
	}
	return width
}

func (p *pen) setFont(font doc.Font, subfont int) {
	if font == p.font && subfont == p.subfont {
		return
	}
	p.font, p.subfont = font, subfont
	p.pdf.SetFont(familyName(subfont), styleNames[font.Face], float64(font.Size))
}
