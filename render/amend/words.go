package amend

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/record"
)

// said returns a value as a record has it, with "\n" between its paragraphs and
// the markup of emphasis as typed.
func said(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || isEmpty(n) {
		return ""
	}
	value := strings.ReplaceAll(n.Value, "\r\n", "\n")
	if n.Style&yaml.LiteralStyle != 0 {
		parts := strings.Split(value, "\n\n")
		for i, p := range parts {
			parts[i] = strings.ReplaceAll(strings.Trim(p, "\n"), "\n", " ")
		}
		value = strings.Join(parts, "\n")
	}
	return record.Clean(value)
}

// byteOf returns the byte of an offset that counts UTF-16 units, as a browser
// does; false behind the end.
func byteOf(s string, units int) (int, bool) {
	for i, c := range s {
		if units <= 0 {
			return i, units == 0
		}
		units--
		if c > 0xFFFF {
			units--
		}
	}
	return len(s), units == 0
}

// unitsOf counts a text as a browser does.
func unitsOf(s string) int {
	n := utf8.RuneCountInString(s)
	for _, c := range s {
		if c > 0xFFFF {
			n++
		}
	}
	return n
}
