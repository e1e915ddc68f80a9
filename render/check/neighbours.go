package check

import (
	"strings"

	"ketluan/render/check/lexicon"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// checkNeighbours finds syllables that make no word with those beside them, where
// one that is written nearly alike does.
func checkNeighbours(n *notice, f *found) {
	for _, p := range n.prose {
		words := n.words[p]
		stands := standsOf(p, words)
		for i, w := range words {
			if right := shortFor(w); right != "" && !touches(p.Text, w) {
				f.in(p, w.from, w.to, problem.Textf("%q viết gần như %q", "%q is nearly %q", w.s, right), problem.Textf("có phải %q không?", "is it %q?", right))
				continue
			}
			if stands[i+2].s == "" || touches(p.Text, w) || w.capitals > 0 && !onlyBegins(p.Text, w) {
				continue
			}
			meant := meantWord(stands[i : i+5])
			if meant == "" && w.capitals == 0 {
				meant = meantFor(stands[i : i+5])
			}
			if meant != "" {
				f.in(p, w.from, w.to, problem.Textf("tiếng %q không ghép thành từ với tiếng đứng cạnh", "%q makes no word with what stands beside it", w.s),
					problem.Textf("có phải %q không?", "is it %q?", meant))
			}
		}
	}
}

// onlyBegins reports a word whose capital is that of its sentence: no name, of
// which the next word has one too.
func onlyBegins(s string, w word) bool {
	return w.capitals == 1 && startsSentence(s, w.from) && !beginsWithCapital(strings.TrimPrefix(s[w.to:], " "))
}

func shortFor(w word) string {
	if w.digits || w.capitals < 3 {
		return ""
	}
	return misspeltBody(w.s)
}

// misspelt are abbreviations that everybody knows, one letter off.
var misspelt = map[string]string{
	"HDND": "HĐND", "HĐNN": "HĐND", "HĐDN": "HĐND", "HNĐD": "HĐND", "UBDN": "UBND", "UNBD": "UBND", "UBNN": "UBND", "UBNB": "UBND", "UBMTQT": "UBMTTQ",
}

// A stand is a syllable where it stands in a passage.
type stand struct {
	s      string       // as the lexicon has it; "" for what is no syllable
	begins bool         // a phrase behind a mark, or a name with its capital
	next   lexicon.Link // what it and the one behind it are, marks or not
}

// standsOf returns the syllables of a passage, two empty ones before and behind
// them.
func standsOf(p *record.Passage, words []word) []stand {
	stands := make([]stand, len(words)+4)
	last := lexicon.Syllable(0)
	for i, w := range words {
		if !w.shaped || w.digits || w.capitals > 1 {
			last = 0
			continue
		}
		s, number := w.known()
		stands[i+2].s, stands[i+1].next = s, lexicon.Between(last, number)
		last = number
		if i > 0 {
			gap := p.Text[words[i-1].to:w.from]
			stands[i+2].begins = w.capitals > words[i-1].capitals || gap != " " && strings.Trim(gap, " \n") != ""
		}
	}
	return stands
}

// meantFor returns the syllable that the third of five should be, with the
// neighbour that says so; "" where it is well in its place or none is known.
func meantFor(five []stand) string {
	w, before, after := beside(five)
	if before.next >= lexicon.Word || after.next >= lexicon.Word {
		return meantByChance(five)
	}
	// A join excuses a syllable from its other neighbour only: "thuế xuất" stands
	// in "thuế xuất khẩu", and is a slip for "thuế suất" elsewhere.
	if after.s != "" && before.next < lexicon.Join && (!bindsOn(five) || !lexicon.Known(w)) {
		for _, v := range lexicon.Before(after.s) {
			if near(v, w) && binds(v, after.s, w, after.s) {
				return v + " " + after.s
			}
		}
	}
	if before.s != "" && after.next < lexicon.Join && (five[1].begins || five[0].next < lexicon.Binding || !lexicon.Known(w)) {
		for _, v := range lexicon.After(before.s) {
			if near(v, w) && binds(before.s, v, w, before.s) {
				return before.s + " " + v
			}
		}
	}
	return ""
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
		before = neighbour{five[1].s, five[1].next}
	}
	if !five[3].begins {
		after = neighbour{five[3].s, five[2].next}
	}
	return five[2].s, before, after
}

// bindsOn reports that the fourth of five syllables is bound to the fifth.
func bindsOn(five []stand) bool {
	return !five[3].begins && !five[4].begins && five[3].next >= lexicon.Binding
}

// meantByChance returns what the third of five should be where it makes a word
// with one neighbour by chance: that word does not bind, or the neighbour is
// bound to what stands behind it (công dẫn định kỳ), and with other marks the
// syllable makes a word that binds with the other neighbour.
func meantByChance(five []stand) string {
	w, before, after := beside(five)
	if before.next >= lexicon.Binding || lexicon.Alone(w) {
		return ""
	}
	elsewhere := bindsOn(five)
	if before.s != "" && before.next < lexicon.Join && (elsewhere || after.next < lexicon.Binding) && five[0].next < lexicon.Binding {
		for _, v := range lexicon.After(before.s) {
			if lexicon.Binds(before.s, v) && near(v, w) {
				return before.s + " " + v
			}
		}
	}
	if after.s != "" && !elsewhere && after.next < lexicon.Join {
		for _, v := range lexicon.Before(after.s) {
			if lexicon.Binds(v, after.s) && near(v, w) {
				return v + " " + after.s
			}
		}
	}
	return ""
}

// binds reports a word which is rather meant than that a syllable stands beside
// the other half of it by chance.
func binds(first, second, w, beside string) bool {
	return stray(w, beside) || lexicon.Common(first, second) && !lexicon.Everywhere(w)
}

// stray reports two syllables of which one is no word by itself, so that they
// do not stand together by chance.
func stray(w, beside string) bool {
	return !lexicon.Alone(w) || !lexicon.Alone(beside)
}
