package render

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/fonts"
	"ketluan/render/register"
	"ketluan/render/tmpl"
)

const bookOfDocuments = `agency: Sở Tài chính
parent: UBND tỉnh Quảng Ngãi
year: 2026
documents:
  - {number: "05", kind: thong-bao, symbol: 05/TB-STC, date: 9/1/2026, title: Thông báo, subject: "=Kết luận", signer: Nguyễn Văn A, recipients: [UBND tỉnh, Các phòng], keeper: "VT, VP", copies: 12, sent: 10/1/2026, note: gửi kèm bảng, first: yes}
  - {number: "06", kind: thong-bao, state: đã hủy, note: ghi nhầm}
  - {number: 8, kind: cong-van, date: 12/1/2026, subject: V/v báo cáo}
`

// The workbook of a register has the ten columns of the decree (Phụ lục IV, I.2),
// a line for each document, and a cover that sums the series up.
func TestRegisterBook(t *testing.T) {
	src, err := os.ReadFile("../templates/so-dang-ky-van-ban-di.yaml")
	if err != nil {
		t.Fatal(err)
	}
	template, err := tmpl.Parse("so-dang-ky-van-ban-di", src)
	if err != nil {
		t.Fatal(err)
	}
	r, problems := register.Read("a.yaml", []byte(bookOfDocuments))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	made, err := RegisterBook(family, template, r)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := RegisterBook(family, template, r); err != nil || !bytes.Equal(made, again) {
		t.Error("the same register gives other bytes", err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var got []string
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			if line := strings.Trim(strings.ReplaceAll(strings.Join(row, " | "), "\n", " / "), "| "); line != "" {
				got = append(got, line)
			}
		}
	}
	want := []string{
		"UBND TỈNH QUẢNG NGÃI |  |  | SỔ ĐĂNG KÝ VĂN BẢN ĐI",
		"SỞ TÀI CHÍNH |  |  | (Năm 2026; từ ngày 09/01/2026 đến ngày 12/01/2026)",
		"Số, ký hiệu văn bản | Ngày tháng văn bản | Tên loại và trích yếu nội dung văn bản | Người ký | Nơi nhận văn bản | Đơn vị, người nhận bản lưu | Số lượng bản | Ngày chuyển | Ký nhận | Ghi chú",
		"05/TB-STC | 09/01/2026 | Thông báo: =Kết luận | Nguyễn Văn A | UBND tỉnh; / Các phòng | VT, VP | 12 | 10/01/2026 |  | gửi kèm bảng",
		"06 |  | Thông báo |  |  |  |  |  |  | Đã hủy: ghi nhầm",
		"8 | 12/01/2026 | Công văn: V/v báo cáo",
		"UBND TỈNH QUẢNG NGÃI", "SỞ TÀI CHÍNH", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2026", "Từ ngày 09/01/2026 đến ngày 12/01/2026", "Quyển số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0",
		"Loại văn bản | Từ số | Đến số | Số văn bản | Hủy, thu hồi | Số còn thiếu",
		"Thông báo | 05 | 06 | 2 | 1",
		"Công văn | 8 | 8 | 1 | 0 | 01-07",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
