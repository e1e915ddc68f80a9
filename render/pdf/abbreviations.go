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

// next finds the first abbreviation in a text that stands as a word of its
// own, its full stop included, and what it stands for. Without any, from and
// to are the end.
func (a abbreviations) next(text string) (from, to int, expansion string) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end := len(text)
		if n := strings.IndexFunc(text[at:], outsideWords); n >= 0 {
			end = at + n
		}
		for _, to := range [2]int{min(end+1, len(text)), end} {
			if expansion, ok := a[text[at:to]]; ok {
				return at, to, expansion
			}
		}
		at = end
	}
	return len(text), len(text), ""
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' }

func outsideWords(r rune) bool { return !inWord(r) }
