package calendar

import (
	"fmt"
	"regexp"
	"strings"
)

// A Quarter is a quarter of a year, N from 1 to 4.
type Quarter struct {
	Year, N int
}

// Quarter returns the quarter that d lies in.
func (d Date) Quarter() Quarter { return Quarter{d.Year, (d.Month + 2) / 3} }

// First returns the first day of q.
func (q Quarter) First() Date { return Date{q.Year, 3*q.N - 2, 1} }

// Last returns the last day of q.
func (q Quarter) Last() Date { return LastOfMonth(q.Year, 3*q.N) }

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

var (
	quarterText = regexp.MustCompile(`(?i)^(?:quý )?(I|II|III|IV|[1-4])(?:/| năm )(\d{4})$`)
	quarterCode = regexp.MustCompile(`(?i)^(\d{4})-Q([1-4])$`)
)

// ParseQuarter reads 2020-Q3, "Quý III/2020", "III/2020" or "quý 3 năm 2020".
func ParseQuarter(s string) (Quarter, bool) {
	if m := quarterCode.FindStringSubmatch(s); m != nil {
		return Quarter{atoi(m[1]), atoi(m[2])}, true
	}
	if m := quarterText.FindStringSubmatch(s); m != nil {
		return Quarter{atoi(m[2]), QuarterNumber(m[1])}, true
	}
	return Quarter{}, false
}

// QuarterNumber returns 1..4 for I..IV or 1..4.
func QuarterNumber(s string) int {
	switch strings.ToUpper(s) {
	case "I", "1":
		return 1
	case "II", "2":
		return 2
	case "III", "3":
		return 3
	}
	return 4
}
