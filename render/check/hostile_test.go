package check

import (
	"strings"
	"testing"
)

// A text with a slip in every third character is given up after MaxFindings, and
// the rest of it costs next to nothing.
func TestHostileText(t *testing.T) {
	for _, unit := range []string{"ab.Xxab,cd", "( a ) (1) (2) a) b) ", "thứ hai, ngày 1/1 ,, ", "nghành hoặch ", "Khoản 1 - Điều 2 Luật đất đai 2024, ", "Ban chỉ đạo Bộ chính trị "} {
		_, found := checked(t, "a.yaml", sentence(strings.Repeat(unit, 31000/len(unit))))
		if len(found) == 0 || len(found) > MaxFindings {
			t.Errorf("%q: %d findings", unit, len(found))
		}
	}
}
