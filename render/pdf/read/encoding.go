package read

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"ketluan/fonts"
)

// simpleTexts reads what the codes of a simple font stand for: as its encoding
// says, else as the embedded face does.
func (r *reader) simpleTexts(f *face, d, descriptor types.Dict) {
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
	if base == "" && d["ToUnicode"] == nil {
		if own := r.programOf(descriptor); own != nil {
			for code, text := range own.codes {
				f.texts[code] = text
			}
		}
	}
	code := 0
	differences := r.array(encoding["Differences"])
	r.spend(len(differences))
	for _, o := range differences {
		if n, ok := r.number(o); ok {
			code = int(n)
			continue
		}
		if text := glyphText(r.name(o)); text != "" {
			f.texts[code] = text
		}
		code++
	}
}

// glyphText returns what a glyph stands for by its name, also one of several
// letters: f_i.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if text := fonts.Text(name); text != "" || !strings.Contains(name, "_") {
		return text
	}
	var all strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		all.WriteString(fonts.Text(part))
	}
	return all.String()
}

// wideTexts reads what the codes of a composite font stand for that says nothing
// of it: as its encoding does, where that is Unicode's, else as the embedded face.
func (r *reader) wideTexts(f *face, d, descendant types.Dict) {
	if f.unicode {
		return
	}
	own := r.programOf(r.dict(descendant["FontDescriptor"]))
	if own == nil {
		return
	}
	glyphOf, _ := r.stream(descendant["CIDToGIDMap"]) // a name, Identity, where it is none
	if len(glyphOf) == 0 {
		f.texts = own.glyphs
	}
	for cid := 0; 2*cid+1 < len(glyphOf) && r.spend(1); cid++ {
		if text := own.glyphs[int(glyphOf[2*cid])<<8|int(glyphOf[2*cid+1])]; text != "" {
			f.texts[cid] = text
		}
	}
}

// codeLengths reads the encoding of a composite font: how many bytes each code
// has, and which glyph it is.
func (r *reader) codeLengths(f *face, encoding types.Object) {
	name := r.name(encoding)
	f.unicode = strings.HasPrefix(name, "Uni") && (strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16"))
	if name != "" || r.object(encoding) == nil {
		return // those that programs name have codes of two bytes, but for those of the Far East
	}
	cmap, err := r.stream(encoding)
	if err != nil {
		return
	}
	f.cids = map[int]int{}
	r.eachEntry(cmap, func(op string, operands []any) bool {
		switch op {
		case "endcodespacerange":
			for pair := range slices.Chunk(operands, 2) {
				if low, high := codeBytes(pair[0]), codeBytes(pair[len(pair)-1]); len(low) == 1 && len(high) == 1 {
					for c := int(low[0]); c <= int(high[0]); c++ {
						f.short[c] = true
					}
				}
			}
		case "endcidrange":
			for three := range slices.Chunk(operands, 3) {
				r.cidRange(f, three)
			}
		case "endcidchar":
			for pair := range slices.Chunk(operands, 2) {
				if n, ok := pair[len(pair)-1].(float64); ok {
					f.cids[codeOf(pair[0])] = int(n)
				}
			}
		}
		return len(f.cids) < maxMapped
	})
}

func (r *reader) cidRange(f *face, three []any) {
	if len(three) < 3 {
		return
	}
	first, last := codeOf(three[0]), codeOf(three[1])
	n, ok := three[2].(float64)
	for code := first; ok && code <= last && len(f.cids) < maxMapped && r.spend(entrySteps); code++ {
		f.cids[code] = int(n) + code - first
	}
}

func codeBytes(o any) []byte {
	s, _ := o.(stringToken)
	return s
}
