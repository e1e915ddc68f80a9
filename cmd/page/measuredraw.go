package page

import (
	"html/template"
	"math"
	"strings"
	"unicode/utf8"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
	pdf "ketluan/render/pdf/read"
	"ketluan/render/svg"
)

// Limits of what is drawn of a file: what is measured has others.
const (
	maxSheets = 30
	maxDrawn  = 30_000 // texts and rules
)

// A drawer draws pages of finished files with our own faces: texts and rules at
// their places. Pictures are not drawn.
type drawer struct {
	family *fonts.Family
	left   int // texts and rules that may still be drawn
}

// draw draws a page.
func (d *drawer) draw(p pdf.Page) template.HTML {
	out := layout.Page{Width: p.Width, Height: p.Height}
	add := func(it layout.Item) {
		if d.left--; d.left >= 0 {
			out.Items = append(out.Items, it)
		}
	}
	for _, r := range p.Rules {
		add(layout.Line{X: r.X, Y: r.Y, Width: r.Width, Thickness: max(r.Thickness.PT(), hairline)})
	}
	for _, u := range p.Uprights {
		add(layout.Line{X: u.X, Y: u.Y, Height: u.Height, Thickness: hairline})
	}
	for _, t := range p.Texts {
		for _, piece := range piecesOf(t) {
			if text, ok := d.text(piece, t); ok {
				add(text)
			}
		}
	}
	return template.HTML(svg.Append(nil, out)) // it escapes every text
}

// hairline is how thick a rule is drawn at least.
const hairline doc.PT = 0.5

// A piece is letters of a text without a gap between them.
type piece struct {
	x, width doc.MM
	text     string
}

// piecesOf parts a text where its operator leaves gaps.
func piecesOf(t pdf.Text) (all []piece) {
	from, at := t.X, 0
	for _, j := range t.Jumps {
		if j.At <= at || j.At > len(t.Text) {
			continue
		}
		all = append(all, piece{from, j.From - from, strings.TrimRight(t.Text[at:j.At], " ")})
		from, at = j.To, j.At
	}
	return append(all, piece{from, t.X + t.Ink - from, strings.TrimRight(t.Text[at:], " ")})
}

// text sets a piece so that it ends where it does in the file: by its spaces or,
// where it has none and the face of the file is another, by its size.
func (d *drawer) text(p piece, t pdf.Text) (out layout.Text, ok bool) {
	if strings.TrimSpace(p.text) == "" || t.Font == nil || t.Size <= 0 || t.Size > 200 {
		return out, false
	}
	face := doc.Regular
	switch {
	case t.Font.Bold && t.Font.Italic:
		face = doc.BoldItalic
	case t.Font.Bold:
		face = doc.Bold
	case t.Font.Italic:
		face = doc.Italic
	}
	out = layout.Text{X: p.x, Y: t.Y, Font: doc.Font{Face: face, Size: t.Size}, Text: p.text}
	thousandths := 0
	for _, r := range p.text {
		n, _ := d.family.Faces[face].Advance(r)
		thousandths += n
	}
	natural := t.Size.MM() * doc.MM(thousandths) / 1000
	spaces := strings.Count(p.text, " ")
	switch off := p.width - natural; {
	case natural <= 0 || p.width <= 0 || math.Abs(float64(off)) < 0.05:
	case spaces > 0:
		out.WordSpace = min(max(off/doc.MM(spaces), -t.Size.MM()*0.2), t.Size.MM()*3)
	case utf8.RuneCountInString(p.text) > 1:
		out.Font.Size *= doc.PT(min(max(float64(p.width/natural), 0.7), 1.3))
	}
	out.Text = strings.TrimLeft(p.text, " ") // a browser would drop them
	space, _ := d.family.Faces[face].Advance(' ')
	out.X += doc.MM(len(p.text)-len(out.Text)) * (t.Size.MM()*doc.MM(space)/1000 + out.WordSpace)
	return out, true
}
