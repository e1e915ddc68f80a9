package check

import (
	"testing"

	"ketluan/render/check/lexicon"
)

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"nghệ", "nghê", true}, {"gia", "gi", true}, {"xuất", "suất", true}, {"trấn", "chấn", true}, {"đã", "dã", true},
		{"tập", "tập", false}, {"trung", "tục", false}, {"bài", "bàn", false},
	} {
		if got := likenessOf(c.a, c.b) != 0; got != c.want || got != (likenessOf(c.b, c.a) != 0) {
			t.Errorf("%s %s: %v", c.a, c.b, got)
		}
	}
}

// The syllables of the lists are well written, with the older way of tones.
func TestListsAreSyllables(t *testing.T) {
	for _, s := range lexicon.Syllables() {
		y, ok := parseSyllable(s)
		if !ok || !y.wellToned() || y.tone != level && y.toneAt != y.toneMay[0] {
			t.Errorf("%q", s)
		}
	}
}

// Words of small letters and a capital are glued; names of programs are not.
func TestGlued(t *testing.T) {
	for text, want := range map[string]int{"sử dụngVLNCN": 1, "Ban Thường vụĐảng ủy": 1, "iOffice, VNeID, VietGAP, kWh, Đắk Lắk": 0} {
		_, found := checked(t, "a.yaml", sentence("Phòng A xem "+text+"."))
		if got := len(of(found, "CT-01")); got != want {
			t.Errorf("%s: %d", text, got)
		}
	}
}
