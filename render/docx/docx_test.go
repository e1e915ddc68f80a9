package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// halfEm measures every character as half its size.
type halfEm struct{}

func (halfEm) Advance(doc.Face, rune) (int, bool) { return 500, true }

var body14 = doc.Font{Size: 14}

// written are the parts of a document.
func written(t *testing.T, d *doc.Document) map[string]string {
	t.Helper()
	if d.Page == (doc.Page{}) {
		d.Page = doc.Page{Width: 210, Height: 297, Top: 20, Right: 15, Bottom: 20, Left: 30}
	}
	s, err := layout.Set(d, halfEm{})
	if err != nil {
		t.Fatal(err)
	}
	var out, again bytes.Buffer
	w := New()
	if err := errors.Join(w.Write(&out, d, s), w.Write(&again, d, s)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("written again it is another file")
	}
	zr, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts, names := map[string]string{}, []string{}
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if y, m, day := f.Modified.Date(); y != 1980 || m != 1 || day != 1 {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		wellFormed(t, f.Name, content)
		parts[f.Name], names = string(content), append(names, f.Name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("the parts are %q", names)
	}
	return parts
}

func wellFormed(t *testing.T, name string, content []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func paragraph(spans ...doc.Span) *doc.Paragraph {
	for i := range spans {
		if spans[i].Font == (doc.Font{}) {
			spans[i].Font = body14
		}
	}
	return &doc.Paragraph{Style: doc.Style{Name: "noi-dung", Title: "Nội dung", Font: body14, Align: doc.Justify}, Spans: spans}
}

func document(t *testing.T, blocks ...doc.Block) string {
	t.Helper()
	return written(t, &doc.Document{Blocks: blocks})["word/document.xml"]
}

func has(t *testing.T, xml string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(xml, w) {
			t.Errorf("there is no %s in\n%s", w, xml)
		}
	}
}

// What stands in the record is in a bookmark by its place; what is filled in later
// is in a control, too. A name is there once, and none is longer than Word allows.
func TestPlaces(t *testing.T) {
	xml := document(t,
		paragraph(doc.Span{Text: "1. ", Label: true}, doc.Span{Text: "Việc: ", Place: "kl_1_heading", Font: doc.Font{Face: doc.Bold, Size: 14}},
			doc.Span{Text: "làm ", Place: "kl_1_text"}, doc.Span{Text: "ngay", Font: doc.Font{Face: doc.Italic, Size: 14}, Place: "kl_1_text"}),
		paragraph(doc.Span{Text: "Số: "}, doc.Span{Text: "\u00A0\u00A0\u00A0", Box: "so"}, doc.Span{Text: "/TB-SKHCN"}),
		paragraph(doc.Span{Text: "nữa", Place: "kl_1_text"}), paragraph(doc.Span{Text: "xa", Place: strings.Repeat("kl_", 14)}))
	has(t, xml,
		`<w:r><w:t xml:space="preserve">1. </w:t></w:r><w:bookmarkStart w:id="1" w:name="`+Mark("kl_1_heading", "Việc: ")+`"/><w:r><w:rPr><w:b/><w:bCs/></w:rPr>`,
		`<w:bookmarkStart w:id="2" w:name="`+Mark("kl_1_text", "làm ngay")+`"/><w:r><w:t xml:space="preserve">làm </w:t></w:r><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">ngay</w:t></w:r><w:bookmarkEnd w:id="2"/>`,
		`<w:bookmarkStart w:id="3" w:name="so"/><w:sdt><w:sdtPr><w:alias w:val="Số"/><w:tag w:val="so"/>`, `<w:t xml:space="preserve">   </w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="3"/>`,
	)
	if n := strings.Count(xml, "<w:bookmarkStart"); n != 3 {
		t.Errorf("%d bookmarks", n)
	}
}

// Text never becomes structure.
func TestEscaping(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{paragraph(doc.Span{Text: `</w:t> & "a" <b>`})}, Properties: doc.Properties{Title: "<x> & y", Author: "Sở A"}}
	parts := written(t, d)
	has(t, parts["word/document.xml"], `&lt;/w:t&gt; &amp; &quot;a&quot; &lt;b&gt;`)
	has(t, parts["docProps/core.xml"], `<dc:title>&lt;x&gt; &amp; y</dc:title>`)
	for name, xml := range parts {
		if strings.Contains(xml, "Sở A") || strings.Contains(xml, "creator") || strings.Contains(xml, "lastModifiedBy") {
			t.Errorf("%s names somebody", name)
		}
	}
}

