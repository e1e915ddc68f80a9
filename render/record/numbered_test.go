package record

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
)

// numberedTail is what the records below have in common.
const numberedTail = `subject: Kết luận
agency: {name: Sở Tài chính, code: STC}
conclusions: [{text: Rà soát dự toán}]
`

// A number and a date are written where the record has room for them, and no
// other byte changes.
func TestNumbered(t *testing.T) {
	for name, tt := range map[string]struct{ src, want string }{
		"empty":       {"number:\ndate:      # văn thư ghi\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 09/01/2026      # văn thư ghi\nmeeting-date: 6/1/2026\n"},
		"quotes":      {"number: \"\" # số\ndate: ''\nmeeting-date: 6/1/2026\n", "number: \"07\" # số\ndate: 09/01/2026\nmeeting-date: 6/1/2026\n"},
		"nothing":     {"number: ~\ndate: null\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 09/01/2026\nmeeting-date: 6/1/2026\n"},
		"blank day":   {"number: ''\ndate: /1/2026\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 09/01/2026\nmeeting-date: 6/1/2026\n"},
		"in quotes":   {"number: \"\"\ndate: \"/1/2026\"   # x\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 09/01/2026   # x\nmeeting-date: 6/1/2026\n"},
		"another":     {"number: 5\ndate: 8/1/2026\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 09/01/2026\nmeeting-date: 6/1/2026\n"},
		"lacking":     {"# của văn thư\nmeeting-date: 6/1/2026   # sáng\n# trích yếu\n", "# của văn thư\nmeeting-date: 6/1/2026   # sáng\nnumber: \"07\"\ndate: 09/01/2026\n# trích yếu\n"},
		"one lacking": {"date: 09/01/2026\nmeeting-date: 6/1/2026\n", "date: 09/01/2026\nmeeting-date: 6/1/2026\nnumber: \"07\"\n"},
		"vietnamese":  {"ngày họp: 6/1/2026\n", "ngày họp: 6/1/2026\nsố: \"07\"\nngày ban hành: 09/01/2026\n"},
		"no meeting":  {"quarter: 2026-Q1\n", "quarter: 2026-Q1\nnumber: \"07\"\ndate: 09/01/2026\n"},
		"windows":     {"\uFEFFmeeting-date: 6/1/2026\r\n", "\uFEFFmeeting-date: 6/1/2026\r\nnumber: \"07\"\r\ndate: 09/01/2026\r\n"},
		"both said":   {"number: \"07\"\ndate: 9/1/2026\nmeeting-date: 6/1/2026\n", "number: \"07\"\ndate: 9/1/2026\nmeeting-date: 6/1/2026\n"},
		"below":       {"meeting-date:\n  6/1/2026\n", "number: \"07\"\ndate: 09/01/2026\nmeeting-date:\n  6/1/2026\n"},
	} {
		tail := numberedTail
		if strings.Contains(tt.src, "\r\n") {
			tail = strings.ReplaceAll(tail, "\n", "\r\n")
		}
		src, want := tt.src+tail, tt.want+tail
		rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(name, problems)
		}
		edits, ok := rec.Numbered("07", calendar.Date{Year: 2026, Month: 1, Day: 9})
		made, n, err := Mend([]byte(src), edits)
		if !ok || err != nil || n != len(edits) || string(made) != want {
			t.Errorf("%s: %v %d %v\n%q\nwant\n%q", name, ok, n, err, made, want)
		}
		then, problems := Parse(made, Source{Name: "a.yaml"})
		if len(problems) > 0 || then.Number != "07" || then.Date != (calendar.Date{Year: 2026, Month: 1, Day: 9}) {
			t.Errorf("%s: %v, %q, %v", name, problems, then.Number, then.Date)
		}
	}
}

// In a record that is one value in braces they stand first.
func TestNumberedInBraces(t *testing.T) {
	src := `{meeting-date: 6/1/2026, subject: Kết luận, agency: {name: Sở Tài chính}, conclusions: [{text: Rà soát}]}`
	rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	edits, ok := rec.Numbered("07", calendar.Date{Year: 2026, Month: 1, Day: 9})
	made, _, err := Mend([]byte(src), edits)
	if want := `{number: "07", date: 09/01/2026, ` + src[1:]; !ok || err != nil || string(made) != want {
		t.Errorf("%v %v %s", ok, err, made)
	}
}
