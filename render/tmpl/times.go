package tmpl

import (
	"fmt"
	"strings"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// clock writes a time of the day as documents do: "08 giờ 00".
func clock(c calendar.Clock) string { return fmt.Sprintf("%02d giờ %02d", c.Hour, c.Minute) }

// slot writes the time of a line of the agenda: "08 giờ 00 - 08 giờ 15", or its
// beginning alone.
func slot(s record.Slot) string {
	switch {
	case s.Words == "":
		return ""
	case s.Open:
		return clock(s.From)
	}
	return clock(s.From) + " - " + clock(s.To)
}

var weekdays = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// weekday writes the day of the week (Phụ lục II, V.8c); "" of no day.
func weekday(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return weekdays[d.Time().Weekday()-time.Sunday]
}

// people joins the lines of people with a separator.
func people(all []*record.Person, separator string) string {
	lines := make([]string, len(all))
	for i, p := range all {
		lines[i] = p.Line()
	}
	return strings.Join(lines, separator)
}
