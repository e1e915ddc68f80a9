package deadline

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

var (
	number     = regexp.MustCompile(`^\d+(?:[.,]\d+)?$`)
	machineSay = regexp.MustCompile(`(?i)^(?:#[A-Z/0!?#]+|nan|nat|null|none|undefined|n/a|invalid date|true|false)$`)
)

// notWords is what is wrong with a value that no person wrote for a deadline:
// the serial numbers and errors of spreadsheets.
func notWords(text string) (fault, hint problem.Text) {
	s := strings.TrimSpace(text)
	switch {
	case number.MatchString(s):
		whole, _, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
		n, _ := strconv.Atoi(whole)
		return problem.Textf("chỉ là một con số, không phải thời hạn", "is a number, not a time"), ofSerial(n)
	case machineSay.MatchString(s):
		return problem.Textf("là chữ của phần mềm, không phải thời hạn", "is a program's word, not a time"), writeDay
	}
	return problem.Text{}, problem.Text{}
}

// ofSerial says what a number may have been: spreadsheets count days from
// 30/12/1899.
func ofSerial(n int) problem.Text {
	switch day := (calendar.Date{Year: 1899, Month: 12, Day: 30}).Add(min(n, 99999)); {
	case n >= 1990 && n < 2100:
		return problem.Textf("nếu là năm thì viết \"năm %d\"", "if it is a year write \"năm %d\"", n)
	case day.Year >= 2000 && day.Year < 2100:
		return problem.Textf("bảng tính giấu ngày %s trong số này; nếu đúng thì ghi ngày ấy", "spreadsheets keep %s as this number; if it is right write that day", day.Slashed())
	}
	return writeDay
}

// notAll is what is wrong with words that have no letter beside their days, and
// of which not all is a day.
func notAll(t *text) (fault, hint problem.Text) {
	rest := []byte(t.words)
	for _, m := range t.moments {
		for i := m.from; i < m.to; i++ {
			rest[i] = ' '
		}
	}
	letters := strings.ContainsFunc(string(rest), unicode.IsLetter)
	left := strings.Trim(string(rest), " \t"+marks+"/")
	if dayBefore.MatchString(left) && len(t.moments) > 0 {
		left = ""
	}
	if !letters && (len(t.moments) == 0 || left != "") {
		return problem.Textf("không đọc được là ngày nào", "is not read as a day"), writeDay
	}
	return problem.Text{}, problem.Text{}
}

// dayBefore is the first day of 15-20/10/2026.
var dayBefore = regexp.MustCompile(`^\d{1,2}$`)
