package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/pdf/read"
	"ketluan/render/tmpl"
)

// onAnnex bends the last page only: the body says some words of it too.
func onAnnex(part string, change func(t *layout.Text)) func([]layout.Page) {
	return func(pages []layout.Page) { on(part, change)(pages[len(pages)-1:]) }
}

// bentReports are reports and letters bent in one place each, by the rule that
// they break.
var bentReports = []struct {
	template string
	id       string
	name     string
	bend     func([]layout.Page)
}{
	{"bao-cao-ket-qua", "HD-14", "code of a notice", on("/BC-SNNMT", change("BC", "TB"))},
	{"bao-cao-ket-qua", "TT-01", "type not in the middle", on("BÁO CÁO", shift(9, 0))},
	{"bao-cao-ket-qua", "BD-06", "basis without semicolon", on("tại cuộc họp giao ban Quý I năm 2026;", change("2026;", "2026,"))},
	{"bao-cao-ket-qua", "BD-06", "last basis without full stop", on("Xét báo cáo", change("nhiệm vụ.", "nhiệm vụ;"))},
	{"bao-cao-ket-qua", "BD-06", "bold basis", on("Căn cứ", face(doc.BoldItalic))},
	{"bao-cao-ket-qua", "BD-01", "a line of 12 pt among the figures", on("Có 05 nhiệm vụ chưa", size(12))},
	{"bao-cao-ket-qua", "BD-14", "no end mark", on("./.", change("./.", "."))},
	{"bao-cao-ket-qua", "RC-07", "Như trên without Kính gửi", on("UBND tỉnh (để b/c)", change("UBND tỉnh (để b/c)", "Như trên"))},
	{"bao-cao-ket-qua", "AP-01", "the annex is not named", on("Phụ lục kèm", change("Phụ lục", "bảng"))},
	{"bao-cao-ket-qua", "AP-02", "annex title not bold", onAnnex("DANH MỤC", face(doc.Regular))},
	{"bao-cao-ket-qua", "AP-02", "Kèm theo upright", func(p []layout.Page) {
		onAnnex("(Kèm theo", face(doc.Regular))(p)
		onAnnex("Nông nghiệp và Môi trường; số", face(doc.Regular))(p)
	}},
	{"bao-cao-ket-qua", "AP-02", "annex off the middle", onAnnex("Phụ lục", shift(8, 0))},
	{"bao-cao-ket-qua", "AP-02", "annex of 13 pt", onAnnex("Phụ lục", size(13))},
	{"bao-cao-ket-qua", "AP-03", "numbers go on in the annex", func(p []layout.Page) {
		last := &p[len(p)-1]
		last.Items = append(last.Items, layout.Text{X: 111, Y: 14.5, Font: doc.Font{Size: 14}, Text: "4"})
	}},
	{"cong-van-don-doc", "HD-14", "code of letters, which there is not", on("/SNNMT-VP", change("/SNNMT", "/CV"))},
	{"cong-van-don-doc", "HD-14", "code of a notice", on("/SNNMT-VP", change("/SNNMT", "/TB"))},
	{"cong-van-don-doc", "TT-04", "V/v of 14 pt", on("V/v ", size(14))},
	{"cong-van-don-doc", "TT-04", "bold V/v", on("V/v ", face(doc.Bold))},
	{"cong-van-don-doc", "TT-04", "V/v far below", func(p []layout.Page) { on("V/v ", shift(0, 3))(p); on("quá hạn theo Thông báo", shift(0, 3))(p) }},
	{"cong-van-don-doc", "TT-04", "V/v written out", on("V/v ", change("V/v", "Về việc"))},
	{"cong-van-don-doc", "TT-04", "a rule below V/v", func(p []layout.Page) {
		p[0].Items = append(p[0].Items, layout.Line{X: 50, Y: 57, Width: 15, Thickness: 0.5})
	}},
	{"cong-van-don-doc", "TT-01", "a type in a letter", on("V/v ", change("V/v đôn", "Đôn"))},
	{"cong-van-don-doc", "RC-06", "no Kính gửi", on("Kính gửi", func(t *layout.Text) { t.Text = "\u00A0" })},
	{"cong-van-don-doc", "RC-07", "no Như trên", on("Như trên", change("Như trên", "Chi cục Thủy lợi"))},
	{"cong-van-don-doc", "RC-08", "Kính gửi of 12 pt", on("Kính gửi", size(12))},
	{"cong-van-don-doc", "RC-08", "no colon", on("Kính gửi", change(":", ""))},
	{"cong-van-don-doc", "BD-02", "ragged lines", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { w := t.WordSpace; t.WordSpace = 0; return w > 0.1 })
	}},
	{"cong-van-don-doc", "RC-04", "no VT", on("Lưu:", change("VT", "HC"))},
}

