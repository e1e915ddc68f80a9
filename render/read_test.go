package render

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf/read"
	"ketluan/render/testdata/calc"
)

func near(a, b doc.MM) bool { return math.Abs(float64(a-b)) < 0.02 }

// What is read from a finished file is what layout has placed: each text and
// rule at its place, in its face and size.
func TestReadBack(t *testing.T) {
	r := newRenderer(t)
	for _, name := range exampleNames(t) {
		rec := example(t, r, name)
		d, err := r.Document(rec).Document(rec)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := layout.Pages(d, measurer{r.options.Family})
		if err != nil {
			t.Fatal(err)
		}
		files, err := r.Files(rec)
		if err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(files[0].Bytes)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Join(f.Claims, " ") != "PDF/A-2a PDF/UA-1" || !f.Tagged || f.Version != "1.7" || f.Title == "" || len(f.Fields) != 2 || f.Fields[0].Signed {
			t.Errorf("%s: claims %v, version %s, fields %v", name, f.Claims, f.Version, f.Fields)
		}
		if len(f.Pages) != len(pages) {
			t.Fatalf("%s: %d pages, not %d", name, len(f.Pages), len(pages))
		}
		for i, page := range pages {
			comparePage(t, name, page, f.Pages[i])
		}
	}
}

func comparePage(t *testing.T, name string, want layout.Page, got read.Page) {
	t.Helper()
	if !near(want.Width, got.Width) || !near(want.Height, got.Height) {
		t.Errorf("%s: page of %v x %v", name, got.Width, got.Height)
	}
	texts, rules := got.Texts, got.Rules
	for _, it := range want.Items {
		switch it := it.(type) {
		case layout.Text:
			x, rest := it.X, strings.ReplaceAll(it.Text, "\u00A0", " ")
			for rest != "" { // abbreviations are texts of their own
				if len(texts) == 0 || !strings.HasPrefix(rest, texts[0].Text) {
					t.Fatalf("%s: %q is missing", name, rest)
				}
				one := texts[0]
				if !near(one.X, x) || !near(one.Y, it.Y) || math.Abs(float64(one.Size-it.Font.Size)) > 0.01 || !one.Black ||
					one.Font.Bold != (it.Font.Face == doc.Bold || it.Font.Face == doc.BoldItalic) || one.Font.Italic != (it.Font.Face == doc.Italic || it.Font.Face == doc.BoldItalic) {
					t.Errorf("%s: %+v %+v, want %+v", name, one, one.Font, it)
				}
				x, rest, texts = one.X+one.Width, rest[len(one.Text):], texts[1:]
			}
		case layout.Line:
			if len(rules) == 0 || !near(rules[0].X, it.X) || !near(rules[0].Y, it.Y) || !near(rules[0].Width, it.Width) || !near(rules[0].Thickness, it.Thickness.MM()) {
				t.Errorf("%s: rules %v, want %+v", name, rules, it)
				continue
			}
			rules = rules[1:]
		}
	}
	if len(texts)+len(rules) > 0 {
		t.Errorf("%s: %d texts and %d rules too many", name, len(texts), len(rules))
	}
}

// A file of LibreOffice, with composite fonts, is read like our own.
func TestReadOthers(t *testing.T) {
	office := calc.New(t)
	r := newRenderer(t)
	book := file(t, r, "2026-q1-giao-ban.yaml", "-theo-doi.xlsx")
	dir := filepath.Dir(book)
	office.Run("--convert-to", "pdf", "--outdir", dir, book)
	src, err := os.ReadFile(strings.TrimSuffix(book, ".xlsx") + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := read.Open(src)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, page := range f.Pages {
		for _, text := range page.Texts {
			b.WriteString(text.Text)
			if text.X < 0 || text.X+text.Width > page.Width || text.Y > page.Height {
				t.Errorf("%+v lies outside the page", text)
			}
		}
	}
	for _, want := range []string{"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ", "Phòng Kế hoạch - Tài", "20/01/2026"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q", want)
		}
	}
	if len(f.Claims) != 0 || len(f.Fields) != 0 || len(f.Fonts) < 2 || !f.Fonts[0].Embedded {
		t.Errorf("%+v, fonts %+v", f.Claims, f.Fonts[0])
	}
}
