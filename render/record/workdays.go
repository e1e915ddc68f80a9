package record

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// Limits of an office's own days.
const (
	maxDaysOff  = 1000
	maxSpanDays = 31 // of one line of holidays
)

// dayOff is a line of holidays: a day, or a first and a last, and a name.
var dayOff = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})(?:\s*[-–]\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}))?(?:\s+(\S.*)|:\s*(.*))?$`)

// daysOff reads the days on which the office does not work, with their names.
func (r *reader) daysOff(n *yaml.Node, at string) map[calendar.Date]string {
	off := map[calendar.Date]string{}
	for i, e := range r.list(n, at) {
		here := element(n, at, i)
		s := r.required(e, here, r.text(e, here))
		if s == "" {
			continue
		}
		m := dayOff.FindStringSubmatch(s)
		if m == nil {
			r.problem(e, here, problem.Textf("%q không phải ngày nghỉ", "%q is no day off", short(s)), writeDaysOff)
			continue
		}
		first, ok := r.realDay(e, here, m[1])
		last := first
		if m[2] != "" && ok {
			last, ok = r.realDay(e, here, m[2])
		}
		switch span := calendar.DaysBetween(first, last); {
		case !ok:
		case span < 0 || span >= maxSpanDays:
			r.problem(e, here, problem.Textf("%q không phải một đợt nghỉ", "%q is no span of days off", short(s)),
				problem.Textf("ngày đầu trước ngày cuối, không quá %d ngày", "the first day before the last, %d days at most", maxSpanDays))
		case len(off)+span >= maxDaysOff:
			r.problem(e, here, problem.Textf("quá %d ngày nghỉ", "more than %d days off", maxDaysOff), problem.Textf("xóa những năm cũ", "take old years away"))
			return off
		default:
			for k := range span + 1 {
				off[first.Add(k)] = strings.Trim(m[3]+m[4], "()")
			}
		}
	}
	return off
}

var writeDaysOff = problem.Textf("viết như 24/11/2026 hoặc 04/02/2027 - 10/02/2027 Tết Đinh Mùi", "write it like 24/11/2026 or 04/02/2027 - 10/02/2027 Tết")

// daysWorked reads the days off on which the office works.
func (r *reader) daysWorked(n *yaml.Node, at string) map[calendar.Date]bool {
	worked := map[calendar.Date]bool{}
	for i, e := range r.list(n, at) {
		if len(worked) >= maxDaysOff {
			r.problem(e, at, problem.Textf("quá %d ngày", "more than %d days", maxDaysOff), problem.Textf("xóa những năm cũ", "take old years away"))
			break
		}
		here := element(n, at, i)
		r.required(e, here, r.text(e, here))
		if d := r.date(e, here); !d.IsZero() {
			worked[d] = true
		}
	}
	return worked
}

// realDay reads a day of a form that is known, and reports one that no calendar
// has.
func (r *reader) realDay(n *yaml.Node, at, s string) (calendar.Date, bool) {
	d, _ := calendar.ParseDate(s)
	if !d.Valid() {
		r.problem(n, at, problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", s), calendarHint(d))
		return calendar.Date{}, false
	}
	return d, true
}
