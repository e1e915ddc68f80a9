package check

import (
	"slices"
	"strings"

	"ketluan/render/check/lexicon"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// checkNeighbours finds syllables that hardly stand beside their neighbours, where
// one that is written nearly alike often does. Of two words side by side the surer
// one is told: what the other lacks is its neighbour.
func checkNeighbours(n *notice, f *found) {
	var stands []stand
	for _, p := range n.prose {
		stands = standsOf(p, n.wordsIn(p), stands)
		var last guess
		tell := func() {
			if last.sure > sureEnough {
				f.guessed(p, last)
			}
		}
		for i, w := range n.wordsIn(p) {
			if right := n.shortFor(p, w); right != "" {
				f.in(p, w.from, w.to, problem.Textf("%q viết gần như %q", "%q is nearly %q", w.s, right), problem.Textf("có phải %q không?", "is it %q?", right))
			}
			g := n.guessAt(p, w, stands[i:i+5])
			switch {
			case last.sure <= sureEnough:
			case stands[i+2].begins:
				tell()
			case g.sure <= last.sure:
				tell()
				g.sure = 0
			}
			last = g
		}
		tell()
	}
}

// guessAt returns what a word, the third of five, may have been meant to be.
func (n *notice) guessAt(p *record.Passage, w word, five []stand) guess {
	if five[2].s == "" || touches(p.Text, w) || w.capitals > 0 && !onlyBegins(p.Text, w) {
		return guess{}
	}
	g := guess{word: w, meaning: n.memory.guessFor(five)}
	if !w.right || five[2].n != 0 {
		return g
	}
	if other := otherHook(five[2].s); lexicon.Find(other) != 0 && !n.hasTwice(w.s) {
		g.odd, g.sure = true, max(g.sure, sureEnough+0.1)
		if g.meant == "" {
			g.meant = other
		}
	}
	return g
}

// otherHook returns a syllable with a tilde for its hook, or a hook for its tilde:
// of two in three provinces one is heard as the other.
func otherHook(s string) string {
	return strings.Map(func(c rune) rune {
		switch v, _ := toneOf(c); v.tone {
		case hook:
			return toned(v.vowel, tilde)
		case tilde:
			return toned(v.vowel, hook)
		}
		return c
	}, s)
}

// guessed says that a syllable may have been meant to be another.
func (f *found) guessed(p *record.Passage, g guess) {
	what := problem.Textf("tiếng %q không ghép thành từ với tiếng đứng cạnh", "%q makes no word with what stands beside it", g.word.s)
	if g.odd {
		what = problem.Textf("tiếng %q không có trong từ điển nào", "%q is in no dictionary", g.word.s)
	}
	f.in(p, g.word.from, g.word.to, what, problem.Textf("có phải %q không?", "is it %q?", g.meant))
}

// onlyBegins reports a word whose capital is that of its sentence: no name, of
// which the next word has one too.
func onlyBegins(s string, w word) bool {
	return w.capitals == 1 && startsSentence(s, w.from) && !beginsWithCapital(strings.TrimPrefix(s[w.to:], " "))
}

// A stand is a syllable where it stands in a passage.
type stand struct {
	s      string // as the lexicon has it; "" for what is no syllable
	n      lexicon.Syllable
	begins bool // a phrase behind a mark, or a name with its capital
}

// isBroken reports a word without marks that is no syllable, and whose neighbours
// may tell what it was meant to be (quyy, tahm); where it has marks or keys left of
// typing, it is told by itself.
func isBroken(w word) bool {
	if !w.ascii || w.digits || w.capitals > 0 || w.shaped || len(w.s) < 3 || len(w.s) > 8 {
		return false
	}
	_, telex := fromTelex(w.s, true)
	return !telex
}

// standsOf returns the syllables of a passage, two empty ones before and behind
// them, in the place of others that are not needed any more.
func standsOf(p *record.Passage, words []word, others []stand) []stand {
	stands := slices.Grow(others[:0], len(words)+4)[:len(words)+4]
	clear(stands)
	for i, w := range words {
		if i > 0 {
			gap := p.Text[words[i-1].to:w.from]
			stands[i+2].begins = w.capitals > words[i-1].capitals || gap != " " && strings.Trim(gap, " \n") != ""
		}
		if !w.shaped || w.digits || w.capitals > 1 {
			if isBroken(w) {
				stands[i+2].s = w.s
			}
			continue
		}
		stands[i+2].s, stands[i+2].n = w.plain, w.number
	}
	return stands
}

// A neighbour is a syllable of the same phrase beside another, and what the two
// are; the zero neighbour is none.
type neighbour struct {
	s    string
	next lexicon.Link
}

// beside returns the third of five syllables and its neighbours.
func beside(five []stand) (w string, before, after neighbour) {
	if !five[2].begins {
		before = neighbour{five[1].s, lexicon.Between(five[1].n, five[2].n)}
	}
	if !five[3].begins {
		after = neighbour{five[3].s, lexicon.Between(five[2].n, five[3].n)}
	}
	return five[2].s, before, after
}
