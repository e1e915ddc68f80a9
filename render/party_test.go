package render

import (
	"bytes"
	"strings"
	"testing"

	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/kind"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/pdf/read"
	"ketluan/render/tmpl"
)

const party = "2026-dang-uy-xa.yaml"

// added puts a text on page 1.
func added(x, y doc.MM, font doc.Font, text string) func([]layout.Page) {
	return func(pages []layout.Page) {
		pages[0].Items = append(pages[0].Items, layout.Text{X: x, Y: y, Font: font, Text: text})
	}
}

func both(bends ...func([]layout.Page)) func([]layout.Page) {
	return func(pages []layout.Page) {
		for _, bend := range bends {
			bend(pages)
		}
	}
}

func gone(t *layout.Text) { t.Text = "\u00A0" }

// lastRule changes the last rule of the last page, below Nơi nhận.
func lastRule(change func(l *layout.Line) bool) func([]layout.Page) {
	return func(pages []layout.Page) { rule(0, change)(pages[len(pages)-1:]) }
}

// lowered moves the texts of page 1 below one of them.
func lowered(from string, by doc.MM) func([]layout.Page) {
	return func(pages []layout.Page) {
		below := false
		texts(pages, func(page int, t *layout.Text) bool {
			below = page == 1 && (below || strings.HasPrefix(t.Text, from))
			t.Y += by
			return below
		})
	}
}

