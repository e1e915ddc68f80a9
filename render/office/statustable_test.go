package office

import "testing"

// A spreadsheet takes no text of a CSV for a formula.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{"": "", "=1+1": "'=1+1", "-5": "'-5", "@a": "'@a", "\ta": "'\ta", "Phòng A": "Phòng A"} {
		if got := inert(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
