package read

import (
	"strconv"
	"strings"
)

// The tokens of a content stream (ISO 32000-1, 7.2): numbers are float64.
type (
	nameToken   string
	stringToken []byte
	arrayToken  []any
	opToken     string
)

// maxNesting bounds arrays in arrays.
const maxNesting = 20

// A lexer reads tokens. Dictionaries are nil.
type lexer struct {
	content []byte
	at      int
	*budget
}

const (
	blanks     = " \t\r\n\f\x00"
	delimiters = "()<>[]{}/%"
)

// next returns the next token; ok is false at the end.
func (l *lexer) next(depth int) (token any, ok bool) {
	l.skipBlanks()
	if l.at >= len(l.content) || depth > maxNesting {
		return nil, false
	}
	switch c := l.content[l.at]; {
	case c == '(':
		return l.literal(), true
	case c == '<' && l.at+1 < len(l.content) && l.content[l.at+1] == '<':
		l.at += 2
		for {
			l.skipBlanks()
			if strings.HasPrefix(string(l.content[l.at:min(l.at+2, len(l.content))]), ">>") {
				l.at += 2
				return nil, true
			}
			if _, ok := l.next(depth + 1); !ok {
				return nil, false
			}
		}
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.at++
		var a arrayToken
		for {
			l.skipBlanks()
			if l.at < len(l.content) && l.content[l.at] == ']' {
				l.at++
				return a, true
			}
			t, ok := l.next(depth + 1)
			if !ok || !l.spend(operatorSteps) {
				return nil, false
			}
			a = append(a, t)
		}
	case c == '/':
		l.at++
		return nameToken(l.word()), true
	case strings.IndexByte(delimiters, c) >= 0:
		l.at++ // stray
		return nil, true
	}
	word := l.word()
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return n, true
	}
	return opToken(word), true
}

func (l *lexer) skipBlanks() {
	l.at = min(l.at, len(l.content)) // past it after a string without end
	for l.at < len(l.content) {
		switch c := l.content[l.at]; {
		case c == '%':
			for l.at < len(l.content) && l.content[l.at] != '\n' && l.content[l.at] != '\r' {
				l.at++
			}
		case strings.IndexByte(blanks, c) >= 0:
			l.at++
		default:
			return
		}
	}
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.content) && strings.IndexByte(blanks+delimiters, l.content[l.at]) < 0 {
		l.at++
	}
	return string(l.content[from:l.at])
}

// literal reads a string in parentheses.
func (l *lexer) literal() stringToken {
	var s stringToken
	depth := 0
	for ; l.at < len(l.content); l.at++ {
		switch c := l.content[l.at]; c {
		case '(':
			if depth++; depth > 1 {
				s = append(s, c)
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return s
			}
			s = append(s, c)
		case '\\':
			s = l.escape(s)
		default:
			s = append(s, c)
		}
	}
	return s
}

// escape reads what follows a backslash, and stands on its last byte after.
func (l *lexer) escape(s stringToken) stringToken {
	if l.at++; l.at >= len(l.content) {
		return s
	}
	c := l.content[l.at]
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(s, "\n\r\t\b\f"[i])
	}
	switch {
	case c >= '0' && c <= '7':
		n := 0
		for k := 0; k < 3 && l.at < len(l.content) && l.content[l.at] >= '0' && l.content[l.at] <= '7'; k++ {
			n = n*8 + int(l.content[l.at]-'0')
			l.at++
		}
		l.at--
		return append(s, byte(n))
	case c == '\n':
		return s
	case c == '\r':
		if l.at+1 < len(l.content) && l.content[l.at+1] == '\n' {
			l.at++
		}
		return s
	}
	return append(s, c)
}

// hex reads a string in angle brackets.
func (l *lexer) hex() stringToken {
	var digits []byte
	for l.at++; l.at < len(l.content) && l.content[l.at] != '>'; l.at++ {
		if c := l.content[l.at]; strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 {
			digits = append(digits, c)
		}
	}
	l.at++
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	s := make(stringToken, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, _ := strconv.ParseUint(string(digits[i:i+2]), 16, 8) // they are digits
		s = append(s, byte(n))
	}
	return s
}
