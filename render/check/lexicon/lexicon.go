// Package lexicon knows which syllables stand together in the words of official
// Vietnamese. The lists were written for this project; they are embedded as
// they are written. It does not know how a syllable is built.
package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed *.txt
var lists embed.FS

// A pair of syllables, in lower case, with the tone on the first letter of oa,
// oe and uy (hòa, ủy).
type pair struct{ first, second string }

type lexicon struct {
	pairs         map[pair]bool // true for words, false for joins
	after, before map[string][]string
	alone, known  map[string]bool
}

var words = sync.OnceValue(read)

// aloneFile lists the syllables that are words by themselves, joinsFile what
// stands together without making a word. The lines of the other files are pairs
// (a first syllable, a colon, those that follow it) or terms with commas between.
const aloneFile, joinsFile = "alone.txt", "joins.txt"

func read() *lexicon {
	l := &lexicon{make(map[pair]bool, 16000), make(map[string][]string, 3000), make(map[string][]string, 3000), map[string]bool{}, make(map[string]bool, 3000)}
	files, _ := lists.ReadDir(".")
	var longer, joined [][]string
	for _, f := range files {
		src, _ := lists.ReadFile(f.Name())
		for line := range strings.Lines(string(src)) {
			switch first, rest, ok := strings.Cut(line, ":"); {
			case strings.HasPrefix(line, "#"):
			case f.Name() == aloneFile:
				for _, s := range strings.Fields(line) {
					l.alone[s] = true
				}
			case ok:
				for _, second := range strings.Fields(rest) {
					l.add(pair{first, second})
				}
			case f.Name() == joinsFile:
				for term := range strings.SplitSeq(line, ",") {
					joined = append(joined, strings.Fields(term))
				}
			default:
				longer = append(longer, l.terms(line)...)
			}
		}
	}
	l.within(longer)
	l.join(joined)
	return l
}

// terms reads words of two syllables, and returns the longer ones.
func (l *lexicon) terms(line string) (longer [][]string) {
	for term := range strings.SplitSeq(line, ",") {
		switch s := strings.Fields(term); {
		case len(s) == 2:
			l.add(pair{s[0], s[1]})
		case len(s) > 2:
			longer = append(longer, s)
		}
	}
	return longer
}

// within adds the pairs of longer terms: words, and the joins between two words
// ("phóng mặt" in "giải phóng mặt bằng"), which are right but are never what was
// meant by something else. Terms of an even length are taken as words of two.
func (l *lexicon) within(terms [][]string) {
	for _, s := range terms {
		for i := 0; len(s)%2 == 0 && i < len(s); i += 2 {
			l.add(pair{s[i], s[i+1]})
		}
	}
	var words []pair
	var joins [][]string
	for _, s := range terms {
		word := func(i int) bool { return i >= 0 && i+1 < len(s) && l.pairs[pair{s[i], s[i+1]}] }
		for i := range s[1:] {
			switch p := (pair{s[i], s[i+1]}); {
			case word(i):
			case len(s)%2 == 0, word(i - 1), word(i + 1):
				joins = append(joins, s[i:i+2])
			default:
				words = append(words, p)
			}
		}
	}
	for _, p := range words {
		l.add(p)
	}
	l.join(joins)
}

func (l *lexicon) join(terms [][]string) {
	for _, s := range terms {
		for i := 1; i < len(s); i++ {
			p := pair{s[i-1], s[i]}
			l.pairs[p] = l.pairs[p]
			l.known[p.first], l.known[p.second] = true, true
		}
	}
}

func (l *lexicon) add(p pair) {
	if !l.pairs[p] {
		l.pairs[p], l.known[p.first], l.known[p.second] = true, true, true
		l.after[p.first] = append(l.after[p.first], p.second)
		l.before[p.second] = append(l.before[p.second], p.first)
	}
}

// Pair reports whether two syllables stand together, in a word or between two.
func Pair(first, second string) bool {
	_, ok := words().pairs[pair{first, second}]
	return ok
}

// Word reports whether two syllables make a word.
func Word(first, second string) bool { return words().pairs[pair{first, second}] }

// After returns the syllables that make a word behind first.
func After(first string) []string { return words().after[first] }

// Before returns the syllables that make a word before second.
func Before(second string) []string { return words().before[second] }

// Alone reports a syllable that is a common word by itself, and so may stand
// beside any other.
func Alone(s string) bool { return words().alone[s] }

// Known reports a syllable that some word of the lists has.
func Known(s string) bool {
	l := words()
	return l.alone[s] || l.known[s]
}

// Syllables returns all syllables of the pairs, in no order and some twice.
func Syllables() []string {
	var all []string
	for p := range words().pairs {
		all = append(all, p.first, p.second)
	}
	return all
}
