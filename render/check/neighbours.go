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
		plain := n.plainSyllables(p, words)
		for i, w := range words {
			if right := shortFor(w); right != "" && !touches(p.Text, w) {
				f.in(p, w.from, w.to, problem.Textf("%q viết gần như %q", "%q is nearly %q", w.s, right), problem.Textf("có phải %q không?", "is it %q?", right))
				continue
			}
			if plain[i+2] == "" || touches(p.Text, w) || w.capitals > 0 && !onlyBegins(p.Text, w) {
				continue
			}
			meant := meantWord(plain[i : i+5])
			if meant == "" && w.capitals == 0 {
				meant = meantFor(plain[i : i+5])
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

// plainSyllables returns the syllables of a passage in lower case with one way
// of tones, two empty ones before and behind them; "" for what is none; with a
// bar where a phrase begins behind a mark, or a name with its capital.
func (n *notice) plainSyllables(p *record.Passage, words []word) []string {
	plain := make([]string, len(words)+4)
	for i, w := range words {
		y, ok := n.syllable(w.s)
		if !ok || w.digits || w.capitals > 1 {
			continue
		}
		s := w.s
		switch {
		case y.tone != level && y.toneAt != y.toneMay[0]:
			s = y.with(y.toneMay[0], "")
		case w.capitals > 0:
			s = strings.ToLower(s)
		}
		plain[i+2] = s
		if i > 0 && (w.capitals > words[i-1].capitals ||
			p.Text[words[i-1].to:w.from] != " " && strings.Trim(p.Text[words[i-1].to:w.from], " \n") != "") {
			plain[i+2] = "|" + s // begins a phrase, or a name
		}
	}
	return plain
}

// meantFor returns the syllable that the third of five should be, with the
// neighbour that says so; "" where it is well in its place or none is known.
func meantFor(five []string) string {
	w := five[2]
	begins, ends := strings.HasPrefix(w, "|"), five[3] == "" || five[3][0] == '|'
	w = strings.TrimPrefix(w, "|")
	before, after := "", ""
	if !begins {
		before = strings.TrimPrefix(five[1], "|")
	}
	if !ends {
		after = five[3]
	}
	if lexicon.Word(before, w) || lexicon.Word(w, after) {
		return meantByChance(five, before, w, after)
	}
	// A join excuses a syllable from its other neighbour only: "thuế xuất" stands
	// in "thuế xuất khẩu", and is a slip for "thuế suất" elsewhere.
	if after != "" && !lexicon.Pair(before, w) && (five[4] == "" || !lexicon.Binds(after, five[4]) || !lexicon.Known(w)) {
		for _, v := range lexicon.Before(after) {
			if near(v, w) && binds(v, after, w, after) {
				return v + " " + after
			}
		}
	}
	before2 := strings.TrimPrefix(five[0], "|")
	if before != "" && !lexicon.Pair(w, after) && (strings.HasPrefix(five[1], "|") || !lexicon.Binds(before2, before) || !lexicon.Known(w)) {
		for _, v := range lexicon.After(before) {
			if near(v, w) && binds(before, v, w, before) {
				return before + " " + v
			}
		}
	}
	return ""
}

// meantByChance returns what the third of five should be where it makes a word
// with one neighbour by chance: that word does not bind, or the neighbour is
// bound to what stands behind it (công dẫn định kỳ), and with other marks the
// syllable makes a word that binds with the other neighbour.
func meantByChance(five []string, before, w, after string) string {
	if lexicon.Alone(w) || lexicon.Binds(before, w) {
		return ""
	}
	elsewhere := five[4] != "" && lexicon.Binds(after, five[4])
	if before != "" && !lexicon.Pair(before, w) && (elsewhere || !lexicon.Binds(w, after)) && !lexicon.Binds(strings.TrimPrefix(five[0], "|"), before) {
		for _, v := range lexicon.After(before) {
			if lexicon.Binds(before, v) && near(v, w) {
				return before + " " + v
			}
		}
	}
	if after != "" && !elsewhere && !lexicon.Pair(w, after) {
		for _, v := range lexicon.Before(after) {
			if lexicon.Binds(v, after) && near(v, w) {
				return v + " " + after
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
