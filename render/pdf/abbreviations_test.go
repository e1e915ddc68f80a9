package pdf

import "testing"

// An abbreviation with a full stop is one where the text goes on, one with a slash
// is two words, and what ends a sentence is none.
func TestAbbreviations(t *testing.T) {
	a := newAbbreviations(map[string]string{"UBND": "u", "KT.": "k", "V/v": "v", "ĐU": "đ", "T/M": "t"})
	for text, want := range map[string]string{
		"KT. GIÁM ĐỐC": "KT.", "Lưu: VT, KT.": "", "KT": "", "UBND.": "UBND", "của UBND": "UBND", "HUBND": "", "V/v giao": "V/v", "27-TB/ĐU": "ĐU", "T/M BAN": "T/M", "T/": "", "KT.  ": "KT.", "": "",
	} {
		from, to, _ := a.next(text)
		if text[from:to] != want {
			t.Errorf("%q: %q, want %q", text, text[from:to], want)
		}
	}
}
