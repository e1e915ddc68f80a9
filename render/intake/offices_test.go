package intake_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// offices reads the notices of testdata/offices, which other programs made of
// invented contents: 01 to 10 Word files (python-docx, docx of npm, LibreOffice
// from HTML and from .fodt, plain XML), 11 to 20 PDFs (LibreOffice, Chromium,
// ReportLab, PDFKit, and this program with other templates). Beside each stands
// what a right record has of it. Those with an odd number were looked at while
// the reader was made, of the others only the sums, up to a last measure (lead
// 49 of 51, 55 there are; partners 8 of 8, 12; else all); two wrong names were
// mended after it.
func offices(t *testing.T, odd bool) (all []notice) {
	t.Helper()
	for i := range 21 {
		if i == 0 || odd != (i%2 == 1) {
			continue
		}
		stem, ending := filepath.Join("testdata/offices", fmt.Sprintf("%02d", i)), ".docx"
		if i > 10 {
			ending = ".pdf"
		}
		src, err := os.ReadFile(stem + ending)
		if err != nil {
			t.Fatal(err)
		}
		right, err := os.ReadFile(stem + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, notice{content: contentOf(string(right)), manner: manner{name: filepath.Base(stem)}, pdf: i > 10, src: src})
	}
	return all
}

// contentOf reads what a right record has: a line a field, " / " between the
// lines of one.
func contentOf(text string) (c content) {
	lines := func(s string) []string {
		if s == "" {
			return nil
		}
		return strings.Split(s, " / ")
	}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch key {
		case "opening":
			c.opening = append(c.opening, value)
		case "text":
			c.body = append(c.body, value)
		case "to":
			c.recipients = append(c.recipients, value)
		case "subject":
			c.subject = lines(value)
		case "authority":
			c.authority = lines(value)
		case "date":
			c.date = padded(value)
		case "meeting":
			c.meeting = padded(value)
		case "number":
			c.number = strings.TrimLeft(value, "0")
		default:
			*map[string]*string{"parent": &c.parentName, "agency": &c.agencyName, "code": &c.code, "place": &c.place, "closing": &c.closing, "position": &c.position, "name": &c.name}[key] = value
		}
	}
	return c
}

// padded writes a date with two digits for the day and the month.
func padded(date string) string {
	parts := strings.Split(date, "/")
	for i, p := range parts {
		if len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	return strings.Join(parts, "/")
}

// Notices that other programs made, half of which nobody looked at.
func TestOffices(t *testing.T) {
	t.Run("looked at", func(t *testing.T) { measure(t, offices(t, true), 0.99, false) })
	t.Run("not looked at", func(t *testing.T) { measure(t, offices(t, false), 0.9, true) })
}
