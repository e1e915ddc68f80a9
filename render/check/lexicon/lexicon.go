// Package lexicon knows which syllables stand together in the words of official
// Vietnamese. The lists were written for this project; they are embedded as
// they are written. It does not know how a syllable is built.
package lexicon

import (
	"embed"
	"sync"
)

//go:embed *.txt
var lists embed.FS

// A lexicon numbers syllables, in lower case, with the tone on the first letter
// of oa, oe and uy (hòa, ủy).
type lexicon struct {
	numbers       map[string]uint32
	syllables     []string
	pairs         map[pair]bool // true for words, false for joins
	words         [][2]uint32
	after, before [][]string // by number
	alone         map[string]bool
}

// A pair of syllables, by their numbers.
type pair uint64

func pairOf(first, second uint32) pair { return pair(first)<<32 | pair(second) }

var words = sync.OnceValue(read)

// number returns the number of a syllable, a new one for a new syllable.
func (l *lexicon) number(s string) uint32 {
	n, ok := l.numbers[s]
	if !ok {
		n = uint32(len(l.syllables))
		l.numbers[s] = n
		l.syllables = append(l.syllables, s)
	}
	return n
}

func (l *lexicon) add(first, second uint32) {
	if p := pairOf(first, second); !l.pairs[p] {
		l.pairs[p] = true
		l.words = append(l.words, [2]uint32{first, second})
	}
}

// beside returns, by the number of the syllable at one place of a word, those at
// the other. One array holds them all: thousands of small ones took most of the
// time of reading.
func (l *lexicon) beside(at int) [][]string {
	sizes := make([]int, len(l.syllables))
	for _, w := range l.words {
		sizes[w[at]]++
	}
	all, groups := make([]string, len(l.words)), make([][]string, len(sizes))
	for n, size := range sizes {
		groups[n], all = all[:0:size], all[size:]
	}
	for _, w := range l.words {
		groups[w[at]] = append(groups[w[at]], l.syllables[w[1-at]])
	}
	return groups
}

func (l *lexicon) pair(first, second string) (word, ok bool) {
	a, known := l.numbers[first]
	b, both := l.numbers[second]
	if !known || !both {
		return false, false
	}
	word, ok = l.pairs[pairOf(a, b)]
	return word, ok
}

// Pair reports whether two syllables stand together, in a word or between two.
func Pair(first, second string) bool {
	_, ok := words().pair(first, second)
	return ok
}

// Word reports whether two syllables make a word.
func Word(first, second string) bool {
	word, _ := words().pair(first, second)
	return word
}

// After returns the syllables that make a word behind first.
func After(first string) []string {
	if n, ok := words().numbers[first]; ok {
		return words().after[n]
	}
	return nil
}

// Before returns the syllables that make a word before second.
func Before(second string) []string {
	if n, ok := words().numbers[second]; ok {
		return words().before[n]
	}
	return nil
}

// Alone reports a syllable that is a common word by itself, and so may stand
// beside any other.
func Alone(s string) bool { return words().alone[s] }

// Known reports a syllable that some word of the lists has.
func Known(s string) bool {
	_, ok := words().numbers[s]
	return ok || Alone(s)
}

// Syllables returns all syllables of the pairs, in no order.
func Syllables() []string { return words().syllables }
