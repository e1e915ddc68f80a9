package record

import (
	"strings"
	"testing"
	"time"
)

// What is looked for in damaged files must not take long, whatever they hold.
func TestDamageIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"marks": "?", "marks behind a letter": "a?????????", "lines": "S? Y t?\n", "pieces": "?a ", "replaced": "\uFFFD", "signs": "áº", "signs of two": "Ã ", "one word": "áa",
		"dashes": "\n– x", "brackets": "\n- [a] b", "nesting": "[", "quotes": "\n- \"a\" b", "open quotes": "\n- \"a", "blanks": "\u00A0", "keys": "\ntext:\u00A0x", "blocks": "\n- |\n  x",
	} {
		took := func(n int) time.Duration {
			src := []byte("subject: " + strings.Repeat(piece, n/len(piece)))
			best := time.Hour
			for range 2 {
				began := time.Now()
				(&parser{record: &Record{}}).open("a.yaml", src)
				best = min(best, time.Since(began))
			}
			return best
		}
		if once, twice := took(60_000), took(120_000); twice > 5*once && twice > 500*time.Millisecond {
			t.Errorf("%s: %v, and twice as many %v", name, once, twice)
		}
	}
}

// A book is read whatever the letters that a unit sent.
func TestDamageInABook(t *testing.T) {
	type book struct{ note string }
	keys := []Key[book]{{Name: "note", Read: func(v Value, b *book) { b.note = v.Line() }}}
	for _, note := range []string{"K?t qu? th?c hi?n", "KÕt luËn cña Gi¸m ®èc", "Káº¿t luáº\u00adn"} {
		var b book
		if _, problems := ReadKeys("so.yaml", []byte("note: "+note+"\n"), 1000, keys, &b); len(problems) > 0 || b.note != Clean(note) {
			t.Errorf("%q: %q %v", note, b.note, problems)
		}
	}
}
