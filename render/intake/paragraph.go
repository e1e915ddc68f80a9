package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/doc"
)

// Lengths by which a line of a PDF begins a paragraph, or does not.
const (
	indented  doc.MM = 4  // from the left of the text
	short     doc.MM = 12 // from its right
	full      doc.MM = 8
	hanging   doc.MM = 16
	wideLine         = 1.22 // of the usual distance of lines
	endsLabel        = ".)/-–+•"
)

// paragraph begins one with a row.
func (s *setting) paragraph(row []*piece) {
	s.close()
	s.open = joinedRow(row)
	s.out.Lines = append(s.out.Lines, Line{At: Place{Page: row[0].page, Line: row[0].line}})
}

// extend adds a row to the paragraph before it. A long code that was broken
// behind its mark goes on without a space.
func (s *setting) extend(row []*piece) {
	text := s.open.text.String()
	within := s.spaced && !endsInSpace(s.before) && text != strings.TrimRight(text, codeMarks)
	s.open.space = !brokenCode(text) && !within
	s.open.join(joinedRow(row))
}

// codeMarks are those behind which lines may end within an address or a code.
const codeMarks = "/-._?&="

// endsInSpace reports a row that has the space at which its line was broken.
func endsInSpace(row []*piece) bool {
	return strings.HasSuffix(row[len(row)-1].maker.raw.String(), " ")
}

// close ends a paragraph.
func (s *setting) close() {
	if s.open == nil {
		return
	}
	l := &s.out.Lines[len(s.out.Lines)-1]
	at := l.At
	*l = s.open.line()
	l.Raw, l.At, l.Spans = "", at, fused(*l)
	s.open = nil
}

// joinedRow joins the pieces of a row: in text that is set to both sides the
// spaces may be as wide as gaps between columns.
func joinedRow(row []*piece) *lineMaker {
	b := &lineMaker{}
	for _, p := range row {
		b.space = b.text.Len() > 0
		b.join(&p.maker)
	}
	return b
}

// join adds what another has, behind a space where one is due.
func (b *lineMaker) join(other *lineMaker) {
	if b.space && b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	b.space = false
	from := b.text.Len()
	b.text.WriteString(other.text.String())
	for _, s := range other.spans {
		s.From, s.To = s.From+from, s.To+from
		b.spans = append(b.spans, s)
	}
}

// fused joins spans that only a space parts.
func fused(l Line) []Span {
	var all []Span
	for _, s := range l.Spans {
		if n := len(all); n > 0 && all[n-1].Bold == s.Bold && all[n-1].Italic == s.Italic && strings.TrimSpace(l.Text[all[n-1].To:s.From]) == "" {
			all[n-1].To = s.To
			continue
		}
		all = append(all, s)
	}
	return all
}

// brokenCode reports a line that ends within a code: 1234/QĐ-.
func brokenCode(text string) bool {
	if !strings.HasSuffix(text, "-") && !strings.HasSuffix(text, "/") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-1])
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return (unicode.IsUpper(before) || unicode.IsDigit(before)) && (strings.ContainsAny(word, "0123456789") || strings.Contains(word[:len(word)-1], "/"))
}

// goesOn reports that a row goes on with the paragraph of the row before.
func (s *setting) goesOn(before, row []*piece) bool {
	last, first := before[len(before)-1], row[0]
	text := joinedRow(row).text.String()
	lastText := joinedRow(before).text.String()
	label := labelled(text)
	ended := strings.HasSuffix(lastText, ".") || strings.HasSuffix(lastText, ";") || strings.HasSuffix(lastText, ":")
	isFull := last.right > s.right-full
	switch {
	case label && (ended || !isFull):
		return false
	case first.page == last.page && first.y-last.y > s.leading*wideLine && s.leading > 0:
		return false
	case first.x > s.left+indented:
		lower, _ := utf8.DecodeRuneInString(text)
		hangs := first.x > before[0].x && first.x-before[0].x < hanging && (s.hangs || labelled(lastText)) && !label
		return (isFull || s.hangs && fitsNot(last, text, s)) && (hangs || first.x-before[0].x < 1 && before[0].x-first.x < 1 && (s.hangs || unicode.IsLower(lower)))
	case last.right < s.right-short && (ended || label):
		return false
	case last.right < s.right-4*short && !fitsNot(last, text, s):
		return false
	}
	return true
}

// fitsNot reports that the first word of the next line would not have fitted.
func fitsNot(last *piece, next string, s *setting) bool {
	word, _, _ := strings.Cut(next, " ")
	return float64(s.right-last.right) < float64(utf8.RuneCountInString(word)+1)*float64(last.size.MM())*0.5
}