// bentParty are notices of the Party bent in one place each, by the rule that
// they break.
var bentParty = []struct {
	id, name string
	bend     func([]layout.Page)
}{
	{"DG-01", "Letter paper", func(p []layout.Page) { p[1].Width, p[1].Height = 215.9, 279.4 }},
	{"DG-02", "text begins too high", everything(0, -4)},
	{"DG-02", "the decree's widest top margin", everything(0, 5)},
	{"DG-03", "text reaches too low", everything(0, 25)},
	{"DG-04", "left margin of 35 mm", everything(5, 0)},
	{"DG-05", "right margin of 20 mm", everything(-5, 0)},
	{"DG-09", "page number of 13 pt", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { t.Font.Size = 13; return isNumber(t) })
	}},
	{"DG-09", "page number too near to the text", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { ok := isNumber(t); t.Y += 3; return ok })
	}},
	{"DG-10", "number on page 1", added(111, 14.4, doc.Font{Size: 14}, "1")},
	{"DG-11", "title of 13 pt", on("ĐẢNG CỘNG SẢN", size(13))},
	{"DG-11", "title not bold", on("ĐẢNG CỘNG SẢN", face(doc.Regular))},
	{"DG-11", "title mistyped", on("ĐẢNG CỘNG SẢN", change("VIỆT", "VIÊT"))},
	{"DG-12", "no rule below the title", rule(0, away)},
	{"DG-12", "short rule below the title", rule(0, func(l *layout.Line) bool { l.Width /= 2; l.X += l.Width / 2; return true })},
	{"DG-11", "the decree's motto instead", both(
		on("ĐẢNG CỘNG SẢN", change("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
		added(125, 31, doc.Font{Size: 14, Face: doc.Bold}, "Độc lập - Tự do - Hạnh phúc"))},
	{"DG-13", "the decree's motto below", added(125, 31, doc.Font{Size: 14, Face: doc.Bold}, "Độc lập - Tự do - Hạnh phúc")},
	{"DG-14", "superior body of 12 pt", on("ĐẢNG BỘ TỈNH", size(12))},
	{"DG-15", "issuing body not in capitals", on("ĐẢNG ỦY XÃ", change("XÃ", "xã"))},
	{"DG-16", "no star", on("*", gone)},
	{"DG-16", "another star", on("*", change("*", "***"))},
	{"DG-16", "star off the centre", on("*", shift(6, 0))},
	{"DG-17", "colon behind Số", on("Số ", change("Số ", "Số:"))},
	{"DG-17", "the decree's symbol", on("-TB/ĐU", change("-TB/ĐU", "/TB-ĐU"))},
	{"DG-18", "number without zero", on("27", change("27", "7"))},
	{"DG-19", "number of 13 pt", both(on("Số ", size(13)), on("-TB/ĐU", size(13)), on("27", size(13)))},
	{"DG-20", "code of another type", on("-TB/ĐU", change("TB", "BC"))},
	{"DG-21", "month with a zero too many", on("ngày 18", change("tháng 9", "tháng 09"))},
	{"DG-22", "date upright", both(on("An Lâm, ", face(doc.Regular)), on("ngày 18", face(doc.Regular)))},
	{"DG-23", "type of 14 pt", on("THÔNG BÁO", size(14))},
	{"DG-23", "type off the middle", on("THÔNG BÁO", shift(10, 0))},
	{"DG-24", "abstract with a capital", on("kết luận của Ban", change("kết luận", "Kết luận"))},
	{"DG-24", "abstract of 13 pt", both(on("tại hội nghị giao ban tháng 9", size(13)), on("tại hội nghị giao ban tháng 9", shift(2.4, 0)))},
	{"DG-25", "no hyphens below the abstract", on("-----", gone)},
	{"DG-25", "three hyphens", on("-----", change("-----", "---"))},
	{"DG-27", "body of 13 pt", on("Sau khi nghe", size(13))},
	{"DG-28", "ragged lines", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { w := t.WordSpace; t.WordSpace = 0; return w > 0.2 })
	}},
	{"DG-29", "indent of 15 mm", on("Sau khi nghe", shift(5, 0))},
	{"DG-30", "paragraphs close together", lowered("Sau khi nghe", -1.6)},
	{"DG-31", "single lines", lowered("ban đánh giá kết quả", -1.4)},
	{"DG-31", "lines too far apart", lowered("ban đánh giá kết quả", 1.2)},
	{"DG-32", "no end mark", on("Ban Thường vụ Đảng ủy trước ngày 15/12/2026", change("2026.", "2026"))},
	{"DG-32", "a semicolon at the end", on("Ban Thường vụ Đảng ủy trước ngày 15/12/2026", change("2026.", "2026;"))},
	{"DG-32", "the end mark twice", on("các hộ đã đồng thuận", change("2026.", "2026./."))},
	{"DG-33", "the decree's TM.", on("T/M BAN", change("T/M", "TM."))},
	{"DG-34", "authority of 13 pt", on("T/M BAN", size(13))},
	{"DG-34", "authority not bold", on("T/M BAN", face(doc.Regular))},
	{"DG-35", "a deputy below a body", func(p []layout.Page) {
		on("PHÓ BÍ THƯ", shift(0, 6))(p)
		last := &p[len(p)-1]
		for _, it := range last.Items {
			if t, ok := it.(layout.Text); ok && strings.HasPrefix(t.Text, "T/M BAN") {
				t.X, t.Y, t.Text = t.X+10, t.Y+5.7, "K/T BÍ THƯ"
				last.Items = append(last.Items, t)
			}
		}
	}},
	{"DG-36", "position bold", on("PHÓ BÍ THƯ", face(doc.Bold))},
	{"DG-36", "position in small letters", on("PHÓ BÍ THƯ", change("PHÓ BÍ THƯ", "Phó Bí thư"))},
	{"DG-37", "academic title", on("Trần Văn Mẫn", change("Trần", "ThS. Trần"))},
	{"DG-37", "name off the centre", on("Trần Văn Mẫn", shift(8, 0))},
	{"DG-39", "Nơi nhận not underlined", lastRule(away)},
	{"DG-39", "Nơi nhận as the decree has it", on("Nơi nhận:", func(t *layout.Text) { t.Font = doc.Font{Face: doc.BoldItalic, Size: 12} })},
	{"DG-40", "recipients of 11 pt", func(p []layout.Page) {
		texts(p, func(_ int, t *layout.Text) bool { small := t.Font.Size == 12; t.Font.Size = 11; return small })
	}},
	{"DG-41", "the decree's Lưu: VT", on("Lưu Văn phòng", change("Lưu Văn phòng Đảng ủy", "Lưu: VT, VPĐU"))},
	{"DG-41", "nobody keeps it", on("Lưu Văn phòng", change("Lưu ", ""))},
	{"DG-42", "comma between recipients", on("Ban Thường vụ Tỉnh ủy", change(";", ","))},
}

