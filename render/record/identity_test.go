package record

import (
	"strings"
	"testing"
)

// ISO 7064 gives A12425GABC1234002M as an example of MOD 37,36.
func TestCheckCharacter(t *testing.T) {
	if got := checkCharacter("A12425GABC1234002"); got != 'M' {
		t.Errorf("got %c, want M", got)
	}
}

// Whoever types an ID wrong in one place is found out, and nearly always who
// changes two neighbours.
func TestCheckID(t *testing.T) {
	ids := []string{checked("2020-Q3/4.2"), checked("2020-Q3-KH/1.11"), checked("2026-Q1/2.3a"), checked("KL_05.2026/10")}
	swaps, found := 0, 0
	for _, id := range ids {
		if !CheckID(id) || !CheckID(strings.ToLower(id)) {
			t.Errorf("%s is taken for wrong", id)
		}
		for i := range len(id) - 2 {
			for _, c := range alphabet {
				wrong := id[:i] + string(c) + id[i+1:]
				if right := id[i]; strings.IndexByte(alphabet, right) >= 0 && byte(c) != right && CheckID(wrong) {
					t.Errorf("%s is taken for right, as %s", wrong, id)
				}
			}
			if i+1 < len(id)-2 && id[i] != id[i+1] {
				swaps++
				if !CheckID(id[:i] + string(id[i+1]) + string(id[i]) + id[i+2:]) {
					found++
				}
			}
		}
	}
	if found*100 < swaps*95 {
		t.Errorf("%d of %d changed pairs are found", found, swaps)
	}
	for _, id := range []string{"", "-", "2020-Q3/4.2", "2020-Q3/4.2-", "2020-Q3/4.2-KK", "2020-Q3/4.2 -K"} {
		if CheckID(id) {
			t.Errorf("%q is taken for right", id)
		}
	}
}
