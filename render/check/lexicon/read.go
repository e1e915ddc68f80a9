package lexicon

import "strings"

// aloneFile lists the syllables that are words by themselves, joinsFile what
// stands together without making a word. The lines of the other files are pairs
// (a first syllable, a colon, those that follow it) or terms with commas between.
const aloneFile, joinsFile = "alone.txt", "joins.txt"

// singleFile lists words of one syllable that are less common.
const singleFile = "single.txt"

// commonFile lists the words that are everywhere.
const commonFile = "common.txt"

// generalFiles begins the names of the lists of general words.
const generalFiles = "general"

func read() *lexicon {
	l := &lexicon{numbers: make(map[string]uint32, 4000), pairs: make(map[pair]Link, 24000), alone: make(map[string]bool, 3000)}
	files, _ := lists.ReadDir(".")
	var longer, joined, common [][]uint32
	for _, f := range files {
		src, _ := lists.ReadFile(f.Name())
		for line := range strings.Lines(string(src)) {
			first, rest, pairs := strings.Cut(line, ":")
			switch name := f.Name(); {
			case line[0] == '#':
			case name == aloneFile, name == singleFile:
				for s := range strings.FieldsSeq(line) {
					l.alone[s] = l.alone[s] || name == aloneFile
				}
			case name == commonFile:
				common = append(common, l.terms(line)...)
			case name == joinsFile:
				joined = append(joined, l.terms(line)...)
			case pairs:
				n, g := l.number(first), Binding
				if strings.HasPrefix(name, generalFiles) {
					g = Word
				}
				for second := range strings.FieldsSeq(rest) {
					l.add(n, l.number(second), g)
				}
			default:
				longer = append(longer, l.terms(line)...)
			}
		}
	}
	for _, s := range common {
		if len(s) == 2 {
			l.add(s[0], s[1], Commonest)
		}
	}
	l.within(append(longer, common...))
	l.join(joined)
	l.after, l.before = l.beside(0), l.beside(1)
	l.bound = make([]bool, len(l.syllables))
	for _, w := range l.words {
		if l.pairs[pairOf(w[0], w[1])] >= Binding {
			l.bound[w[0]], l.bound[w[1]] = true, true
		}
	}
	return l
}

// terms reads the terms of a line, as the numbers of their syllables.
func (l *lexicon) terms(line string) [][]uint32 {
	var terms [][]uint32
	all := make([]uint32, 0, len(line)/3)
	for term := range strings.SplitSeq(line, ",") {
		from := len(all)
		for s := range strings.FieldsSeq(term) {
			all = append(all, l.number(s))
		}
		terms = append(terms, all[from:])
	}
	return terms
}

// within adds the pairs of terms: words, and the joins between two words ("phóng
// mặt" in "giải phóng mặt bằng"), which are right but are never what was meant by
// something else. Terms of an even length are taken as words of two.
func (l *lexicon) within(terms [][]uint32) {
	for _, s := range terms {
		for i := 0; len(s)%2 == 0 && i < len(s); i += 2 {
			l.add(s[i], s[i+1], Binding)
		}
	}
	var words, joins [][]uint32
	for _, s := range terms {
		word := func(i int) bool { return i >= 0 && i+1 < len(s) && l.pairs[pairOf(s[i], s[i+1])] >= Word }
		for i := 0; i+1 < len(s); i++ {
			switch {
			case word(i):
			case len(s)%2 == 0, word(i - 1), word(i + 1):
				joins = append(joins, s[i:i+2])
			default:
				words = append(words, s[i:i+2])
			}
		}
	}
	for _, w := range words {
		l.add(w[0], w[1], Binding)
	}
	l.join(joins)
}

// join adds what stands together without making a word.
func (l *lexicon) join(terms [][]uint32) {
	for _, s := range terms {
		for i := 0; i+1 < len(s); i++ {
			p := pairOf(s[i], s[i+1])
			l.pairs[p] = max(l.pairs[p], Join)
		}
	}
}
