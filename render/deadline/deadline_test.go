package deadline

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// said writes a reading as the table has it.
func said(r Reading, words string) string {
	s := "none"
	switch {
	case r.Fault != (problem.Text{}):
		return fmt.Sprintf("fault: %s | %s", r.Fault.VI, r.Hint.VI)
	case !r.Day.IsZero() && r.On:
		s = "on " + r.Day.String()
	case !r.Day.IsZero():
		s = "by " + r.Day.String()
	case r.Why != (problem.Text{}):
		s = "none: " + r.Why.VI
	}
	if !r.Also.IsZero() {
		s += ", also " + r.Also.String()
	}
	if r.Words != words {
		s += ", printed " + r.Words
	}
	return s
}

// The table has a deadline a line with what is read of it. A line "meeting …,
// notice …" sets the days against which those below are read; "off" and
// "worked" add a day of the office's own.
func TestWords(t *testing.T) {
	const file = "testdata/words.txt"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	var s Setting
	lines := 0
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		words, _, isCase := strings.Cut(line, " => ")
		if isCase {
			lines++
			line = words + " => " + said(Read(words, s), words)
		}
		got.WriteString(line + "\n")
		key, value, _ := strings.Cut(line, ": ")
		d, _ := calendar.ParseDate(value)
		switch {
		case isCase:
		case key == "meeting":
			s = Setting{Meeting: d, Office: calendar.Office{Off: map[calendar.Date]string{}, Worked: map[calendar.Date]bool{}}}
		case key == "notice":
			s.Notice = d
		case key == "off":
			s.Office.Off[d] = ""
		case key == "worked":
			s.Office.Worked[d] = true
		}
	}
	if lines < 100 {
		t.Errorf("%d lines", lines)
	}
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(src), got.String()); diff != "" {
		t.Error(diff)
	}
}

// Twice the words take at most about twice the time, whatever they are.
func BenchmarkRead(b *testing.B) {
	s := Setting{Meeting: calendar.Date{Year: 2026, Month: 10, Day: 6}}
	for name, words := range map[string]string{
		"one":   "trong 10 ngày làm việc kể từ ngày 12/10/2026",
		"short": "trước ngày 15/10/2026",
		"long":  strings.Repeat("trước ngày 15/10/2026, ", 1000),
		"twice": strings.Repeat("trước ngày 15/10/2026, ", 2000),
		"words": strings.Repeat("năm ngày quý tháng tuần ", 1000),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Read(words, s)
			}
		})
	}
}
