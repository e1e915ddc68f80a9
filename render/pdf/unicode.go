package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"ketluan/fonts"
)

// fontHead is how fpdf begins the object of a font.
const fontHead = "<</Type /Font\n"

var (
	encodingAt  = regexp.MustCompile(`/Encoding (\d+) 0 R`)
	differences = regexp.MustCompile(`/Differences ?\[\d+ ?(/[^\]]*)\]`)
)

// sayTexts tells of each font which text its codes are. The names of its glyphs
// say so too, but programs that write the file anew drop them, and its text is
// lost: of every letter beyond ASCII.
func (a *assembly) sayTexts() error {
	for i, object := range a.objects {
		if !bytes.HasPrefix(object, []byte(fontHead)) {
			continue
		}
		var names []string
		if m := encodingAt.FindSubmatch(object); m != nil {
			number, err := strconv.Atoi(string(m[1]))
			if err != nil || number > len(a.objects) {
				return fmt.Errorf("the encoding %s of a font", m[1])
			}
			d := differences.FindSubmatch(a.objects[number-1])
			if d == nil {
				return fmt.Errorf("the encoding %s of a font: %q", m[1], a.objects[number-1])
			}
			names = strings.Fields(strings.ReplaceAll(string(d[1]), "/", " "))
		}
		entry := fmt.Sprintf("/ToUnicode %d 0 R\n", a.addStream("", textsOf(names)))
		a.put(i+1, bytes.Replace(object, []byte(fontHead), []byte(fontHead+entry), 1))
	}
	return nil
}

// textsOf is the table of the texts of a font, whose codes past ASCII have glyphs
// with these names (ISO 32000-1, 9.10.3).
func textsOf(names []string) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"1 begincodespacerange <00> <FF> endcodespacerange\n" +
		"1 beginbfrange <20> <7E> <0020> endbfrange\n")
	const most = 100 // of one table
	for from := 0; from < len(names); from += most {
		part := names[from:min(from+most, len(names))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, name := range part {
			fmt.Fprintf(&b, "<%02X> <", firstCode+from+i)
			for _, unit := range utf16.Encode([]rune(fonts.Text(name))) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.Bytes()
}
