package record

import (
	"regexp"
	"strconv"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// date reads a value as a day; the zero Date where it is empty or a problem.
func (r *reader) date(n *yaml.Node, at string) calendar.Date {
	s := r.text(n, at)
	if s == "" {
		return calendar.Date{}
	}
	d, shaped := calendar.ParseDate(s)
	if !shaped {
		r.problem(n, at, problem.Textf("%q không phải ngày tháng", "%q is not a date", short(s)), problem.Textf("viết như 28/9/2020", "write it like 28/9/2020"))
		return calendar.Date{}
	}
	if !d.Valid() {
		r.problem(n, at, problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", s), calendarHint(d))
		return calendar.Date{}
	}
	return d
}

var (
	slashedBlank = regexp.MustCompile(`^/(\d{1,2})?/(\d{4})$`)
	wordedBlank  = regexp.MustCompile(`(?i)^(?:tháng (\d{1,2}) )?năm (\d{4})$`)
)

// dateOfIssue reads a value as the date of a notice, of which the day, or the
// day and the month, may be left blank for the registry: /9/2020, //2020.
func (r *reader) dateOfIssue(n *yaml.Node, at string) calendar.Date {
	s := r.text(n, at)
	m := slashedBlank.FindStringSubmatch(s)
	if m == nil {
		m = wordedBlank.FindStringSubmatch(s)
	}
	if m == nil {
		if _, shaped := calendar.ParseDate(s); s != "" && !shaped {
			r.problem(n, at, problem.Textf("%q không phải ngày tháng", "%q is not a date", short(s)),
				problem.Textf("viết như 28/9/2020; chưa có ngày thì /9/2020, chưa có cả tháng thì //2020, hoặc để trống", "write it like 28/9/2020; /9/2020 leaves the day blank, //2020 the month too"))
			return calendar.Date{}
		}
		return r.date(n, at)
	}
	d := calendar.Date{}
	d.Month, _ = strconv.Atoi(m[1])
	d.Year, _ = strconv.Atoi(m[2])
	if first := (calendar.Date{Year: d.Year, Month: max(d.Month, 1), Day: 1}); !first.Valid() || m[1] != "" && d.Month == 0 {
		r.problem(n, at, problem.Textf("không có tháng %q trong lịch", "the calendar has no %q", s), calendarHint(calendar.Date{Year: d.Year, Month: d.Month, Day: 1}))
		return calendar.Date{}
	}
	return d
}

// calendarHint says what the calendar has near a day that it does not have.
func calendarHint(d calendar.Date) problem.Text {
	switch {
	case d.Month < 1 || d.Month > 12:
		return problem.Textf("tháng từ 1 đến 12; ngày đứng trước tháng", "months go from 1 to 12; the day stands before the month")
	case d.Year < 1900:
		return problem.Textf("năm viết đủ bốn chữ số", "write the year with four digits")
	}
	last := calendar.Date{Year: d.Year, Month: d.Month + 1, Day: 0}.Time().Day()
	return problem.Textf("tháng %d năm %d có %d ngày", "month %d of %d has %d days", d.Month, d.Year, last)
}

// quarter reads a value as a quarter.
func (r *reader) quarter(n *yaml.Node, at string) calendar.Quarter {
	s := r.text(n, at)
	q, ok := calendar.ParseQuarter(s)
	if !ok && s != "" {
		r.problem(n, at, problem.Textf("%q không phải quý", "%q is not a quarter", short(s)), problem.Textf("viết như 2020-Q3 hoặc Quý III/2020", "write it like 2020-Q3"))
	}
	return q
}
