package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-pdf/fpdf"
	"github.com/klauspost/compress/zlib"

	"ketluan/fonts"
)

// A cutFace is a face that holds only some characters, ready to be embedded: all
// of it that is the same in each document.
type cutFace struct {
	face       *fonts.Face
	has        string // the characters it was cut to
	places     places
	glyphs     []glyph           // by place
	ascii      []code            // by place; of the other characters none
	file       []byte            // the stream of its font file
	sum        [sha256.Size]byte // of that
	descriptor string            // up to the number of that
	start      string            // of the dictionaries of its fonts, up to the widths beyond ASCII
}

// tabled is one past the last character whose place is looked up in a table: all
// letters of Vietnamese and the punctuation beside them.
const tabled = 0x2300

// places are those of characters among the glyphs of a face, from 1 in the table.
// A map alone takes 3 % of the time of a notice.
type places struct {
	table  [tabled]uint16
	others map[rune]int
}

func (p *places) of(r rune) (place int, ok bool) {
	if r >= 0 && r < tabled {
		return int(p.table[r]) - 1, p.table[r] > 0
	}
	place, ok = p.others[r]
	return place, ok
}

func (p *places) set(r rune, place int) {
	if r < tabled {
		p.table[r] = uint16(place + 1)
		return
	}
	p.others[r] = place
}

// A glyph is one of a face as a simple font has it.
type glyph struct {
	advance int    // thousandths of the font size
	name    string // in the Adobe Glyph List
	text    string // what it stands for, as UTF-16 in hexadecimal
}

func glyphOf(face *fonts.Face, r rune) (glyph, bool) {
	advance, ok := face.Advance(r)
	name := fonts.GlyphName(r)
	var text []byte
	for _, r := range fonts.Text(name) {
		text = appendUTF16(text, r)
	}
	return glyph{advance, name, string(text)}, ok
}

// cutTo cuts a face to the characters of the repertoire that it has.
func cutTo(face *fonts.Face, repertoire string) (*cutFace, error) {
	c := &cutFace{face: face, places: places{others: map[rune]int{}}, descriptor: descriptor(face)}
	c.hold(repertoire)
	cut := fpdf.UTF8CutFont(face.TTF, c.has)
	if len(cut) == 0 {
		return nil, fmt.Errorf("cutting the face %s: its characters cannot be looked up", face.Name)
	}
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	if _, err := zw.Write(cut); err != nil {
		return nil, fmt.Errorf("compressing the face %s: %w", face.Name, err)
	}
	if err := zw.Close(); err != nil {
		return nil, fmt.Errorf("compressing the face %s: %w", face.Name, err)
	}
	c.file = streamObject(fmt.Sprintf("/Filter /FlateDecode /Length1 %d", len(cut)), z.Bytes())
	c.sum = sha256.Sum256(c.file)
	return c, nil
}

// hold gives the characters of a repertoire that the face has their places.
func (c *cutFace) hold(repertoire string) {
	var has strings.Builder
	widths := [firstCode]int{}
	for _, r := range repertoire {
		g, ok := glyphOf(c.face, r)
		if !ok {
			continue
		}
		var as code
		if ' ' <= r && r <= '~' {
			as = code{advance: int32(g.advance), char: byte(r)}
			widths[r] = g.advance
		}
		has.WriteRune(r)
		c.places.set(r, len(c.glyphs))
		c.glyphs, c.ascii = append(c.glyphs, g), append(c.ascii, as)
	}
	if space, ok := c.places.of(' '); ok {
		c.places.set('\u00A0', space) // drawn as one
	}
	c.has = has.String()
	c.start = "<</Type /Font /Subtype /TrueType /BaseFont /" + subsetName(c.face) + " /FirstChar 32 /Widths ["
	for _, w := range widths[' ':] {
		c.start += strconv.Itoa(w) + " "
	}
}

// with returns the face with further characters.
func (c *cutFace) with(more []rune) (*cutFace, error) { return cutTo(c.face, c.has+string(more)) }

// font begins the dictionary of one whose codes beyond ASCII are given glyphs.
func (c *cutFace) font(beyond []glyph) []byte {
	b := append(make([]byte, 0, len(c.start)+200+20*len(beyond)), c.start...)
	for _, g := range beyond {
		b = append(strconv.AppendInt(b, int64(g.advance), 10), ' ')
	}
	b = strconv.AppendInt(append(b, "] /LastChar "...), int64(firstCode-1+len(beyond)), 10)
	if len(beyond) == 0 {
		return append(b, " /Encoding /WinAnsiEncoding"...)
	}
	b = append(b, " /Encoding <</Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences ["...)
	b = strconv.AppendInt(b, firstCode, 10)
	for _, g := range beyond {
		b = append(append(b, " /"...), g.name...)
	}
	return append(b, "]>>"...)
}
