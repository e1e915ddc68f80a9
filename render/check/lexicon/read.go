package lexicon

import "strings"

// aloneFile lists the syllables that are words by themselves, joinsFile and
// phrasesFile what stands together without making a word. The lines of the other files are pairs
// (a first syllable, a colon, those that follow it) or terms with commas between.
const aloneFile, joinsFile, phrasesFile = "alone.txt", "joins.txt", "phrases.txt"

// singleFile lists words of one syllable that are less common.
const singleFile = "single.txt"

// commonFile lists the words that are everywhere.
const commonFile = "common.txt"

// generalFiles begins the names of the lists of general words.
const generalFiles = "general"

// wrongFile has slips and what they are meant to be.
const wrongFile = "wrong.txt"

// attestedFile has what dictionaries count.
const attestedFile = "attested.txt"

func read() *lexicon {
	l := &lexicon{numbers: make(map[string]Syllable, 8000), syllables: make([]string, 1, 8000), links: make(map[pair]Link, 24000),
		triples: make(map[triple]bool, 12000), terms: make(map[pair]uint16, 16000), alone: make(map[string]bool, 3000), wrong: make(map[pair][2]Syllable, 500)}
	levels := l.readAttested()
	files, _ := lists.ReadDir(".")
	var t terms
	for _, f := range files {
		if f.Name() != attestedFile {
			src, _ := lists.ReadFile(f.Name())
			l.readList(f.Name(), string(src), &t)
		}
	}
	for _, s := range t.common {
		if len(s) == 2 {
			l.add(s[0], s[1], Commonest)
		}
	}
	t.longer = append(t.longer, t.common...)
	l.within(t.longer)
	l.join(t.joined)
	l.threes(t.longer)
	l.threes(t.joined)
	l.count(levels)
	return l
}

// terms are what the lists have that is longer than a pair.
type terms struct{ longer, joined, common [][]Syllable }

func (l *lexicon) readList(name, src string, t *terms) {
	for line := range strings.Lines(src) {
		first, rest, pairs := strings.Cut(line, ":")
		switch {
		case line[0] == '#':
		case name == wrongFile:
			l.readWrong(line)
		case name == aloneFile, name == singleFile:
			for s := range strings.FieldsSeq(line) {
				l.number(s)
				l.alone[s] = l.alone[s] || name == aloneFile
			}
		case name == commonFile:
			t.common = append(t.common, l.termsOf(line)...)
		case name == joinsFile, name == phrasesFile:
			t.joined = append(t.joined, l.termsOf(line)...)
		case pairs:
			n, g := l.number(first), Binding
			if strings.HasPrefix(name, generalFiles) {
				g = Word
			}
			for second := range strings.FieldsSeq(rest) {
				l.add(n, l.number(second), g)
			}
		default:
			t.longer = append(t.longer, l.termsOf(line)...)
		}
	}
}

// readWrong reads a line of slips.
func (l *lexicon) readWrong(line string) {
	for slip := range strings.SplitSeq(line, ",") {
		written, meant, _ := strings.Cut(slip, ":")
		w, m := l.termsOf(written)[0], l.termsOf(meant)[0]
		l.wrong[pairOf(w[0], w[1])] = [2]Syllable{m[0], m[1]}
	}
}

// termsOf reads the terms of a line, as the numbers of their syllables.
func (l *lexicon) termsOf(line string) [][]Syllable {
	var terms [][]Syllable
	all := make([]Syllable, 0, len(line)/3)
	for term := range strings.SplitSeq(line, ",") {
		from := len(all)
		for s := range strings.FieldsSeq(term) {
			all = append(all, l.number(s))
		}
		terms = append(terms, all[from:])
	}
	return terms
}

// add adds a word of two syllables.
func (l *lexicon) add(first, second Syllable, g Link) {
	p := pairOf(first, second)
	l.links[p] = max(l.links[p], g)
}

// within adds the pairs of terms: words, and the joins between two words ("phóng
// mặt" in "giải phóng mặt bằng"), which are right but less often what was meant by
// something else. Terms of an even length are taken as words of two.
func (l *lexicon) within(terms [][]Syllable) {
	for _, s := range terms {
		for i := 0; len(s)%2 == 0 && i < len(s); i += 2 {
			l.add(s[i], s[i+1], Binding)
		}
	}
	var words, joins [][]Syllable
	for _, s := range terms {
		word := func(i int) bool { return i >= 0 && i+1 < len(s) && l.links[pairOf(s[i], s[i+1])] >= Word }
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
func (l *lexicon) join(terms [][]Syllable) {
	for _, s := range terms {
		for i := 0; i+1 < len(s); i++ {
			l.add(s[i], s[i+1], Join)
		}
	}
}

// threes adds the triples of terms, and counts their pairs.
func (l *lexicon) threes(terms [][]Syllable) {
	for _, s := range terms {
		for i := 0; i+1 < len(s); i++ {
			l.terms[pairOf(s[i], s[i+1])]++
		}
		for i := 0; i+2 < len(s); i++ {
			l.triples[tripleOf(s[i], s[i+1], s[i+2])] = true
		}
	}
}
