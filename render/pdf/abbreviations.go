package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations are the texts that abbreviations stand for, as text strings of
// PDF, by the abbreviations.
type abbreviations map[string]string

func newAbbreviations(texts map[string]string) abbreviations {
	a := make(abbreviations, len(texts))
	for short, long := range texts {
		a[short] = textString(long)
	}
	return a
}

// next finds the first abbreviation in a text that stands as a word of its own, and
// what it stands for: with its full stop, where the text goes on behind that, or of
// two words with a slash between them. Without any, from and to are the end.
func (a abbreviations) next(text string) (from, to int, expansion string) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		further := [2]int{end, end}
		if end < len(text)-1 {
			switch text[end] {
			case '/':
				further[0] = wordEnd(text, end+1)
			case '.':
				further[0] = end + 1
			}
		}
		for _, to := range further {
			if expansion, ok := a[text[at:to]]; ok {
				return at, to, expansion
			}
		}
		at = end
	}
	return len(text), len(text), ""
}

// wordEnd returns the end of the word that begins at a place.
func wordEnd(text string, at int) int {
	if n := strings.IndexFunc(text[at:], outsideWords); n >= 0 {
		return at + n
	}
	return len(text)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' }

func outsideWords(r rune) bool { return !inWord(r) }
