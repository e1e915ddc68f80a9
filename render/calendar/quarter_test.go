package calendar

import "testing"

func TestParseQuarter(t *testing.T) {
	for s, want := range map[string]Quarter{
		"2020-Q3": {2020, 3}, "Quý III/2020": {2020, 3}, "2020-q1": {2020, 1}, "2020-Q5": {}, "": {}, "2020": {},
	} {
		if got, ok := ParseQuarter(s); got != want || ok != (want != Quarter{}) {
			t.Errorf("%q: %v, %v", s, got, ok)
		}
	}
}
