package render

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ketluan/render/check"
	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// A further kind of document is one file: a resolution (form 1.1), with what it
// rests on and articles, of the template in testdata/kinds and of nothing else.
func TestFurtherKindIsOneFile(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("testdata", "kinds", "nghi-quyet.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	resolution, err := tmpl.Parse("nghi-quyet.yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Family: newRenderer(t).options.Family, Document: resolution, Formats: []Format{PDF, DOCX}})
	if err != nil {
		t.Fatal(err)
	}
	rec := resolutionRecord(t, r)
	if stops := check.Record(rec, nil, r.Kinds()...); len(stops) > 0 {
		t.Errorf("%v", stops)
	}
	files, err := r.Files(rec)
	if err != nil || len(files) != 2 || files[0].Suffix != "-nghi-quyet.pdf" || files[1].Suffix != "-nghi-quyet.docx" {
		t.Fatal(len(files), err)
	}
	f, err := read.Open(files[0].Bytes)
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]bool{}
	for _, result := range decree.MeasureAs(f, resolution.Kind()) {
		for _, fault := range result.Faults {
			t.Errorf("%s: page %d: %s", result.ID, fault.Page, fault.Message.EN)
		}
		kept[result.ID] = result.Status == decree.Kept
	}
	for _, id := range []string{"HD-14", "TT-01", "BD-06", "NQ-01", "NQ-02", "SG-05", "RC-07"} {
		if !kept[id] {
			t.Errorf("%s is not kept", id)
		}
	}
	var text strings.Builder
	for _, page := range f.Pages {
		for _, piece := range page.Texts {
			text.WriteString(piece.Text)
		}
	}
	for _, words := range []string{"07/NQ-HĐTV", "NGHỊ QUYẾT", "Căn cứ Luật Doanh nghiệp;", "Thủy nông Quảng Ngãi;Xét", "QUYẾT NGHỊ:", "Điều 1. Thông qua", "Điều 3. Nghị quyết này", "thi hành./."} {
		if !strings.Contains(text.String(), words) {
			t.Errorf("%q is not printed", words)
		}
	}
	d, err := resolution.Document(rec)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil || !slices.ContainsFunc(pages[0].Items, func(it layout.Item) bool {
		l, ok := it.(layout.Text)
		return ok && strings.HasPrefix(l.Text, "Căn cứ") && l.Font.Face == doc.Italic
	}) {
		t.Error("the basis is not in italics", err)
	}
}

// Articles that stand twice, or of which one is passed over, are found on the page.
func TestArticlesAreCounted(t *testing.T) {
	template, err := os.ReadFile(filepath.Join("testdata", "kinds", "nghi-quyet.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	resolution, err := tmpl.Parse("nghi-quyet.yaml", template)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Family: newRenderer(t).options.Family, Document: resolution, Formats: []Format{PDF}})
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join("testdata", "kinds", "ban-ghi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	const last = "  - text: Nghị quyết này"
	for bent, want := range map[string]string{
		last: "",
		"  - numbered: no\n    text: Điều 2. Nghị quyết này": "should be Điều 3.",
		"  - text: Điều 3. Nghị quyết này":                   "stands twice",
	} {
		files, err := r.Files(parsed(t, r, "ban-ghi.yaml", []byte(strings.Replace(string(src), last, bent, 1))))
		if err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(files[0].Bytes)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, result := range decree.MeasureAs(f, resolution.Kind()) {
			for _, fault := range result.Faults {
				found = append(found, result.ID+" "+fault.Message.EN)
			}
		}
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.HasPrefix(found[0], "NQ-02") || !strings.Contains(found[0], want)) {
			t.Errorf("%q: %q", bent, found)
		}
	}
}

func resolutionRecord(t *testing.T, r *Renderer) *record.Record {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", "kinds", "ban-ghi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, r, "ban-ghi.yaml", src)
}
