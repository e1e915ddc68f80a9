package calendar

import (
	"fmt"
	"regexp"
)

// A Clock is a time of the day, from 00:00 to 23:59.
type Clock struct {
	Hour, Minute int
}

// Valid reports whether a day has the time c.
func (c Clock) Valid() bool { return c.Hour >= 0 && c.Hour < 24 && c.Minute >= 0 && c.Minute < 60 }

// Before reports whether c is earlier than d.
func (c Clock) Before(d Clock) bool { return c.Minutes() < d.Minutes() }

// Minutes returns how many there are from midnight to c.
func (c Clock) Minutes() int { return 60*c.Hour + c.Minute }

// String returns c as 08:00.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute) }

var clockShape = regexp.MustCompile(`(?i)^(?:lúc )?(\d{1,2}) ?(?:giờ|h|g|:)(?: ?(\d{1,2})(?: ?(?:phút|ph|p|’|'|′))?)?$`)

// ParseClock reads a time of the day as 08:00, 8h, 8h30, "08 giờ" or "08 giờ 30
// phút". Shaped reports a text of one of these shapes, whether or not a day has
// the time.
func ParseClock(s string) (c Clock, shaped bool) {
	m := clockShape.FindStringSubmatch(s)
	if m == nil {
		return Clock{}, false
	}
	c.Hour = atoi(m[1])
	if m[2] != "" {
		c.Minute = atoi(m[2])
	}
	return c, true
}
