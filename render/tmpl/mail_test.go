package tmpl

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// The day is said where the words do not name it.
func TestLastDay(t *testing.T) {
	for words, want := range map[string]string{
		"trước ngày 5/3/2026": "", "05/03/2026": "", "trước ngày 05 tháng 3 năm 2026": "", "chậm nhất 5-3-2026": "", "5.3.2026": "", "trước 5/3": "",
		"trong tháng 3/2026": "05/03/2026", "15/3/2026": "05/03/2026", "trong 10 ngày kể từ ngày 25/3/2026": "05/03/2026",
	} {
		if got := lastDay(record.Deadline{Words: words, Day: calendar.Date{Year: 2026, Month: 3, Day: 5}}); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
	if got := lastDay(record.Deadline{Words: "thường xuyên"}); got != "" {
		t.Error(got)
	}
}

// A unit is asked for what it can do; what is for the office alone is left out.
func TestAnswerRewords(t *testing.T) {
	answer := builtIn(t, "thu-hoi-lai")
	rec, problems := record.Parse([]byte("meeting-date: 06/01/2026\nsubject: Kết luận\nagency: {name: Sở A}\nunits: [{name: Phòng B, email: b@a.vn}]\nconclusions:\n  - {text: Rà soát., lead: Phòng B}\n"), record.Source{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	found := func(field, message, hint string) problem.Problem {
		return problem.Problem{Field: field, Message: problem.Text{VI: message}, Hint: problem.Text{VI: hint}}
	}
	for _, c := range []struct{ hint, want string }{
		{"ghi như 50%; ô này chưa được lấy", "Đề nghị: ghi như 50%."},
		{"hỏi lại đơn vị ngày hoàn thành", "Đề nghị: cho biết ngày hoàn thành."},
		{"bỏ mật khẩu (Lưu thành, để trống mật khẩu) rồi chạy lại", "Đề nghị: bỏ mật khẩu (Lưu thành, để trống mật khẩu) rồi gửi lại."},
		{"đề nghị đơn vị lưu bảng thành .xlsx rồi gửi lại", "Đề nghị: lưu bảng thành .xlsx rồi gửi lại."},
		{"giải nén rồi để các tệp vào thư mục", "Đề nghị: gửi riêng từng bảng .xlsx."},
		{"", "1. Trang T, ô A1: sai."},
	} {
		m, ok, err := answer.Answer(rec, Reply{File: "b.xlsx", Unit: "Phòng B", Problems: []problem.Problem{found("T!A1", "sai", c.hint)}})
		if err != nil || !ok || !strings.Contains(m.Body, c.want) || m.To != "b@a.vn" {
			t.Errorf("%s: %v, %v\n%s", c.hint, ok, err, m.Body)
		}
	}
	for _, hint := range []string{"thu bảng này cùng bản ghi 2020-Q3", "xem bằng ketluan status, hoặc trong sổ, mục remarks của nhiệm vụ",
		"tệp đã qua một chương trình làm mất thuộc tính; nếu không phải đơn vị ấy thì bỏ tệp ra, xóa báo cáo của tệp trong sổ", "đơn vị đổi tên thì thêm tên cũ vào aliases của đơn vị trong hồ sơ cơ quan"} {
		if _, ok, err := answer.Answer(rec, Reply{File: "b.xlsx", Problems: []problem.Problem{found("", "sai", hint)}}); ok || err != nil {
			t.Errorf("%s: %v, %v", hint, ok, err)
		}
	}
	m, ok, err := answer.Answer(rec, Reply{File: "b.xlsx", Problems: []problem.Problem{found("T!12", "dòng thừa", "xóa"), found("", "tệp cũ", "chạy lại"), found("T!A1:B2", "ô gộp", "bỏ gộp ô")}})
	if err != nil || !ok || m.Unit != nil || !strings.Contains(m.Body, "1. Trang T, dòng 12: dòng thừa.") || !strings.Contains(m.Body, "2. Trang T, ô A1:B2: ô gộp.") {
		t.Errorf("%v, %v\n%s", ok, err, m.Body)
	}
}
