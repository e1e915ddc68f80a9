package office

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// Answers are what the first files say, by the flags of the questions.
type Answers map[string]string

// A Question is one of those that the first files of an office rest on.
type Question struct {
	Flag    string // its key in Answers
	Ask     problem.Text
	Suggest func(a Answers) string // what no answer means, after the answers before it

	wrong func(answer string) problem.Text // nil takes any
}

// Questions are asked in this order. Today is what the day of the meeting is
// suggested by.
func Questions(today calendar.Date) []Question {
	always := func(answer string) func(Answers) string { return func(Answers) string { return answer } }
	return []Question{
		{"agency", problem.Textf("Cơ quan ban hành thông báo", "Agency that issues the notice"), always("Sở Khoa học và Công nghệ"), nil},
		{"parent", problem.Textf("Cơ quan chủ quản (gõ - nếu không có)", "Its parent agency (- if it has none)"), suggestParent, nil},
		{"code", problem.Textf("Chữ viết tắt trong ký hiệu văn bản", "Its code in the symbol of documents"), suggestCode, nil},
		{"place", problem.Textf("Địa danh ghi trước ngày tháng", "Place before the date"), suggestPlace, nil},
		{"position", problem.Textf("Chức vụ người ký", "Position of the signer"), func(a Answers) string { return headOf(a["agency"]) }, nil},
		{"signer", problem.Textf("Họ và tên người ký", "Name of the signer"), always("Nguyễn Văn A"), nil},
		{"units", problem.Textf("Các đơn vị nhận nhiệm vụ, cách nhau bằng dấu ;", "Units that are given tasks, parted by ;"), suggestUnits, wrongUnits},
		{"meeting-date", problem.Textf("Ngày họp", "Day of the meeting"), always(calendar.WorkingDay(today, 0).Slashed()), wrongDay},
	}
}

// maxAnswer bounds an answer, in characters.
const maxAnswer = 1000

// Problem says what is wrong with an answer; the empty Text is nothing.
func (q Question) Problem(answer string) problem.Text {
	switch {
	case answer == "":
		return problem.Textf("chưa ghi gì", "nothing is said")
	case utf8.RuneCountInString(answer) > maxAnswer:
		return problem.Textf("dài quá %d ký tự", "longer than %d characters", maxAnswer)
	case q.wrong != nil:
		return q.wrong(answer)
	}
	return problem.Text{}
}

func wrongDay(answer string) problem.Text {
	if d, _ := calendar.ParseDate(answer); !d.Valid() || d.Year < 2000 || d.Year > 2100 {
		return problem.Textf("%q không phải ngày trong lịch, viết như 6/10/2026", "%q is no day of the calendar, write it like 6/10/2026", answer)
	}
	return problem.Text{}
}

func wrongUnits(answer string) problem.Text {
	if n := len(unitsIn(answer)); n == 0 || n > 100 {
		return problem.Textf("cần từ 1 đến 100 đơn vị, cách nhau bằng dấu ;", "1 to 100 units are wanted, parted by ;")
	}
	return problem.Text{}
}

// unitsIn returns the units of an answer, each once.
func unitsIn(answer string) []string {
	var units []string
	for u := range strings.SplitSeq(answer, ";") {
		same := func(v string) bool { return strings.EqualFold(u, v) }
		if u = strings.TrimSpace(u); u != "" && !slices.ContainsFunc(units, same) {
			units = append(units, u)
		}
	}
	return units
}
