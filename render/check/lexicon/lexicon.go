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
	pairs         map[pair]bool // true for a word that binds
	after, before map[string][]string
	alone, bound  map[string]bool
}

var words = sync.OnceValue(read)

// aloneFile lists the syllables that are words by themselves; the other files
// list pairs, a first syllable and those that follow it on a line.
const aloneFile = "alone.txt"

// general begins the names of the lists of general words: so many that two
// syllables make one by chance, so that they do not bind.
const general = "general"

func read() *lexicon {
	l := &lexicon{map[pair]bool{}, map[string][]string{}, map[string][]string{}, map[string]bool{}, map[string]bool{}}
	files, _ := lists.ReadDir(".")
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
				l.follow(first, strings.Fields(rest), !strings.HasPrefix(f.Name(), general))
			}
		}
	}
	return l
}

func (l *lexicon) follow(first string, seconds []string, binds bool) {
	for _, second := range seconds {
		if binds {
			l.bound[first], l.bound[second] = true, true
		}
		p := pair{first, second}
		if _, ok := l.pairs[p]; ok {
			l.pairs[p] = l.pairs[p] || binds
			continue
		}
		l.pairs[p] = binds
		l.after[first] = append(l.after[first], second)
		l.before[second] = append(l.before[second], first)
	}
}

// Pair reports whether two syllables make a word.
func Pair(first, second string) bool {
	_, ok := words().pairs[pair{first, second}]
	return ok
}

// Binds reports two syllables that make a word of official texts, not only one
// of the general language.
func Binds(first, second string) bool { return words().pairs[pair{first, second}] }

// After returns the syllables that make a word behind first.
func After(first string) []string { return words().after[first] }

// Before returns the syllables that make a word before second.
func Before(second string) []string { return words().before[second] }

// Alone reports a syllable that is a common word by itself, and so may stand
// beside any other.
func Alone(s string) bool { return words().alone[s] }

// Known reports a syllable that some word that binds has.
func Known(s string) bool {
	l := words()
	return l.alone[s] || l.bound[s]
}

// Syllables returns all syllables of the pairs, in no order and some twice.
func Syllables() []string {
	var all []string
	for p := range words().pairs {
		all = append(all, p.first, p.second)
	}
	return all
}
