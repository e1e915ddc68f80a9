// Package scalar writes texts as YAML: a text goes in, and out comes a value
// that is read as the same text, on one line, whatever stands in it.
package scalar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// plainText is what YAML takes for nothing but text without quotes: letters
// first, and no mark in it that means something.
var (
	plainText = regexp.MustCompile(`^[\p{L}][\p{L}\p{M}\p{N} /.,()_-]*$`)
	plainCode = regexp.MustCompile(`^[0-9]{4}-[A-Z][A-Za-z0-9./_-]*$`)
	anyWord   = regexp.MustCompile(`(?i)^(y|yes|n|no|true|false|on|off|null|nan|inf|có|không)$`)
)

// Plain returns a text as the value of a key: plain where it can be taken for
// nothing else, in double quotes otherwise. It does not fit between [ and ].
func Plain(s string) string {
	if plainText.MatchString(s) && !strings.HasSuffix(s, " ") && !anyWord.MatchString(s) || plainCode.MatchString(s) {
		return s
	}
	return strings.ReplaceAll(Quoted(s), "\u00A0", `\u00a0`) // ledgers show it: nobody typed it there
}

// Lines parts a text at spaces into lines of about a width, in characters, as
// the lines of a folded value.
func Lines(text string, width int) []string {
	var all []string
	line, length := "", 0
	for word := range strings.SplitSeq(text, " ") {
		n := len([]rune(word)) + 1
		if line != "" && length+n > width {
			all = append(all, line)
			line, length = "", 0
		}
		if line != "" {
			line += " "
		}
		line, length = line+word, length+n
	}
	return append(all, line)
}

// Quoted returns a text in double quotes. No-break spaces stand in it as the
// clerk types them; what cannot be seen, or breaks lines, is written out.
func Quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case strconv.IsPrint(c) || c == '\u00A0':
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < 0x80:
			fmt.Fprintf(&b, `\x%02x`, c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			fmt.Fprintf(&b, `\U%08x`, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
