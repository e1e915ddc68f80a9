package record

import (
	"slices"
	"testing"
)

func TestSingles(t *testing.T) {
	a, b, c := &Unit{Name: "A"}, &Unit{Name: "B"}, &Unit{Name: "C"}
	group := &Unit{Name: "Nhóm", Members: []*Unit{b, a}}
	around := &Unit{Name: "Vòng", Members: []*Unit{group}}
	group.Members = append(group.Members, around, c)
	alone := &Unit{Name: "Các xã"}
	for _, test := range []struct {
		named []*Unit
		want  string
	}{
		{nil, "[]"}, {[]*Unit{a}, "[A]"}, {[]*Unit{a, group}, "[A; B; C]"}, {[]*Unit{around, alone}, "[B; A; C; Các xã]"},
	} {
		if got := unitNames(Singles(test.named)); got != test.want && !(got == "" && test.want == "[]") {
			t.Errorf("%s: %s, want %s", unitNames(test.named), got, test.want)
		}
		for _, u := range []*Unit{a, b, c, group, around, alone} {
			if is := func(other *Unit) bool { return other == u }; Answers(test.named, is) != slices.Contains(Singles(test.named), u) {
				t.Errorf("%s: %s", unitNames(test.named), u.Name)
			}
		}
	}
}
