package mail

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine is how long a line of a header may be (RFC 2047, 2), in octets.
const maxLine = 76

// maxWord bounds an encoded word (RFC 2047, 2), in octets.
const maxWord = 75

// lines returns a text whose lines end in "\n", with no other control but tabs.
func lines(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// line returns a text as one line: what is put into a header starts no other.
func line(s string) string { return strings.Join(strings.Fields(lines(s)), " ") }

// words returns a text as a header has it behind at octets of its first line:
// as it stands, or encoded.
func words(at int, s string) string {
	s = line(s)
	if isPlain(s) && at+len(s) <= maxLine {
		return s
	}
	return encoded(at, s)
}

// encoded returns encoded words of base64 (RFC 2047), none of which breaks a
// letter.
func encoded(at int, s string) string {
	const before, after = "=?utf-8?B?", "?="
	var b, word strings.Builder
	room := func() int { return min(maxWord, maxLine-at) - len(before) - len(after) }
	flush := func() {
		b.WriteString(before + base64.StdEncoding.EncodeToString([]byte(word.String())) + after)
		word.Reset()
	}
	for _, r := range s {
		if word.Len() > 0 && base64.StdEncoding.EncodedLen(word.Len()+utf8.RuneLen(r)) > room() {
			flush()
			b.WriteString("\r\n ")
			at = 1
		}
		word.WriteRune(r)
	}
	flush()
	return b.String()
}

// folded returns a header on two lines where one would be too long.
func folded(header, value string) string {
	if len(header)+1+len(value) > maxLine {
		return header + "\r\n " + value
	}
	return header + " " + value
}

// isPlain reports printable ASCII that does not look like an encoded word.
func isPlain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) && !strings.Contains(s, "=?")
}

// address returns a header with one address.
func address(header string, a Address) string {
	name := line(a.Name)
	switch {
	case name == "":
		return header + a.Email + "\r\n"
	case isPlain(name) && len(header)+len(name)+2 <= maxLine:
		return header + quoted(name) + "\r\n <" + a.Email + ">\r\n"
	}
	return header + encoded(len(header), name) + "\r\n <" + a.Email + ">\r\n"
}

// quoted returns a quoted string (RFC 5322, 3.2.4).
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// parameter returns a parameter of a header on lines of its own: as it stands,
// or in the form of RFC 2231 with as many sections as it needs.
func parameter(name, value string) string {
	value = line(value)
	if isPlain(value) && len(name)+len(quoted(value))+len(" =;") <= maxLine {
		return ";\r\n " + name + "=" + quoted(value)
	}
	var sections []string
	section := "UTF-8''"
	for _, r := range value {
		var code strings.Builder
		for _, c := range []byte(string(r)) {
			if isAttribute(c) {
				code.WriteByte(c)
			} else {
				fmt.Fprintf(&code, "%%%02X", c)
			}
		}
		if len(name)+len(section)+code.Len()+len(" *1000*=;") > maxLine {
			sections, section = append(sections, section), ""
		}
		section += code.String()
	}
	if len(sections) == 0 {
		return ";\r\n " + name + "*=" + section
	}
	var b strings.Builder
	for i, s := range append(sections, section) {
		fmt.Fprintf(&b, ";\r\n %s*%d*=%s", name, i, s)
	}
	return b.String()
}

// isAttribute reports what stands in a parameter as it is (RFC 2231, 7).
func isAttribute(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.IndexByte("!#$&+-.^_`{|}~", c) >= 0
}
