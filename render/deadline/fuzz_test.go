package deadline

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// Whatever the words, reading them does not fail, a day is one of the calendar,
// and there is a day, a fault, a reason, or nothing that needs one.
func FuzzRead(f *testing.F) {
	src, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		words, _, _ := strings.Cut(line, " => ")
		f.Add(words)
	}
	s := Setting{Meeting: calendar.Date{Year: 2026, Month: 10, Day: 6}, Notice: calendar.Date{Year: 2026, Month: 10, Day: 9}}
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(words) {
			return
		}
		r := Read(words, s)
		switch {
		case !r.Day.IsZero() && (!r.Day.Valid() || r.Why != (problem.Text{}) || r.Fault != (problem.Text{})):
			t.Errorf("%q: %+v", words, r)
		case !r.Also.IsZero() && !r.Also.Before(r.Day):
			t.Errorf("%q: %+v", words, r)
		case (r.Fault == problem.Text{}) != (r.Hint == problem.Text{}):
			t.Errorf("%q: %+v", words, r)
		}
		if again := Read(r.Words, s); again.Day != r.Day && r.Fault == (problem.Text{}) {
			t.Errorf("%q is %v, and printed %q %v", words, r.Day, r.Words, again.Day)
		}
		Days(words, s)
	})
}
