package pdf

import (
	"fmt"
	"unicode/utf8"
)

// A simple font has 256 codes. Those of ASCII are ASCII; the others from
// firstCode up are given out to the characters of the document.
const (
	firstCode = 128
	perFont   = 256 - firstCode
)

// An encoding gives the characters that a document uses of one face their
// codes in simple fonts, as they come.
type encoding struct {
	face   *cutFace
	codes  map[rune]code // of those beyond ASCII
	glyphs []glyph       // in the order of their codes
	lacks  []rune        // that the face was not cut to
	err    error         // the first
	buffer []byte        // for runs
}

// A code is a character's place in the fonts of a face.
type code struct {
	advance int32 // thousandths of the font size
	subfont uint16
	char    byte
}

// expected is how many characters beyond ASCII a document rather has of a face.
const expected = 64

func newEncoding(face *cutFace) *encoding {
	return &encoding{face: face, codes: make(map[rune]code, expected)}
}

func (e *encoding) of(r rune) code {
	if r == '\u00A0' {
		r = ' ' // drawn as one
	}
	if r >= ' ' && r < asciiEnd {
		return code{char: byte(r), advance: int32(e.face.ascii[r-' '])}
	}
	c, ok := e.codes[r]
	if !ok {
		c = e.give(r)
	}
	return c
}

// give gives a character beyond ASCII the next code.
func (e *encoding) give(r rune) code {
	g, ok := e.face.glyphs[r]
	if !ok {
		e.lacks = append(e.lacks, r)
		if g, ok = glyphOf(e.face.face, r); !ok && e.err == nil {
			e.err = fmt.Errorf("%s has no glyph for %q (%U)", e.face.face.Name, r, r)
		}
	}
	n := len(e.glyphs)
	c := code{int32(g.advance), uint16(n / perFont), byte(firstCode + n%perFont)}
	e.glyphs = append(e.glyphs, g)
	e.codes[r] = c
	return c
}

// A run is the start of a text that one subfont can draw.
type run struct {
	subfont int
	codes   []byte // until the next run
	length  int    // bytes of the text
	advance int    // thousandths of the font size
	spaces  int
}

func (e *encoding) run(text string) run {
	r := run{codes: e.buffer[:0]}
	fixed := false // a character outside ASCII has chosen the subfont
	for r.length < len(text) {
		char, size := utf8.DecodeRuneInString(text[r.length:])
		c := e.of(char)
		if c.char >= firstCode {
			if fixed && int(c.subfont) != r.subfont {
				break
			}
			r.subfont, fixed = int(c.subfont), true
		}
		if c.char == ' ' {
			r.spaces++
		}
		r.codes = append(r.codes, c.char)
		r.advance += int(c.advance)
		r.length += size
	}
	e.buffer = r.codes
	return r
}
