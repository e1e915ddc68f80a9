package record

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

// String returns d as 2020-09-28.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// A Quarter is a quarter of a year, N from 1 to 4.
type Quarter struct {
	Year, N int
}

// Quarter returns the quarter that d lies in.
func (d Date) Quarter() Quarter { return Quarter{d.Year, (d.Month + 2) / 3} }

// First returns the first day of q.
func (q Quarter) First() Date { return Date{q.Year, 3*q.N - 2, 1} }

// Last returns the last day of q.
func (q Quarter) Last() Date { return lastOfMonth(q.Year, 3*q.N) }

// Before reports whether q is an earlier quarter than r.
func (q Quarter) Before(r Quarter) bool { return q.First().Before(r.First()) }

// Words returns q as notices write it: "Quý III năm 2020".
func (q Quarter) Words() string {
	return fmt.Sprintf("Quý %s năm %d", q.Roman(), q.Year)
}

// Roman returns the number of q: "III".
func (q Quarter) Roman() string { return [...]string{"", "I", "II", "III", "IV"}[q.N] }

// String returns q as 2020-Q3.
func (q Quarter) String() string { return fmt.Sprintf("%04d-Q%d", q.Year, q.N) }
