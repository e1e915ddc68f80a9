package pdf

import (
	"fmt"
	"unicode/utf16"
)

// textsOf is the table of the texts of a font whose codes past ASCII are given
// glyphs (ISO 32000-1, 9.10.3). The names of these say so too, but programs that
// write the file anew drop them, and its text is lost: of every letter beyond ASCII.
func textsOf(glyphs []glyph) []byte {
	const most = 100 // of one table
	b := append(make([]byte, 0, 500+20*len(glyphs)), "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"+
		"1 begincodespacerange <00> <FF> endcodespacerange\n"+
		"1 beginbfrange <20> <7E> <0020> endbfrange\n"...)
	for from := 0; from < len(glyphs); from += most {
		part := glyphs[from:min(from+most, len(glyphs))]
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for i, g := range part {
			b = append(appendHex(append(b, '<'), byte(firstCode+from+i)), "> <"...)
			b = append(append(b, g.text...), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap CMapName currentdict /CMap defineresource pop end end\n"...)
}

// appendUTF16 writes a character as UTF-16 in hexadecimal.
func appendUTF16(b []byte, r rune) []byte {
	var units [2]uint16
	for _, unit := range utf16.AppendRune(units[:0], r) {
		b = appendHex(appendHex(b, byte(unit>>8)), byte(unit))
	}
	return b
}

// appendHex writes a byte in hexadecimal.
func appendHex(b []byte, v byte) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>4], digits[v&15])
}
