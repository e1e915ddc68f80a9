package fonts

import (
	"encoding/binary"
	"errors"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// unitsPerEm is the scale of all widths: thousandths of the font size, as in PDF.
const unitsPerEm = fixed.Int26_6(1000 << 6)

// tabled is one past the last character whose width is looked up in advance:
// all letters of Vietnamese, the punctuation beside them and the signs of workbooks (▲►).
const tabled = 0x2600

// A Face is one font file.
type Face struct {
	TTF     []byte // the whole file
	Name    string // PostScript name, as LiberationSerif-Bold
	Metrics Metrics

	font     *sfnt.Font
	advances [tabled]int16 // -1: no glyph
}

// Metrics are the measures of a face, in thousandths of the font size.
type Metrics struct {
	Ascent, Descent int    // Descent is negative
	CapHeight       int    //
	BBox            [4]int // left, bottom, right, top
	ItalicAngle     int    // degrees, negative leans right
}

func newFace(file string, ttf []byte) (*Face, error) {
	if len(ttf) < 4 || string(ttf[:4]) != "\x00\x01\x00\x00" && string(ttf[:4]) != "true" {
		return nil, &Error{File: file, Reason: Unreadable, Cause: errors.New("it does not begin like one")}
	}
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, &Error{File: file, Reason: Unreadable, Cause: err}
	}
	if !embeddable(ttf) {
		return nil, &Error{File: file, Reason: Restricted}
	}
	face := &Face{TTF: ttf, font: f}
	if err := face.measure(); err != nil {
		return nil, &Error{File: file, Reason: Unreadable, Cause: err}
	}
	return face, nil
}

func (f *Face) measure() (err error) {
	var buf sfnt.Buffer
	if f.Name, err = f.font.Name(&buf, sfnt.NameIDPostScript); err != nil {
		return err
	}
	m, err := f.font.Metrics(&buf, unitsPerEm, font.HintingNone)
	if err != nil {
		return err
	}
	box, err := f.font.Bounds(&buf, unitsPerEm, font.HintingNone)
	if err != nil {
		return err
	}
	f.Metrics = Metrics{
		Ascent:    m.Ascent.Round(),
		Descent:   -m.Descent.Round(),
		CapHeight: m.CapHeight.Round(),
		// sfnt's y axis points down, PDF's up.
		BBox: [4]int{box.Min.X.Floor(), -box.Max.Y.Ceil(), box.Max.X.Ceil(), -box.Min.Y.Floor()},
	}
	if post := f.font.PostTable(); post != nil {
		f.Metrics.ItalicAngle = int(post.ItalicAngle)
	}
	for r := range f.advances {
		f.advances[r] = -1
		if w, ok := f.look(&buf, rune(r)); ok {
			f.advances[r] = int16(w)
		}
	}
	return nil
}

// Advance returns the width of r in thousandths of the font size, and whether
// the face can print it: it has a glyph, and the glyph has a name that readers
// of the PDF can turn back into text.
func (f *Face) Advance(r rune) (thousandths int, ok bool) {
	if r >= 0 && r < tabled {
		w := f.advances[r]
		return int(max(w, 0)), w >= 0
	}
	var buf sfnt.Buffer
	return f.look(&buf, r)
}

func (f *Face) look(buf *sfnt.Buffer, r rune) (thousandths int, ok bool) {
	if GlyphName(r) == "" {
		return 0, false
	}
	g, err := f.font.GlyphIndex(buf, r)
	if err != nil || g == 0 {
		return 0, false
	}
	w, err := f.font.GlyphAdvance(buf, g, unitsPerEm, font.HintingNone)
	if err != nil {
		return 0, false
	}
	return w.Round(), true
}

// embeddable reports whether OS/2 fsType allows embedding a subset: neither
// restricted (0x0002), nor without subsetting (0x0100), nor bitmaps only (0x0200).
// A face without the table says nothing against it.
func embeddable(ttf []byte) bool {
	os2 := table(ttf, "OS/2")
	if len(os2) < 10 {
		return true
	}
	return binary.BigEndian.Uint16(os2[8:])&0x0302 == 0
}

// table returns the bytes of one table of a TrueType file, nil where it has none.
func table(ttf []byte, tag string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range n {
		if len(ttf) < 12+16*(i+1) {
			return nil
		}
		entry := ttf[12+16*i:]
		if string(entry[:4]) != tag {
			continue
		}
		from := uint64(binary.BigEndian.Uint32(entry[8:]))
		to := from + uint64(binary.BigEndian.Uint32(entry[12:]))
		if to > uint64(len(ttf)) {
			return nil
		}
		return ttf[from:to]
	}
	return nil
}
