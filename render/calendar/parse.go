package calendar

import (
	"regexp"
	"strconv"
)

var (
	isoDate     = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	slashedDate = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	wordedDate  = regexp.MustCompile(`(?i)^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$`)
)

// ParseDate reads a day as 2020-09-28, 28/9/2020, 28/09/2020 or "ngày 28
// tháng 9 năm 2020". Shaped reports a text of one of these shapes, whether or
// not the calendar has the day.
func ParseDate(s string) (d Date, shaped bool) {
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

// IsISO reports whether a text is a day written as 2020-09-28.
func IsISO(s string) bool { return isoDate.MatchString(s) }
