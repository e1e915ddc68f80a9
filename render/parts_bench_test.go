package render

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkParts takes the seed's notice half of its way: read is its record with
// the profile that the run knows, of which more than half is yaml.v3; fill is its
// template, of which no text is left to text/template.
func BenchmarkParts(b *testing.B) {
	r := newRenderer(b)
	r.options.Workbooks = nil
	src, err := os.ReadFile(filepath.Join(examples, seed))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			parsed(b, r, seed, src)
		}
	})
	b.Run("fill", func(b *testing.B) {
		rec := parsed(b, r, seed, src)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := r.options.Document.Document(rec); err != nil {
				b.Fatal(err)
			}
		}
	})
}
