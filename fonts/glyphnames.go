package fonts

import (
	_ "embed" // glyphnames.txt
	"strconv"
	"strings"
)

//go:embed glyphnames.txt
var glyphNamesText string

var glyphNames = parseGlyphNames(glyphNamesText)

// GlyphName returns the name of r in the Adobe Glyph List, "" where it has
// none. A simple font in a PDF names its glyphs so, and readers of the PDF
// turn the names back into text.
func GlyphName(r rune) string { return glyphNames[r] }

var glyphRunes = invert(glyphNames)

func invert(names map[rune]string) map[string]rune {
	runes := make(map[string]rune, len(names))
	for r, name := range names {
		if other, ok := runes[name]; !ok || r < other {
			runes[name] = r
		}
	}
	return runes
}

// Text returns what a glyph of the name stands for: that of the Adobe Glyph
// List, or of a name as uni1EA1 or u1EA1; "" where it has none.
func Text(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if r, ok := glyphRunes[name]; ok {
		return string(r)
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(name, prefix); ok && len(digits) >= 4 {
			if r, err := strconv.ParseUint(digits, 16, 21); err == nil {
				return string(rune(r))
			}
		}
	}
	return ""
}

func parseGlyphNames(text string) map[rune]string {
	names := make(map[rune]string, 3000)
	for line := range strings.Lines(text) {
		if line[0] == '#' {
			continue
		}
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		r, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			panic("fonts: glyphnames.txt: " + line) // the embedded file is ours
		}
		names[rune(r)] = name
	}
	return names
}

// Repertoire is what a face is cut to before it is embedded: ASCII, all
// letters of Vietnamese in capital and small, and the punctuation and signs of
// administrative documents. What lies outside is embedded only where it is used.
const Repertoire = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"–—‘’“”…•§°±×÷²³€₫≥≤«»·½¼"