// bentPartyPapers are the Party's reports and letters, bent likewise.
var bentPartyPapers = []struct {
	template, id, name string
	bend               func([]layout.Page)
}{
	{"dang-bao-cao", "DG-11", "no title", on("ĐẢNG CỘNG SẢN", gone)},
	{"dang-bao-cao", "DG-20", "code of a notice", on("-BC/ĐU", change("BC", "TB"))},
	{"dang-bao-cao", "DG-24", "abstract with a capital", on("kết quả thực hiện kết luận", change("kết quả", "Kết quả"))},
	{"dang-bao-cao", "DG-27", "a line of 12 pt among the figures", on("Có 07 nhiệm vụ chưa", size(12))},
	{"dang-bao-cao", "DG-32", "no end mark", on("xét, chỉ đạo và các đơn vị biết", change("hiện.", "hiện"))},
	{"dang-bao-cao", "DG-39", "Nơi nhận not underlined", func(p []layout.Page) {
		for i := range p {
			texts(p[i:i+1], func(_ int, t *layout.Text) bool { ok := t.Text == "Nơi nhận:"; t.Y += 3; return ok })
		}
	}},
	{"dang-cong-van", "DG-20", "code of a notice", on("-CV/ĐU", change("CV", "TB"))},
	{"dang-cong-van", "DG-17", "the decree's symbol", on("-CV/ĐU", change("-CV/ĐU", "/ĐU-VP"))},
	{"dang-cong-van", "DG-26", "the decree's V/v", on("về việc", change("về việc", "V/v"))},
	{"dang-cong-van", "DG-26", "abstract upright", on("về việc", face(doc.Regular))},
	{"dang-cong-van", "DG-26", "abstract of 14 pt", on("về việc", size(14))},
	{"dang-giay-moi", "DG-16", "no star", on("*", gone)},
	{"dang-giay-moi", "DG-20", "code of a notice", on("-GM/ĐU", change("GM", "TB"))},
	{"dang-giay-moi", "DG-24", "abstract with a capital", on("dự hội nghị", change("dự", "Dự"))},
	{"dang-giay-moi", "DG-32", "the end mark of both systems", on("tại Phụ lục kèm theo", change("này.", "này/."))},
	{"dang-cong-van", "DG-43", "no Kính gửi", on("Kính gửi", gone)},
	{"dang-cong-van", "DG-41", "the decree's Lưu: VT", on("Lưu Văn phòng", change("Lưu Văn phòng Đảng ủy", "Lưu: VT"))},
}

// rulesOfParty measures a document that is bent.
func rulesOfParty(t *testing.T, r *Renderer, d *doc.Document, bend func([]layout.Page), k kind.Kind) map[string]decree.Result {
	t.Helper()
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
	results := decree.Measure(f)
	if k != (kind.Kind{}) {
		results = decree.MeasureAs(f, k)
	}
	byID := map[string]decree.Result{}
	for _, r := range results {
		byID[r.ID] = r
		if !strings.HasPrefix(r.ID, "DG-") || r.Place == "" {
			t.Errorf("measured by %s (%s)", r.ID, r.Place)
		}
	}
	return byID
}

func unbent([]layout.Page) {}

// Each bent document breaks the rule that it is bent in, whether it is said what
// it is or not; unbent, none, and all rules can be measured.
func TestBentParty(t *testing.T) {
	r := newRenderer(t)
	rec := example(t, r, party)
	template := r.Document(rec)
	if template.Kind().Name != "dang-thong-bao" {
		t.Fatalf("made by a template of %s", template.Kind().Name)
	}
	d, err := template.Document(rec)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []kind.Kind{{}, template.Kind()} {
		for id, r := range rulesOfParty(t, r, d, unbent, k) {
			if r.Status != decree.Kept {
				t.Errorf("%s: %s %v", id, r.Status, r.Faults)
			}
		}
		for _, b := range bentParty {
			if got := rulesOfParty(t, r, d, b.bend, k); got[b.id].Status != decree.Broken {
				t.Errorf("as %q: %s %s: %s", k.Name, b.id, b.name, got[b.id].Status)
			}
		}
	}
	if n := len(bentParty); n < 20 {
		t.Errorf("%d notices are bent", n)
	}
}

