package record

import (
	"testing"

	"ketluan/render/calendar"
)

func TestTerm(t *testing.T) {
	for s, want := range map[string]Term{"2025-2030": {2025, 2030}, "2020 – 2025": {2020, 2025}} {
		if got, ok := ParseTerm(s); !ok || got != want {
			t.Errorf("%s: %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "2025", "2030-2025", "2025-2025", "2025-2099", "khóa XX"} {
		if got, ok := ParseTerm(s); ok {
			t.Errorf("%q: %v", s, got)
		}
	}
	if term := (Term{2025, 2030}); !term.Has(calendar.Date{Year: 2030, Month: 3, Day: 1}) || term.Has(calendar.Date{Year: 2031, Month: 1, Day: 1}) {
		t.Error("the term has other days")
	}
}
