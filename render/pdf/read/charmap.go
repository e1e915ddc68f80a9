package read

import "encoding/binary"

// maxGlyphs bounds how many characters of a face are read.
const maxGlyphs = 70_000

// A charTable is one of a face's tables of characters (OpenType, cmap), and the
// glyphs that were read of it.
type charTable struct {
	*budget
	bytes  []byte
	glyphs map[int]int // by character
}

// subtable reads the glyphs of characters: formats 0, 4, 6 and 12.
func (b *budget) subtable(bytes []byte) map[int]int {
	t := &charTable{b, bytes, map[int]int{}}
	switch t.u16(0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(bytes); c++ {
			t.put(c, int(bytes[6+c]))
		}
	case 4:
		t.segments()
	case 6:
		for i := 0; i < t.u16(8) && t.put(t.u16(6)+i, t.u16(10+2*i)); i++ {
		}
	case 12:
		for i := 0; i < t.u32(12) && 16+12*(i+1) <= len(bytes); i++ {
			first, last, g := t.u32(16+12*i), t.u32(20+12*i), t.u32(24+12*i)
			for c := first; c <= last && c <= 0x10ffff; c++ {
				if !t.put(c, g+c-first) {
					return t.glyphs
				}
			}
		}
	}
	return t.glyphs
}

func (t *charTable) u16(at int) int {
	if at < 0 || at+2 > len(t.bytes) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t.bytes[at:]))
}

func (t *charTable) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// put takes the glyph of a character, and reports whether more may follow.
func (t *charTable) put(c, g int) bool {
	if g > 0 {
		t.glyphs[c] = g
	}
	return len(t.glyphs) < maxGlyphs && t.spend(entrySteps)
}

// segments reads format 4.
func (t *charTable) segments() {
	n := t.u16(6) / 2
	for i := 0; i < n && 16+8*i < len(t.bytes); i++ {
		last, first, delta, at := t.u16(14+2*i), t.u16(16+2*n+2*i), t.u16(16+4*n+2*i), 16+6*n+2*i
		for c := first; c <= last && c < 0xffff; c++ {
			g := c + delta
			if t.u16(at) > 0 {
				if g = t.u16(at + t.u16(at) + 2*(c-first)); g > 0 {
					g += delta
				}
			}
			if !t.put(c, g&0xffff) {
				return
			}
		}
	}
}
