package layout

import (
	"slices"
	"strings"

	"ketluan/render/doc"
)

// The height of a single line and the part of it below the baseline, in em:
// those of Times New Roman (hhea: ascent 0.891, descent 0.216, gap 0.042), as
// Word sets them.
const (
	singleLine = 1.149
	belowLine  = 0.258
	aboveLine  = 0.891
)

// minLines is how many lines of a paragraph stand at least on each side of a
// page break.
const minLines = 2

func (s *setter) paragraph(p *doc.Paragraph, width doc.MM, e entry) []strip {
	s.load(p.Spans)
	if len(s.text) == 0 {
		return nil
	}
	hang := s.hang(p)
	m := measure{first: width - p.Style.Indent, rest: width - hang}
	s.split(min(m.first, m.rest))
	set := s.remember(m, hang)
	lines := s.breakLines(m, p.Style.Align)
	t := tagged{p, e.element, e.label}
	strips := make([]strip, 0, len(lines))
	for i, ln := range lines {
		x := hang
		if i == 0 {
			x = p.Style.Indent
		}
		st := s.setLine(t, ln, x, m.at(ln.from), i == len(lines)-1)
		st.breakable = i >= minLines && len(lines)-i >= minLines
		st.paragraph, st.nth, st.of = p, i, len(lines)
		if i == 0 {
			st.before = p.Style.Before.MM()
			st.newPage = p.Style.NewPage
		}
		strips = append(strips, st)
	}
	if p.Style.Rule != nil {
		last := &strips[len(strips)-1]
		last.em = 0
		s.rule(last, p.Style, lines, width)
	}
	if set != nil {
		s.setting.paragraphs[p] = s.otherwise(p, set, lines)
	}
	return strips
}

// hang returns where the lines after the first begin.
func (s *setter) hang(p *doc.Paragraph) doc.MM {
	if !p.Style.Hang {
		return 0
	}
	to := 0
	for i, span := range p.Spans {
		if !span.Label {
			break
		}
		to = s.ends[i]
	}
	return p.Style.Indent + s.width(0, to)
}

// A tagged paragraph knows its place in the structure.
type tagged struct {
	*doc.Paragraph
	text, label *Element
}

// of returns the element that a span is part of.
func (t tagged) of(span doc.Span) *Element {
	switch {
	case span.Ornament:
		return nil
	case span.Label && t.label != nil:
		return t.label
	}
	return t.text
}

// setLine places the text of one line; x is its left end, width its measure.
func (s *setter) setLine(p tagged, ln textLine, x, width doc.MM, last bool) strip {
	var wordSpace doc.MM
	slack := width - ln.natural
	switch {
	case p.Style.Align == doc.Centre:
		x += slack / 2
	case p.Style.Align == doc.Justify && ln.spaces > 0 && (!last && !s.words[ln.to-1].ends || slack < 0):
		wordSpace = slack / doc.MM(ln.spaces)
	}
	from, to := s.words[ln.from].from, s.words[ln.to-1].to
	if !last {
		to += s.words[ln.to-1].spaces
	}
	st := s.emptyLine(p.Paragraph, from, to)
	first, spanStart := s.spanAt(from)
	for i := first; i < len(s.ends) && spanStart < to; i++ {
		end := s.ends[i]
		a, b := max(from, spanStart), min(to, end)
		if a < b {
			span, text := p.Spans[i], s.piece(p.Spans[i].Text, spanStart, end, a, b)
			if last && b == to && (p.Style.Heading == doc.Title || p.Style.Heading == doc.AnnexTitle) {
				text += " " // what follows may be part of the same heading
			}
			width := s.width(a, b) + doc.MM(countSpaces(text))*wordSpace
			st.items = append(st.items, Text{X: x, Y: st.baseline, Font: span.Font, Text: drawn(text), WordSpace: wordSpace, Element: p.of(span), Place: span.Place})
			if span.Box != "" {
				st.items = append(st.items, boxOf(span, x, st.baseline, width))
			}
			x += width
		}
		spanStart = end
	}
	return st
}

// emptyLine returns the strip of a line with the text from..to, as high as its
// largest font.
func (s *setter) emptyLine(p *doc.Paragraph, from, to int) strip {
	size, spans := doc.PT(0), 0
	first, spanStart := s.spanAt(from)
	for i := first; i < len(s.ends) && spanStart < to; i++ {
		if max(from, spanStart) < min(to, s.ends[i]) {
			size = max(size, p.Spans[i].Font.Size)
			spans++
		}
		spanStart = s.ends[i]
	}
	st := strip{lines: 1, counts: true, leading: 1, items: make([]Item, 0, spans)}
	if p.Style.Leading != 0 {
		st.em, st.leading = size.MM(), p.Style.Leading
	}
	st.height = size.MM() * doc.MM(singleLine*st.leading)
	st.baseline = st.height - size.MM()*belowLine
	return st
}

// spanAt returns the span that the byte at of the text is in, and where it begins: no
// line goes over all spans of its paragraph.
func (s *setter) spanAt(at int) (i, start int) {
	i, _ = slices.BinarySearch(s.ends, at+1)
	if i > 0 {
		start = s.ends[i-1]
	}
	return i, start
}

// piece returns the text from..to, of a span that is start..end: a part of the
// span's own, but where it was typed with ends of lines, which are shorter here. To
// look for those in each line would be to read all of a long span as often as it has
// lines.
func (s *setter) piece(span string, start, end, from, to int) string {
	if len(span) != end-start {
		return string(s.text[from:to])
	}
	return span[from-start : to-start]
}

// boxOf returns the place of a span on a baseline.
func boxOf(span doc.Span, x, baseline, width doc.MM) Box {
	em := span.Font.Size.MM()
	return Box{X: x, Y: -em*aboveLine + baseline, Width: width, Height: em * (aboveLine + belowLine), Name: span.Box}
}

func countSpaces(text string) int { return strings.Count(text, " ") + strings.Count(text, "\u00A0") }

// rule draws a paragraph's rule below its last line: centred in the column, or
// where the lines begin if they are set left.
func (s *setter) rule(last *strip, st doc.Style, lines []textLine, column doc.MM) {
	var widest doc.MM
	for _, ln := range lines {
		widest = max(widest, ln.natural)
	}
	r := st.Rule
	width := widest * doc.MM(r.Part)
	x := (column - width) / 2
	if st.Align == doc.Left {
		x = st.Indent
	}
	y := last.baseline + r.Gap.MM()
	last.items = append(last.items, Line{X: x, Y: y, Width: width, Thickness: r.Thickness})
	last.height = max(last.height, y+r.Thickness.MM())
}
