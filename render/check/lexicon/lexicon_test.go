package lexicon

import "testing"

func TestPairs(t *testing.T) {
	l := words()
	pairs := 0
	for _, row := range l.known {
		for i, k := range row {
			if k.link > 0 {
				pairs++
			}
			if k.second == 0 || i > 0 && row[i-1].second >= k.second {
				t.Fatalf("%d: %v is out of its order", i, k)
			}
		}
	}
	if pairs < 9000 || len(l.known) < 6000 {
		t.Errorf("%d pairs, %d syllables", pairs, len(l.known))
	}
	link := func(first, second string) Link { return Between(Find(first), Find(second)) }
	if link("công", "nghệ") < Binding || link("công", "nghê") != 0 || link("phóng", "mặt") != Join {
		t.Error("công nghệ, phóng mặt")
	}
	often := func(first, second string) float32 { return Often(Find(first), Find(second)) }
	if often("công", "nghệ") < 100 || often("công", "nghê") != 0 || often("con", "chim") < 8 || often("abc", "chim") != 0 {
		t.Error("công nghệ, con chim")
	}
	if Free(Find("các")) < 100 || Free(Find("thống")) > 2 {
		t.Error("các, thống")
	}
	if Terms(Find("mặt"), Find("bằng")) < 3 || Terms(Find("mặt"), Find("bàng")) != 0 {
		t.Error("mặt bằng")
	}
	if !Triple(Find("giải"), Find("phóng"), Find("mặt")) || Triple(Find("giải"), Find("phóng"), Find("mật")) {
		t.Error("giải phóng mặt bằng")
	}
}

// The lists are read once, and only where spelling is checked.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		read()
	}
}
