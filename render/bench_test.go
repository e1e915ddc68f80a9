package render

import (
	"os"
	"path/filepath"
	"testing"

	"ketluan/render/svg"
)

const seed = "2020-q3-giao-ban.yaml"

// BenchmarkNotice takes the seed's record from its bytes to its PDF of two
// pages, tagged and finished. Of its time about 20 % is reading, 7 % filling the
// template in (BenchmarkParts), 20 % layout (half of it choosing breaks), 40 % the
// PDF: a quarter of that fpdf with its fonts as JSON, a quarter drawing, a quarter
// deflate. The faces are not drawn through fpdf, whose copies of them were half of all memory.
func BenchmarkNotice(b *testing.B) { benchmark(b, func(r *Renderer) { r.options.Workbooks = nil }) }

// BenchmarkWord takes it to its file for Word, in three quarters of the time of the
// PDF: a third of that is reading, 17 % filling in, 21 % layout, 28 % writing.
func BenchmarkWord(b *testing.B) {
	family := newRenderer(b).options.Family
	r, err := New(Options{Family: family, Document: builtIn(b, "thong-bao-ket-luan"), Formats: []Format{DOCX}})
	if err != nil {
		b.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(examples, seed))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Files(parsed(b, r, seed, src)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPages takes it to its pages as a browser shows them, with every
// keystroke anew: in six tenths of the time of the PDF, of which the drawing of
// them takes a fifteenth.
func BenchmarkPages(b *testing.B) {
	r := newRenderer(b)
	src, err := os.ReadFile(filepath.Join(examples, seed))
	if err != nil {
		b.Fatal(err)
	}
	var drawn []byte
	b.ReportAllocs()
	for b.Loop() {
		pages, err := r.Pages(parsed(b, r, seed, src))
		if err != nil {
			b.Fatal(err)
		}
		drawn = drawn[:0]
		for _, p := range pages {
			drawn = svg.Append(drawn, p)
		}
	}
}

// BenchmarkTracker takes it to its workbook.
func BenchmarkTracker(b *testing.B) { benchmark(b, func(r *Renderer) { r.options.Document = nil }) }

func benchmark(b *testing.B, only func(*Renderer)) {
	r := newRenderer(b)
	only(r)
	src, err := os.ReadFile(filepath.Join(examples, seed))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Files(parsed(b, r, seed, src)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNew is what a process pays once.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newRenderer(b)
	}
}
