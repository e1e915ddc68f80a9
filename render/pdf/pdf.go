// Package pdf draws pages of positioned items as PDF. It computes no position
// of its own. Text is drawn with simple (single-byte) fonts, so that the
// spaces of a justified line are real spaces and what is copied out of the
// file is the text that went in.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/go-pdf/fpdf"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
)

// producer is what the file says it was made by.
const producer = "ketluan"

// A Writer draws documents in one family. It is made once and may be used by
// many goroutines.
type Writer struct {
	faces    [4]*cutFace // by doc.Face
	finisher finisher
}

// New cuts the faces of the family to what documents commonly use.
func New(family *fonts.Family) (*Writer, error) {
	w := new(Writer)
	for i, face := range family.Faces {
		cut, err := cutTo(face, fonts.Repertoire)
		if err != nil {
			return nil, err
		}
		w.faces[i] = cut
	}
	return w, nil
}

// Write draws pages. The same pages and properties give the same bytes. A
// character that a face lacks is an error; layout has refused it before.
func (w *Writer) Write(out io.Writer, pages []layout.Page, p doc.Properties) error {
	pen, err := w.newPen(pages, p)
	if err != nil {
		return err
	}
	for _, page := range pages {
		pen.draw(page)
	}
	var raw bytes.Buffer
	if err := pen.pdf.Output(&raw); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	file, err := w.finisher.finish(raw.Bytes())
	if err != nil {
		return err
	}
	if _, err := out.Write(file); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

// A pen draws one document.
type pen struct {
	pdf       *fpdf.Fpdf
	encodings [4]*encoding // by doc.Face; nil where the document does not use the face
	font      doc.Font
	subfont   int
	wordSpace doc.MM
}

func (w *Writer) newPen(pages []layout.Page, p doc.Properties) (*pen, error) {
	pen := &pen{pdf: fpdf.New("P", "mm", "A4", "")}
	pen.pdf.SetCompression(false) // the finisher compresses
	pen.pdf.SetAutoPageBreak(false, 0)
	pen.pdf.SetCatalogSort(true)
	pen.pdf.SetLang("vi-VN")
	pen.pdf.SetProducer(producer, true)
	pen.pdf.SetTitle(p.Title, true)
	pen.pdf.SetAuthor(p.Author, true)
	pen.pdf.SetSubject(p.Subject, true)
	created := time.Date(p.Created.Year, time.Month(p.Created.Month), p.Created.Day, 0, 0, 0, 0, time.UTC)
	if p.Created == (doc.Date{}) {
		created = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // fpdf would take the clock
	}
	pen.pdf.SetCreationDate(created)
	pen.pdf.SetModificationDate(created)

	for face, runes := range usedRunes(pages) {
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
	p.font, p.wordSpace = doc.Font{}, 0
	for _, it := range page.Items {
		switch it := it.(type) {
		case layout.Text:
			p.text(it)
		case layout.Line:
			p.pdf.SetLineWidth(float64(it.Thickness.MM()))
			p.pdf.Line(float64(it.X), float64(it.Y), float64(it.X+it.Width), float64(it.Y))
		default:
			panic(fmt.Sprintf("pdf: unknown item %T", it))
		}
	}
}

// text draws t as one string, or as several where it takes characters of more
// than one subfont.
func (p *pen) text(t layout.Text) {
	if t.WordSpace != p.wordSpace {
		p.pdf.SetWordSpacing(float64(t.WordSpace))
		p.wordSpace = t.WordSpace
	}
	enc := p.encodings[t.Font.Face]
	x := t.X
	for text := t.Text; text != ""; {
		run := enc.run(text)
		p.setFont(t.Font, run.subfont)
		p.pdf.Text(float64(x), float64(t.Y), string(run.codes))
		x += doc.MM(run.advance)*t.Font.Size.MM()/1000 + doc.MM(run.spaces)*t.WordSpace
		text = text[run.length:]
	}
}

func (p *pen) setFont(font doc.Font, subfont int) {
	if font == p.font && subfont == p.subfont {
		return
	}
	p.font, p.subfont = font, subfont
	p.pdf.SetFont(familyName(subfont), styleNames[font.Face], float64(font.Size))
}
