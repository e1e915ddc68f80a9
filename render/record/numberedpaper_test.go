package record

import (
	"testing"

	"ketluan/render/calendar"
)

// The number and the date of another document stand with what the record says of
// it, and no other byte changes.
func TestNumberedPaper(t *testing.T) {
	const both = "number: \"07\"\n    date: 09/01/2026\n"
	for name, tt := range map[string]struct{ src, want string }{
		"none":       {"meeting-date: 6/1/2026 # sáng\n", "meeting-date: 6/1/2026 # sáng\ndocuments:\n  - template: giay-moi\n    " + both},
		"vietnamese": {"ngày họp: 6/1/2026\n", "ngày họp: 6/1/2026\nvăn bản:\n  - mẫu: giay-moi\n    số: \"07\"\n    ngày ban hành: 09/01/2026\n"},
		"another":    {"meeting-date: 6/1/2026\ndocuments:\n  - template: bien-ban\n    number: 3\n\n", "meeting-date: 6/1/2026\ndocuments:\n  - template: bien-ban\n    number: 3\n  - template: giay-moi\n    " + both + "\n"},
		"said":       {"meeting-date: 6/1/2026\ndocuments:\n  - template: giay-moi   # mời\n    from: Phòng A\n", "meeting-date: 6/1/2026\ndocuments:\n  - template: giay-moi   # mời\n    " + both + "    from: Phòng A\n"},
		"empty":      {"meeting-date: 6/1/2026\ndocuments:\n  - template: giay-moi\n    number:\n    date: /1/2026\n", "meeting-date: 6/1/2026\ndocuments:\n  - template: giay-moi\n    " + both},
		"braces":     {"meeting-date: 6/1/2026\ndocuments: [{template: giay-moi, date: 9/1/2026}]\n", "meeting-date: 6/1/2026\ndocuments: [{number: \"07\", template: giay-moi, date: 9/1/2026}]\n"},
	} {
		src, want := tt.src+numberedTail, tt.want+numberedTail
		rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(name, problems)
		}
		edits, ok := rec.NumberedPaper("giay-moi", "07", calendar.Date{Year: 2026, Month: 1, Day: 9})
		made, n, err := Mend([]byte(src), edits)
		if !ok || err != nil || n != len(edits) || string(made) != want {
			t.Errorf("%s: %v %d %v\n%s\nwant\n%s", name, ok, n, err, made, want)
		}
		then, problems := Parse(made, Source{Name: "a.yaml"})
		if p := then.PaperOf("giay-moi", nil); len(problems) > 0 || p == nil || p.Number != "07" || p.Date.Day != 9 {
			t.Errorf("%s: %v, %+v", name, problems, p)
		}
	}
}
