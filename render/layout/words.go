package layout

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"ketluan/render/doc"
)

// A word is text that stands on one line, with the space after it.
type word struct {
	from, to int     // in the paragraph's text, without the space after
	width    doc.MM  // natural, of from..to
	space    doc.MM  // natural, after the word; 0 where it may be broken without a space
	spaces   int     // how many spaces that is
	inner    int     // spaces inside, that no line breaks at but that stretch
	penalty  float64 // demerits of ending a line after the word
	ends     bool    // a line ends with it
}

// longCode is the length from which a code as 1234/QĐ-UBND-KHCN is readily
// broken after / and -. Common numbers of documents are shorter: only a line
// that would gape breaks them, and nothing the dates and the years.
const longCode = 18

// lineEnd is the line separator, U+2028.
const lineEnd = "\u2028"

// load measures the spans of a paragraph into the setter's buffers.
func (s *setter) load(spans []doc.Span) {
	s.text, s.ends, s.cum, s.forced = s.text[:0], s.ends[:0], s.cum[:0], s.forced[:0]
	var x doc.MM
	for _, span := range spans {
		em := span.Font.Size.MM() / 1000
		text := s.unforced(span.Text)
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			w, ok := s.measurer.Advance(span.Font.Face, drawnAs(r))
			if !ok && s.err == nil {
				s.err = &UnprintableError{Rune: r, Text: span.Text}
			}
			for range size { // also of what is not UTF-8
				s.cum = append(s.cum, x)
			}
			x += doc.MM(w) * em
			i += size
		}
		s.text = append(s.text, text...)
		s.ends = append(s.ends, len(s.text))
	}
	s.cum = append(s.cum, x)
}

// noBreakHyphen is a - that no line breaks at; the faces have none of their own.
const noBreakHyphen = '\u2011'

// drawnAs returns the character whose glyph a character has.
func drawnAs(r rune) rune {
	switch r {
	case '\u00A0':
		return ' '
	case noBreakHyphen:
		return '-'
	}
	return r
}

// drawn is a text as it stands on the page, where nothing is broken any more.
func drawn(text string) string { return strings.ReplaceAll(text, string(noBreakHyphen), "-") }

// unforced returns a text with a space in place of each line separator, and
// remembers where they are.
func (s *setter) unforced(text string) string {
	if !strings.Contains(text, lineEnd) {
		return text
	}
	var b strings.Builder
	for i, line := range strings.Split(text, lineEnd) {
		if i > 0 {
			s.forced = append(s.forced, len(s.text)+b.Len())
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

func (s *setter) width(from, to int) doc.MM { return s.cum[to] - s.cum[from] }

// split cuts the loaded text into words, none wider than narrowest.
func (s *setter) split(narrowest doc.MM) {
	s.words = s.words[:0]
	text := s.text
	for i := 0; i < len(text); {
		from := i
		for i < len(text) && text[i] != ' ' {
			i++
		}
		to := i
		for i < len(text) && text[i] == ' ' {
			i++
		}
		first := len(s.words)
		s.cut(from, to, narrowest)
		last := &s.words[len(s.words)-1]
		last.space, last.spaces = s.width(to, i), i-to
		for len(s.forced) > 0 && s.forced[0] < i {
			last.ends, s.forced = true, s.forced[1:]
		}
		if first > 0 {
			before := &s.words[first-1]
			before.penalty = glue(text[before.from:before.to], text[from:to])
		}
	}
}

// cut appends the words of one run without spaces: one, unless it is a code or
// too wide for a line.
func (s *setter) cut(from, to int, narrowest doc.MM) {
	wide := s.width(from, to) > narrowest
	if to-from < 6 && !wide { // as most
		s.word(from, to)
		return
	}
	penalty := float64(lastPenalty)
	if wide || to-from >= longCode && utf8.RuneCount(s.text[from:to]) >= longCode {
		penalty = codePenalty
	}
	marks := "/-"
	switch {
	case s.hyphens:
		marks = "-"
	case to-from >= minAddress && isAddress(s.text[from:to]):
		marks = "/-._?&="
	}
	start := from
	for i := from + 2; i < to-3; i++ {
		c, next := s.text[i], s.text[i+1]
		if i-start >= 2 && next != '/' && strings.IndexByte(marks, c) >= 0 && (wide || !isDigit(s.text[i-1]) || !isDigit(next)) {
			s.pieces(start, i+1, narrowest)
			s.words[len(s.words)-1].penalty = penalty
			start = i + 1
		}
	}
	s.pieces(start, to, narrowest)
}

// minAddress is shorter than any address.
const minAddress = 8

// isAddress reports the address of a page or of a letter box.
func isAddress(run []byte) bool {
	return bytes.Contains(run, []byte("://")) || bytes.HasPrefix(run, []byte("www.")) || bytes.IndexByte(run, '@') > 0
}

// pieces appends from..to as one word, or as many as it takes to fit narrowest.
func (s *setter) pieces(from, to int, narrowest doc.MM) {
	start := from
	if s.width(from, to) > narrowest {
		for i := from; i < to; {
			_, size := utf8.DecodeRune(s.text[i:to])
			if i > start && s.width(start, i+size) > narrowest {
				s.word(start, i)
				start = i
			}
			i += size
		}
	}
	s.word(start, to)
}

func (s *setter) word(from, to int) {
	w := word{from: from, to: to, width: s.width(from, to)}
	for i := from; i+1 < to; i++ {
		if s.text[i] == 0xC2 && s.text[i+1] == 0xA0 { // U+00A0
			w.inner++
		}
	}
	s.words = append(s.words, w)
}
