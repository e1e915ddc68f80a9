package main

import (
	"iter"
	"strings"
	"unicode"
)

// marks puts the tone of oa, oe and uy on the first letter, where no letter
// follows.
var marks = strings.NewReplacer("oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

// plain returns a syllable in small letters, with the older way of tones.
func plain(s string) string {
	s = strings.ToLower(s)
	if r := []rune(s); len(r) > 2 && r[0] != 'q' {
		return string(r[:len(r)-2]) + marks.Replace(string(r[len(r)-2:]))
	} else if len(r) == 2 {
		return marks.Replace(s)
	}
	return s
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }

// phrases yields the syllables that stand side by side in a text, with nothing
// but a space between them.
func (c *counts) phrases(s string) iter.Seq[[2]string] {
	return func(yield func([2]string) bool) {
		for phrase := range strings.FieldsFuncSeq(s, func(r rune) bool { return notLetter(r) && r != ' ' }) {
			last := ""
			for w := range strings.FieldsSeq(phrase) {
				if w = plain(w); !c.known[w] {
					w = ""
				}
				if last != "" && w != "" && !yield([2]string{last, w}) {
					return
				}
				last = w
			}
		}
	}
}
