package pdf_test

import (
	"math"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ketluan/fonts"
)

// embedded returns the face that a font embeds; nil where it embeds none.
func (f *finished) embedded(o types.Object) *sfnt.Font {
	program := f.dict(f.dict(o)["FontDescriptor"])["FontFile2"]
	if program == nil {
		return nil
	}
	face, err := sfnt.Parse(f.stream(program))
	if err != nil {
		f.T.Fatalf("%v", err)
	}
	return face
}

// glyphList returns the characters by their names in the Adobe Glyph List.
func glyphList() map[string]rune {
	runeOf := map[string]rune{}
	for r := rune(' '); r < 0x2500; r++ {
		if name := fonts.GlyphName(r); name != "" && !strings.HasPrefix(name, "uni") {
			runeOf[name] = r
		}
	}
	return runeOf
}

// characters returns the characters of a simple font by their codes, from the
// names of its encoding. Names that are none of the Adobe Glyph List are errors.
func (f *finished) characters(fontDict types.Dict, runeOf map[string]rune) map[byte]rune {
	encoding := f.dict(fontDict["Encoding"])
	all := map[byte]rune{}
	for c := byte(' '); c <= '~'; c++ {
		all[c] = rune(c)
	}
	code := 0
	for _, o := range f.array(encoding["Differences"]) {
		if n, ok := o.(types.Integer); ok {
			code = int(n)
			continue
		}
		r, ok := runeOf[f.name(o)]
		if !ok {
			f.T.Errorf("%s is no name of the Adobe Glyph List", f.name(o))
		}
		all[byte(code)] = r
		code++
	}
	return all
}

// TestFonts asserts ISO 19005-2, 6.2.11 (fonts) of each font of each example:
// embedded, of the widths that it says, encoded by names that are characters.
func TestFonts(t *testing.T) {
	runeOf := glyphList()
	for name, file := range exampleFiles(t) {
		f := open(t, file)
		used := map[string]types.Dict{}
		for _, page := range f.pages() {
			for key, o := range f.dict(f.dict(page["Resources"])["Font"]) {
				used[key] = f.dict(o)
			}
		}
		if len(used) < 3 {
			t.Errorf("%s: %d fonts", name, len(used))
		}
		for key, fontDict := range used {
			f.checkFont(name+" "+key, fontDict, runeOf)
		}
	}
}

func (f *finished) checkFont(where string, fontDict types.Dict, runeOf map[string]rune) {
	face := f.embedded(fontDict)
	descriptor := f.dict(fontDict["FontDescriptor"])
	base := f.name(fontDict["BaseFont"])
	if face == nil || f.name(fontDict["Subtype"]) != "TrueType" || base != f.name(descriptor["FontName"]) || len(base) < 8 || base[6] != '+' {
		f.T.Fatalf("%s: not embedded as a subset: %v", where, fontDict)
	}
	const symbolic, nonsymbolic = 4, 32
	if flags := int(f.number(descriptor["Flags"])); flags&nonsymbolic == 0 || flags&symbolic != 0 {
		f.T.Errorf("%s: flags %d", where, flags)
	}
	if f.name(f.dict(fontDict["Encoding"])["BaseEncoding"]) != "WinAnsiEncoding" {
		f.T.Errorf("%s: base encoding %v", where, f.dict(fontDict["Encoding"])["BaseEncoding"])
	}
	first := int(f.number(fontDict["FirstChar"]))
	widths := f.array(fontDict["Widths"])
	var buffer sfnt.Buffer
	for code, r := range f.characters(fontDict, runeOf) {
		if strings.ContainsRune("\u00A0", r) || int(code) < first {
			continue
		}
		glyph, err := face.GlyphIndex(&buffer, r)
		if err != nil || glyph == 0 {
			continue // not used: the next test sees those that are
		}
		advance, err := face.GlyphAdvance(&buffer, glyph, fixed.I(1000), font.HintingNone)
		if err != nil {
			f.T.Fatalf("%v", err)
		}
		if said := f.number(widths[int(code)-first]); math.Abs(said-float64(advance)/64) > 1 {
			f.T.Errorf("%s: %q is %v wide, and said to be %v", where, r, float64(advance)/64, said)
		}
	}
}

// TestGlyphs asserts 6.2.11.4 and 6.2.11.8: the embedded face has each
// character that is shown.
func TestGlyphs(t *testing.T) {
	runeOf := glyphList()
	for name, file := range exampleFiles(t) {
		f := open(t, file)
		shown := 0
		for i, page := range f.pages() {
			all := f.dict(f.dict(page["Resources"])["Font"])
			var face *sfnt.Font
			var characters map[byte]rune
			for _, op := range operators(f.stream(page["Contents"])) {
				switch op.name {
				case "Tf":
					fontDict := f.dict(all[op.operands[0][1:]])
					face, characters = f.embedded(fontDict), f.characters(fontDict, runeOf)
				case "Tj":
					for _, code := range unescape(op.operands[0]) {
						shown++
						if glyph, err := face.GlyphIndex(nil, characters[code]); err != nil || glyph == 0 {
							t.Errorf("%s, page %d: code %d (%q) has no glyph", name, i+1, code, characters[code])
						}
					}
				}
			}
		}
		if shown < 1000 {
			t.Errorf("%s: %d characters", name, shown)
		}
	}
}
