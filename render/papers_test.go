package render

import (
	"bytes"
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

// wholeMeeting is the example of a meeting with all its papers.
const wholeMeeting = "2026-q2-hop-giao-ban.yaml"

// papers are the documents of a meeting beside its notice, by their templates.
var papers = []string{"giay-moi", "chuong-trinh", "phieu-trinh", "bien-ban", "cong-van-giao-viec"}

// paperDocuments fills a template in with the whole meeting.
func paperDocuments(t *testing.T, r *Renderer, template string) []tmpl.Letter {
	t.Helper()
	made := builtIn(t, template)
	rec := example(t, r, wholeMeeting)
	if missing := made.Missing(rec); len(missing) > 0 {
		t.Fatal(missing)
	}
	letters, err := made.Papers(rec, false)
	if err != nil || len(letters) == 0 {
		t.Fatal(len(letters), err)
	}
	return letters
}

// measuredAs measures a document by the rules of its template, bent.
func measuredAs(t *testing.T, r *Renderer, template string, d *doc.Document, bend func([]layout.Page)) []decree.Result {
	t.Helper()
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil {
		t.Fatal(err)
	}
	bend(pages)
	var file bytes.Buffer
	if err := r.pdf.Write(&file, pdf.Document{Pages: pages, Properties: d.Properties}); err != nil {
		t.Fatal(err)
	}
	f, err := read.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return decree.MeasureAs(f, builtIn(t, template).Kind())
}

// What a paper of one page, without a number yet, or an annex of a table alone
// has not got.
var mayMiss = []string{"HD-11", "PG-09", "HD-06"}

// Each paper of a meeting keeps the rules of its kind, and those of its own are
// measured.
func TestPapersKeepTheRules(t *testing.T) {
	own := map[string]string{
		"giay-moi": "TT-01 HD-14 HD-15 RC-02 AP-01 AP-02", "chuong-trinh": "AP-02 AP-03", "phieu-trinh": "PT-01 PT-02 PT-03",
		"bien-ban": "BB-01 BB-02 BB-03 BB-04 BB-05 TT-01 RC-04", "cong-van-giao-viec": "TT-04 RC-06 RC-07 RC-08",
	}
	r := newRenderer(t)
	for _, template := range papers {
		for _, l := range paperDocuments(t, r, template) {
			var measured []string
			for _, result := range measuredAs(t, r, template, l.Document, func([]layout.Page) {}) {
				for _, fault := range result.Faults {
					t.Errorf("%s: %s: page %d: %s", l.Suffix, result.ID, fault.Page, fault.Message.EN)
				}
				if result.Status == decree.Kept {
					measured = append(measured, result.ID)
				} else if template != "chuong-trinh" && !slices.Contains(mayMiss, result.ID) && result.Status == decree.Unmeasured {
					t.Errorf("%s: %s could not be measured", l.Suffix, result.ID)
				}
			}
			for id := range strings.FieldsSeq(own[template]) {
				if !slices.Contains(measured, id) {
					t.Errorf("%s: %s is not kept: %v", l.Suffix, id, measured)
				}
			}
		}
	}
}

// A paper whose page shows its type needs nobody to say which it is.
func TestPapersShowTheirKind(t *testing.T) {
	r := newRenderer(t)
	for template, id := range map[string]string{"giay-moi": "TT-01", "bien-ban": "BB-03", "cong-van-giao-viec": "TT-04"} {
		d := paperDocuments(t, r, template)[0].Document
		var file bytes.Buffer
		if err := r.pdf.Write(&file, pdf.Document{Pages: laidOut(t, d), Properties: d.Properties}); err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		measured := false
		for _, result := range decree.Measure(f) {
			measured = measured || result.ID == id && result.Status == decree.Kept
			if result.Status == decree.Broken {
				t.Errorf("%s: %s: %v", template, result.ID, result.Faults)
			}
		}
		if !measured {
			t.Errorf("%s: %s is not measured", template, id)
		}
	}
}

func add(page int, x, y doc.MM, size doc.PT, face doc.Face, text string) func([]layout.Page) {
	return func(p []layout.Page) {
		p[page].Items = append(p[page].Items, layout.Text{X: x, Y: y, Font: doc.Font{Size: size, Face: face}, Text: text})
	}
}

// bentPapers are papers of a meeting bent in one place each, by the rule that
// they break.
var bentPapers = []struct {
	template, id, name string
	bend               func([]layout.Page)
}{
	{"giay-moi", "HD-14", "code of a notice", on("/GM-SNNMT", change("GM", "TB"))},
	{"giay-moi", "TT-01", "another type", on("GIẤY MỜI", change("MỜI", "BÁO"))},
	{"giay-moi", "TT-01", "type off the middle", on("GIẤY MỜI", shift(9, 0))},
	{"giay-moi", "TT-03", "no rule below the abstract", rule(2, away)},
	{"giay-moi", "HD-15", "day without zero", on("ngày 01 tháng 4", change("01", "1"))},
	{"giay-moi", "BD-14", "no end mark", on("./.", change("./.", "."))},
	{"giay-moi", "SG-05", "position not bold", on("CHÁNH VĂN PHÒNG", face(doc.Regular))},
	{"giay-moi", "SG-06", "academic title", on("Phạm Thị Mẫu", change("Phạm", "ThS. Phạm"))},
	{"giay-moi", "RC-02", "Nơi nhận too high", on("Nơi nhận:", shift(0, -1.5))},
	{"giay-moi", "AP-01", "the programme is not named", on("Phụ lục kèm", change("Phụ lục", "bảng"))},
	{"giay-moi", "AP-02", "title of the programme not bold", onAnnex("CHƯƠNG TRÌNH", face(doc.Regular))},
	{"chuong-trinh", "AP-02", "annex off the middle", on("Phụ lục", shift(8, 0))},
	{"chuong-trinh", "AP-02", "annex of 12 pt", on("Phụ lục", size(12))},
	{"chuong-trinh", "AP-03", "a number on the first page", add(0, 111, 14.5, 14, doc.Regular, "2")},
	{"phieu-trinh", "PT-01", "a number", add(0, 45, 50, 13, doc.Regular, "Số: 12/PT-VP")},
	{"phieu-trinh", "PT-01", "no title", on("PHIẾU TRÌNH", change("PHIẾU TRÌNH", "Tờ giấy"))},
	{"phieu-trinh", "PT-02", "nobody signs", func(p []layout.Page) {
		on("CHÁNH VĂN PHÒNG", face(doc.Regular))(p)
		on("Phạm Thị Mẫu", face(doc.Regular))(p)
	}},
	{"phieu-trinh", "PT-03", "no frame", on("Ý KIẾN CỦA LÃNH ĐẠO", change("Ý KIẾN CỦA", "CỦA"))},
	{"bien-ban", "BB-01", "a line of place and date", add(0, 130, 48, 14, doc.Italic, "Quảng Ngãi, ngày 07 tháng 4 năm 2026")},
	{"bien-ban", "BB-02", "no beginning", on("Thời gian bắt đầu", change("Thời gian bắt đầu", "Lúc"))},
	{"bien-ban", "BB-02", "no end", on("Cuộc họp kết thúc vào", change("kết thúc vào", "xong lúc"))},
	{"bien-ban", "BB-03", "one signature", func(p []layout.Page) {
		on("THƯ KÝ", face(doc.Regular))(p[1:])
		on("Lê Văn Thử", face(doc.Regular))(p[1:])
	}},
	{"bien-ban", "BB-03", "changed sides", func(p []layout.Page) {
		on("THƯ KÝ", change("THƯ KÝ", "CHỦ TỌA "))(p)
		on("CHỦ TỌA", func(t *layout.Text) {
			if t.X > 105 {
				t.Text = "THƯ KÝ"
			}
		})(p)
	}},
	{"bien-ban", "BB-03", "titles of 12 pt", on("CHỦ TỌA", size(12))},
	{"bien-ban", "BB-04", "academic title", on("Lê Văn Thử", change("Lê Văn Thử", "TS. Lê Văn Thử"))},
	{"bien-ban", "BB-04", "name off the centre", func(p []layout.Page) { on("Trần Thị Ví Dụ", shift(9, 0))(p[1:]) }},
	{"bien-ban", "BB-05", "kept elsewhere", on("Lưu: VT, Hồ sơ", change("Hồ sơ", "VP"))},
	{"bien-ban", "HD-14", "code of a notice", on("/BB-SNNMT", change("BB", "TB"))},
	{"cong-van-giao-viec", "HD-14", "code of letters, which there is not", on("/SNNMT-VP", change("/SNNMT", "/CV"))},
	{"cong-van-giao-viec", "TT-04", "bold V/v", on("V/v ", face(doc.Bold))},
	{"cong-van-giao-viec", "RC-06", "no Kính gửi", on("Kính gửi", change("Kính gửi:", "Gửi"))},
	{"cong-van-giao-viec", "RC-07", "no Như trên", on("Như trên", change("Như trên", "Sở Tài chính"))},
}

func TestBentPapers(t *testing.T) {
	r := newRenderer(t)
	made := map[string]*doc.Document{}
	for _, template := range papers {
		made[template] = paperDocuments(t, r, template)[0].Document
	}
	for _, b := range bentPapers {
		var broken []string
		for _, result := range measuredAs(t, r, b.template, made[b.template], b.bend) {
			if result.Status == decree.Broken {
				broken = append(broken, result.ID)
			}
		}
		if !slices.Contains(broken, b.id) {
			t.Errorf("%s %s %s: broken: %v", b.template, b.id, b.name, broken)
		}
	}
}