// Each bent report or letter breaks the rule that it is bent in; unbent, none,
// and all rules about it can be measured but those about what may be left out.
func TestBentReports(t *testing.T) {
	r := newRenderer(t)
	documents := map[string]*doc.Document{}
	for _, template := range []string{"bao-cao-ket-qua", "cong-van-don-doc"} {
		documents[template] = reports(t, template, date(2026, 3, 20))[0].Document
	}
	measure := func(template string, bend func([]layout.Page)) []decree.Result {
		t.Helper()
		d := documents[template]
		pages := laidOut(t, d)
		bend(pages)
		var file bytes.Buffer
		if err := r.pdf.Write(&file, pdf.Document{Pages: pages, Properties: d.Properties}); err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		return decree.Measure(f)
	}
	for template, want := range map[string]string{"bao-cao-ket-qua": "TT-03 BD-06 AP-03", "cong-van-don-doc": "TT-04 RC-06 RC-08"} {
		var ids []string
		for _, r := range measure(template, func([]layout.Page) {}) {
			ids = append(ids, r.ID)
			mayMiss := r.ID == "HD-11" || r.ID == "PG-09" // no number yet; one page
			if r.Status == decree.Broken || r.Status == decree.Unmeasured && !mayMiss {
				t.Errorf("%s: %s: %s %v", template, r.ID, r.Status, r.Faults)
			}
		}
		for id := range strings.FieldsSeq(want) {
			if !slices.Contains(ids, id) {
				t.Errorf("%s is not measured by %s", template, id)
			}
		}
	}
	for _, b := range bentReports {
		var broken []string
		for _, r := range measure(b.template, b.bend) {
			if r.Status == decree.Broken {
				broken = append(broken, r.ID)
			}
		}
		if !slices.Contains(broken, b.id) {
			t.Errorf("%s %s: broken: %v", b.id, b.name, broken)
		}
	}
}

// A notice that addresses somebody is no notice of the decree.
func TestBentNoticeAddresses(t *testing.T) {
	r := newRenderer(t)
	d, err := r.options.Document.Document(example(t, r, seed))
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range d.Blocks {
		if p, ok := b.(*doc.Paragraph); ok && p.Style.Heading == doc.NoHeading {
			address := &doc.Paragraph{Style: doc.Style{Align: doc.Centre}, Spans: []doc.Span{{Text: "Kính gửi: Các phòng", Font: doc.Font{Size: 14}}}}
			d.Blocks = slices.Insert(d.Blocks, i, doc.Block(address))
			break
		}
	}
	var file bytes.Buffer
	if err := r.pdf.Write(&file, pdf.Document{Pages: laidOut(t, d), Properties: d.Properties}); err != nil {
		t.Fatal(err)
	}
	f, err := read.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var broken []string
	for _, result := range decree.Measure(f) {
		if result.Status == decree.Broken {
			broken = append(broken, result.ID)
		}
	}
	if !slices.Equal(broken, []string{"RC-06", "RC-07"}) {
		t.Errorf("broken: %v", broken)
	}
}

// A report on many units keeps the rules too, where its table and its chart go
// on over pages.
func TestLongReportKeepsTheRules(t *testing.T) {
	var items strings.Builder
	for i := range 60 {
		fmt.Fprintf(&items, "  - {text: Việc thứ %d., lead: Phòng Quản lý đất đai và khoáng sản số %d, deadline: 0%d/02/2026}\n", i+1, i/2+1, i%9+1)
	}
	r := reportRenderer(t, "bao-cao-ket-qua")
	rec := parsed(t, r, "a.yaml", []byte("meeting-date: 05/01/2026\nsubject: Kết luận của Giám đốc Sở\nagency: {name: Sở Tài chính, code: STC, place: Huế}\n"+
		"signer: {position: Giám đốc, name: Nguyễn Văn A}\nrecipients: [\"Lưu: VT\"]\nconclusions:\n"+items.String()))
	files, err := r.FollowUp(rec, tmpl.FollowUp{AsOf: date(2026, 2, 5)})
	if err != nil {
		t.Fatal(err)
	}
	f, err := read.Open(files[0].Bytes)
	if err != nil || len(f.Pages) < 5 {
		t.Fatalf("%d pages, %v", len(f.Pages), err)
	}
	for _, result := range decree.Measure(f) {
		if result.Status == decree.Broken {
			t.Errorf("%s: %v", result.ID, result.Faults)
		}
	}
}
