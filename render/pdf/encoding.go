package pdf

import (
	"fmt"
	"slices"
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
	codes  []code        // by the places of the characters in the face
	others map[rune]code // that the face was not cut to
	lacks  []rune        // these
	glyphs []glyph       // beyond ASCII, in the order of their codes
	err    error         // the first
	buffer []byte        // for runs
}

// A code is a character's place in the fonts of a face; the zero code is none.
type code struct {
	advance int32 // thousandths of the font size
	subfont uint16
	char    byte
}

func newEncoding(face *cutFace) *encoding {
	return &encoding{face: face, codes: slices.Clone(face.ascii), glyphs: make([]glyph, 0, perFont/2)}
}

func (e *encoding) of(r rune) code {
	if place, ok := e.face.places.of(r); ok {
		if c := &e.codes[place]; c.char == 0 {
			*c = e.give(e.face.glyphs[place])
		}
		return e.codes[place]
	}
	c, ok := e.others[r]
	if !ok {
		g, ok := glyphOf(e.face.face, r)
		if !ok && e.err == nil {
			e.err = fmt.Errorf("%s has no glyph for %q (%U)", e.face.face.Name, r, r)
		}
		if e.others == nil {
			e.others = map[rune]code{}
		}
		c = e.give(g)
		e.others[r] = c
		e.lacks = append(e.lacks, r)
	}
	return c
}

// give gives a glyph beyond ASCII the next code.
func (e *encoding) give(g glyph) code {
	n := len(e.glyphs)
	e.glyphs = append(e.glyphs, g)
	return code{int32(g.advance), uint16(n / perFont), byte(firstCode + n%perFont)}
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
