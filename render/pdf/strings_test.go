package pdf

import (
	"strings"
	"testing"
)

// No string is longer than PDF/A allows (ISO 19005-2, 6.1.13).
func TestLongestString(t *testing.T) {
	for _, s := range []string{"", "ngắn", strings.Repeat("ệ", longestString), strings.Repeat("ệ", longestString+1), strings.Repeat("😀", 9000), "a" + strings.Repeat("😀", 9000), strings.Repeat("x", 1_000_000)} {
		bytes := len(textString(s))/2 - 1
		cut := strings.HasSuffix(within(s), "…")
		if bytes > 32767 || cut && bytes < 32767-6 || cut != (len([]rune(s)) > 8191 && s != strings.Repeat("ệ", longestString)) {
			t.Errorf("%.20q: %d bytes, cut %v", s, bytes, cut)
		}
	}
}
