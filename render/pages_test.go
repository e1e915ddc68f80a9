package render

import (
	"bytes"
	"testing"

	"ketluan/render/layout"
)

// Pages that a browser shows, and the notice that goes along with an e-mail, are
// those of the file that is signed: in the form of the record's system.
func TestPagesOfASystem(t *testing.T) {
	r := newTwinPress(t, "thong-bao-ket-luan").plain
	rec := example(t, r, "2026-dang-uy-xa.yaml")
	pages, err := r.Pages(rec)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, item := range pages[0].Items {
		if text, ok := item.(layout.Text); ok {
			seen[text.Text] = true
		}
	}
	if !seen["ĐẢNG CỘNG SẢN VIỆT NAM"] || seen["Độc lập - Tự do - Hạnh phúc"] {
		t.Errorf("%v", seen)
	}
	files, err := r.Files(rec)
	if err != nil {
		t.Fatal(err)
	}
	if along, err := r.noticeOf(rec, Post{}); err != nil || !bytes.Equal(along.Bytes, files[0].Bytes) {
		t.Errorf("another notice goes along: %v", err)
	}
}
