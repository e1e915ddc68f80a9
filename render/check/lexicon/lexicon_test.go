package lexicon

import "testing"

func TestPairs(t *testing.T) {
	l := words()
	if len(l.pairs) < 9000 {
		t.Errorf("%d pairs", len(l.pairs))
	}
	t.Log(len(l.pairs), "pairs", len(l.alone), "alone")
	if !Pair("công", "nghệ") || Pair("công", "nghê") || !Pair("phóng", "mặt") || Word("phóng", "mặt") || !Alone("các") || Alone("nghệ") {
		t.Error("công nghệ, phóng mặt, các")
	}
}

// The lists are read once, and only where spelling is checked.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		read()
	}
}
