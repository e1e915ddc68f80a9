package deadline

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
)

func TestFind(t *testing.T) {
	s := Setting{Meeting: calendar.Date{Year: 2026, Month: 9, Day: 28}, Notice: calendar.Date{Year: 2026, Month: 9, Day: 30}}
	for words, want := range map[string]string{
		"Lập xong dự toán năm 2027 trước ngày 15/10/2026.":                            "trước ngày 15/10/2026=2026-10-15",
		"Báo cáo quý III, hoàn thành chậm nhất là ngày 20/10/2026; gửi Sở A":          "chậm nhất là ngày 20/10/2026=2026-10-20",
		"Trình UBND tỉnh trong quý IV/2026":                                           "trong quý IV/2026=2026-12-31",
		"Thực hiện Quyết định số 12/QĐ-UBND ngày 15/3/2026 của UBND tỉnh":             "",
		"Từ ngày 01/11/2026 áp dụng biểu mẫu mới":                                     "",
		"xong trước 17 giờ 00 ngày 05/10/2026":                                        "trước 17 giờ 00 ngày 05/10/2026=2026-10-05",
		"trong 10 ngày làm việc kể từ ngày 12/10/2026, gửi về Văn phòng":              "trong 10 ngày làm việc kể từ ngày 12/10/2026=2026-10-26",
		"trong vòng 15 ngày kể từ ngày ban hành Thông báo này.":                       "trong vòng 15 ngày kể từ ngày ban hành Thông báo này=2026-10-15",
		"trước ngày 10/10/2026 trình đề cương và trước ngày 20/12/2026 trình dự thảo": "trước ngày 10/10/2026=2026-10-10|trước ngày 20/12/2026=2026-12-20",
		"Đến hết tháng 11/2026 giải ngân đạt 95 %":                                    "Đến hết tháng 11/2026=2026-11-30",
		"sơ kết 6 tháng đầu năm 2026":                                                 "",
		"hoàn thành trước\u00A0ngày 15/10/2026":                                       "trước\u00A0ngày 15/10/2026=2026-10-15",
	} {
		var got []string
		for _, p := range Find(words, s) {
			got = append(got, words[p.From:p.To]+"="+p.Day.String())
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", words, strings.Join(got, "|"), want)
		}
	}
}
