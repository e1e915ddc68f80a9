package page

import (
	"testing"

	"ketluan/render/problem"
)

// What is found speaks of fields by their labels, never within what it quotes.
func TestWorded(t *testing.T) {
	for said, want := range map[string]string{
		"thêm deadline:, hoặc \"thường xuyên\" nếu không có ngày":                         "thêm ô “Thời hạn”, hoặc \"thường xuyên\" nếu không có ngày",
		"thêm product: Báo cáo, Tờ trình":                                                 "thêm ô “Sản phẩm”: Báo cáo, Tờ trình",
		"sửa lead hoặc sửa lời văn":                                                       "sửa ô “Chủ trì” hoặc sửa lời văn",
		"thêm dòng quarter: đúng với trích yếu":                                           "thêm ô “Quý”: đúng với trích yếu",
		"thiếu tên cơ quan ban hành (agency.name)":                                        "thiếu tên cơ quan ban hành (ô “Tên cơ quan”)",
		"\"lead và date\" ở báo-date, a.date, --date, date-b, update là chữ của người gõ": "\"lead và date\" ở báo-date, a.date, --date, date-b, update là chữ của người gõ",
		"ghi task: yes nếu chính nó là nhiệm vụ":                                          "ghi ô “Theo dõi”: có nếu chính nó là nhiệm vụ",
		"thêm --date NGÀY, hoặc ghi date vào bản ghi":                                     "chọn ngày ban hành ở trang này",
		"xem lại meeting-date.":                                                           "xem lại ô “Ngày họp”.",
		"ghi assignments: printed để in":                                                  "ghi assignments: printed để in (ở thẻ Văn bản gốc)",
		"thêm đơn vị này vào mục units của hồ sơ cơ quan":                                 "thêm đơn vị này vào trang Cơ quan, đơn vị",
		"": "",
	} {
		if got := hinted(problem.Text{VI: said, EN: "x"}, problem.Vietnamese); got != want {
			t.Errorf("%s\nis said as  %s\nand should be %s", said, got, want)
		}
	}
	if got := hinted(problem.Textf("sửa lead", "mend lead"), problem.English); got != "mend lead" {
		t.Error(got)
	}
}
