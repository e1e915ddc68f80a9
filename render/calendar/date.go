// Package calendar has the days and quarters that records name, and the working
// days and public holidays of Vietnam. It knows no clock.
package calendar

import (
	"fmt"
	"time"
)

// A Date is a day of the calendar, without time or zone. The zero Date is no day.
type Date struct {
	Year, Month, Day int
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether the calendar has the day d, from the year 1900 on.
func (d Date) Valid() bool {
	t := d.Time()
	return d.Year >= 1900 && d.Year <= 9999 && t.Year() == d.Year && int(t.Month()) == d.Month && t.Day() == d.Day
}

// Time returns midnight of d in UTC.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// Add returns the day n days after d, before it where n is negative.
func (d Date) Add(n int) Date {
	if day := d.Day + n; day >= 1 && day <= 28 && d.Day >= 1 {
		return Date{d.Year, d.Month, day} // quicker, for those who count days
	}
	t := d.Time().AddDate(0, 0, n)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// AddMonths returns the same day of a month n months after d, or its last day
// where it has no such day (Bộ luật Dân sự 2015, Điều 148.3).
func (d Date) AddMonths(n int) Date {
	last := LastOfMonth(d.Year, d.Month+n)
	return Date{last.Year, last.Month, min(d.Day, last.Day)}
}

// String returns d as 2020-09-28.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Slashed returns d as 28/09/2020.
func (d Date) Slashed() string { return fmt.Sprintf("%02d/%02d/%d", d.Day, d.Month, d.Year) }

// LastOfMonth returns the last day of a month; the 13th is January of the year
// after.
func LastOfMonth(year, month int) Date {
	t := Date{year, month + 1, 0}.Time()
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// DaysBetween returns how many days the second day is after the first.
func DaysBetween(first, second Date) int {
	return int(second.Time().Sub(first.Time()) / (24 * time.Hour))
}
