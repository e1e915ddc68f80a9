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
	glyphs     map[rune]glyph
	ascii      [asciiEnd - ' ']int // advances
	file       []byte              // the stream of its font file
	sum        [sha256.Size]byte   // of that
	descriptor string              // up to the number of that
	start      string              // of the dictionaries of its fonts, up to the widths beyond ASCII
}

// asciiEnd is one past the last character of ASCII that is printed.
const asciiEnd = '~' + 1

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
	c := &cutFace{face: face, glyphs: map[rune]glyph{}, descriptor: descriptor(face)}
	var has strings.Builder
	for _, r := range repertoire {
		if g, ok := glyphOf(face, r); ok {
			has.WriteRune(r)
			c.glyphs[r] = g
		}
	}
	c.has = has.String()
	start := "<</Type /Font /Subtype /TrueType /BaseFont /" + subsetName(face) + " /FirstChar 32 /Widths ["
	for i := range c.ascii {
		c.ascii[i] = c.glyphs[rune(' '+i)].advance
		start += strconv.Itoa(c.ascii[i]) + " "
	}
	c.start = start + "0 " // of the code 127
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
