package xlsx

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// escape appends text as XML between tags, where quotes stand for themselves. What XML cannot hold, and what would be taken
// for such an escape, is written _xHHHH_, as ECMA-376 22.4.2.4 has it.
func escape(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' && c != '_' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && r < utf8.RuneError { // a letter, as nearly all are
			i += size
			continue
		}
		if to, ok := escapeOf(r, size, s[i:]); ok {
			b = append(append(b, s[start:i]...), to...)
			start = i + size
		}
		i += size
	}
	return append(b, s[start:]...)
}

// escapeOf returns what stands for the rune that rest begins with, where it does
// not stand for itself.
func escapeOf(r rune, size int, rest string) (string, bool) {
	switch {
	case r == '&':
		return "&amp;", true
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF:
		return fmt.Sprintf("_x%04X_", r), true
	case r == '_' && isEscape(rest):
		return "_x005F_", true
	case r == utf8.RuneError && size == 1:
		return string(utf8.RuneError), true
	}
	return "", false
}

// isEscape reports text that begins like _x0041_; the last _ may be the first
// of an escape that follows.
func isEscape(s string) bool {
	if len(s) < 6 || s[1] != 'x' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

func escaped(s string) string { return string(escape(nil, s)) }
