package check

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var slip = regexp.MustCompile(`\[([^|\]]*)\|([^|\]]*)\]`)

// enough is the share of the slips, in hundredths, that must be found in each
// half of the set: it only goes up.
var enough = map[string]int{"development": 85, "held-out": 80}

// Slips of typing in context, [as written|as meant]. The rules are tuned on one
// half; the other is only counted.
func TestSlips(t *testing.T) {
	for half, want := range enough {
		lines := lines(t, "testdata/slips/"+half+".txt")
		hits, missed := 0, []string{}
		for _, l := range lines {
			m := slip.FindStringSubmatch(l)
			if m == nil || m[1] == m[2] {
				t.Fatalf("no slip in %q", l)
			}
			text := "Giao các đơn vị " + slip.ReplaceAllString(l, "$1") + "."
			_, found := checked(t, "a.yaml", sentence(text))
			if names(spellingOf(found), m[1]) {
				hits++
			} else {
				missed = append(missed, l)
			}
		}
		t.Logf("%s: %d of %d found", half, hits, len(lines))
		if half == "development" {
			t.Logf("missed:\n%s", strings.Join(missed, "\n"))
		}
		if 100*hits < want*len(lines) {
			t.Errorf("%s: %d of %d found, want %d%%", half, hits, len(lines), want)
		}
	}
}

// Nothing is said of the spelling of what is well written, of neither half of
// the clean sentences nor of what the slips should have been.
func TestNoFalseSlips(t *testing.T) {
	clean := lines(t, "testdata/slips/clean-held-out.txt")
	for half := range enough {
		for _, l := range lines(t, "testdata/slips/"+half+".txt") {
			clean = append(clean, "Giao các đơn vị "+slip.ReplaceAllString(l, "$2")+".")
		}
	}
	wrong := 0
	for _, s := range clean {
		_, found := checked(t, "a.yaml", sentence(s))
		for _, f := range spellingOf(found) {
			wrong++
			t.Logf("%s %s\n%s", f.Rule.ID, f.Message.VI, s)
		}
	}
	if 200*wrong > len(clean) {
		t.Errorf("%d false alarms in %d sentences", wrong, len(clean))
	}
}

// names reports whether a finding is about a word of the slip.
func names(all []Finding, slip string) bool {
	for _, f := range all {
		for _, w := range strings.Fields(slip) {
			if strings.Contains(f.Message.VI, `"`+w+`"`) {
				return true
			}
		}
	}
	return false
}

// spellingOf keeps the findings about single words: of their spelling.
func spellingOf(all []Finding) []Finding {
	var kept []Finding
	for _, f := range all {
		switch f.Rule.ID {
		case "CT-01", "CT-06", "CT-07", "CT-08", "CT-09":
			kept = append(kept, f)
		}
	}
	return kept
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(src)), "\n")
}
