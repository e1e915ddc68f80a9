package record

import (
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

var (
	isoDate     = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	slashedDate = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	wordedDate  = regexp.MustCompile(`(?i)^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$`)
	quarterText = regexp.MustCompile(`(?i)^(?:quý )?(I|II|III|IV|[1-4])(?:/| năm )(\d{4})$`)
	quarterCode = regexp.MustCompile(`(?i)^(\d{4})-Q([1-4])$`)
)

// parseDate reads a day as 2020-09-28, 28/9/2020, 28/09/2020 or "ngày 28
// tháng 9 năm 2020". Shaped reports a text of one of these shapes, whether or
// not the calendar has the day.
func parseDate(s string) (d Date, shaped bool) {
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return Date{atoi(m[1]), atoi(m[2]), atoi(m[3])}, true
	}
	for _, shape := range []*regexp.Regexp{slashedDate, wordedDate} {
		if m := shape.FindStringSubmatch(s); m != nil {
			return Date{atoi(m[3]), atoi(m[2]), atoi(m[1])}, true
		}
	}
	return Date{}, false
}

// atoi returns the number that digits write; the callers' patterns let only
// digits through.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// date reads a value as a day; the zero Date where it is empty or a problem.
func (r *reader) date(n *yaml.Node, at string) Date {
	s := r.text(n, at)
	if s == "" {
		return Date{}
	}
	d, shaped := parseDate(s)
	if !shaped {
		r.problem(n, at, textf("%q không phải ngày tháng", "%q is not a date", short(s)), textf("viết như 28/9/2020", "write it like 28/9/2020"))
		return Date{}
	}
	if !d.Valid() {
		r.problem(n, at, textf("không có ngày %q trong lịch", "the calendar has no %q", s), calendarHint(d))
		return Date{}
	}
	return d
}

// calendarHint says what the calendar has near a day that it does not have.
func calendarHint(d Date) Text {
	switch {
	case d.Month < 1 || d.Month > 12:
		return textf("tháng từ 1 đến 12; ngày đứng trước tháng", "months go from 1 to 12; the day stands before the month")
	case d.Year < 1900:
		return textf("năm viết đủ bốn chữ số", "write the year with four digits")
	}
	last := Date{d.Year, d.Month + 1, 0}.Time().Day()
	return textf("tháng %d năm %d có %d ngày", "month %d of %d has %d days", d.Month, d.Year, last)
}

// quarter reads a value as a quarter.
func (r *reader) quarter(n *yaml.Node, at string) Quarter {
	s := r.text(n, at)
	q, ok := ParseQuarter(s)
	if !ok && s != "" {
		r.problem(n, at, textf("%q không phải quý", "%q is not a quarter", short(s)), textf("viết như 2020-Q3 hoặc Quý III/2020", "write it like 2020-Q3"))
	}
	return q
}

// ParseQuarter reads 2020-Q3, "Quý III/2020", "III/2020" or "quý 3 năm 2020".
func ParseQuarter(s string) (Quarter, bool) {
	if m := quarterCode.FindStringSubmatch(s); m != nil {
		return Quarter{atoi(m[1]), atoi(m[2])}, true
	}
	if m := quarterText.FindStringSubmatch(s); m != nil {
		return Quarter{atoi(m[2]), quarterNumber(m[1])}, true
	}
	return Quarter{}, false
}

// quarterNumber returns 1..4 for I..IV or 1..4.
func quarterNumber(s string) int {
	switch strings.ToUpper(s) {
	case "I", "1":
		return 1
	case "II", "2":
		return 2
	case "III", "3":
		return 3
	}
	return 4
}
