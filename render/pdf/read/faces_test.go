package read

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
)

func deflate(content []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(content)
	w.Close()
	return b.Bytes()
}

func streamed(dictionary, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// set makes a page that shows a content in the font of object 5, with what the
// font needs behind it.
func set(page, content, font string, more ...string) []byte {
	objects := []string{
		"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /ColorSpace <</K [/Separation /Black /DeviceGray 9 0 R]>>>> " + page + ">>",
		streamed("", content), font,
	}
	return numbered(append(objects, more...)...)
}

// embedded is a face of the project, as a file embeds it.
func embedded(t *testing.T, dictionary string) string {
	t.Helper()
	ttf, err := os.ReadFile("../../../fonts/liberation/LiberationSerif-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return streamed("/Filter /FlateDecode "+dictionary, string(deflate(ttf)))
}

// glyphs of Liberation Serif: a, b; they are not their letters' codes.
const libA, libB = 68, 69

// Faces of every kind are read to their texts and widths.
func TestFaces(t *testing.T) {
	cff := tinyCFF()
	for _, c := range []struct {
		name    string
		content string
		font    string
		more    []string
		want    string // lines with left and right end, in pt
	}{
		{"standard Times, not measured", "BT /F 10 Tf 72 700 Td (AVi\\261) Tj ET", "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>", nil, "AVi± 72.0 94.2"},
		{"standard Helvetica with Vietnamese names", "BT /F 10 Tf 72 700 Td (\\200i\\201) Tj ET", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding <</Differences [128 /uhorn /adotbelow]>>>>", nil, "ưiạ 72.0 86.5"},
		{"Courier", "BT /F 10 Tf 72 700 Td (il) Tj ET", "<</Type /Font /Subtype /TrueType /BaseFont /CourierNew>>", nil, "il 72.0 84.0"},
		{"ligatures by their names", "BT /F 10 Tf 72 700 Td (\\001) Tj ET", "<</Subtype /Type1 /BaseFont /A /FirstChar 1 /Widths [600] /Encoding <</Differences [1 /f_i.alt]>>>>", nil, "fi 72.0 78.0"},
		{"Type 1 with an encoding of its own", "BT /F 10 Tf 72 700 Td (\\001\\002) Tj ET", "<</Subtype /Type1 /BaseFont /A /FirstChar 1 /Widths [500 400] /FontDescriptor 6 0 R>>",
			[]string{"<</Flags 4 /FontFile 7 0 R>>", streamed("", "%!PS-AdobeFont\n/Encoding 256 array\ndup 1 /ohorn put\ndup 2/uhornacute put\nreadonly def eexec \x00\x80")}, "ơứ 72.0 81.0"},
		{"CFF with an encoding of its own", "BT /F 10 Tf 72 700 Td (\\005\\006) Tj ET", "<</Subtype /Type1 /BaseFont /A /FirstChar 5 /Widths [500 400] /FontDescriptor 6 0 R>>",
			[]string{"<</Flags 4 /FontFile3 7 0 R>>", streamed("/Subtype /Type1C", cff)}, "ơA 72.0 81.0"},
		{"composite CFF without texts", "BT /F 10 Tf 72 700 Td <00020001> Tj ET", "<</Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R]>>",
			[]string{"<</FontFile3 7 0 R>>", streamed("/Subtype /CIDFontType0C", cff), "<</Subtype /CIDFontType0 /DW 500 /W [1 [400]] /FontDescriptor 6 0 R>>"}, "Aơ 72.0 81.0"},
		{"composite TrueType without texts", fmt.Sprintf("BT /F 10 Tf 72 700 Td <%04x%04x> Tj ET", libA, libB), "<</Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R]>>",
			[]string{"<</FontFile2 7 0 R>>", embedded(t, ""), "<</Subtype /CIDFontType2 /DW 500 /FontDescriptor 6 0 R>>"}, "ab 72.0 82.0"},
		{"glyphs by a table of the file", "BT /F 10 Tf 72 700 Td <0001> Tj ET", "<</Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R]>>",
			[]string{"<</FontFile2 7 0 R>>", embedded(t, ""), "<</Subtype /CIDFontType2 /DW 500 /FontDescriptor 6 0 R /CIDToGIDMap 9 0 R>>", streamed("", fmt.Sprintf("\x00\x00\x00%c", libB))}, "b 72.0 77.0"},
		{"codes that are Unicode's", "BT /F 10 Tf 72 700 Td <01B00061> Tj ET", "<</Subtype /Type0 /BaseFont /A /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R]>>", []string{"<</Subtype /CIDFontType0 /DW 500>>"}, "ưa 72.0 82.0"},
		{"codes of one byte and of two", "BT /F 10 Tf 72 700 Td <41810181> Tj ET", "<</Subtype /Type0 /BaseFont /A /Encoding 7 0 R /ToUnicode 8 0 R /DescendantFonts [6 0 R]>>",
			[]string{"<</Subtype /CIDFontType0 /DW 500 /W [9 [250 750]]>>", streamed("", "2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange 1 begincidrange <41> <41> 9 endcidrange 1 begincidchar <8101> 10 endcidchar"),
				streamed("", "2 beginbfchar <41> <0061> <8101> <1EA1> endbfchar")}, "aạ 72.0 82.0"},
		{"Type 3 in units of its own", "BT /F 10 Tf 72 700 Td (ab) Tj ET", "<</Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FirstChar 97 /Widths [50 25] /Encoding <</Differences [97 /a /b]>> /CharProcs <<>>>>", nil, "ab 72.0 79.5"},
	} {
		f, err := Open(set("", c.content, c.font, c.more...))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, l := range f.Pages[0].Lines() {
			got = append(got, fmt.Sprintf("%s %.1f %.1f", l.Text, l.X.PT(), l.Right.PT()))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// tinyCFF is a face with the glyphs ơ and A, for the codes 5 and 6.
func tinyCFF() string {
	index := func(objects ...string) string {
		if len(objects) == 0 {
			return "\x00\x00"
		}
		s, at := fmt.Sprintf("\x00%c\x01\x01", len(objects)), 1
		for _, o := range objects {
			at += len(o)
			s += string([]byte{byte(at)})
		}
		return s + strings.Join(objects, "")
	}
	number := func(n int) string { return string([]byte{29, 0, 0, byte(n >> 8), byte(n)}) }
	top := func(charset, encoding, glyphs int) string {
		return index(number(charset) + "\x0f" + number(encoding) + "\x10" + number(glyphs) + "\x11")
	}
	head := func(a, b, c int) string {
		return "\x01\x00\x04\x01" + index("A") + top(a, b, c) + index("ohorn") + index()
	}
	at := len(head(0, 0, 0))
	charset, encoding := "\x00\x01\x87\x00\x22", "\x00\x02\x05\x06" // 391 is the first string of its own, 34 is A
	return head(at, at+len(charset), at+len(charset)+len(encoding)) + charset + encoding + index("\x0e", "\x0e", "\x0e")
}

// Pages that are turned, their boxes, colours and looks.
func TestLooks(t *testing.T) {
	font := "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>"
	for _, c := range []struct{ page, content, want string }{
		{"/Rotate 90", "BT /F 10 Tf 0 1 -1 0 100 200 Tm (a) Tj ET", "a 200 100 10 842x595"},
		{"/Rotate 180", "BT /F 10 Tf -1 0 0 -1 100 200 Tm (a) Tj ET", "a 495 200 10 595x842"},
		{"/Rotate -90", "BT /F 10 Tf 0 -1 1 0 100 200 Tm (a) Tj ET", "a 642 495 10 842x595"},
		{"/Rotate 450 /CropBox [50 50 545 792]", "BT /F 10 Tf 0 1 -1 0 100 200 Tm (a) Tj ET", "a 150 50 10 742x495"},
		{"/Rotate 45", "BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100 642 10 595x842"},
		{"", "BT /F 10 Tf 2 Tr 100 200 Td (a) Tj ET", "a bold 100 642 10 595x842"},
		{"", "BT /F 10 Tf 1 0 .3 1 100 200 Tm (a) Tj ET", "a italic 100 642 10 595x842"},
		{"", "/K cs 1 scn BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100 642 10 595x842"},
		{"", "/K cs .2 scn 0 g BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100 642 10 595x842"},
		{"", "/K cs 0 scn BT /F 10 Tf 100 200 Td (a) Tj ET", "a white 100 642 10 595x842"},
		{"", "0 0 0 .7 k BT /F 10 Tf 100 200 Td (a) Tj ET", "a white 100 642 10 595x842"},
		{"", ".7 .6 .6 .9 k BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100 642 10 595x842"},
		{"", "BT /F 10 Tf 1 0 0 -1 100 200 Tm (upside down) Tj ET", ""},
	} {
		f, err := Open(set(c.page, c.content, font))
		if err != nil {
			t.Errorf("%s %s: %v", c.page, c.content, err)
			continue
		}
		got := ""
		for _, x := range f.Pages[0].Texts {
			got += x.Text
			for _, is := range []struct {
				so   bool
				word string
			}{{x.Font.Bold, " bold"}, {x.Font.Italic, " italic"}, {!x.Black, " white"}} {
				if is.so {
					got += is.word
				}
			}
			got += fmt.Sprintf(" %.0f %.0f %g %.0fx%.0f", x.X.PT(), x.Y.PT(), x.Size, f.Pages[0].Width.PT(), f.Pages[0].Height.PT())
		}
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.page, c.content, got, c.want)
		}
	}
}

// Paths that are boxes or lines, and those that are none.
func TestPaths(t *testing.T) {
	for content, want := range map[string]string{
		"10 10 m 110 10 l 110 11 l 10 11 l h f":              "rule",
		"10 10 m 110 10 l 110 11 l 10 11 l f":                "rule",
		"10 10 m 10 110 l 11 110 l 11 10 l 10 10 l f*":       "upright",
		"10 10 m 60 10 l 110 11 l 10 11 l f":                 "",
		"10 10 m 110 10 l 110 60 l 10 60 l h S":              "rule rule upright upright",
		"10 10 m 110 10 l 110 60 l 10 60 l s":                "rule rule upright upright",
		"10 10 m 110 10 l 0 20 m 90 20 l S":                  "rule rule",
		"10 10 m 20 30 40 50 110 10 c S":                     "",
		"10 10 m 110 10 l 110 11 l 10 11 l h 5 5 m 95 5 l b": "rule rule rule rule rule", // painted, and both parts stroked
	} {
		f, err := Open(set("", "1 w "+content, "<<>>"))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.TrimSpace(strings.Repeat("rule ", len(f.Pages[0].Rules)) + strings.Repeat("upright ", len(f.Pages[0].Uprights)))
		if got != want {
			t.Errorf("%s: %s, want %s", content, got, want)
		}
	}
}
