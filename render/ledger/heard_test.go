package ledger

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/record"
)

// What the office says counts for each unit that leads: of thousands of units it
// cannot say thousands of things. Reports of units that a gone task never named
// are no more than others.
func TestOverheard(t *testing.T) {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	rec, problems := record.Parse([]byte("code: A\nmeeting-date: 5/1/2026\nsubject: a\nagency: {name: Sở A, code: A, place: A}\nsigner: {position: Giám đốc, name: A}\nrecipients: [\"Lưu: VT\"]\nunits:\n"+
		many(2000, "  - {name: Phòng %d}\n")+"conclusions: [{text: Làm., lead: ["+many(2000, "Phòng %d, ")+"]}]\n"), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	book := func(id string, n int, unit string) string {
		return "record: A\ntasks:\n  - id: " + id + "\n    text: a\n    reports:\n" + many(n, "      - {on: 2026-10-01 09:00:00, "+unit+"source: \"%064[1]d\", state: đang thực hiện}\n")
	}
	own := rec.Tasks()[0].ID
	for _, tt := range []struct {
		src  string
		want int
	}{{book(own, 20, ""), 0}, {book(own, 1100, ""), 1}, {book(own, 1100, "unit: Phòng %[1]d, "), 0}} {
		if _, problems := Read("a.progress.yaml", []byte(tt.src), rec); len(problems) != tt.want {
			t.Errorf("%d problems, want %d: %v", len(problems), tt.want, problems[:min(3, len(problems))])
		}
	}
}
