package render

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
)

// BenchmarkFloor is what the drawing of the seed's notice costs at the least: its
// pages, already laid out, as PDF operators, deflated, with the faces that were
// cut and deflated beforehand. Plain code of the standard library, no structure, no
// metadata. Other benchmarks are told as multiples of it: it is not to be changed.
func BenchmarkFloor(b *testing.B) {
	floor, pages := newFloor(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(floor.write(pages)) == 0 {
			b.Fatal("nothing")
		}
	}
}

// The floor is a PDF: it has the words that the notice has.
func TestFloor(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	floor, pages := newFloor(t)
	var want []string
	for _, p := range pages {
		for _, it := range p.Items {
			if text, ok := it.(layout.Text); ok {
				want = append(want, strings.Fields(text.Text)...)
			}
		}
	}
	file := filepath.Join(t.TempDir(), "floor.pdf")
	if err := os.WriteFile(file, floor.write(pages), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got := strings.Fields(string(out))
	slices.Sort(got)
	slices.Sort(want)
	if len(want) < 500 || !slices.Equal(got, want) {
		t.Errorf("%d words, want %d:\n%s", len(got), len(want), out)
	}
}

// A floor writes pages as bare PDF.
type floor struct {
	faces [4]struct {
		face   *fonts.Face
		stream []byte // its file, deflated
		size   int    // of it before that
	}
}

func newFloor(t testing.TB) (*floor, []layout.Page) {
	r := newRenderer(t)
	src, err := os.ReadFile(filepath.Join(examples, seed))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := r.Pages(parsed(t, r, seed, src))
	if err != nil {
		t.Fatal(err)
	}
	f := &floor{}
	for i, face := range r.options.Family.Faces {
		cut := fpdf.UTF8CutFont(face.TTF, fonts.Repertoire)
		f.faces[i].face, f.faces[i].stream, f.faces[i].size = face, deflated(cut), len(cut)
	}
	return f, pages
}

func deflated(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(b) // a buffer takes all
	z.Close()
	return out.Bytes()
}

// A floorFile is one being written.
type floorFile struct {
	bytes.Buffer
	at    []int           // of the objects, from 1
	used  [4]bool         // a face
	codes [4]map[rune]int // of its characters beside ASCII, in the order of first use; 128 to a font
	runes [4][]rune
}

func (f *floor) write(pages []layout.Page) []byte {
	w := &floorFile{}
	w.WriteString("%PDF-1.7\n")
	var contents []int
	for _, p := range pages {
		contents = append(contents, w.stream("/Filter/FlateDecode", deflated(w.page(p))))
	}
	var named strings.Builder
	for i := range f.faces {
		if w.used[i] {
			f.fonts(w, i, &named)
		}
	}
	tree := len(w.at) + len(pages) + 1
	var kids strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", w.object(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</Font<<%s>>>>>>",
			tree, inPoints(p.Width), inPoints(p.Height), contents[i], named.String())))
	}
	w.object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String()))
	root := w.object(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", tree))
	start := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.at)+1)
	for _, at := range w.at {
		fmt.Fprintf(w, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(w, "trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.at)+1, root, start)
	return w.Bytes()
}

// fonts writes the fonts of a face, each with 128 characters beside ASCII.
func (f *floor) fonts(w *floorFile, i int, named *strings.Builder) {
	face := f.faces[i]
	file := w.stream(fmt.Sprintf("/Filter/FlateDecode/Length1 %d", face.size), face.stream)
	m := face.face.Metrics
	described := w.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 34/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %d 0 R>>",
		face.face.Name, m.BBox[0], m.BBox[1], m.BBox[2], m.BBox[3], m.ItalicAngle, m.Ascent, m.Descent, m.CapHeight, file))
	for n := 0; n == 0 || n*128 < len(w.runes[i]); n++ {
		var widths, differences strings.Builder
		for c := ' '; c <= 127; c++ {
			advance, _ := face.face.Advance(c)
			widths.WriteString(strconv.Itoa(advance) + " ")
		}
		for _, r := range w.runes[i][n*128 : min((n+1)*128, len(w.runes[i]))] {
			advance, _ := face.face.Advance(r)
			widths.WriteString(strconv.Itoa(advance) + " ")
			differences.WriteString("/" + fonts.GlyphName(r))
		}
		last := 127 + min(128, len(w.runes[i])-n*128)
		fmt.Fprintf(named, "/F%d_%d %d 0 R", i, n, w.object(fmt.Sprintf("<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 32/LastChar %d/Widths[%s]/FontDescriptor %d 0 R"+
			"/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[128%s]>>>>", face.face.Name, last, widths.String(), described, differences.String())))
	}
}

func inPoints(mm doc.MM) float64 { return float64(mm) * 72 / 25.4 }

func number(b []byte, v doc.MM) []byte {
	return append(strconv.AppendFloat(b, inPoints(v), 'f', 3, 64), ' ')
}

func (w *floorFile) object(body string) int {
	w.at = append(w.at, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n%s\nendobj\n", len(w.at), body)
	return len(w.at)
}

func (w *floorFile) stream(entries string, body []byte) int {
	w.at = append(w.at, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n<<%s/Length %d>>stream\n", len(w.at), entries, len(body))
	w.Write(body)
	w.WriteString("\nendstream\nendobj\n")
	return len(w.at)
}

// page returns the operators of a page, and gives its characters their codes.
func (w *floorFile) page(p layout.Page) []byte {
	var b []byte
	for _, it := range p.Items {
		switch it := it.(type) {
		case layout.Text:
			b = w.text(b, it, p.Height)
		case layout.Line:
			b = append(number(b, it.Thickness.MM()), "w "...)
			b = append(number(number(b, it.X), p.Height-it.Y), "m "...)
			b = append(number(number(b, it.X+it.Width), p.Height-it.Y-it.Height), "l S\n"...)
		}
	}
	return b
}

func (w *floorFile) text(b []byte, t layout.Text, height doc.MM) []byte {
	face := t.Font.Face
	if w.codes[face] == nil {
		w.codes[face] = map[rune]int{}
	}
	w.used[face] = true
	begun := -1 // the font that is set
	b = append(b, "BT "...)
	b = append(number(b, t.WordSpace), "Tw "...)
	b = append(number(number(b, t.X), height-t.Y), "Td"...)
	for _, r := range t.Text {
		font, code := max(begun, 0), int(r)
		switch {
		case r == '\u00A0':
			code = ' '
		case r > '~':
			n, ok := w.codes[face][r]
			if !ok {
				n = len(w.runes[face])
				w.codes[face][r] = n
				w.runes[face] = append(w.runes[face], r)
			}
			font, code = n/128, 128+n%128
		}
		if font != begun {
			if begun >= 0 {
				b = append(b, ")Tj"...)
			}
			b = append(b, "/F"...)
			b = append(strconv.AppendInt(b, int64(face), 10), '_')
			b = append(strconv.AppendInt(b, int64(font), 10), ' ')
			b = append(strconv.AppendFloat(b, float64(t.Font.Size), 'g', -1, 64), " Tf("...)
			begun = font
		}
		if code == '(' || code == ')' || code == '\\' {
			b = append(b, '\\')
		}
		b = append(b, byte(code))
	}
	if begun >= 0 {
		b = append(b, ")Tj"...)
	}
	return append(b, " ET\n"...)
}
