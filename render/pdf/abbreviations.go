package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations are the texts that abbreviations stand for.
type abbreviations struct {
	texts  map[string]string
	begins [256]bool // one, by its first byte: few words do, and only they are looked up
}

func newAbbreviations(texts map[string]string) *abbreviations {
	a := &abbreviations{texts: texts}
	for short := range texts {
		if short != "" {
			a.begins[short[0]] = true
		}
	}
	return a
}

// next finds the first abbreviation in a text that stands as a word of its own, and
// what it stands for, as a text string of PDF: with its full stop, where the text
// goes on behind that, or of two words with a slash between them. Without any, from
// and to are the end.
func (a *abbreviations) next(text string) (from, to int, expansion string) {
	for at := range len(text) {
		if !a.begins[text[at]] || !beginsWord(text, at) {
			continue
		}
		end := wordEnd(text, at)
		for _, to := range [2]int{further(text, end), end} {
			if expansion, ok := a.texts[text[at:to]]; ok {
				return at, to, textString(expansion)
			}
		}
	}
	return len(text), len(text), ""
}

func beginsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	first, _ := utf8.DecodeRuneInString(text[at:])
	return inWord(first) && !inWord(before)
}

// wordEnd returns the end of the word that begins at a place.
func wordEnd(text string, at int) int {
	if n := strings.IndexFunc(text[at:], outsideWords); n >= 0 {
		return at + n
	}
	return len(text)
}

// further returns the end of a word with what may belong to it: the full stop
// behind it or the word behind a slash, where the text goes on there.
func further(text string, end int) int {
	if end < len(text)-1 {
		switch text[end] {
		case '/':
			return wordEnd(text, end+1)
		case '.':
			return end + 1
		}
	}
	return end
}

// inWord reports letters and digits, those of Vietnamese without a look into
// the tables of Unicode.
func inWord(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '&',
		0x1E00 <= r && r <= 0x1EFF: // Latin Extended Additional
		return true
	case r < 0x80:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func outsideWords(r rune) bool { return !inWord(r) }
