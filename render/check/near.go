package check

import (
	"sync"
	"unicode/utf8"

	"ketluan/render/check/lexicon"
)

// swaps are letters that are taken for each other: by sound, or by a slip.
var swaps = map[[2]string]bool{
	{"s", "x"}: true, {"ch", "tr"}: true, {"l", "n"}: true, {"d", "gi"}: true, {"d", "r"}: true, {"gi", "r"}: true, {"i", "y"}: true,
	{"c", "t"}: true, {"p", "t"}: true, {"m", "n"}: true,
}

// A likeness is why one syllable is taken for another; 0 for none.
type likeness int

const (
	byMark         likeness = 1 + iota // only the marks differ
	byLetter                           // a letter is missing, or two changed places
	bySound                            // letters that are taken for each other
	bySoundAndMark                     // both
)

// likenessOf returns why one of two syllables is taken for the other.
func likenessOf(a, b string) likeness {
	if a[0] < utf8.RuneSelf && b[0] < utf8.RuneSelf && a[0] != b[0] && a[len(a)-1] != b[len(b)-1] {
		return 0 // seen at once: nothing is near that begins and ends otherwise
	}
	a, b = differing(a, b, identical)
	r, s := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	switch {
	case r+s == 0:
		return 0
	case r == s && sameButMarks(a, b):
		return byMark
	case r+s == 1, r == 2 && s == 2 && turnedRound(a, b):
		return byLetter
	case r <= 2 && s <= 2 && isSwap(a, b):
		return bySound
	}
	if r > 4 || s > 4 {
		return 0
	}
	if a, b = differing(a, b, sameUnmarked); len(a) <= 2 && len(b) <= 2 && isSwap(a, b) {
		return bySoundAndMark
	}
	return 0
}

// A letterSet has a bit for each letter of a syllable, without its marks.
type letterSet uint32

func letterSetOf(s string) (set letterSet) {
	for _, c := range s {
		set |= 1 << ((unmarked(c) - 'a') & 31)
	}
	return set
}

// swapped are the letters of each of the swaps.
var swapped = func() (all []letterSet) {
	for s := range swaps {
		all = append(all, letterSetOf(s[0]+s[1]))
	}
	return all
}()

// mayBeNear reports whether syllables of these letters can be taken for each other:
// they are the same but for one, or for those of a swap. Nine of ten syllables are
// seen so not to be near, at a tenth of the cost of likenessOf.
func (a letterSet) mayBeNear(b letterSet) bool {
	differ := a ^ b
	if differ&(differ-1) == 0 {
		return true
	}
	for _, swap := range swapped {
		if differ&^swap == 0 {
			return true
		}
	}
	return false
}

// letterSets are those of the syllables of the lexicon, by number.
var letterSets = sync.OnceValue(func() []letterSet {
	sets := make([]letterSet, 1, 8000)
	for _, s := range lexicon.Syllables() {
		sets = append(sets, letterSetOf(s))
	}
	return sets
})

func turnedRound(a, b string) bool {
	first, n := utf8.DecodeRuneInString(a)
	return a[n:]+string(first) == b
}

func isSwap(a, b string) bool { return swaps[[2]string{a, b}] || swaps[[2]string{b, a}] }

// differing returns what is left of two texts without the letters in which they begin
// and end alike.
func differing(a, b string, alike func(c, d rune) bool) (string, string) {
	for a != "" && b != "" {
		c, n := utf8.DecodeRuneInString(a)
		d, m := utf8.DecodeRuneInString(b)
		if !alike(c, d) {
			break
		}
		a, b = a[n:], b[m:]
	}
	for a != "" && b != "" {
		c, n := utf8.DecodeLastRuneInString(a)
		d, m := utf8.DecodeLastRuneInString(b)
		if !alike(c, d) {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	return a, b
}

func identical(c, d rune) bool { return c == d }

func sameUnmarked(c, d rune) bool { return c == d || unmarked(c) == unmarked(d) }

// sameButMarks reports whether two syllables are one without their marks.
func sameButMarks(a, b string) bool {
	for a != "" && b != "" {
		c, n := utf8.DecodeRuneInString(a)
		d, m := utf8.DecodeRuneInString(b)
		if !sameUnmarked(c, d) {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return a == b
}

// unmarked takes all marks off a letter.
func unmarked(c rune) rune {
	if c < utf8.RuneSelf {
		return c
	}
	if v, ok := toneOf(c); ok {
		c = v.vowel
	}
	switch c {
	case 'ă', 'â':
		return 'a'
	case 'ê':
		return 'e'
	case 'ô', 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'đ':
		return 'd'
	}
	return c
}
