package read

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"ketluan/fonts"
)

// A program is what an embedded face says itself of its glyphs. It is asked where
// the file around it says nothing.
type program struct {
	codes  map[int]string // texts by the codes of its own encoding
	glyphs map[int]string // texts by the numbers of its glyphs
}

// programOf reads the face that a descriptor embeds; nil where it embeds none.
func (r *reader) programOf(descriptor types.Dict) *program {
	p := &program{map[int]string{}, map[int]string{}}
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if descriptor[key] == nil {
			continue
		}
		data, err := r.stream(descriptor[key])
		switch {
		case err != nil || len(data) < 4:
		case key == "FontFile":
			p.type1(data)
		case data[0] == 1 && data[1] == 0 && key == "FontFile3":
			r.cff(p, data)
		default:
			r.sfnt(p, data)
		}
		return p
	}
	return nil
}

// type1Code is a line of the encoding of a Type 1 face, which is plain text.
var type1Code = regexp.MustCompile(`dup\s+(\d{1,3})\s*/([^\s/]+)\s+put`)

// longestPlain bounds the plain text of a Type 1 face.
const longestPlain = 100_000

func (p *program) type1(data []byte) {
	plain, _, _ := bytes.Cut(data[:min(len(data), longestPlain)], []byte("eexec"))
	for _, m := range type1Code.FindAllSubmatch(plain, 256) {
		code, _ := strconv.Atoi(string(m[1])) // three digits
		if text := fonts.Text(string(m[2])); text != "" {
			p.codes[code] = text
		}
	}
}

// sfntTable returns a table of a TrueType or OpenType face; nil where it is not there.
func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if len(data) < 12+16*(i+1) {
			return nil
		}
		entry := data[12+16*i:]
		if string(entry[:4]) != tag {
			continue
		}
		from, size := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+size > uint64(len(data)) {
			return nil
		}
		return data[from : from+size]
	}
	return nil
}

// sfnt reads the tables of characters of a TrueType or OpenType face backwards:
// which text a glyph is, and which glyph a code.
func (r *reader) sfnt(p *program, data []byte) {
	if table := sfntTable(data, "CFF "); table != nil {
		r.cff(p, table)
	}
	cmap := sfntTable(data, "cmap")
	if len(cmap) < 4 {
		return
	}
	var own map[int]int // glyphs by the codes of a face of signs
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		if len(cmap) < 4+8*(i+1) || !r.spend(operatorSteps) {
			break
		}
		entry := cmap[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(entry), binary.BigEndian.Uint16(entry[2:])
		offset := uint64(binary.BigEndian.Uint32(entry[4:]))
		if offset >= uint64(len(cmap)) {
			continue
		}
		mapped := r.subtable(cmap[offset:])
		switch {
		case platform == 0 || platform == 3 && (encoding == 1 || encoding == 10):
			for c, g := range mapped {
				if old, ok := p.glyphs[g]; !ok || string(rune(c)) < old {
					p.glyphs[g] = string(rune(c))
				}
			}
		case platform == 3 && encoding == 0 || platform == 1 && own == nil:
			own = mapped
		}
	}
	for c, g := range own {
		if text := p.glyphs[g]; text != "" {
			p.codes[c&0xff] = text
		} else if c >= ' ' && c < 0x7f {
			p.codes[c] = string(charmap.Macintosh.DecodeByte(byte(c)))
		}
	}
}
