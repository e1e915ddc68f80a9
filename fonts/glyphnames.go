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
