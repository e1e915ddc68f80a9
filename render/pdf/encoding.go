package pdf

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-pdf/fpdf"

	"ketluan/fonts"
	"ketluan/render/doc"
)

// A simple font has 256 codes. Those of ASCII are ASCII; the others from
// firstCode up are given out to the characters of the document.
const (
	firstCode = 128
	perFont   = 256 - firstCode
)

var styleNames = [...]string{doc.Regular: "", doc.Bold: "B", doc.Italic: "I", doc.BoldItalic: "BI"}

// familyName names the n-th font of a face to fpdf; each holds perFont
// characters that are not ASCII.
func familyName(n int) string { return "serif" + strconv.Itoa(n) }

// An encoding gives the characters that a document uses of one face their
// codes in simple fonts.
type encoding struct {
	face  *cutFace
	codes map[rune]code
	runes []rune // not ASCII, in the order of their codes
}

// A code is a character's place in the fonts of a face.
type code struct {
	subfont int
	char    byte
	advance int // thousandths of the font size
}

func newEncoding(face *cutFace, runes []rune) (*encoding, error) {
	e := &encoding{codes: make(map[rune]code, len(runes))}
	var glyphs []rune
	for _, r := range runes {
		if r == '\u00A0' {
			continue // drawn as a space
		}
		glyphs = append(glyphs, r)
		advance, ok := face.face.Advance(r)
		if !ok {
			return nil, fmt.Errorf("%s has no glyph for %q (%U)", face.face.Name, r, r)
		}
		c := code{char: byte(r), advance: advance}
		if r < ' ' || r > '~' {
			c.subfont, c.char = len(e.runes)/perFont, byte(firstCode+len(e.runes)%perFont)
			e.runes = append(e.runes, r)
		}
		e.codes[r] = c
	}
	space, _ := face.face.Advance(' ')
	e.codes['\u00A0'] = code{char: ' ', advance: space}
	var err error
	e.face, err = face.with(glyphs)
	return e, err
}

// A run is the start of a text that one subfont can draw.
type run struct {
	subfont int
	codes   []byte
	length  int // bytes of the text
	advance int // thousandths of the font size
	spaces  int
}

func (e *encoding) run(text string) run {
	r := run{codes: make([]byte, 0, len(text))}
	fixed := false // a character outside ASCII has chosen the subfont
	for i, char := range text {
		c := e.codes[char]
		if c.char >= firstCode {
			if fixed && c.subfont != r.subfont {
				break
			}
			r.subfont, fixed = c.subfont, true
		}
		if c.char == ' ' {
			r.spaces++
		}
		r.codes = append(r.codes, c.char)
		r.advance += c.advance
		r.length = i + len(string(char))
	}
	return r
}

// placeholder stands for a face in the file that fpdf writes; the finisher puts
// the face there. fpdf would copy it several times.
func placeholder(style doc.Face) []byte { return []byte{'@', '0' + byte(style)} }

// definition is the description of a font that fpdf reads as JSON.
type definition struct {
	Tp, Name     string
	Desc         fpdf.FontDescType
	Cw           []int
	Diff         string
	File         string
	OriginalSize int
}

// register makes the fonts of the encoding known to a document.
func (e *encoding) register(pdf *fpdf.Fpdf, style doc.Face) {
	for n := 0; n == 0 || n*perFont < len(e.runes); n++ {
		runes := e.runes[n*perFont : min((n+1)*perFont, len(e.runes))]
		def, err := json.Marshal(e.definition(runes))
		if err != nil {
			pdf.SetError(err)
			return
		}
		pdf.AddFontFromBytes(familyName(n), styleNames[style], def, placeholder(style))
	}
}

// flags of a font descriptor: ISO 32000-1, table 123.
const (
	serif       = 1 << 1
	nonsymbolic = 1 << 5
	italic      = 1 << 6
)

func (e *encoding) definition(runes []rune) definition {
	f := e.face.face
	d := definition{
		Tp: "TrueType",
		// A subset's name begins with a tag of six capitals: ISO 32000-1, 9.6.4.
		Name:         "KETLUA+" + f.Name,
		File:         f.Name + ".z",
		OriginalSize: e.face.size,
		Cw:           make([]int, 256),
	}
	m := f.Metrics
	d.Desc.Ascent, d.Desc.Descent, d.Desc.CapHeight = m.Ascent, m.Descent, m.CapHeight
	d.Desc.FontBBox.Xmin, d.Desc.FontBBox.Ymin, d.Desc.FontBBox.Xmax, d.Desc.FontBBox.Ymax = m.BBox[0], m.BBox[1], m.BBox[2], m.BBox[3]
	d.Desc.ItalicAngle = m.ItalicAngle
	d.Desc.Flags = serif | nonsymbolic
	if m.ItalicAngle != 0 {
		d.Desc.Flags |= italic
	}
	d.Desc.StemV = 80
	if strings.Contains(f.Name, "Bold") {
		d.Desc.StemV = 140
	}
	for c := ' '; c <= '~'; c++ {
		d.Cw[c], _ = f.Advance(c)
	}
	var diff strings.Builder
	diff.WriteString(strconv.Itoa(firstCode))
	for i, r := range runes {
		d.Cw[firstCode+i], _ = f.Advance(r)
		diff.WriteString(" /")
		diff.WriteString(fonts.GlyphName(r))
	}
	if len(runes) > 0 {
		d.Diff = diff.String()
	}
	return d
}
