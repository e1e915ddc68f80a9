package record

import (
	"fmt"
	"strings"
	"testing"
)

// A task for each of hundreds of units, hundreds of times, is refused where it is
// too much; and thousands of leads and partners that thousands of items inherit are
// compared once, not for each of these.
func TestDuties(t *testing.T) {
	const head = "code: A\nmeeting-date: 5/1/2026\nsubject: a\nagency: {name: Sở A, code: A, place: A}\nsigner: {position: Giám đốc, name: A}\nrecipients: [\"Lưu: VT\"]\n"
	units := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	all := func(n, tasks int) string {
		return head + "units:\n" + units(n, "  - {name: Phòng %d}\n") + "groups: [{name: Khối, units: all}]\nconclusions:\n" + units(tasks, "  - {text: Làm %d., lead: Khối}\n")
	}
	for name, tt := range map[string]struct{ src, field string }{
		"a province": {all(133, 1500), ""},
		"too much":   {all(500, 500), "conclusions[401]"},
		"inherited": {head + "units:\n" + units(3000, "  - {name: Phòng %d}\n  - {name: Cơ quan %[1]d}\n") + "conclusions:\n  - heading: A\n    lead: [" + units(3000, "Phòng %d, ") + "]\n    partners: [" +
			units(3000, "Cơ quan %d, ") + "]\n    items:\n" + units(1200, "      - Làm %d.\n"), "conclusions[1].items[34]"},
	} {
		_, problems := Parse([]byte(tt.src), Source{Name: "a.yaml"})
		var at string
		for _, p := range problems {
			if strings.Contains(p.Message.EN, "duties") {
				at = p.Field
			}
		}
		if at != tt.field {
			t.Errorf("%s: refused at %q, want %q; %v", name, at, tt.field, problems[:min(len(problems), 3)])
		}
	}
}
