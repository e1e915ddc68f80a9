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
			if right := misspelt[w.s]; right != "" && !touches(p.Text, w) {
				f.in(p, w.from, w.to, problem.Textf("%q viết gần như %q", "%q is nearly %q", w.s, right), problem.Textf("có phải %q không?", "is it %q?", right))
				continue
			}
			if plain[i+2] == "" || w.capitals > 0 || touches(p.Text, w) {
				continue
			}
			if meant := meantFor(plain[i : i+5]); meant != "" {
				f.in(p, w.from, w.to, problem.Textf("tiếng %q không ghép thành từ với tiếng đứng cạnh", "%q makes no word with what stands beside it", w.s),
					problem.Textf("có phải %q không?", "is it %q?", meant))
			}
		}
	}
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
		return ""
	}
	// A join excuses a syllable from its other neighbour only: "thuế xuất" stands
	// in "thuế xuất khẩu", and is a slip for "thuế suất" elsewhere.
	if after != "" && !lexicon.Pair(before, w) && (five[4] == "" || !lexicon.Word(after, five[4]) || !lexicon.Known(w)) && stray(w, after) {
		for _, v := range lexicon.Before(after) {
			if near(v, w) {
				return v + " " + after
			}
		}
	}
	before2 := strings.TrimPrefix(five[0], "|")
	if before != "" && !lexicon.Pair(w, after) && (strings.HasPrefix(five[1], "|") || !lexicon.Word(before2, before) || !lexicon.Known(w)) && stray(w, before) {
		for _, v := range lexicon.After(before) {
			if near(v, w) {
				return before + " " + v
			}
		}
	}
	return ""
}

// stray reports two syllables of which one is no word by itself, so that they
// do not stand together by chance.
func stray(w, beside string) bool {
	return !lexicon.Alone(w) || !lexicon.Alone(beside)
}
