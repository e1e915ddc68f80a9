package record

import (
	"testing"

	"ketluan/render/letters"
)

// No line that is seen to be whole at once would be found damaged.
func TestWhole(t *testing.T) {
	all := []rune(" aoueyĂăĐđĨĩŨũƠơƯư:.?")
	for c := rune(0xA0); c <= 0x100; c++ {
		all = append(all, c)
	}
	for c := range highBytes {
		all = append(all, c)
	}
	whole := 0
	for _, a := range all {
		for _, b := range all {
			line := "ở o" + string(a) + string(b) + " a" + string(a) + string(b)
			if !isWhole(line) {
				continue
			}
			if whole++; misreadAs(line) != "" || letters.Legacy(line) != "" {
				t.Fatalf("%q: %q, %q", line, misreadAs(line), letters.Legacy(line))
			}
		}
	}
	if whole < 1000 || isWhole("Kết luận Ã¡") || isWhole("KÕt luËn cña") {
		t.Errorf("%d lines are whole", whole)
	}
}
