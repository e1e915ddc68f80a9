package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// answers are what init knows, by the flags of the questions.
type answers map[string]string

// A question of init: what it asks, what Enter means after the answers before
// it, and what is wrong with an answer; nil takes any.
type question struct {
	flag    string
	ask     problem.Text
	suggest func(a answers) string
	wrong   func(answer string) problem.Text
}

var questions = []question{
	{"agency", problem.Textf("Cơ quan ban hành thông báo", "Agency that issues the notice"), func(answers) string { return "Sở Khoa học và Công nghệ" }, nil},
	{"parent", problem.Textf("Cơ quan chủ quản (gõ - nếu không có)", "Its parent agency (- if it has none)"), suggestParent, nil},
	{"code", problem.Textf("Chữ viết tắt trong ký hiệu văn bản", "Its code in the symbol of documents"), suggestCode, nil},
	{"place", problem.Textf("Địa danh ghi trước ngày tháng", "Place before the date"), suggestPlace, nil},
	{"position", problem.Textf("Chức vụ người ký", "Position of the signer"), func(a answers) string { return headOf(a["agency"]) }, nil},
	{"signer", problem.Textf("Họ và tên người ký", "Name of the signer"), func(answers) string { return "Nguyễn Văn A" }, nil},
	{"units", problem.Textf("Các đơn vị nhận nhiệm vụ, cách nhau bằng dấu ;", "Units that are given tasks, parted by ;"), suggestUnits, wrongUnits},
	{"meeting-date", problem.Textf("Ngày họp", "Day of the meeting"), func(answers) string { return calendar.WorkingDay(today(), 0).Slashed() }, wrongDay},
}

// maxAnswer bounds an answer, in characters.
const maxAnswer = 1000

// ask completes what was given: by asking on the terminal where ask is set,
// else, and where the input ends, with what Enter would mean.
func (a *app) ask(ctx context.Context, given answers, ask bool) (answers, error) {
	all := answers{}
	in := bufio.NewReader(io.LimitReader(orNothing(a.in), 1<<20))
	for _, q := range questions {
		answer, ok := given[q.flag]
		for {
			if !ok {
				answer = ""
				if ask {
					fmt.Fprintf(a.err, "%s [%s]: ", q.ask.In(a.lang), visible(q.suggest(all)))
					line, err := readLine(ctx, in)
					if ctx.Err() != nil {
						return nil, ctx.Err()
					}
					if answer = line; err != nil {
						ask = false
						fmt.Fprintln(a.err)
					}
				}
			}
			if answer = strings.ReplaceAll(record.Clean(answer), "\n", " "); answer == "" && !ok {
				answer = q.suggest(all)
			}
			wrong := q.problem(answer)
			if wrong == (problem.Text{}) {
				break
			}
			if ok || !ask {
				return nil, &usageError{problem.Textf("--%s: %s", "--%s: %s", q.flag, wrong.VI), problem.Text{VI: "xem: ketluan help init", EN: "see: ketluan help init (" + wrong.EN + ")"}}
			}
			a.note(wrong)
		}
		all[q.flag] = answer
	}
	return all, nil
}

func (q question) problem(answer string) problem.Text {
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

// orNothing is an input that may not be there.
func orNothing(in io.Reader) io.Reader {
	if in == nil {
		return strings.NewReader("")
	}
	return in
}

// readLine reads a line; ctx ends the wait for a terminal.
func readLine(ctx context.Context, in *bufio.Reader) (string, error) {
	type result struct {
		line string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		line, err := in.ReadString('\n')
		done <- result{line, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		return r.line, r.err
	}
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

// isCommittee reports a people's committee, which signs TM. Ủy ban nhân dân.
func isCommittee(agency string) bool {
	name := strings.ToLower(agency)
	return strings.HasPrefix(name, "ủy ban nhân dân") || strings.HasPrefix(name, "uỷ ban nhân dân") || strings.HasPrefix(name, "ubnd")
}

func suggestParent(a answers) string {
	if isCommittee(a["agency"]) {
		return "-"
	}
	return "UBND tỉnh Quảng Ngãi"
}

// suggestCode returns the first letters of an agency's words: SKHCN.
func suggestCode(a answers) string {
	if isCommittee(a["agency"]) {
		return "UBND"
	}
	code := ""
	for word := range strings.FieldsFuncSeq(a["agency"], func(c rune) bool { return !unicode.IsLetter(c) }) {
		if word != "và" && len(code) < 30 {
			first, _ := utf8.DecodeRuneInString(word)
			code += string(unicode.ToUpper(first))
		}
	}
	return code
}

// suggestPlace returns the province, city, commune or ward that an agency or
// its parent is named after.
func suggestPlace(a answers) string {
	for _, name := range []string{a["agency"], a["parent"]} {
		for _, kind := range []string{" tỉnh ", " thành phố ", " xã ", " phường ", " đặc khu "} {
			if _, place, ok := strings.Cut(name, kind); ok {
				return place
			}
		}
	}
	return "Quảng Ngãi"
}

// heads are the positions of those who head agencies, by how these are called.
var heads = []struct{ agency, head string }{
	{"chi cục", "Chi cục trưởng"}, {"cục", "Cục trưởng"}, {"vụ", "Vụ trưởng"}, {"phòng", "Trưởng phòng"},
	{"trường", "Hiệu trưởng"}, {"viện", "Viện trưởng"}, {"văn phòng", "Chánh Văn phòng"}, {"ban", "Trưởng ban"}, {"bộ", "Bộ trưởng"},
}

func headOf(agency string) string {
	if isCommittee(agency) {
		return "Chủ tịch"
	}
	for _, h := range heads {
		if strings.HasPrefix(strings.ToLower(agency), h.agency+" ") {
			return h.head
		}
	}
	return "Giám đốc"
}

func suggestUnits(a answers) string {
	name := strings.ToLower(a["agency"])
	switch {
	case isCommittee(name):
		return "Văn phòng HĐND và UBND; Phòng Kinh tế; Phòng Văn hóa - Xã hội"
	case strings.HasPrefix(name, "sở "):
		return "Văn phòng Sở; Phòng Kế hoạch - Tài chính; Phòng Tổ chức cán bộ"
	}
	return "Văn phòng; Phòng Kế hoạch - Tài chính; Phòng Tổ chức cán bộ"
}
