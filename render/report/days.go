package report

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/sheet"
)

func (k ofDays) Cell(c Cell) Value {
	d, near, ok := c.date()
	if !ok || !k.allowed(c, d) {
		return nil
	}
	if near {
		c.takenFor(c.shown(), d.Slashed())
	}
	return Day(d)
}

// shown is what the cell holds, as one reads it.
func (c Cell) shown() string {
	if c.Kind == sheet.FilledNumber {
		return Short(strconv.FormatFloat(c.Number, 'f', -1, 64))
	}
	return c.Text
}

var dottedDate = regexp.MustCompile(`^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$`)

// date reads a day: a serial number, or a text as 14/10/2020, 14-10-2020,
// 14.10.2020, 2020-10-14 or "ngày 14 tháng 10 năm 2020". Near is one that is
// written otherwise and can be no other day.
func (c Cell) date() (d calendar.Date, near, ok bool) {
	if !c.usable() {
		return d, false, false
	}
	write := problem.Textf("ghi ngày/tháng/năm như 14/10/2020; ô này chưa được lấy", "write day/month/year like 14/10/2020; the cell is not taken")
	if c.Kind == sheet.FilledNumber {
		if d, ok = c.serial(c.Number); ok {
			return d, false, true
		}
		if d, ok = digitsDate(c.shown()); ok {
			return d, true, true
		}
		c.Tell(problem.Textf("số %s không phải ngày", "the number %s is no day", Short(c.shown())), write)
		return d, false, false
	}
	s := line(c.Text)
	d, shaped := calendar.ParseDate(dottedDate.ReplaceAllString(s, "$1/$2/$3"))
	if !shaped {
		d, shaped = c.nearDate(s)
		near = shaped
	}
	american := calendar.Date{Year: d.Year, Month: d.Day, Day: d.Month}
	switch {
	case !shaped:
		c.Tell(problem.Textf("%q không phải ngày", "%q is no day", Short(s)), write)
	case !d.Valid() && american.Valid():
		c.Tell(problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", Short(s)), problem.Textf("có phải %s, ghi tháng trước ngày? ô này chưa được lấy, hỏi lại đơn vị", "is it %s, with the month first? the cell is not taken, ask the unit", american.Slashed()))
	case !d.Valid():
		c.Tell(problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", Short(s)), write)
	default:
		return d, near, true
	}
	return d, near, false
}

// epochShift is how many days later the count from 1904 begins.
const epochShift = 1462

// serial returns the day that programs count as a number.
func (c Cell) serial(days float64) (calendar.Date, bool) {
	const (
		first = 2101    // below it are years, and days before 1906
		last  = 2958465 // 9999-12-31
	)
	if !(days >= first && days <= last) {
		return calendar.Date{}, false
	}
	if c.From1904 {
		days += epochShift
	}
	t := time.Date(1899, 12, 30+int(days), 0, 0, 0, 0, time.UTC)
	return calendar.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}

// Shapes of days that people and programs write where day/month/year is
// wanted: with a time, a word before it, two digits of the year, or serials.
var (
	timeOfDay   = regexp.MustCompile(`(?i)[ t]\d{1,2}[:h]\d{2}(:\d{2}(\.\d{1,9})?)?(z|[+-]\d{2}:?\d{2})?$`)
	dayWord     = regexp.MustCompile(`(?i)^ngày:? *`)
	spacedMarks = regexp.MustCompile(` *([-/.,]) *`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})([-/.,])(\d{1,2})([-/.,])(\d{4}|\d{2})$`)
	yearFirst   = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})$`)
	dayEnglish  = regexp.MustCompile(`(?i)^(\d{1,2})[- ]([a-z]{3,9})[-, ]+(\d{4})$`)
	monthFirst  = regexp.MustCompile(`(?i)^([a-z]{3,9}) (\d{1,2}),? ?(\d{4})$`)
	serialText  = regexp.MustCompile(`^\d{5}$`)
)

// nearDate reads a day that is written in none of the spellings asked for, where
// it can be no other. That of two digits of the year is one of this century.
func (c Cell) nearDate(s string) (calendar.Date, bool) {
	s = strings.TrimRight(norm.NFKC.String(s), " .,;")
	s = dayWord.ReplaceAllString(timeOfDay.ReplaceAllString(s, ""), "")
	tight := spacedMarks.ReplaceAllString(s, "$1")
	if m := dayFirst.FindStringSubmatch(tight); m != nil && m[2] == m[4] {
		year := atoi(m[5])
		if len(m[5]) == 2 {
			year += 2000
		}
		return calendar.Date{Year: year, Month: atoi(m[3]), Day: atoi(m[1])}, true
	}
	if m := yearFirst.FindStringSubmatch(tight); m != nil && m[2] == m[4] {
		return calendar.Date{Year: atoi(m[1]), Month: atoi(m[3]), Day: atoi(m[5])}, true
	}
	if m := dayEnglish.FindStringSubmatch(s); m != nil {
		return englishDate(m[1], m[2], m[3])
	}
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return englishDate(m[2], m[1], m[3])
	}
	if serialText.MatchString(s) {
		return c.serial(float64(atoi(s)))
	}
	if d, ok := digitsDate(s); ok {
		return d, true
	}
	return calendar.ParseDate(s)
}

// englishDate reads the day of a month that is named, in three letters or all.
func englishDate(day, month, year string) (calendar.Date, bool) {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); strings.EqualFold(month, name) || strings.EqualFold(month, name[:3]) {
			return calendar.Date{Year: atoi(year), Month: int(m), Day: atoi(day)}, true
		}
	}
	return calendar.Date{}, false
}

// digitsDate reads 15102020 and 20201015, where only one of the two is a day of
// this century.
func digitsDate(s string) (calendar.Date, bool) {
	if len(s) != 8 || strings.Trim(s, "0123456789") != "" {
		return calendar.Date{}, false
	}
	is := func(d calendar.Date) bool { return d.Valid() && d.Year >= 2000 && d.Year < 2100 }
	last := calendar.Date{Year: atoi(s[4:]), Month: atoi(s[2:4]), Day: atoi(s[:2])}
	first := calendar.Date{Year: atoi(s[:4]), Month: atoi(s[4:6]), Day: atoi(s[6:])}
	switch {
	case is(last) && !is(first):
		return last, true
	case is(first) && !is(last):
		return first, true
	}
	return calendar.Date{}, false
}

// atoi returns the number that digits write; the callers let only digits through.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
