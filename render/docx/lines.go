package docx

import (
	"math"
	"strings"
	"unicode/utf8"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// Word and LibreOffice fill each line with what fits, with spaces of their
// natural width; our lines are broken for the best of the whole paragraph, and
// tight ones have narrower spaces. Where a line would end elsewhere, its
// characters stand a little closer or wider, so that it ends where ours does.
const (
	spare       doc.MM = 1.3 // that a line has then, and that its next word lacks
	near        doc.MM = 0.5 // within which programs may measure otherwise
	mostApart          = 6   // twips: 0.3 pt
	raggedApart        = 2   // of text that is not justified, whose lines may be short
)

// nbsp is a space that no line ends at.
const nbsp = "\u00A0"

// cut makes the pieces of a paragraph: its text by line and span, with spaces that
// do not break where words are glued, and U+2028 where a line ends for good.
func (b *body) cut(p *doc.Paragraph, l *layout.Lines, at place) {
	b.pieces = b.pieces[:0]
	b.lineUp(p, l)
	multi := len(l.Ends) > 1
	span, spanFrom := 0, 0
	from := 0
	add := func(to int, text string, apart int) { // in place of the text from..to
		for from < to {
			for from >= spanFrom+spanLength(&p.Spans[span]) {
				spanFrom += spanLength(&p.Spans[span])
				span++
			}
			end := min(to, spanFrom+spanLength(&p.Spans[span]))
			s := l.Text[from:end]
			if text != "" {
				s = text
			}
			b.pieces = append(b.pieces, piece{&p.Spans[span], apart, s})
			from = end
		}
	}
	word := 0
	for i, end := range l.Ends {
		for ; word < end; word++ {
			w := &l.Words[word]
			for k := w.From; k < w.To; k++ {
				if l.Text[k] == '-' && b.holds(l, word, k, i) {
					add(k, "", b.apart[i])
					add(k+1, "\u2011", b.apart[i])
				}
			}
			add(w.To, "", b.apart[i])
			next := len(l.Text)
			if word+1 < len(l.Words) {
				next = l.Words[word+1].From
			}
			last := word == end-1
			switch {
			case next == w.To:
			case w.Ends || last && i < len(l.Ends)-1 && p.Style.Align == doc.Centre:
				add(next, "\u2028", 0)
			case w.Glued && !last && multi && !b.labelled(p, w.To):
				add(next, nbsp, b.apart[i])
			default:
				add(next, "", b.apart[i])
			}
		}
	}
	b.plain(multi, at)
}

// spanLength is that of a span within the text of its lines: there a line
// separator is one space.
func spanLength(s *doc.Span) int { return len(s.Text) - 2*strings.Count(s.Text, "\u2028") }

// labelled reports a space that belongs to the label of a paragraph.
func (b *body) labelled(p *doc.Paragraph, at int) bool {
	return p.Spans[0].Label && at < len(p.Spans[0].Text)
}

// plain puts plain spaces into blanks, and into single lines of the head and foot:
// programs measure apart what stands at both sides of others.
func (b *body) plain(multi bool, at place) {
	for i := range b.pieces {
		if p := &b.pieces[i]; p.span.Box != "" || at.inCell && !multi || strings.Contains(p.text, nbsp+nbsp) {
			p.text = strings.ReplaceAll(p.text, nbsp, " ")
		}
	}
}

// holds reports a hyphen at k of a word that must not be broken at: one that the
// line before would take with what stands before it.
func (b *body) holds(l *layout.Lines, word, k, line int) bool {
	if line == 0 || k == l.Words[word].From || k+1 >= len(l.Text) || l.Text[k+1] == ' ' || k+1 == l.Words[l.Ends[line]-1].To {
		return false
	}
	for i := l.Ends[line-1]; i < word; i++ {
		if w := &l.Words[i]; w.Space > 0 && !w.Glued {
			return false
		}
	}
	return true
}

// lineUp finds how far apart the characters of each line are set, from the last
// line to the first: what would come up from the next line has its own distance.
func (b *body) lineUp(p *doc.Paragraph, l *layout.Lines) {
	n := len(l.Ends)
	b.apart = append(b.apart[:0], make([]int, n)...)
	if p.Style.Align == doc.Centre {
		return
	}
	for i := n - 1; i >= 0; i-- {
		from := 0
		if i > 0 {
			from = l.Ends[i-1]
		}
		s := settingOf(l, i, from)
		switch {
		case s.width > s.measure-near:
			b.apart[i] = max(s.fits(), -mostApart)
		case i < n-1 && !l.Words[s.to-1].Ends:
			most := mostApart
			if p.Style.Align == doc.Left {
				most = raggedApart
			}
			b.apart[i] = s.alone(b.apart[i+1], most)
		}
	}
}

// A lineSetting is a line on its way.
type lineSetting struct {
	l              *layout.Lines
	from, to       int    // its words
	width, measure doc.MM // natural, and what there is
	count          int    // of characters
}

func settingOf(l *layout.Lines, line, from int) lineSetting {
	to := l.Ends[line]
	return lineSetting{l, from, to, natural(l, from, to), l.Measure(line), utf8.RuneCountInString(l.Text[l.Words[from].From:l.Words[to-1].To])}
}

// fits returns the widest distance of its characters with which a line fits.
func (s lineSetting) fits() int {
	return int(math.Floor(float64((s.measure - spare - s.width) / (doc.MM(s.count) * twip))))
}

// alone returns the least distance with which what begins the next line, whose
// own distance is given, does not come up. Where that is too much, more of the
// next line is glued to it.
func (s lineSetting) alone(below, most int) int {
	for glued := 0; ; glued++ {
		width, letters, last := next(s.l, s.to)
		width += s.l.Words[s.to-1].Space + doc.MM(letters*below)*twip
		if s.width+width > s.measure+near {
			return 0
		}
		apart := int(math.Ceil(float64((s.measure + spare - s.width - width) / (doc.MM(s.count+1) * twip))))
		if most = min(s.fits(), most); apart <= most || glued == mostGlued || last+1 >= len(s.l.Words) || s.l.Words[last].Ends || s.l.Words[last].Space == 0 {
			return min(apart, max(most, 0))
		}
		s.l.Words[last].Glued = true
	}
}

// mostGlued is how many words more are glued together so that none comes up.
const mostGlued = 3

// twip is a twentieth of a point.
const twip doc.MM = 25.4 / 1440

// next returns the natural width of what would come up from the line that begins
// with a word, how many characters it has, and its last word: what is glued comes
// as one.
func next(l *layout.Lines, word int) (width doc.MM, letters, last int) {
	for last = word; ; last++ {
		w := &l.Words[last]
		width += w.Width
		if w.Space > 0 && !w.Glued || last == len(l.Words)-1 || w.Ends {
			return width, utf8.RuneCountInString(l.Text[l.Words[word].From:w.To]), last
		}
		width += w.Space
	}
}
