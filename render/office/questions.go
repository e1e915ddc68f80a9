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
	List  bool                             // several, parted by ;
	May   bool                             // nothing is an answer too
}

// Questions are asked in this order. Today is what the day of the meeting is
// suggested by.
func Questions(today calendar.Date) []Question {
	always := func(answer string) func(Answers) string { return func(Answers) string { return answer } }
	return []Question{
		{"agency", problem.Textf("Cơ quan ban hành thông báo", "Agency that issues the notice"), always("Sở Khoa học và Công nghệ"), nil, false, false},
		{"parent", problem.Textf("Cơ quan chủ quản (gõ - nếu không có)", "Its parent agency (- if it has none)"), suggestParent, nil, false, false},
		{"code", problem.Textf("Chữ viết tắt trong ký hiệu văn bản", "Its code in the symbol of documents"), suggestCode, nil, false, false},
		{"place", problem.Textf("Địa danh ghi trước ngày tháng", "Place before the date"), suggestPlace, nil, false, false},
		{"position", problem.Textf("Chức vụ người ký", "Position of the signer"), func(a Answers) string { return headOf(a["agency"]) }, nil, false, false},
		{"signer", problem.Textf("Họ và tên người ký", "Name of the signer"), always("Nguyễn Văn A"), nil, false, false},
		{"units", problem.Textf("Các đơn vị nhận nhiệm vụ, cách nhau bằng dấu ;", "Units that are given tasks, parted by ;"), suggestUnits, wrongUnits, true, false},
		{"meeting-date", problem.Textf("Ngày họp", "Day of the meeting"), always(calendar.WorkingDay(today, 0).Slashed()), wrongDay, false, false},
	}
}

// More are questions that need no answer: they are asked by flags and on pages
// only.
func More() []Question {
	nothing := func(Answers) string { return "" }
	return []Question{
		{"signers", problem.Textf("Những người khác có thể ký: họ tên = chức vụ", "Others who may sign: name = position"), nothing, wrongPairs(problem.Textf("viết như: Trần Thị B = Phó Giám đốc", "write it like: Trần Thị B = Phó Giám đốc")), true, true},
		{"groups", problem.Textf("Nhóm đơn vị: tên nhóm = đơn vị, đơn vị", "Groups of units: name = unit, unit"), nothing, wrongPairs(problem.Textf("viết như: Các phòng chuyên môn = Phòng Ngân sách, Phòng Giá", "write it like: Các phòng chuyên môn = Phòng Ngân sách, Phòng Giá")), true, true},
		{"recipients", problem.Textf("Nơi nhận thường dùng", "Usual recipients"), nothing, nil, true, true},
	}
}

// Bounds of an answer, in characters: 100 units have some 5,000.
const (
	maxAnswer = 1000
	maxList   = 10_000
)

// Problem says what is wrong with an answer; the empty Text is nothing.
func (q Question) Problem(answer string) problem.Text {
	switch {
	case answer == "" && q.May:
		return problem.Text{}
	case answer == "":
		return problem.Textf("chưa ghi gì", "nothing is said")
	case utf8.RuneCountInString(answer) > q.most():
		return problem.Textf("dài quá %d ký tự", "longer than %d characters", q.most())
	case q.wrong != nil:
		return q.wrong(answer)
	}
	return problem.Text{}
}

func (q Question) most() int {
	if q.List {
		return maxList
	}
	return maxAnswer
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

// wrongPairs wants each of several to be two things with = between them.
func wrongPairs(how problem.Text) func(string) problem.Text {
	return func(answer string) problem.Text {
		for _, p := range pairsIn(answer) {
			if p.Name == "" || p.Second == "" {
				return how
			}
		}
		return problem.Text{}
	}
}

// A pair is one of several answers with what stands behind its =: of a unit its
// short name, of a signer the position.
type pair struct{ Name, Second string }

// pairsIn returns what an answer lists.
func pairsIn(answer string) (all []pair) {
	for one := range strings.SplitSeq(answer, ";") {
		name, second, _ := strings.Cut(one, "=")
		if p := (pair{strings.TrimSpace(name), strings.TrimSpace(second)}); p != (pair{}) {
			all = append(all, p)
		}
	}
	return all
}

// unitsIn returns the units of an answer, each once.
func unitsIn(answer string) (units []pair) {
	for _, u := range pairsIn(answer) {
		same := func(v pair) bool { return strings.EqualFold(u.Name, v.Name) }
		if u.Name != "" && !slices.ContainsFunc(units, same) {
			units = append(units, u)
		}
	}
	return units
}
