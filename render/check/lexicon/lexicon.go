// Package lexicon knows which syllables Vietnamese has, and how common it is that
// two or three of them stand side by side in official texts. Most lists were
// written for this project; attested.txt says where it is from. They are embedded
// as they are written. It does not know how a syllable is built.
package lexicon

import (
	"embed"
	"sync"
)

//go:embed *.txt
var lists embed.FS

// A Syllable is the number of one, from 1; 0 is one that the lists do not have.
// They are numbered in lower case, with the tone on the first letter of oa, oe
// and uy (hòa, ủy).
type Syllable uint32

// A lexicon has all that is known of a syllable by its number.
type lexicon struct {
	numbers       map[string]Syllable
	syllables     []string
	known         [][]known     // what is known of a syllable with those behind it, in their order
	links         map[pair]Link // until known has them
	triples       map[triple]bool
	terms         map[pair]uint16
	wrong         map[pair][2]Syllable
	after, before [][]Syllable
	alone         map[string]bool // true for those that are everywhere
	bound         []bool
	single        []float32
	free          []uint8
	total         float32
}

// known is a syllable that follows another, how often, and what the two are.
type known struct {
	second Syllable
	often  float32
	link   Link
}

// A pair of syllables.
type pair uint64

func pairOf(first, second Syllable) pair { return pair(first)<<32 | pair(second) }

func (p pair) parts() (first, second Syllable) { return Syllable(p >> 32), Syllable(p & 0xffffffff) }

// A triple of syllables, of 21 bits each.
type triple uint64

func tripleOf(a, b, c Syllable) triple { return triple(a)<<42 | triple(b)<<21 | triple(c) }

var words = sync.OnceValue(read)

// number returns the number of a syllable, a new one for a new syllable.
func (l *lexicon) number(s string) Syllable {
	n, ok := l.numbers[s]
	if !ok {
		n = Syllable(len(l.syllables))
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

// weights are how often pairs of the lists of this project are taken to stand in
// the texts that attested.txt counts: about as often as words of their kind do.
var weights = [...]float32{Join: 8, Word: 5, Binding: 25, Commonest: 120}

// Find returns the number of a syllable.
func Find(s string) Syllable { return words().numbers[s] }

func (s Syllable) String() string { return words().syllables[s] }

// Between returns what two syllables are.
func Between(first, second Syllable) Link { return words().pair(first, second).link }

// Often returns how often two syllables stand side by side, in as much text as
// has all syllables as often as Single says.
func Often(first, second Syllable) float32 { return words().pair(first, second).often }

// pair returns what is known of two syllables.
func (l *lexicon) pair(first, second Syllable) known {
	row := l.known[first]
	low, high := 0, len(row) // without a call for each step: it is asked of every word
	for low < high {
		if middle := (low + high) / 2; row[middle].second < second {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(row) && row[low].second == second {
		return row[low]
	}
	return known{}
}

// times is about how often something of a level stands: the middle of 2^(level-1)
// and 2^level - 1.
func times(level uint8) float32 {
	if level == 0 {
		return 0
	}
	return max(1, 0.7*float32(uint32(1)<<level))
}

// Single returns how often a syllable stands, and how often all together do.
func Single(s Syllable) (often, all float32) {
	l := words()
	return l.single[s], l.total
}

// Terms returns how many terms of official texts have two syllables side by side.
func Terms(first, second Syllable) int {
	if first == 0 || second == 0 {
		return 0
	}
	return int(words().terms[pairOf(first, second)])
}

// Free returns how often a syllable makes no word with a neighbour, in dictionaries.
func Free(s Syllable) float32 { return times(words().free[s]) }

// Meant returns the two syllables that two others are known slips for.
func Meant(first, second Syllable) (meant [2]Syllable, known bool) {
	meant, known = words().wrong[pairOf(first, second)]
	return meant, known
}

// Triple reports three syllables that stand together in a term of official texts.
func Triple(a, b, c Syllable) bool { return words().triples[tripleOf(a, b, c)] }

// Common reports two syllables that make a word which is everywhere.
func Common(first, second string) bool { return Between(Find(first), Find(second)) == Commonest }

// Binds reports two syllables that make a word of official texts.
func Binds(first, second string) bool { return Between(Find(first), Find(second)) >= Binding }

// After returns the syllables that are common behind first.
func After(first Syllable) []Syllable { return words().after[first] }

// Before returns the syllables that are common before second.
func Before(second Syllable) []Syllable { return words().before[second] }

// Known reports a syllable that some word that binds has.
func Known(s string) bool {
	l := words()
	return l.bound[l.numbers[s]] || l.alone[s]
}

// Syllables returns all syllables of the lists.
func Syllables() []string { return words().syllables[1:] }
