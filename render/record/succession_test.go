package record

import (
	"slices"
	"testing"
)

// What several records say of units is put together; the newest counts where
// they contradict each other, and there is no circle.
func TestSuccession(t *testing.T) {
	units := func(forms string) *Record {
		rec, problems := Parse([]byte("agency: {name: Sở A}\nunits: "+forms+"\nmeeting-date: 6/1/2026\nconclusions: [{text: Rà soát., task: no}]\n"), Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return rec
	}
	s := SuccessionOf(units("[{name: Phòng C, aliases: [Phòng A]}, {name: Phòng D, successor: Phòng E}, Phòng E]"),
		units("[Phòng A, {name: Phòng B, short: PB, successor: Phòng A}, {name: Phòng E, successor: Phòng D}, Phòng D]"))
	line := func(name string) []string { return slices.Collect(s.Line(s.Key(name))) }
	for name, want := range map[string][]string{
		"Phòng A": {"phòng c"}, "pb": {"phòng b", "phòng c"}, "PHÒNG C": {"phòng c"}, "Phòng X": {"phòng x"}, "Phòng D": {"phòng d", "phòng e"}, "Phòng E": {"phòng e"},
	} {
		if got := line(name); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	if !s.Related(s.Key("Phòng A"), s.Key("Phòng B")) || s.Related(s.Key("Phòng B"), s.Key("Phòng D")) {
		t.Error("related")
	}
}
