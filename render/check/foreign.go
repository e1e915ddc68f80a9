package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clusters begin words that are no Vietnamese: loans (prôtêin) and names of
// the highlands (Krông, Plei, Mnông).
var clusters = strings.Fields("bl br chr cl cr dr đr fl fr gl gr hl hm hr kl kr ks lh mn mr ml pl pr ps px sc sh sk sl sm sn sp sr st sw tl ts")

// isForeign reports a word that Vietnamese takes from other languages as it
// is: with letters or clusters that Vietnamese does not have, or of several
// syllables in one (vắcxin, ôxy).
func isForeign(s string) bool {
	lower := strings.ToLower(s)
	if strings.ContainsAny(lower, "fjwz") || strings.ContainsFunc(lower, otherLetter) {
		return true
	}
	for _, c := range clusters {
		if strings.HasPrefix(lower, c) {
			return true
		}
	}
	if parts := split(lower, 4); len(parts) > 1 {
		return meantTones(parts) < 2
	}
	return severalVowels(lower)
}

// severalVowels reports a word whose vowels stand in several places and have no
// tone but an acute, as in êtanol and axêtic.
func severalVowels(s string) bool {
	groups, inside := 0, false
	for _, c := range s {
		if v, ok := toneOf(c); ok && v.tone != acute {
			return false
		}
		if now := isVowel(c); now && !inside {
			groups, inside = groups+1, true
		} else {
			inside = now
		}
	}
	return groups > 1
}

// isHighland reports a name that may be one of the highlands: they end as no
// Vietnamese syllable does (Đắk, Chư Pưh, Tẻh, Ê Ban).
func isHighland(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("bdghklrsv", last) || strings.ContainsAny(s, "'’")
}

// otherLetter reports a letter of a Latin alphabet that Vietnamese does not have.
func otherLetter(c rune) bool {
	if c < utf8.RuneSelf || c == 'đ' || c == 'Đ' || !unicode.IsLetter(c) {
		return false
	}
	c = unicode.ToLower(c)
	if _, ok := toneOf(c); ok {
		return false
	}
	return !strings.ContainsRune(vowels, c)
}

// split takes a word apart into at most n Vietnamese syllables with their
// tones, the longest first, of which all but the first begin with a consonant
// (iên is no i-ên); nil where that cannot be done.
func split(s string, n int) []string {
	if s == "" {
		return []string{}
	}
	if n == 0 {
		return nil
	}
	runes := []rune(s)
	for end := min(7, len(runes)); end > 0; end-- {
		head := string(runes[:end])
		y, ok := parseSyllable(head)
		if !ok || y.tone != level && !slices.Contains(y.toneMay, y.toneAt) {
			continue
		}
		if end < len(runes) && isVowel(runes[end]) {
			continue
		}
		if rest := split(string(runes[end:]), n-1); rest != nil {
			return append([]string{head}, rest...)
		}
	}
	return nil
}

// meantTones counts the syllables whose tone was chosen: in loans those that
// end in a stop have an acute of themselves.
func meantTones(parts []string) int {
	n := 0
	for _, s := range parts {
		y, _ := parseSyllable(s)
		if y.tone != level && !(stopped(y.rhyme) && y.tone == acute) {
			n++
		}
	}
	return n
}
