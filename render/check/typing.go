package check

import (
	"slices"
	"strings"
	"unicode"
)

// What Telex and VNI make of keys, and what is left in a text where the
// keyboard was not switched on.
var (
	telexVowels = strings.NewReplacer("uow", "ươ", "dd", "đ", "aa", "â", "ee", "ê", "oo", "ô", "aw", "ă", "ow", "ơ", "uw", "ư")
	telexTones  = map[rune]tone{'f': grave, 'r': hook, 'x': tilde, 's': acute, 'j': dot}
	vniTones    = map[rune]tone{'2': grave, '3': hook, '4': tilde, '1': acute, '5': dot}
	vniVowels   = map[string]string{"a6": "â", "e6": "ê", "o6": "ô", "o7": "ơ", "u7": "ư", "a8": "ă", "d9": "đ"}
)

// englishKeys are English words whose letters Telex would take for two keys.
var englishKeys = strings.Fields(`beef beer bees been boor boots deer doors door fees keeps keen lows meets moons moor poor reef
	roots rooms rows seems sees seen teens tows trees toons toots coos loos moos boos hoof roof`)

// fromTelex returns the syllable that a word typed in Telex was meant to be:
// at least two keys of it, or one in a word with marks already, or dd, or f or j
// before a consonant.
func fromTelex(s string, ascii bool) (string, bool) {
	lower := strings.ToLower(s)
	if slices.Contains(englishKeys, lower) || !strings.ContainsAny(lower, "dsfrxjwaeo") {
		return "", false
	}
	made := telexVowels.Replace(lower)
	for _, bare := range withoutKey(made) {
		keys, t := 0, level
		if made != lower {
			keys++
		}
		if bare.key != 0 {
			t = telexTones[bare.key]
			keys++
		}
		if keys == 0 || ascii && keys < 2 && !strings.HasPrefix(lower, "dd") && !bare.inside {
			continue
		}
		if meant, ok := withTone(bare.letters, t, s); ok {
			return meant, true
		}
	}
	return "", false
}

// A bareWord is a word with one key of a tone taken out.
type bareWord struct {
	letters string
	key     rune // 0 is none
	inside  bool // it is f or j before a consonant, where no English word has it
}

// withoutKey returns a word without each of the keys of tones behind a vowel,
// the last first, and as it is.
func withoutKey(s string) []bareWord {
	runes := []rune(s)
	var all []bareWord
	for i := len(runes) - 1; i > 0; i-- {
		if telexTones[runes[i]] != level && slices.ContainsFunc(runes[:i], isVowel) {
			inside := (runes[i] == 'f' || runes[i] == 'j') && i+1 < len(runes) && !isVowel(runes[i+1])
			all = append(all, bareWord{string(runes[:i]) + string(runes[i+1:]), runes[i], inside})
		}
	}
	return append(all, bareWord{letters: s})
}

func isVowel(c rune) bool {
	if v, ok := toneOf(unicode.ToLower(c)); ok {
		c = v.vowel
	}
	return strings.ContainsRune(vowels, unicode.ToLower(c))
}

// fromVNI returns the syllable that a word typed in VNI was meant to be: a
// letter and a digit behind it, and more letters or digits behind that.
func fromVNI(s string) (string, bool) {
	runes := []rune(strings.ToLower(s))
	var made []rune
	t, digits, vowel := level, 0, false
	for i, c := range runes {
		switch {
		case c < '0' || c > '9':
			made = append(made, c)
			vowel = vowel || isVowel(c)
			continue
		case i == 0:
			return "", false
		}
		digits++
		last := len(made) - 1
		if full, ok := vniVowels[string(made[last])+string(c)]; ok {
			made[last] = []rune(full)[0]
			continue
		}
		if vniTones[c] == level || t != level || !vowel {
			return "", false
		}
		t = vniTones[c]
	}
	last := runes[len(runes)-1]
	if digits < 2 && last >= '0' && last <= '9' || len(made) < 2 {
		return "", false
	}
	return withTone(string(made), t, s)
}

// withTone puts a tone into a word without one and returns it where that makes
// a syllable, with the capital of s.
func withTone(letters string, t tone, s string) (string, bool) {
	y, ok := parseSyllable(letters)
	if !ok || t != level && y.tone != level {
		return "", false
	}
	if t != level {
		y.tone, y.toneAt = t, y.toneMay[len(y.toneMay)-1]
		if len(y.toneMay) > 1 {
			y.toneAt = y.toneMay[0]
		}
	}
	if stopped(y.rhyme) && y.tone != acute && y.tone != dot {
		return "", false
	}
	made := letters
	if t != level {
		made = y.with(y.toneAt, "")
	} else if !y.wellToned() {
		return "", false
	}
	if first := []rune(s)[0]; unicode.IsUpper(first) {
		made = capitalized(made)
	}
	return made, true
}
