package lexicon

import "testing"

func TestPairs(t *testing.T) {
	l := words()
	if len(l.pairs) < 9000 {
		t.Errorf("%d pairs", len(l.pairs))
	}
	t.Log(len(l.pairs), "pairs", len(l.alone), "alone")
	link := func(first, second string) Link { return Between(Find(first), Find(second)) }
	if link("công", "nghệ") < Binding || link("công", "nghê") != 0 || link("phóng", "mặt") != Join || !Alone("các") || Alone("nghệ") {
		t.Error("công nghệ, phóng mặt, các")
	}
}

// The lists are read once, and only where spelling is checked.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		read()
	}
}
