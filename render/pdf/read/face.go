package read

import (
	"iter"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"ketluan/fonts"
)

// A face turns the codes of strings into text and widths.
type face struct {
	font     *Font
	wide     bool // codes of two bytes
	texts    map[int]string
	widths   map[int]float64 // thousandths of the size
	standard float64         // the width of codes without one
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
	} else {
		r.simpleWidths(f, d)
		r.simpleTexts(f, d)
	}
	if cmap, err := r.stream(d["ToUnicode"]); d["ToUnicode"] != nil && err == nil {
		r.readCMap(f.texts, cmap)
	}
	f.font = r.describe(r.name(d["BaseFont"]), r.dict(descendant["FontDescriptor"]))
	if number >= 0 {
		r.fonts[number] = f
	}
	return f
}

// describe returns the font of a name and descriptor, one for all that are alike.
func (r *reader) describe(name string, descriptor types.Dict) *Font {
	if len(name) > 7 && name[6] == '+' {
		name = name[7:]
	}
	const italicFlag, forceBold = 1 << 6, 1 << 18
	flags, _ := r.number(descriptor["Flags"])
	lower := strings.ToLower(name)
	font := Font{
		Name:     name,
		Bold:     strings.Contains(lower, "bold") || int(flags)&forceBold != 0,
		Italic:   strings.Contains(lower, "italic") || strings.Contains(lower, "oblique") || int(flags)&italicFlag != 0,
		Embedded: descriptor["FontFile"] != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil,
	}
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
	for i, o := range all[:min(len(all), 256)] {
		if w, ok := r.number(o); ok {
			f.widths[int(first)+i] = w
		}
	}
	f.standard, _ = r.number(r.dict(d["FontDescriptor"])["MissingWidth"])
	if len(f.widths) == 0 {
		f.standard = 500 // one of the standard fonts, which a file need not measure
	}
}

// simpleTexts reads the encoding of a simple font.
func (r *reader) simpleTexts(f *face, d types.Dict) {
	base := r.name(d["Encoding"])
	encoding := r.dict(d["Encoding"])
	if encoding != nil {
		base = r.name(encoding["BaseEncoding"])
	}
	table := charmap.Windows1252
	if base == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for c := range 256 {
		f.texts[c] = string(table.DecodeByte(byte(c)))
	}
	code := 0
	differences := r.array(encoding["Differences"])
	r.spend(len(differences))
	for _, o := range differences {
		if n, ok := r.number(o); ok {
			code = int(n)
			continue
		}
		if text := fonts.Text(r.name(o)); text != "" {
			f.texts[code] = text
		}
		code++
	}
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
	step := 1
	if f.wide {
		step = 2
	}
	return func(yield func(glyph) bool) {
		for i := 0; i+step <= len(s); i += step {
			code := int(s[i])
			if f.wide {
				code = code<<8 | int(s[i+1])
			}
			w, ok := f.widths[code]
			if !ok {
				w = f.standard
			}
			if !yield(glyph{f.texts[code], w, !f.wide && code == ' '}) {
				return
			}
		}
	}
}
