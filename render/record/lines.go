package record

import (
	"strings"
	"unicode/utf8"
)

// A lineScan tells the lines that are YAML's structure from those inside a
// text or brackets that began above, without reading the structure.
type lineScan struct {
	inText []bool // the line belongs to a block, to a text in quotes or to brackets from above
	quotes []int  // the line, from 1, of the quote that is open where the line begins; 0 is none
	ends   []int  // the lines, from 1, behind which neither quote nor bracket is open
	open   int    // the line of a quote that no line closes; 0 is none
}

func scanLines(lines []string) lineScan {
	s := lineScan{inText: make([]bool, len(lines)), quotes: make([]int, len(lines))}
	block := -1 // the column of what a block belongs to
	quote, from := byte(0), 0
	var f flow
	for i, line := range lines {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case quote != 0:
			s.inText[i], s.quotes[i] = true, from
			if closing(line, quote) >= 0 {
				quote = 0
			}
		case f.depth > 0:
			s.inText[i] = true
			f.over(line)
		case block >= 0 && (indent > block || strings.TrimSpace(line) == ""):
			s.inText[i] = true
		default:
			owner, at := valueStart(line)
			value := line[at:]
			block = -1
			switch {
			case value == "":
			case isBlockHeader(value):
				block = owner
			case value[0] == '"' || value[0] == '\'':
				if closing(value[1:], value[0]) < 0 {
					quote, from = value[0], i+1
				}
			case value[0] == '[' || value[0] == '{':
				f.over(value)
			}
		}
		if quote == 0 && f.depth == 0 {
			s.ends = append(s.ends, i+1)
		}
	}
	if quote != 0 {
		s.open = from
	}
	return s
}

// A flow is a value in brackets, as far as it was looked at.
type flow struct {
	depth int
	quote byte // that is open in it; 0 is none
}

// over goes over a line, or to the end of the brackets.
func (f *flow) over(line string) {
	before := byte(' ')
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case f.quote != 0:
			end := closing(line[i:], f.quote)
			if end < 0 {
				return
			}
			i, f.quote = i+end, 0
		case (c == '"' || c == '\'') && strings.IndexByte("[{,: ", before) >= 0:
			f.quote = c
		case c == '#' && before == ' ':
			return
		case c == '[' || c == '{':
			f.depth++
		case c == ']' || c == '}':
			if f.depth--; f.depth == 0 {
				return
			}
		}
		before = c
	}
}

// valueStart returns the column of a line's key, or of its dash where it has
// no key, and the byte where its value begins.
func valueStart(line string) (owner, at int) {
	at = len(line) - len(strings.TrimLeft(line, " "))
	owner = at
	for strings.HasPrefix(line[at:], "- ") {
		owner = at
		at += len(line[at:]) - len(strings.TrimLeft(line[at+1:], " "))
	}
	if at == len(line) || strings.IndexByte(`"'[{#`, line[at]) >= 0 {
		return owner, at
	}
	colon := strings.IndexByte(line[at:], ':')
	for colon >= 0 && at+colon+1 < len(line) && line[at+colon+1] != ' ' {
		next := strings.IndexByte(line[at+colon+1:], ':')
		if next < 0 {
			return owner, at
		}
		colon += next + 1
	}
	if colon < 0 {
		return owner, at
	}
	value := at + colon + 1
	return at, value + len(line[value:]) - len(strings.TrimLeft(line[value:], " "))
}

// isBlockHeader reports | or > with what may stand behind it.
func isBlockHeader(value string) bool {
	if value == "" || value[0] != '|' && value[0] != '>' {
		return false
	}
	rest := strings.TrimLeft(value[1:], "+-0123456789")
	return len(value)-len(rest) <= 3 && (strings.TrimSpace(rest) == "" || strings.HasPrefix(strings.TrimLeft(rest, " "), "#") && rest[0] == ' ')
}

// closing returns the byte of the quote that ends a text, -1 where none does.
func closing(s string, quote byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case quote == '"' && s[i] == '\\':
			i++
		case s[i] != quote:
		case quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		default:
			return i
		}
	}
	return -1
}

// columnOf returns the column of a byte of a line.
func columnOf(line string, at int) int { return utf8.RuneCountInString(line[:at]) + 1 }
