package check

import "strings"

// swaps are letters that are taken for each other: by sound, or by a slip.
var swaps = map[[2]string]bool{
	{"s", "x"}: true, {"ch", "tr"}: true, {"l", "n"}: true, {"d", "gi"}: true, {"d", "r"}: true, {"gi", "r"}: true, {"i", "y"}: true,
	{"c", "t"}: true, {"m", "n"}: true,
}

// near reports two syllables that differ by their marks only, or by one letter
// that is missing, or by letters that are taken for each other.
func near(a, b string) bool {
	if a == b {
		return false
	}
	x, y := markless(a), markless(b)
	if x == y {
		return true
	}
	r, s := []rune(a), []rune(b)
	for len(r) > 0 && len(s) > 0 && r[0] == s[0] {
		r, s = r[1:], s[1:]
	}
	for len(r) > 0 && len(s) > 0 && r[len(r)-1] == s[len(s)-1] {
		r, s = r[:len(r)-1], s[:len(s)-1]
	}
	if len(r)+len(s) == 1 {
		return true
	}
	if len(r) == 2 && len(s) == 2 && r[0] == s[1] && r[1] == s[0] {
		return true
	}
	return swaps[[2]string{string(r), string(s)}] || swaps[[2]string{string(s), string(r)}]
}

// markless takes all marks off a syllable.
func markless(s string) string {
	return strings.Map(func(c rune) rune {
		if v, ok := tones[c]; ok {
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
	}, s)
}
