package record

import (
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