// Words that are glued, hyphens that a line before would take, and lines that were
// typed; where other programs would fill a line otherwise, it is set closer.
func TestLines(t *testing.T) {
	word := strings.Repeat("n", 6)
	words := func(n int) string { return strings.TrimSpace(strings.Repeat(word+" ", n)) }
	xml := document(t, paragraph(doc.Span{Text: words(9) + " trước ngày 15/10/2020 " + words(9) + " 1234/QĐ-UBND-KTN " + words(3)}))
	has(t, xml, "ngày\u00A015/10/2020")
	xml = document(t, paragraph(doc.Span{Text: "một\u2028hai"}))
	has(t, xml, `một</w:t><w:br/><w:t xml:space="preserve">hai`)
	xml = document(t, paragraph(doc.Span{Text: "a\u2011b"}))
	has(t, xml, `a</w:t><w:noBreakHyphen/><w:t xml:space="preserve">b`)
	measured := false
	for n := 10; n < 30 && !measured; n++ {
		xml = document(t, paragraph(doc.Span{Text: strings.TrimSpace(strings.Repeat("nnnn nnnnnnn nn nnnnnnnnn nnn ", n))}))
		measured = strings.Contains(xml, `<w:rPr><w:spacing w:val="`)
	}
	if !measured {
		t.Error("no line is set closer or wider")
	}
}

// The signature's lines stay with it, and an annex is a section with numbers of
// its own.
func TestSections(t *testing.T) {
	foot := &doc.Columns{Widths: []doc.Width{{MM: 68}, {}}, Tail: 2, Before: 14, Rows: [][]doc.Cell{{
		{Blocks: []doc.Block{paragraph(doc.Span{Text: "Nơi nhận:"})}}, {Blocks: []doc.Block{&doc.Signing{Height: 80}, paragraph(doc.Span{Text: "Nguyễn Văn A"})}},
	}}}
	annex := paragraph(doc.Span{Text: "Phụ lục"})
	annex.Style.Name, annex.Style.NewPage = "phu-luc", true
	d := &doc.Document{
		Blocks:     []doc.Block{paragraph(doc.Span{Text: "Lời cuối./."}), foot, annex},
		PageNumber: doc.PageNumber{Font: body14, Baseline: 14.5, From: 2}, LineNumber: &doc.LineNumber{Font: doc.Font{Size: 9}, Gap: 4},
	}
	parts := written(t, d)
	xml := parts["word/document.xml"]
	has(t, xml, `<w:keepNext/><w:spacing w:after="280"/>`, `<w:spacing w:line="1600" w:lineRule="exact"/>`, `<w:lnNumType w:countBy="1" w:distance="227" w:restart="newPage"/>`)
	if n := strings.Count(xml, `<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`); n != 2 {
		t.Errorf("%d sections", n)
	}
	has(t, parts["word/header1.xml"], ` PAGE `)
	has(t, parts["word/styles.xml"], `<w:name w:val="Nội dung"/>`, `<w:name w:val="line number"/>`, `<w:lang w:val="vi-VN"`)
}

// A chart is a table: each part of a bar is a cell.
func TestChart(t *testing.T) {
	c := &doc.Chart{
		Font: doc.Font{Size: 10}, Names: 60, Height: 6, Gap: 2, Alt: "Hai đơn vị", Series: []doc.Series{{Name: "Xong", Fill: doc.Colour{R: 1, G: 2, B: 255}, Pattern: doc.Rising}, {Name: "Chưa"}},
		Bars: []doc.Bar{{Name: "Phòng A", Counts: []int{3, 1}}, {Name: "Phòng B", Counts: []int{0, 0}}},
	}
	has(t, document(t, c), `<w:tblDescription w:val="Hai đơn vị"/>`, `<w:shd w:val="thinReverseDiagStripe" w:color="000000" w:fill="0102FF"/>`, `>Phòng B</w:t>`, `>4</w:t>`)
}
