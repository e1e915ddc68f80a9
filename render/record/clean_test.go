package record

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// What is plain is what NFC and tidying leave as it is, in any company.
func TestPlain(t *testing.T) {
	for c := rune(1); c < 0x3100; c++ {
		for _, s := range []string{string(c), "a" + string(c), string(c) + "ữ", "o" + string(c) + "\u0301", "a b" + string(c) + "c d"} {
			if isPlain(s) && (norm.NFC.String(s) != s || !tidy(s)) {
				t.Errorf("%U in %q", c, s)
			}
		}
	}
	for s, want := range map[string]bool{"": true, "Sở Y tế; 1.500 m² (30%).": true, " a": false, "a ": false, "a  b": false, "a\nb": false, "a\u00ADb": false, "e\u0302": false} {
		if isPlain(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}
