package record

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A Run is a piece of a text that is emphasised: its bytes [From, To), bold,
// italic or both. Runs come in the order of their beginnings and stay within a
// paragraph.
type Run struct {
	From, To     int
	Bold, Italic bool
}

// An omission is markup that a text leaves out: what was typed before a byte.
type omission struct {
	at     int
	markup string
}

// unmark takes the markup of emphasis out of a clean text: ** around what is
// bold, _ around what is italic, \ before a star or an underscore that is
// meant. Both stand at the edges of words; a star alone, an underscore within a
// word, and a mark without its pair stay what they are.
func unmark(s string) (text string, runs []Run, omitted []omission) {
	if !strings.ContainsAny(s, "*_") {
		return s, nil, nil
	}
	pairs := pairsOf(s)
	var b strings.Builder
	begun := map[string]int{}
	for at := 0; at < len(s); {
		switch mark := markAt(s, at); {
		case mark == `\`:
			omitted = append(omitted, omission{b.Len(), mark})
			b.WriteByte(s[at+1])
			at += 2
		case mark != "" && pairs[at]:
			omitted = append(omitted, omission{b.Len(), mark})
			if from, open := begun[mark]; open {
				runs = append(runs, Run{from, b.Len(), mark == bold, mark == italic})
				delete(begun, mark)
			} else {
				begun[mark] = b.Len()
			}
			at += len(mark)
		default:
			_, size := utf8.DecodeRuneInString(s[at:])
			b.WriteString(s[at : at+max(size, len(mark))])
			at += max(size, len(mark))
		}
	}
	sortRuns(runs)
	return b.String(), runs, omitted
}

const (
	bold   = "**"
	italic = "_"
)

// markAt returns the markup at a byte of s, "" where there is none.
func markAt(s string, at int) string {
	switch s[at] {
	case '\\':
		if at+1 < len(s) && (s[at+1] == '*' || s[at+1] == '_') {
			return `\`
		}
	case '*':
		n := len(s[at:]) - len(strings.TrimLeft(s[at:], "*"))
		if n == 2 && (at == 0 || s[at-1] != '*') {
			return bold
		}
	case '_':
		if (at == 0 || s[at-1] != '_') && !strings.HasPrefix(s[at+1:], "_") {
			return italic
		}
	}
	return ""
}

// pairsOf returns where the marks of s stand that open and close.
func pairsOf(s string) map[int]bool {
	pairs := map[int]bool{}
	open := map[string]int{} // the last that may open, by mark
	for at := 0; at < len(s); at++ {
		if s[at] == '\n' {
			clear(open)
			continue
		}
		mark := markAt(s, at)
		if mark == "" || mark == `\` {
			at += len(mark)
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(mark):])
		from, begun := open[mark]
		switch {
		case begun && from+len(mark) < at && !blank(before) && !inWord(after):
			pairs[from], pairs[at] = true, true
			for other, begun := range open {
				if begun >= from { // runs do not cross
					delete(open, other)
				}
			}
		case !inWord(before) && !blank(after):
			open[mark] = at
		}
		at += len(mark) - 1
	}
	return pairs
}

// marked reads a value as paragraphs does, and the runs of its emphasis.
func (r *reader) marked(n *yaml.Node, at string) (string, []Run) { return r.words(n, at, true) }

// unmarked is the text of unmark, and what it leaves out.
func unmarked(s string) (string, []omission) {
	text, _, omitted := unmark(s)
	return text, omitted
}

// markedProse reads the paragraphs of a text or a list of texts with their runs.
func (r *reader) markedProse(n *yaml.Node, at string) (all []string, emphasis [][]Run) {
	for i, e := range r.list(n, at) {
		text, runs := r.marked(e, element(n, at, i))
		if r.required(e, element(n, at, i), text) == "" {
			continue
		}
		from := 0
		for part := range strings.SplitSeq(text, "\n") {
			all, emphasis = append(all, part), append(emphasis, within(runs, from, from+len(part)))
			from += len(part) + 1
		}
	}
	return all, emphasis
}

// within returns the runs of a piece of a text, from the beginning of it.
func within(runs []Run, from, to int) (own []Run) {
	for _, run := range runs {
		if run.From >= from && run.To <= to {
			run.From, run.To = run.From-from, run.To-from
			own = append(own, run)
		}
	}
	return own
}

// Markup returns a text with its emphasis as records write it: what unmark
// takes for the same text and runs.
func Markup(text string, runs []Run) string {
	plain := escape.Replace(text)
	if _, _, omitted := unmark(text); len(omitted) == 0 {
		plain = text // nothing in it that would be taken for markup
	}
	if len(runs) == 0 {
		return plain
	}
	var b strings.Builder
	for at := 0; at <= len(text); at++ {
		for _, run := range slices.Backward(runs) {
			if run.To == at {
				b.WriteString(run.mark())
			}
		}
		for _, run := range runs {
			if run.From == at {
				b.WriteString(run.mark())
			}
		}
		if at < len(text) {
			b.WriteString(escape.Replace(text[at : at+1]))
		}
	}
	return b.String()
}

var escape = strings.NewReplacer("*", `\*`, "_", `\_`)

func (run Run) mark() string {
	if run.Bold {
		return bold
	}
	return italic
}

// sortRuns puts runs in the order of their beginnings, longer ones first, and
// of two of one piece the bold one.
func sortRuns(runs []Run) {
	slices.SortFunc(runs, func(a, b Run) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To), cmp.Compare(a.mark(), b.mark()))
	})
}

// blank reports an edge of the text, or a space.
func blank(c rune) bool { return c == utf8.RuneError || unicode.IsSpace(c) }

func inWord(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c))
}
