package intake_test

import (
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
)

// page sets texts and lines of a page: "30,50 text" is a text, "30,50-165" a rule
// and "30,50|9" an upright.
func page(lines string) read.Page {
	p := read.Page{Width: 210, Height: 297}
	for line := range strings.Lines(lines) {
		line = strings.TrimRight(line, "\n")
		var x, y, long doc.MM
		x, line = length(line)
		y, line = length(strings.TrimPrefix(line, ","))
		if line == "" {
			continue
		}
		kind := line[0]
		switch long, _ = length(line[1:]); kind {
		case '-':
			p.Rules = append(p.Rules, read.Rule{X: x, Y: y, Width: long})
		case '|':
			p.Uprights = append(p.Uprights, read.Upright{X: x, Y: y, Height: long})
		default:
			width := doc.MM(len(line)) * 2
			p.Texts = append(p.Texts, read.Text{X: x, Y: y, Width: width, Ink: width, Size: 12, Font: &read.Font{}, Text: line[1:]})
		}
	}
	return p
}

func length(s string) (n doc.MM, rest string) {
	for s != "" && s[0] >= '0' && s[0] <= '9' && n < 1000 {
		n = n*10 + doc.MM(s[0]-'0')
		s = s[1:]
	}
	return n, s
}

const ruled = `30,20 SỞ A
110,20 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
30,30 Số: 5/TB-A
100,40 THÔNG BÁO
95,46 Kết luận cuộc họp
40,60 Ngày 02/3/2026, họp và kết luận như sau:
40,66 1. Vốn được phân như sau.
32,74 Nguồn
122,74 Số tiền
32,80 Tỉnh
122,80 12
32,86 Xã
122,86 3
30,70-160
30,76-160
30,82-160
30,88-160
30,70|18
120,70|18
190,70|18
40,100 2. Văn phòng theo dõi./.
30,120 Nơi nhận:
30,126 - Lưu: VT.
`

// A table of whole rows and columns is read from its lines; one that lacks a
// piece of them is left to the clerk.
func TestTablesOfPDF(t *testing.T) {
	read := func(lines string) string {
		src, err := intake.FromPDF(&read.File{Pages: []read.Page{page(lines)}})
		if err != nil {
			t.Fatal(err)
		}
		n, err := intake.Read(src)
		if err != nil {
			t.Fatal(err)
		}
		return string(n.Record(intake.Names{Source: "a.pdf", Profile: "b.yaml"}))
	}
	want := "    table:\n      columns: [\"Nguồn\", \"Số tiền\"]\n      rows:\n        - [\"Tỉnh\", \"12\"]\n        - [\"Xã\", \"3\"]\n"
	if got := read(ruled); !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
	for _, part := range [][2]string{{"120,70|18", "120,70|12"}, {"30,82-160", "30,82-90"}} {
		got := read(strings.Replace(ruled, part[0], part[1], 1))
		if strings.Contains(got, "table:\n") || !strings.Contains(got, "1 bảng của PDF chưa đọc") {
			t.Errorf("with %s:\n%s", part[1], got)
		}
	}
}

// Whatever stands on pages, the draft is YAML that the record's reader opens.
func FuzzPDF(f *testing.F) {
	f.Add(ruled, "30,30 PHỤ LỤC\n")
	f.Add(ruled, "97,30 Phụ lục\n80,36 DANH MỤC\n80,42 (Kèm theo Thông báo này)\n32,50 A\n80,50 B\n32,56 1\n30,46-160\n30,52-160\n30,58-160\n30,46|12\n70,46|12\n190,46|12\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		src, err := intake.FromPDF(&read.File{Pages: []read.Page{page(a), page(b)}})
		if err != nil {
			return
		}
		if n, err := intake.Read(src); err == nil {
			draft(t, n)
		}
	})
}
