package check

import "unicode/utf8"

// swaps are letters that are taken for each other: by sound, or by a slip.
var swaps = map[[2]string]bool{
	{"s", "x"}: true, {"ch", "tr"}: true, {"l", "n"}: true, {"d", "gi"}: true, {"d", "r"}: true, {"gi", "r"}: true, {"i", "y"}: true,
	{"c", "t"}: true, {"p", "t"}: true, {"m", "n"}: true,
}

// near reports two syllables that differ by their marks only, or by one letter
// that is missing, or by letters that are taken for each other.
func near(a, b string) bool {
	if a == b {
		return false
	}
	if sameButMarks(a, b) {
		return true
	}
	a, b = differing(a, b, identical)
	r, s := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	switch {
	case r+s == 1:
		return true
	case r > 2 || s > 2:
		return false
	case r == 2 && s == 2:
		first, n := utf8.DecodeRuneInString(a)
		if a[n:]+string(first) == b {
			return true
		}
	}
	return isSwap(a, b)
}

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
