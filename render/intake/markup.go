package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainMarks keeps stars and underscores from being read as emphasis.
var plainMarks = strings.NewReplacer("*", `\*`, "_", `\_`)

func escaped(s string) string { return plainMarks.Replace(s) }

// markup writes a piece of a line with its emphasis as records have it, where
// only a part of it is bold or italic and stands at the edges of words.
func markup(l Line, from, to int) string {
	from, to = min(from, len(l.Text)), min(to, len(l.Text))
	var b strings.Builder
	at := from
	for _, s := range l.Spans {
		f, t := max(s.From, at), min(s.To, to)
		for f < t && l.Text[f] == ' ' {
			f++
		}
		for t > f && (l.Text[t-1] == ' ' || l.Text[t-1] == ',' || l.Text[t-1] == '.' || l.Text[t-1] == ';') {
			t--
		}
		mark := "_"
		if s.Bold {
			mark = "**"
		}
		if f >= t || f == from && t >= to-1 || !apart(l.Text, f, t) {
			continue
		}
		b.WriteString(escaped(l.Text[at:f]) + mark + escaped(l.Text[f:t]) + mark)
		at = t
	}
	return strings.TrimSpace(b.String() + escaped(l.Text[at:to]))
}

// apart reports that a piece begins and ends where words do.
func apart(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	word := func(c rune) bool {
		return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c)) || c == '*' || c == '_' || c == '\\'
	}
	return !word(before) && !word(after)
}

// unmarked takes the emphasis out of a text again.
func unmarked(s string) string {
	s = strings.NewReplacer(`\*`, "\x00", `\_`, "\x01").Replace(s)
	s = strings.NewReplacer("**", "", "_", "").Replace(s)
	return strings.NewReplacer("\x00", "*", "\x01", "_").Replace(s)
}
