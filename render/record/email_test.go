package record

import (
	"strings"
	"testing"
	"time"
)

const mailed = `meeting-date: 6/1/2026
agency: {name: Sở A}
units:
  - {name: Phòng B, %s}
conclusions:
  - {text: Rà soát., lead: Phòng B}
`

// An address is taken as it stands, by either name; what is none is told with
// its line.
func TestEmail(t *testing.T) {
	parse := func(pair string) (*Record, string) {
		rec, problems := Parse([]byte(strings.Replace(mailed, "%s", pair, 1)), Source{Name: "a.yaml"})
		var b strings.Builder
		for _, p := range problems {
			b.WriteString(p.Pos.String() + " " + p.Field + ": " + p.Message.VI + "\n")
		}
		return rec, b.String()
	}
	for _, good := range []string{"phongb@so-a.gov.vn", "p.b+2026@a.vn", "VP_A@mail.quangngai.gov.vn", "a@b.c1.xn--p1ai"} {
		for _, key := range []string{"email", "thư điện tử"} {
			if rec, problems := parse(key + ": " + good); problems != "" || rec.Units[0].Email != good {
				t.Errorf("%s: %q", good, problems)
			}
		}
	}
	for _, none := range []string{`email: ""`, "email: null", "short: B"} {
		if rec, problems := parse(none); problems != "" || rec.Units[0].Email != "" {
			t.Errorf("%s: %q", none, problems)
		}
	}
	for _, bad := range []string{
		"a", "a@b", "'@a.vn'", "a@.vn", "a@a..vn", ".a@a.vn", "a.@a.vn", "a b@a.vn", "a@a.vn; b@a.vn", "'Phòng B <a@a.vn>'", "phòng@a.vn", "a@-a.vn",
		"mailto:a@a.vn", `"a@a.vn\nBcc: x@y.vn"`, strings.Repeat("a", 250) + "@a.vn",
	} {
		if rec, problems := parse("email: " + bad); !strings.Contains(problems, "a.yaml:4:") || !strings.Contains(problems, "thư điện tử") || rec.Units[0].Email != "" {
			t.Errorf("%s: %q", bad, problems)
		}
	}
	began := time.Now()
	parse("email: " + strings.Repeat("a.", 4000) + "@")
	if took := time.Since(began); took > time.Second {
		t.Error(took)
	}
}
