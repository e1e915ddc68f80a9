package office

import "testing"

func TestPortable(t *testing.T) {
	for _, name := range []string{"ket-luan", "kết luận 2020-Q3", "a.b", "console"} {
		if !Portable(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", ".", "..", "a/b", `a\b`, "a:b", "a?", "a.", " a", "con", "LPT1.x", "a\nb"} {
		if Portable(name) {
			t.Errorf("%q is taken", name)
		}
	}
}

func TestLedgerNames(t *testing.T) {
	for name, want := range map[string][3]bool{ // a record, a ledger, a second one
		"hop.yaml": {true, false, false}, "a/HOP.YML": {true, false, false}, "hop.progress.yaml": {false, true, false},
		"a.b/hop.progress (1).yaml": {false, true, true}, "hop.progress-MAY-VP.yaml": {false, true, true}, "hop.PROGRESS.yml": {false, true, false},
		"so.profile.yaml": {false, false, false}, "hop.progress.v2.yaml": {true, false, false}, "hop.txt": {false, false, false}, "progress.yaml": {true, false, false},
	} {
		if got := [3]bool{isYAML(name) && !IsProfileName(name) && !IsLedgerName(name), IsLedgerName(name), isSecondLedger(name)}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
