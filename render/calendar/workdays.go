package calendar

import (
	"time"

	"ketluan/render/problem"
)

// An Office is what one office's calendar has beside the public one. The zero
// Office has nothing of its own.
type Office struct {
	Off    map[Date]string // its own days off, by name; often ""
	Worked map[Date]bool   // days that it works though they would be off
}

// Works reports whether the office works on a day, and whether that is sure:
// it is not where days off are told year by year and those of the year are not
// known, unless the office says what is off around that day.
func (o Office) Works(d Date) (works, sure bool) {
	_, off := o.Off[d]
	switch {
	case o.Worked[d]:
		return true, true
	case off:
		return false, true
	case worked[d]:
		return true, true
	case IsWeekend(d) || Holiday(d) != (problem.Text{}):
		return false, true
	}
	return true, !isDoubtful(d) || o.tellsOf(d)
}

// tellsOf reports whether the office has days of its own around a day, which
// then are all that there are.
func (o Office) tellsOf(d Date) bool {
	if len(o.Off) == 0 && len(o.Worked) == 0 {
		return false
	}
	for n := -10; n <= 10; n++ {
		e := d.Add(n)
		if _, off := o.Off[e]; off || o.Worked[e] {
			return true
		}
	}
	return false
}

// Holiday returns the holiday that a day is for the office; the empty Text
// where it is none or the office works.
func (o Office) Holiday(d Date) problem.Text {
	if o.Worked[d] {
		return problem.Text{}
	}
	if name, off := o.Off[d]; off {
		if name == "" {
			return problem.Text{VI: "ngày nghỉ của cơ quan", EN: "a day off of the office"}
		}
		return problem.Text{VI: name, EN: name}
	}
	return Holiday(d)
}

// Step returns the n-th working day after a day, before it where n is negative;
// for 0 the day itself, or the first working day after it. Where it is not sure
// whether a day on the way is worked, that day comes back as doubtful.
func (o Office) Step(from Date, n int) (day, doubtful Date) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	d := from
	if n > 0 {
		d = d.Add(step)
	}
	for ; d.Year >= 1900 && d.Year <= 9999; d = d.Add(step) {
		works, sure := o.Works(d)
		if !sure {
			return Date{}, d
		}
		if works {
			if n--; n <= 0 {
				return d, Date{}
			}
		}
	}
	return Date{}, Date{}
}

// Between counts the working days after one day up to another, to 1000.
func (o Office) Between(after, to Date) int {
	n := 0
	for d := after.Add(1); !to.Before(d) && n < 1000; d = d.Add(1) {
		if works, _ := o.Works(d); works {
			n++
		}
	}
	return n
}

// IsWeekend reports a Saturday or Sunday.
func IsWeekend(d Date) bool {
	w := d.Time().Weekday()
	return w == time.Saturday || w == time.Sunday
}

// WorkingDays counts the working days after one day up to another.
func WorkingDays(after, to Date) int { return Office{}.Between(after, to) }

// weekdays are the days of the week as notices name them, from Sunday.
var weekdays = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// Weekday names the day of the week of d.
func Weekday(d Date) string { return weekdays[d.Time().Weekday()] }

// WorkingDay returns the n-th working day after a day; for 0 the day itself, or
// the last working day before it.
func WorkingDay(after Date, n int) Date {
	step, d := 1, after
	if n == 0 {
		step = -1
	}
	for ; ; d = d.Add(step) {
		if works, _ := (Office{}).Works(d); works && (n == 0 || d != after) {
			if n--; n <= 0 {
				return d
			}
		}
	}
}
