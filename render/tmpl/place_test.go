package tmpl

import (
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/record"
	"ketluan/templates"
)

// What a text of a template shows of the record; one with words of its own shows
// several things or none.
func TestShows(t *testing.T) {
	for source, want := range map[string]string{
		"{{.}}": ".", "{{upper .Agency.Name}}": "agency_name", "{{.Agency.Place}}, ": "agency_place", "{{lines .SubjectLines}}": "subject",
		"{{closed .Heading}} ": "heading", `{{$who := "" -}}{{followed .Text $who}}`: "text", "THÔNG BÁO": "", "Kết quả thực hiện {{.Subject}}": "",
		"{{.Label}}": "", "{{.Notice.Agency.Name}}": "", "{{$.Subject}}": "", "{{(index .Items 0).Text}}": "",
	} {
		if got := shows(source); got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

// Each text of a notice knows where it stands in the record.
func TestPlaces(t *testing.T) {
	src, err := templates.FS.ReadFile("thong-bao-ket-luan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	notice, err := Parse("thong-bao", src)
	if err != nil {
		t.Fatal(err)
	}
	rec, problems := record.Parse([]byte(`
meeting-date: 28/9/2020
date: 29/9/2020
number: "5"
subject: Kết luận tại cuộc họp
opening: [Mở đầu một., Mở đầu hai]
conclusions:
  - heading: Đề mục
    items:
      - {heading: Việc, text: "Làm ngay.\nLàm tiếp.", task: no}
      - {text: Bảng, task: no, table: {columns: [A, B], rows: [[một, hai]]}}
    after: Thêm.
closing: Kết.
agency: {parent: UBND tỉnh, name: Sở A, code: SA, place: Huế}
signer: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Nguyễn A}
recipients: [Nơi một, "Lưu: VT"]
annex: {title: Danh mục, text: Lời, columns: [C], rows: [[ba]]}
`), record.Source{Name: "a.yaml", Printable: func(rune) bool { return true }})
	for _, p := range problems {
		t.Fatalf("%s: %s", p.Pos, p.Message.EN)
	}
	d, err := notice.Document(rec)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	var walk func([]doc.Block)
	walk = func(blocks []doc.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *doc.Paragraph:
				for _, s := range b.Spans {
					got[s.Place] += s.Text
				}
			case *doc.List:
				for _, it := range b.Items {
					walk(it.Blocks)
				}
			case *doc.Fit:
				walk(b.Variants[0])
			case *doc.Columns:
				walkCells(b.Rows, walk)
			case *doc.Table:
				walkCells(append([][]doc.Cell{b.Header}, b.Rows...), walk)
			}
		}
	}
	walk(d.Blocks)
	for place, want := range map[string]string{
		"number": "05", "date": "ngày 29 tháng 9 năm 2020",
		"agency_parent": "UBND TỈNH", "agency_name": "SỞ A", "agency_place": "Huế, ", "subject": "Kết luận tại cuộc họp", "opening_1": "Mở đầu một.", "opening_2": "Mở đầu hai",
		"kl_1_heading": "ĐỀ MỤC", "kl_1_1_heading": "Việc: ", "kl_1_1_text": "Làm ngay.", "kl_1_1_text_p2": "Làm tiếp.", "kl_1_2_text": "Bảng", "kl_1_after": "Thêm.",
		"kl_1_2_table_r0c1": "A", "kl_1_2_table_r0c2": "B", "kl_1_2_table_r1c2": "hai", "annex_1_table_r0c1": "C", "kl_1_2_table_r1c1": "một", "closing_1": "Kết./.", "signer_authority_1": "TL. GIÁM ĐỐC", "signer_position": "CHÁNH VĂN PHÒNG", "signer_name": "Nguyễn A",
		"recipients_1": "Nơi một;", "recipients_2": "Lưu: VT.", "annex_1_title": "DANH MỤC", "annex_1_text_1": "Lời", "annex_1_table_r1c1": "ba",
	} {
		if got[place] != want {
			t.Errorf("%s: %q, want %q", place, got[place], want)
		}
		delete(got, place)
	}
	delete(got, "")
	for place := range got {
		t.Errorf("the place %s is not looked for", place)
	}
	if strings.Contains(got[""], "Nguyễn") {
		t.Error("the signer has no place")
	}
}

func walkCells(rows [][]doc.Cell, walk func([]doc.Block)) {
	for _, row := range rows {
		for _, cell := range row {
			walk(cell.Blocks)
		}
	}
}
