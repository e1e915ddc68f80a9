package deadline

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	midnight = regexp.MustCompile(`^0?0:00(?::00(?:\.0+)?)?$`)
	times    = regexp.MustCompile(`(?i)^ lần`)
	numbered = regexp.MustCompile(`(?i)số:? ?$`)
	dateHead = regexp.MustCompile(`\d[/.]$`)
	school   = regexp.MustCompile(`(?i)^ (?:học|ngân sách|tài chính|\d)`)
	deictic  = regexp.MustCompile(`(?i) (?:này|nay|tới|sau)$|^(?:đầu|giữa|cuối|hết|trong) `)
)

func atMidnight(_ string, _, _ int, g groups) bool { return midnight.MatchString(g("clock")) }

// noMoreDate reports a date that no further part of one follows.
func noMoreDate(text string, _, to int, _ groups) bool {
	rest := text[to:]
	return len(rest) < 2 || !strings.ContainsRune("/.-", rune(rest[0])) || rest[1] < '0' || rest[1] > '9'
}

// noTimes keeps "6 tháng 1 lần" from being a day.
func noTimes(text string, _, to int, _ groups) bool { return !times.MatchString(text[to:]) }

// noNumber keeps the numbers of documents from being days: số 12/2026, 10/2026/NQ.
func noNumber(text string, from, to int, g groups) bool {
	if head := text[max(0, from-6):from]; numbered.MatchString(head) || dateHead.MatchString(head) {
		return false
	}
	rest := text[to:]
	return rest == "" || rest[0] != '/' && (rest[0] != '-' || len(rest) == 1 || !unicode.IsLetter(rune(rest[1])))
}

func noSchool(text string, _, to int, _ groups) bool { return !school.MatchString(text[to:]) }

// alone takes "cuối tháng", "tháng này", not the "tháng" of "hai tháng".
func alone(text string, from, to int, _ groups) bool { return deictic.MatchString(text[from:to]) }

// apart reports whether a piece of a text begins and ends where words do.
func apart(s string, from, to int) bool {
	in := func(c rune) bool { return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c)) }
	b, _ := utf8.DecodeLastRuneInString(s[:from])
	first, _ := utf8.DecodeRuneInString(s[from:])
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !(in(b) && in(first)) && !(in(last) && in(after))
}
