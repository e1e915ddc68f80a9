package intake_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	docx "ketluan/render/docx/read"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
	"ketluan/render/testdata/word"
)

func readWord(src []byte) (*intake.Notice, error) {
	f, err := docx.Open(src)
	if err != nil {
		return nil, err
	}
	return intake.Read(intake.FromWord(f))
}

func paragraphs(texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(word.P(word.Centred, word.R("b", t)))
	}
	return b.String()
}

// What is no notice is refused, and it is said what it is.
func TestRefused(t *testing.T) {
	head := "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	var kind *intake.KindError
	var legacy *intake.LegacyError
	for name, c := range map[string]struct {
		texts []string
		is    func(error) bool
	}{
		"nothing":      {nil, func(err error) bool { return errors.Is(err, intake.ErrNoNotice) }},
		"a letter":     {[]string{head, "Kính gửi: Các phòng, đơn vị"}, func(err error) bool { return errors.As(err, &kind) && kind.Type == "Công văn" }},
		"a decision":   {[]string{head, "QUYẾT ĐỊNH", "Về việc giao dự toán"}, func(err error) bool { return errors.As(err, &kind) && kind.Type == "QUYẾT ĐỊNH" }},
		"an article":   {[]string{"THÔNG BÁO", "Cửa hàng nghỉ lễ hai ngày."}, func(err error) bool { return errors.Is(err, intake.ErrNoNotice) }},
		"of the Party": {[]string{"ĐẢNG CỘNG SẢN VIỆT NAM", "THÔNG BÁO", "kết luận của Ban Thường vụ"}, func(err error) bool { return errors.Is(err, intake.ErrParty) }},
		"TCVN3":        {[]string{"Céng hßa x· héi chñ nghÜa ViÖt Nam", "KÕt luËn cña Gi¸m ®èc Së t¹i cuéc häp", "Giao V¨n phßng Së theo dâi, ®«n ®èc"}, func(err error) bool { return errors.As(err, &legacy) && strings.Contains(legacy.Encoding, "TCVN3") }},
		"VNI":          {[]string{"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Keát luaän cuûa Giaùm ñoác taïi cuoäc hoïp", "Giao Vaên phoøng Sôû theo doõi"}, func(err error) bool { return errors.As(err, &legacy) && legacy.Encoding == "VNI" }},
	} {
		if _, err := readWord(word.File(paragraphs(c.texts...))); !c.is(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A PDF without text is a scan.
func TestScan(t *testing.T) {
	blank := &read.File{Pages: []read.Page{{Width: 210, Height: 297}}}
	if _, err := intake.FromPDF(blank); !errors.Is(err, intake.ErrScan) {
		t.Error(err)
	}
}

// What is not sure is left open with the words of the source, and counted.
func TestGaps(t *testing.T) {
	c := contents[1]
	c.date, c.meeting = "31/2/2026", ""
	c.opening = []string{"Chủ tịch Ủy ban nhân dân tỉnh đã họp và kết luận như sau:"}
	c.body = []string{
		"1. Giao Phòng Phát triển bền vững quản lý quỹ.",
		"2. Giao Sở Xây dựng lập hồ sơ; giao Sở Tài chính bố trí vốn.",
		"3. Giao Sở Tư pháp trình đề cương trước ngày 01/9/2026, trình dự thảo trước ngày 01/10/2026.",
	}
	n, err := readWord(manners[0].docx(c))
	if err != nil {
		t.Fatal(err)
	}
	src := string(n.Record(intake.Names{Source: "a.docx", Profile: "b.profile.yaml"}))
	for _, want := range []string{
		`date: ""   # đoạn 7: ngày không có trong lịch: "An Hải, ngày 31 tháng 2 năm 2026"`,
		"# meeting-date: [điền: ngày họp]   # không thấy ngày họp",
		`# lead: [điền: …] không chắc ai chủ trì: "Giao Phòng Phát triển bền vững quản lý quỹ."`,
		"# lead: [điền: …] lời văn giao cho nhiều đơn vị, mỗi đơn vị một việc: Sở Xây dựng; Sở Tài chính",
		"# deadline: [điền: …] lời văn nêu nhiều thời hạn: trước ngày 01/9/2026; trước ngày 01/10/2026",
	} {
		if !strings.Contains(src, want) {
			t.Errorf("%s is not in\n%s", want, src)
		}
	}
	if n.Gaps != 5 {
		t.Errorf("%d gaps", n.Gaps)
	}
}

// What was done before the meeting, or is said of another paper, is no deadline.
func TestPast(t *testing.T) {
	c := contents[0]
	c.body = []string{
		"1. Phòng Tài vụ báo cáo việc hoàn thành quý II/2026.", "2. Phòng Tài vụ trình lại Tờ trình số 5 ngày 20/12/2026.", "3. Phòng Tài vụ báo cáo từ ngày 20/12/2026.", "4. Phòng Tài vụ gửi số liệu đã chốt ngày 01/9/2026.",
	}
	n, err := readWord(manners[0].docx(c))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range n.Conclusions {
		if it.Deadline != "" {
			t.Errorf("%s: %q", it.Text.Text, it.Deadline)
		}
	}
}

// Twice the notice takes at most two and a half times as long.
func TestLinear(t *testing.T) {
	took := func(n int) time.Duration {
		var b strings.Builder
		b.WriteString(paragraphs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "THÔNG BÁO", "Kết luận"))
		for i := range n {
			b.WriteString(word.P("", word.R("", fmt.Sprintf("%d. Giao Phòng Thứ %d chủ trì, phối hợp với các Sở: Tài chính, Nội vụ lập kế hoạch trước ngày 15/10/2026; giao Phòng Khác số %d theo dõi.", i%90+1, i%50, i%50))))
		}
		f, err := docx.Open(word.File(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		read, err := intake.Read(intake.FromWord(f))
		if err != nil || len(read.Conclusions) != n {
			t.Fatalf("%d conclusions, %v", len(read.Conclusions), err)
		}
		read.Record(intake.Names{})
		return time.Since(began)
	}
	took(500)
	for range 3 {
		once, twice := took(1500), took(3000)
		if twice < once*5/2 {
			return
		}
		t.Logf("%v, twice %v", once, twice)
	}
	t.Error("not linear")
}

// Whatever stands in a file, the draft is YAML that the record's reader opens.
func FuzzRead(f *testing.F) {
	for _, m := range manners {
		f.Add(string(m.docx(contents[0])), "THÔNG BÁO", "1. Giao Sở A chủ trì: b", "- x")
	}
	f.Add("", "THÔNG BÁO KẾT LUẬN", "I. A*b_c **d**\t\"e\" # g: [h]", "Nơi nhận:\tTL. GIÁM ĐỐC")
	f.Fuzz(func(t *testing.T, file, a, b, c string) {
		if n, err := readWord([]byte(file)); err == nil {
			draft(t, n)
		}
		body := paragraphs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /TB-A", a, "Kết luận") + word.P("", word.R("", b)) + word.P("", word.R("b", c), word.R("", b)) + word.Table([]int{1, 1}, []string{paragraphs(a), paragraphs(c)}) + word.P("", word.R("", c+"./."))
		if n, err := readWord(word.File(body)); err == nil {
			draft(t, n)
		}
	})
}

func draft(t *testing.T, n *intake.Notice) {
	profile := intake.Profile("a\nb", []*intake.Notice{n})
	src := n.Record(intake.Names{Source: "a\nb", Profile: "a.profile.yaml", Quarter: "2020-Q1"})
	rec, problems := record.Parse(src, record.Source{Name: "a.yaml", Open: func(string) ([]byte, error) { return profile, nil }})
	if rec == nil {
		t.Fatalf("%v\n%s", problems, src)
	}
}

// The draft of the first content stands as a whole in a file.
func TestDraft(t *testing.T) {
	n, err := readWord(manners[0].docx(contents[0]))
	if err != nil {
		t.Fatal(err)
	}
	got := append(n.Record(intake.Names{Source: "so-41.docx", Profile: "skhcn.profile.yaml", Code: "2026-Q4-TB41"}), "---\n"...)
	got = append(got, intake.Profile("so-41.docx", []*intake.Notice{n})...)
	const file = "testdata/draft.yaml"
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v\n%s", err, got)
	}
}

// A notice of three pages.
func BenchmarkImport(b *testing.B) {
	c := contents[0]
	for range 5 {
		c.body = append(c.body[:len(c.body):len(c.body)], contents[0].body...)
	}
	src := manners[5].docx(c)
	b.ReportAllocs()
	for b.Loop() {
		n, err := readWord(src)
		if err != nil {
			b.Fatal(err)
		}
		n.Record(intake.Names{Source: "a.docx", Profile: "b.yaml"})
	}
}

// A table stands with the item before it; one of merged heads is left to the
// clerk, as is an annex.
func TestTables(t *testing.T) {
	cell := func(s string) string { return word.P("", word.R("", s)) }
	row := func(cells ...string) []string {
		for i := range cells {
			cells[i] = cell(cells[i])
		}
		return cells
	}
	widths := []int{3000, 3000}
	body := paragraphs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/TB-A", "THÔNG BÁO", "Kết luận") + cell("Ngày 02/3/2026, họp và kết luận như sau:") +
		cell("1. Vốn được phân như sau") + word.Table(widths, row("Nguồn", "Số tiền"), row("Tỉnh", "12"), row("Xã", "3")) +
		cell("2. Đất được phân như sau") + word.Table(widths, row("Nguồn", ""), row("Tỉnh", "12")) + cell("Nơi nhận:") + cell("- Lưu: VT.") + paragraphs("PHỤ LỤC") + cell("1. Một dòng")
	n, err := readWord(word.File(body))
	if err != nil {
		t.Fatal(err)
	}
	src := string(n.Record(intake.Names{Source: "a.docx", Profile: "b.yaml"}))
	for _, want := range []string{
		"    table:\n      columns: [\"Nguồn\", \"Số tiền\"]\n      rows:\n        - [\"Tỉnh\", \"12\"]\n        - [\"Xã\", \"3\"]\n",
		"# table: [điền: …] bảng ở đoạn 14 không có đủ tên cột: \"Nguồn |\"",
		"# Lưu ý: phụ lục từ đoạn 20 chưa đọc, 2 đoạn: chép tay vào bản ghi.",
	} {
		if !strings.Contains(src, want) {
			t.Errorf("%s is not in\n%s", want, src)
		}
	}
	draft(t, n)
}
