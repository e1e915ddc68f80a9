package record

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Passage is one text of a record or of its profile as Parse took it: clean,
// with the way back to the characters that were typed.
type Passage struct {
	Field string // as in a Problem
	File  string // as in a Pos
	Text  string // clean, without the markup of emphasis; "\n" parts its paragraphs

	// Emphatic reports a text in which emphasis may be marked.
	Emphatic bool

	// Parted is whether a comma between [ and ] parts it from the passage before.
	Parted bool

	source  *source
	line    int // of the value, as yaml.v3 counts
	col     int
	style   yaml.Style
	omitted []omission // markup of emphasis, in its order
	hidden  bool       // something without width was left out
}

// A Span is where a piece of a passage stands in its file.
type Span struct {
	Start, End problem.Pos
	From, To   int // bytes of the file's text, without byte order mark
	exact      bool
}

// Passages returns the texts of the record in the order in which they were
// read, those of the profile among them.
func (r *Record) Passages() []*Passage { return r.passages }

// Span returns the place of the bytes [from, to) of a passage's text. An empty
// piece is a place between two characters.
func (p *Passage) Span(from, to int) Span {
	s := Span{From: -1, exact: true}
	p.align(func(at, src, end int, exact bool) bool {
		if s.From < 0 && at >= from {
			s.From, s.To = src, src
		}
		if at >= from && at < to {
			s.To = end
			s.exact = s.exact && exact
		}
		if s.From < 0 {
			s.To = end // a place behind the last character
		}
		return at < max(to, from+1)
	})
	if s.From < 0 {
		s.From = s.To
	}
	s.Start, s.End = p.source.pos(s.From), p.source.pos(s.To)
	return s
}

// Meant reports a star or an underscore, at a byte of the text, that was typed
// with a \ before it.
func (p *Passage) Meant(at int) bool {
	_, found := slices.BinarySearchFunc(p.omitted, at, func(o omission, at int) int { return cmp.Compare(o.at, at) })
	return found
}

// Start returns the line on which the value begins: that of its key or dash.
func (p *Passage) Start() int { return p.line }

// align walks along the text and its source together: yield gets each
// character's byte in the text and its bytes in the source, and whether they
// are surely these.
func (p *Passage) align(yield func(at, from, to int, exact bool) bool) {
	a := atoms{text: p.source.text, style: p.style}
	pos := p.source.offset(p.line, p.col)
	switch {
	case p.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		pos = p.source.offset(p.line+1, 1)
	case p.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		pos++
	}
	omitted := p.omitted
	for at := 0; at < len(p.Text); {
		for ; len(omitted) > 0 && omitted[0].at == at; omitted = omitted[1:] {
			pos = a.pass(pos, len(omitted[0].markup), at == 0)
		}
		c, size := utf8.DecodeRuneInString(p.Text[at:])
		blank := c == ' ' || c == '\n'
		from, to := a.skip(pos, blank || at == 0)
		if blank {
			if !yield(at, from, to, to > from) {
				return
			}
			pos, at = to, at+size
			continue
		}
		pos = to
		next, ok := a.at(pos)
		if !ok {
			yield(at, pos, pos, false)
			return
		}
		if next.c == hyphen || next.c == noBreakHyphen {
			next.c = '-'
		}
		composed, end := a.composed(next)
		if !strings.HasPrefix(p.Text[at:], composed) {
			composed = p.Text[at : at+size]
			if !yield(at, next.from, end, false) {
				return
			}
		} else if !yield(at, next.from, end, true) {
			return
		}
		at, pos = at+len(composed), end
	}
}

// atoms are the characters of a value as its style writes them.
type atoms struct {
	text  string
	style yaml.Style
}

// An atom is one character with its bytes in the source.
type atom struct {
	c        rune
	from, to int
}

// at returns the character at a place; false at the end of the value.
func (a atoms) at(pos int) (atom, bool) {
	if pos >= len(a.text) {
		return atom{}, false
	}
	c, size := utf8.DecodeRuneInString(a.text[pos:])
	here := atom{c, pos, pos + size}
	switch {
	case a.style&yaml.SingleQuotedStyle != 0 && c == '\'':
		if strings.HasPrefix(a.text[pos:], "''") {
			here.to++
			return here, true
		}
		return atom{}, false
	case a.style&yaml.DoubleQuotedStyle != 0 && c == '"':
		return atom{}, false
	case a.style&yaml.DoubleQuotedStyle != 0 && c == '\\':
		return a.escape(pos)
	}
	return here, true
}

// escapes are the characters behind a backslash that stand for another.
var escapes = map[byte]rune{
	'0': 0, 'a': 7, 'b': 8, 't': '\t', '\t': '\t', 'n': '\n', 'v': 11, 'f': 12, 'r': '\r', 'e': 27,
	' ': ' ', '"': '"', '/': '/', '\\': '\\', 'N': 0x85, '_': 0xA0, 'L': 0x2028, 'P': 0x2029,
}

// escape returns the character that a backslash begins. One before the end of
// a line joins it with the next, and counts as nothing of width.
func (a atoms) escape(pos int) (atom, bool) {
	if pos+1 >= len(a.text) {
		return atom{}, false
	}
	kind := a.text[pos+1]
	if digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[kind]; digits > 0 {
		end := min(pos+2+digits, len(a.text))
		c := rune(0)
		for _, d := range a.text[pos+2 : end] {
			c = c<<4 | rune(strings.IndexRune("0123456789abcdef", unicode.ToLower(d)))
		}
		return atom{c, pos, end}, true
	}
	if c, ok := escapes[kind]; ok {
		return atom{c, pos, pos + 2}, true
	}
	end := pos + 1
	for end < len(a.text) && strings.IndexByte(" \t\r\n", a.text[end]) >= 0 {
		end++
	}
	return atom{'\u200B', pos, max(end, pos+1)}, true
}

// skip passes what has no width, and blanks too where they may stand, and
// returns the bytes from the first blank to the end of the last.
func (a atoms) skip(pos int, blanks bool) (from, to int) {
	for {
		c, ok := a.at(pos)
		switch {
		case ok && isZeroWidth(c.c):
		case ok && blanks && (c.c == ' ' || c.c == '\t' || c.c == '\n' || c.c == '\r' || isSpace(c.c)):
			if from == 0 {
				from = c.from
			}
			to = c.to
		default:
			if to == 0 || !blanks {
				from, to = pos, pos
			}
			return from, to
		}
		pos = c.to
	}
}

// pass returns where n characters end, those without width not counted.
func (a atoms) pass(pos, n int, blanks bool) int {
	for ; n > 0; n-- {
		_, pos = a.skip(pos, blanks)
		if c, ok := a.at(pos); ok {
			pos = c.to
		}
		blanks = false
	}
	return pos
}

// composed returns a character with the marks behind it, as one text in NFC,
// and where they end.
func (a atoms) composed(c atom) (string, int) {
	end := c.to
	var marked []byte // and not a text that grows: a hostile one has 200,000 marks
	for {
		mark, ok := a.at(end)
		for ok && isZeroWidth(mark.c) {
			mark, ok = a.at(mark.to)
		}
		if !ok || mark.c < 0x300 || !unicode.Is(unicode.Mn, mark.c) {
			break
		}
		if marked == nil {
			marked = utf8.AppendRune(nil, c.c)
		}
		marked = utf8.AppendRune(marked, mark.c)
		end = mark.to
	}
	switch {
	case marked != nil:
		return string(norm.NFC.Bytes(marked)), end
	case c.c < utf8.RuneSelf:
		return string(c.c), end
	}
	return norm.NFC.String(string(c.c)), end
}
