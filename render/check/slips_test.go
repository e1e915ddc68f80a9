package check

import (
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var slip = regexp.MustCompile(`\[([^|\]]*)\|([^|\]]*)\]`)

// enough is the share of the slips, in hundredths, that must be found in each
// part of the set: it only goes up.
var enough = map[string]int{"development": 89, "held-out": 84, "validation": 92, "validation-2": 94}

// alarms is how many findings in a thousand clean sentences each part may
// have: it only goes down.
var alarms = map[string]int{"development": 3, "held-out": 7, "validation": 1, "validation-2": 2}

// blind are the parts of which nothing is shown, so that nothing is made to fit them.
var blind = map[string]bool{"held-out": true, "validation-2": true}

// Slips of typing in context, [as written|as meant]. The rules are tuned on the
// development part and on validation; the part held out and validation-2 are
// only counted.
func TestSlips(t *testing.T) {
	all, syllables := 0, 0
	for half, want := range enough {
		hits, missed := 0, []string{}
		set := slipsOf(t, half)
		found, met := map[string]int{}, map[string]int{}
		for _, s := range set {
			_, findings := checked(t, "a.yaml", sentence(s.text()))
			met[s.kind()]++
			if names(spellingOf(findings), s.written) {
				hits++
				found[s.kind()]++
			} else {
				missed = append(missed, s.kind()+": "+s.line)
			}
		}
		t.Logf("%s: %d of %d found", half, hits, len(set))
		for _, k := range slices.Sorted(maps.Keys(met)) {
			t.Logf("  %s: %d of %d", k, found[k], met[k])
		}
		if !blind[half] {
			t.Logf("missed:\n%s", strings.Join(missed, "\n"))
		}
		if 100*hits < want*len(set) {
			t.Errorf("%s: %d of %d found, want %d%%", half, hits, len(set), want)
		}
		all += len(set)
		syllables += met["real syllable, tone or mark"] + met["real syllable, letters"]
	}
	if all < 400 || syllables < 150 {
		t.Errorf("%d slips, of them %d real syllables; want 400 and 150", all, syllables)
	}
}

// Nothing is said of the spelling of what is well written: of the clean
// sentences, of those put together of parts, and of what the slips should have
// been. Of the part that is only counted no sentence is shown.
func TestNoFalseSlips(t *testing.T) {
	all, twice := 0, map[string]bool{}
	for half, most := range alarms {
		clean := lines(t, "testdata/slips/clean-"+half+".txt")
		if !strings.HasPrefix(half, "validation") { // these have no fragments
			clean = append(clean, combined(t, half, 750)...)
		}
		for _, s := range clean {
			if twice[s] && blind[half] {
				t.Errorf("twice: a sentence of %s", half)
			} else if twice[s] {
				t.Errorf("twice: %s", s)
			}
			twice[s] = true
		}
		all += len(clean)
		for _, s := range slipsOf(t, half) {
			clean = append(clean, s.meantText())
		}
		wrong, rules := 0, map[string]int{}
		for _, s := range clean {
			_, findings := checked(t, "a.yaml", sentence(s))
			for _, f := range spellingOf(findings) {
				wrong++
				rules[f.Rule.ID]++
				if !blind[half] {
					t.Logf("%s %s %s\n%s", f.Rule.ID, f.Message.VI, f.Hint.VI, s)
				}
			}
		}
		t.Logf("%s: %d false alarms in %d sentences %v", half, wrong, len(clean), rules)
		if 1000*wrong > most*len(clean) {
			t.Errorf("%s: %d false alarms in %d sentences, at most %d in 1000", half, wrong, len(clean), most)
		}
	}
	if all < 2000 {
		t.Errorf("%d clean sentences, want 2000", all)
	}
}

// A typo is one slip of the set, and the line it stands in.
type typo struct{ line, written, meant string }

func slipsOf(t *testing.T, half string) []typo {
	t.Helper()
	var all []typo
	for _, l := range lines(t, "testdata/slips/"+half+".txt") {
		m := slip.FindAllStringSubmatch(l, -1)
		if len(m) != 1 || m[0][1] == m[0][2] {
			t.Fatalf("not one slip in %q", l)
		}
		all = append(all, typo{l, m[0][1], m[0][2]})
	}
	return all
}

func (s typo) text() string {
	return "Giao các đơn vị " + slip.ReplaceAllString(s.line, "$1") + "."
}

func (s typo) meantText() string {
	return "Giao các đơn vị " + slip.ReplaceAllString(s.line, "$2") + "."
}

// kind sorts slips by what the machine can know of them: a real syllable in the
// wrong place, or a word that there cannot be.
func (s typo) kind() string {
	genuine := true
	for _, w := range strings.Fields(strings.ToLower(s.written)) {
		genuine = genuine && IsSyllable(w)
	}
	kind := "no syllable, "
	if genuine {
		kind = "real syllable, "
	}
	switch {
	case strings.ToUpper(s.meant) == s.meant:
		return "abbreviation"
	case strings.Contains(s.meant, " ") && strings.Count(s.written, " ") < strings.Count(s.meant, " "):
		return "joined words"
	case bare(strings.ToLower(s.written)) == bare(strings.ToLower(s.meant)):
		return kind + "tone or mark"
	}
	return kind + "letters"
}

// combined puts n sentences together of the fragments of a part, the same each
// time: who, what, and when or how. Every fragment stands in its turn.
func combined(t *testing.T, half string, n int) []string {
	t.Helper()
	parts := map[string][]string{}
	title := ""
	for _, l := range lines(t, "testdata/slips/parts-"+half+".txt") {
		if name, ok := strings.CutPrefix(l, "# "); ok {
			title = name
		} else {
			parts[title] = append(parts[title], l)
		}
	}
	dice := rand.New(rand.NewPCG(30, 2020))
	turn := map[string][]int{}
	next := func(title string) string {
		if len(turn[title]) == 0 {
			turn[title] = dice.Perm(len(parts[title]))
		}
		i := turn[title][0]
		turn[title] = turn[title][1:]
		return parts[title][i]
	}
	opening := []string{"", "Giao ", "Yêu cầu ", "Đề nghị ", "Thống nhất giao ", "Đồng ý để "}
	var all []string
	for i := range n {
		s := opening[i%len(opening)] + next("subjects") + " " + next("actions")
		if end := next("ends"); strings.HasPrefix(end, ",") {
			s += end
		} else {
			s += " " + end
		}
		all = append(all, s+".")
	}
	return all
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
