package check

import (
	"sync"

	"ketluan/render/check/lexicon"
	"ketluan/render/letters"
)

// A spelling is what the letters of a word say, wherever it stands.
type spelling struct {
	syllable
	shaped bool             // a syllable has these letters, and no others
	right  bool             // and its tone stands where it may
	small  string           // in small letters
	plain  string           // of what is shaped: in small letters, with one way of tones, as the lexicon has it
	number lexicon.Syllable // of plain
	folded string           // in small letters, with a tone that has two places in one
}

func spell(s string) *spelling {
	w := &spelling{}
	w.syllable, w.shaped = parseSyllable(s)
	w.right = w.shaped && w.wellToned()
	w.small, w.folded = letters.ToLower(s), letters.ToLower(oneTone.Replace(s))
	if !w.shaped {
		return w
	}
	w.plain = w.small
	if w.tone != level && w.toneAt != w.toneMay[0] {
		w.plain = w.with(w.toneMay[0], "")
	}
	w.number = lexicon.Find(w.plain)
	return w
}

// attested are the spellings of the syllables of the lexicon: of nearly all words of
// a record, which would all be spelled again for the next.
var attested = sync.OnceValue(func() map[string]*spelling {
	syllables := lexicon.Syllables()
	all := make(map[string]*spelling, len(syllables))
	for _, s := range syllables {
		all[s] = spell(s)
	}
	return all
})
