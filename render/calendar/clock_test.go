package calendar

import "testing"

func TestParseClock(t *testing.T) {
	for s, want := range map[string]Clock{
		"08:00": {8, 0}, "8h": {8, 0}, "8h30": {8, 30}, "8h30’": {8, 30}, "08 giờ": {8, 0}, "08 giờ 30": {8, 30}, "14 giờ 05 phút": {14, 5}, "lúc 7 giờ 30 phút": {7, 30},
	} {
		if c, shaped := ParseClock(s); !shaped || c != want || !c.Valid() {
			t.Errorf("ParseClock(%q) = %v, %v", s, c, shaped)
		}
	}
	for _, s := range []string{"25:00", "8h75", "24 giờ"} {
		if c, shaped := ParseClock(s); !shaped || c.Valid() {
			t.Errorf("ParseClock(%q) = %v, %v: no day has it", s, c, shaped)
		}
	}
	for _, s := range []string{"", "8", "sáng", "08:00:30", "8 giờ kém 5"} {
		if c, shaped := ParseClock(s); shaped {
			t.Errorf("ParseClock(%q) = %v", s, c)
		}
	}
}
