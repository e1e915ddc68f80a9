package read

import (
	"cmp"
	"iter"
	"math"
	"regexp"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A face turns the codes of strings into text and widths.
type face struct {
	font     *Font
	wide     bool // codes of two bytes, but for those that begin with
	short    [256]bool
	unicode  bool        // codes are UTF-16
	cids     map[int]int // glyphs by code; nil where a code is its glyph
	texts    map[int]string
	widths   map[int]float64 // thousandths of the size
	standard float64         // the width of codes without one

	widthOf func(text string) float64 // of a standard font that is not measured; else nil
}

// faceOf reads a font resource. It is read once.
func (r *reader) faceOf(o types.Object) *face {
	number := -1
	if ref, ok := o.(types.IndirectRef); ok {
		number = ref.ObjectNumber.Value()
		if f := r.fonts[number]; f != nil {
			return f
		}
	}
	r.spend(fontSteps + len(r.used))
	d := r.dict(o)
	f := &face{texts: map[int]string{}, widths: map[int]float64{}}
	descendant := d
	if f.wide = r.name(d["Subtype"]) == "Type0"; f.wide {
		if a := r.array(d["DescendantFonts"]); len(a) > 0 {
			descendant = r.dict(a[0])
		}
		r.wideWidths(f, descendant)
		r.codeLengths(f, d["Encoding"])
		if d["ToUnicode"] == nil {
			r.wideTexts(f, d, descendant)
		}
	} else {
		r.simpleWidths(f, d)
		r.simpleTexts(f, d, r.dict(d["FontDescriptor"]))
	}
	if cmap, err := r.stream(d["ToUnicode"]); d["ToUnicode"] != nil && err == nil {
		r.readCMap(f.texts, cmap)
	}
	f.font = r.describe(d, r.dict(descendant["FontDescriptor"]))
	if len(f.widths) == 0 && !f.wide {
		f.widthOf = standardWidth(f.font.Name, f.font.Bold, f.font.Italic)
	}
	if number >= 0 {
		r.fonts[number] = f
	}
	return f
}

// Names of faces that say how they look, as foundries write them, and the least
// weight of a bold one.
var (
	boldName   = regexp.MustCompile(`(?i)bold|black|heavy|demi|medi|-bd`)
	italicName = regexp.MustCompile(`(?i)ital|obli|slanted|-it$`)
)

const boldWeight = 600

// describe returns the font of a resource and descriptor, one for all that are alike.
func (r *reader) describe(d, descriptor types.Dict) *Font {
	name := r.name(d["BaseFont"])
	drawn := r.name(d["Subtype"]) == "Type3" // its glyphs are contents in the file
	if name == "" && drawn {
		name = cmp.Or(r.name(descriptor["FontName"]), r.text(descriptor["FontFamily"]), r.name(d["Name"]), "Type 3")
	}
	if len(name) > 7 && name[6] == '+' {
		name = name[7:]
	}
	const italicFlag, forceBold = 1 << 6, 1 << 18
	flags, _ := r.number(descriptor["Flags"])
	weight, _ := r.number(descriptor["FontWeight"])
	font := Font{
		Name:     name,
		Bold:     boldName.MatchString(name) || int(flags)&forceBold != 0 || weight >= boldWeight,
		Italic:   italicName.MatchString(name) || int(flags)&italicFlag != 0,
		Embedded: drawn || descriptor["FontFile"] != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil,
	}
	return r.known(font)
}

// known returns the one font that is alike.
func (r *reader) known(font Font) *Font {
	for _, known := range r.used {
		if *known == font {
			return known
		}
	}
	r.used = append(r.used, &font)
	return &font
}

func (r *reader) simpleWidths(f *face, d types.Dict) {
	first, _ := r.number(d["FirstChar"])
	all := r.array(d["Widths"])
	unit := 1.0
	if m := r.array(d["FontMatrix"]); len(m) == len(matrix{}) && r.name(d["Subtype"]) == "Type3" {
		if a, ok := r.number(m[0]); ok && a != 0 {
			unit = math.Abs(a) * 1000 // widths are in the units of its glyphs
		}
	}
	for i, o := range all[:min(len(all), 256)] {
		if w, ok := r.number(o); ok {
			f.widths[int(first)+i] = w * unit
		}
	}
	f.standard, _ = r.number(r.dict(d["FontDescriptor"])["MissingWidth"])
}

// maxWidths bounds how many widths of a composite font are read.
const maxWidths = 70_000

// wideWidths reads those of a composite font: runs of widths, and ranges of one
// (ISO 32000-1, 9.7.4.3).
func (r *reader) wideWidths(f *face, d types.Dict) {
	f.standard = 1000
	if w, ok := r.number(d["DW"]); ok {
		f.standard = w
	}
	all := r.array(d["W"])
	for i := 0; i+1 < len(all) && len(f.widths) < maxWidths; {
		first, _ := r.number(all[i])
		if run := r.array(all[i+1]); run != nil {
			r.spend(len(run))
			for k, o := range run {
				f.widths[int(first)+k], _ = r.number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(all) {
			return
		}
		last, _ := r.number(all[i+1])
		w, _ := r.number(all[i+2])
		for code := int(first); code <= int(last) && len(f.widths) < maxWidths && r.spend(entrySteps); code++ {
			f.widths[code] = w
		}
		i += 3
	}
}

// A glyph is one code of a string.
type glyph struct {
	text  string
	width float64 // thousandths of the size
	space bool    // the code 32 of one byte, which word spacing stretches
}

func (f *face) glyphs(s stringToken) iter.Seq[glyph] {
	return func(yield func(glyph) bool) {
		for i := 0; i < len(s); {
			code, short := int(s[i]), !f.wide || f.short[s[i]]
			if i++; !short {
				if i == len(s) {
					return
				}
				code = code<<8 | int(s[i])
				i++
			}
			if !yield(f.glyph(code, short && code == ' ')) {
				return
			}
		}
	}
}

func (f *face) glyph(code int, space bool) glyph {
	cid := code
	if f.cids != nil {
		cid = f.cids[code]
	}
	text, ok := f.texts[code]
	if !ok && f.cids != nil {
		text = f.texts[cid]
	}
	if text == "" && f.unicode && !utf16.IsSurrogate(rune(code)) {
		text = string(rune(code))
	}
	w, ok := f.widths[cid]
	switch {
	case !ok && f.widthOf != nil:
		w = f.widthOf(text)
	case !ok:
		w = f.standard
	}
	return glyph{text, w, space}
}
