package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/layout"
)

// subjectLines returns the lines of a subject on the page of a notice.
func subjectLines(t *testing.T, r *Renderer, subject string) []string {
	t.Helper()
	head, rest, _ := strings.Cut(generated(0), "subject:")
	_, rest, _ = strings.Cut(rest, "\n")
	d, err := r.options.Document.Document(parsed(t, r, "a.yaml", []byte(head+"subject: "+subject+"\n"+rest)))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, it := range pages[0].Items {
		if tx, ok := it.(layout.Text); ok && tx.Element != nil && tx.Element.Role == layout.RoleHeading && tx.Text != "THÔNG BÁO " {
			lines = append(lines, strings.TrimSpace(tx.Text))
		}
	}
	return lines
}

// A subject breaks at sense: before the word that begins a phrase, and inside no
// compound and no name.
func TestSubjectBreaksAtSense(t *testing.T) {
	r := newRenderer(t)
	for _, want := range []string{
		"Kết luận của Giám đốc Sở Tài chính tại cuộc họp giao ban Quý III năm 2026",
		"Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn Bình / tại cuộc họp về công tác giải phóng mặt bằng Khu công nghiệp Dốc Sỏi",
		"Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi làm việc / với Ban Quản lý Khu kinh tế Dung Quất và các khu công nghiệp",
		"Kết luận của Giám đốc Sở Khoa học và Công nghệ / tại cuộc họp về chuyển đổi số trong cơ quan nhà nước",
		"Kết luận của Phó Giám đốc Sở Xây dựng tại cuộc họp / giữa các đơn vị về tiến độ giải ngân vốn đầu tư công năm 2026",
		"Kết luận của Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân / phường Cẩm Thành tại Hội nghị giao ban Thường trực Đảng ủy tháng 9",
		"Kết luận của đồng chí Nguyễn Hoàng Giang - Phó Bí thư Tỉnh ủy, / Chủ tịch UBND tỉnh tại buổi kiểm tra hiện trường dự án",
		"Kết luận của Thường trực Hội đồng nhân dân tỉnh / tại phiên họp thường kỳ tháng 9 năm 2026",
	} {
		got := strings.Join(subjectLines(t, r, strings.ReplaceAll(want, " / ", " ")), " / ")
		if got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// Lines that were typed stand as they were typed, and nowhere but in the title.
func TestTypedLinesOfSubject(t *testing.T) {
	r := newRenderer(t)
	want := []string{"Kết luận", "của Giám đốc Sở tại cuộc họp", "giao ban tháng 9"}
	for _, subject := range []string{"|\n  Kết luận\n  của Giám đốc Sở tại  cuộc họp\n  giao ban tháng 9", `"Kết luận\ncủa Giám đốc Sở tại cuộc họp\n\ngiao ban tháng 9"`} {
		if diff := cmp.Diff(want, subjectLines(t, r, subject)); diff != "" {
			t.Error(diff)
		}
	}
	src := strings.Replace(generated(0), "subject: ", "subject: |\n  Kết luận\n  ", 1)
	rec := parsed(t, r, "a.yaml", []byte(src))
	if strings.Contains(rec.Subject, "\n") {
		t.Errorf("%q", rec.Subject)
	}
	d, err := r.options.Document.Document(rec)
	if err != nil {
		t.Fatal(err)
	}
	if title := d.Properties.Title + d.Properties.Subject; strings.ContainsAny(title, "\n\u2028") {
		t.Errorf("%q", title)
	}
}