// The same of reports and letters.
func TestBentPartyPapers(t *testing.T) {
	r := newRenderer(t)
	papers := map[string]*doc.Document{}
	for _, name := range []string{"dang-bao-cao", "dang-cong-van"} {
		template := builtIn(t, name)
		letters, err := template.Letters(example(t, r, party), tmpl.FollowUp{AsOf: date(2026, 11, 25)}, false)
		if err != nil || len(letters) == 0 {
			t.Fatal(err)
		}
		papers[name] = letters[0].Document
	}
	invitation, err := builtIn(t, "dang-giay-moi").Document(example(t, r, party))
	if err != nil {
		t.Fatal(err)
	}
	papers["dang-giay-moi"] = invitation
	for name, d := range papers {
		for _, k := range []kind.Kind{{}, {Name: name}} {
			for id, result := range rulesOfParty(t, r, d, unbent, k) {
				mayMiss := id == "DG-09" || name == "dang-giay-moi" // one page, short lines
				if result.Status == decree.Broken || result.Status == decree.Unmeasured && !mayMiss {
					t.Errorf("%s: %s: %s %v", name, id, result.Status, result.Faults)
				}
			}
		}
	}
	for _, b := range bentPartyPapers {
		for _, k := range []kind.Kind{{}, {Name: b.template}} {
			if got := rulesOfParty(t, r, papers[b.template], b.bend, k); got[b.id].Status != decree.Broken {
				t.Errorf("%s as %q: %s %s: %s", b.template, k.Name, b.id, b.name, got[b.id].Status)
			}
		}
	}
}

// A template of one system refuses records of the other, and a body is asked
// for the form that it has.
func TestFormsAreNotMixed(t *testing.T) {
	r := newRenderer(t)
	for _, c := range []struct{ template, record, want string }{
		{"thong-bao-ket-luan", party, "system: this template (thông báo kết luận) has the form of Nghị định 30/2020/NĐ-CP, and the profile that of Hướng dẫn 05-HD/VPTW | choose a template with kind: dang-thong-bao; for the notice leave -t out"},
		{"bao-cao-ket-qua", party, "system: this template (báo cáo kết quả thực hiện kết luận) has the form of Nghị định 30/2020/NĐ-CP, and the profile that of Hướng dẫn 05-HD/VPTW | choose a template with kind: dang-bao-cao; for the notice leave -t out"},
		{"dang-cong-van", seed, "system: this template (công văn đôn đốc của cơ quan đảng) has the form of Hướng dẫn 05-HD/VPTW, and the profile that of Nghị định 30/2020/NĐ-CP | documents of a body of the Party have system: party in their profile; for others leave -t out"},
		{"dang-thong-bao", party, ""},
		{"thong-bao-ket-luan", seed, ""},
	} {
		got := ""
		for _, p := range builtIn(t, c.template).Missing(example(t, r, c.record)) {
			got += p.Field + ": " + p.Message.EN + " | " + p.Hint.EN
		}
		if got != c.want {
			t.Errorf("%s of %s: %s", c.template, c.record, got)
		}
	}
}

// What the agency chooses is printed: its end mark, its labels and headings.
func TestPartyChoices(t *testing.T) {
	r := newRenderer(t)
	src := "system: party\nend-mark: ./.\nnumbering: [\"I.\", \"1.\"]\nheadings: as-typed\nmeeting-date: 16/9/2026\nsubject: kết luận\n" +
		"agency: {name: Chi bộ Văn phòng, code: CB, place: An Lâm}\nconclusions:\n  - {heading: Việc làm ngay, items: [Lập báo cáo.]}\n" +
		"signer: {position: Bí thư, name: Trần Văn Mẫn}\nrecipients: [Lưu Chi bộ]\n"
	rec := parsed(t, r, "a.yaml", []byte(src))
	d, err := r.Document(rec).Document(rec)
	if err != nil {
		t.Fatal(err)
	}
	dump := layout.Dump(laidOut(t, d))
	for _, part := range []string{"I._", "Việc làm ngay", "Lập báo cáo./.", "BÍ THƯ"} {
		if !strings.Contains(dump, part) {
			t.Errorf("there is no %q in\n%s", part, dump)
		}
	}
	for id, result := range rulesOfParty(t, r, d, unbent, kind.Kind{}) {
		if result.Status == decree.Broken {
			t.Errorf("%s: %v", id, result.Faults)
		}
	}
}
