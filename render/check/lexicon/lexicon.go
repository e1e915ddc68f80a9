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
	pairs         map[pair]Link
	words         [][2]uint32
	after, before [][]string      // by number
	alone         map[string]bool // true for those that are everywhere
	bound         []bool          // by number
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

// A Link says what two syllables that stand together are; 0 is nothing that is
// known.
type Link uint8

const (
	Join      Link = 1 + iota // two ends of words, or none of both
	Word                      // a word of the general language: so many that two syllables make one by chance
	Binding                   // a word of official texts
	Commonest                 // one that is everywhere in them
)

func (l *lexicon) add(first, second uint32, g Link) {
	p := pairOf(first, second)
	if l.pairs[p] < Word {
		l.words = append(l.words, [2]uint32{first, second})
	}
	l.pairs[p] = max(l.pairs[p], g)
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

// A Syllable is the number of one, from 1; 0 is one that the lists do not have.
type Syllable uint32

// Find returns the number of a syllable.
func Find(s string) Syllable {
	if n, ok := words().numbers[s]; ok {
		return Syllable(n + 1)
	}
	return 0
}

// Between returns what two syllables are.
func Between(first, second Syllable) Link {
	if first == 0 || second == 0 {
		return 0
	}
	return words().pairs[pairOf(uint32(first-1), uint32(second-1))]
}

// Binds reports two syllables that make a word of official texts, not only one
// of the general language.
func Binds(first, second string) bool { return Between(Find(first), Find(second)) >= Binding }

// Common reports two syllables that make a word which is everywhere.
func Common(first, second string) bool { return Between(Find(first), Find(second)) == Commonest }

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

// Alone reports a syllable that is a word by itself, and so may stand beside any
// other.
func Alone(s string) bool {
	_, ok := words().alone[s]
	return ok
}

// Everywhere reports one of those words that is in every text.
func Everywhere(s string) bool { return words().alone[s] }

// Known reports a syllable that some word that binds has.
func Known(s string) bool {
	n, ok := words().numbers[s]
	return ok && words().bound[n] || Everywhere(s)
}

// Syllables returns all syllables of the pairs, in no order.
func Syllables() []string { return words().syllables }
