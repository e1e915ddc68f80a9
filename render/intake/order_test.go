package intake_test

import (
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
)

// pageOf sets the lines of a text on a page: spaces at the beginning are 2 mm
// each, and behind | a text leaves room for another.
func pageOf(text string) read.Page {
	p := read.Page{Width: 210, Height: 297}
	for i, line := range strings.Split(text, "\n") {
		bare := strings.TrimLeft(line, " ")
		one := read.Text{X: 30 + 2*doc.MM(len(line)-len(bare)), Y: 20 + 6*doc.MM(i), Size: 14, Font: &read.Font{}}
		for k, piece := range strings.Split(bare, "|") {
			if k > 0 {
				from := one.X + one.Width
				one.Text += " "
				one.Width += 4
				one.Jumps = append(one.Jumps, read.Jump{At: len(one.Text), From: from, To: one.X + one.Width})
			}
			one.Text += piece
			one.Width += doc.MM(len([]rune(piece))) * 2
		}
		one.Ink = one.Width
		p.Texts = append(p.Texts, one)
	}
	return p
}

const fuzzed = "UBND TỈNH AN HẢI     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/TB-A\n                   THÔNG BÁO\n               Kết luận\nNgày 02/3/2026, họp và kết luận như sau:\n1. Giao Sở Tài chính| chủ trì, |phối hợp với các Sở: Y tế."

// Letters that another operator shows stand in the gaps that a text leaves.
func TestJumps(t *testing.T) {
	p := pageOf("                        THÔNG BÁO\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM và những chữ khác của dòng\nS| Tài chính")
	last := p.Texts[2]
	p.Texts = append(p.Texts, read.Text{X: last.Jumps[0].From, Y: last.Y, Width: 4, Ink: 4, Size: 14, Font: last.Font, Text: "ở"})
	s, err := intake.FromPDF(&read.File{Pages: []read.Page{p}})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Lines[len(s.Lines)-1].Text; !strings.HasSuffix(got, " Sở Tài chính") {
		t.Errorf("%q", got)
	}
}

// Columns that nearly touch are two lines, of which the left has the agencies.
func TestTouching(t *testing.T) {
	p := pageOf("     TẬP ĐOÀN AN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCÔNG TY THỦY LỢI SỐ 2 Độc lập - Tự do - Hạnh phúc\nSố: 12/TB-TL An Hải, ngày 05 tháng 10 năm 2026\n                        THÔNG BÁO\n               Kết luận của Giám đốc\nNgày 02/10/2026, Giám đốc họp và kết luận như sau:\n1. Phòng Tài vụ lập dự toán.\nNơi nhận:\n- Lưu: VT.")
	s, err := intake.FromPDF(&read.File{Pages: []read.Page{p}})
	if err != nil {
		t.Fatal(err)
	}
	n, err := intake.Read(s)
	if err != nil {
		t.Fatal(err)
	}
	if got := []string{n.Parent.Text, n.Agency.Text, n.Number.Text, n.Place.Text, n.Date.Text}; strings.Join(got, "|") != "TẬP ĐOÀN AN HẢI|CÔNG TY THỦY LỢI SỐ 2|12|An Hải|05/10/2026" {
		t.Errorf("%q", got)
	}
}

// Where first lines stand out, what is further in goes on, also behind a full
// stop at the end of a ragged line.
func TestHanging(t *testing.T) {
	p := pageOf("                        THÔNG BÁO\n1. Phòng Tài vụ lập dự toán của năm sau cho các khoa và phòng.\n    Giám đốc cho ý kiến về dự toán trước khi trình Sở Tài chính.\n    Sở Tài chính thẩm định dự toán.\n2. Phòng Hành chính lập lịch trực cho cả năm của các khoa, phòng\n    và gửi các khoa.")
	s, err := intake.FromPDF(&read.File{Pages: []read.Page{p}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range s.Lines[1:] {
		got = append(got, l.Text)
	}
	if len(got) != 2 || !strings.HasSuffix(got[0], "thẩm định dự toán.") || !strings.HasSuffix(got[1], "các khoa.") {
		t.Errorf("%q", got)
	}
}

// Whatever stands on pages, the draft is YAML that the record's reader opens.
func FuzzPages(f *testing.F) {
	f.Add(fuzzed, "- x\n          TL. GIÁM ĐỐC\nNơi nhận:\n- Lưu: VT.", 3.0)
	f.Fuzz(func(t *testing.T, first, second string, up float64) {
		pages := []read.Page{pageOf(first), pageOf(fuzzed + "\n" + second)}
		for i := range 30 {
			pages[1].Uprights = append(pages[1].Uprights, read.Upright{X: 7 * doc.MM(i), Y: doc.MM(up), Height: 40})
		}
		s, err := intake.FromPDF(&read.File{Pages: pages})
		if err != nil {
			return
		}
		if n, err := intake.Read(s); err == nil {
			draft(t, n)
		}
	})
}
