package check

import (
	"strings"

	"ketluan/render/check/lexicon"
)

// A spelling is what the letters of a word say, wherever it stands.
type spelling struct {
	syllable
	shaped bool // a syllable has these letters
	right  bool // and its tone stands where it may
	plain  string
	number lexicon.Syllable // of plain
	folded string
}

// spellings are those of the words of one record, which has most of them often.
type spellings struct {
	all  map[string]*spelling
	free []spelling // for those to come
}

// of gives words their spellings.
func (all *spellings) of(words []word) {
	for i, w := range words {
		s := all.all[w.s]
		if s == nil {
			if len(all.free) == 0 {
				all.free = make([]spelling, 32)
			}
			s, all.free = &all.free[0], all.free[1:]
			s.syllable, s.shaped = parseSyllable(w.s)
			s.right = s.shaped && s.wellToned()
			all.all[w.s] = s
		}
		words[i].spelling = s
	}
}

// known returns a word that is a syllable as the lexicon has it, in small letters
// with one way of tones, and its number there.
func (w word) known() (string, lexicon.Syllable) {
	s := w.spelling
	if s.plain == "" {
		s.plain = strings.ToLower(w.s)
		if s.tone != level && s.toneAt != s.toneMay[0] {
			s.plain = s.with(s.toneMay[0], "")
		}
		s.number = lexicon.Find(s.plain)
	}
	return s.plain, s.number
}

// oneTone returns a word in small letters, with a tone that has two places in one.
func (w word) oneTone() string {
	if w.folded == "" {
		w.folded = strings.ToLower(oneTone.Replace(w.s))
	}
	return w.folded
}
