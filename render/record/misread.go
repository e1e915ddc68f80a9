package record

import (
	"strings"
	"unicode/utf8"
)

// A file in UTF-8 that was read in another encoding has two or three signs for
// each letter: "Káº¿t luáº­n". Its bytes, put together again, are the letter.

// highBytes are the characters that Windows-1252 and Windows-1258 have at
// bytes other than their own code point.
var highBytes = map[rune]byte{
	'€': 0x80, '‚': 0x82, 'ƒ': 0x83, '„': 0x84, '…': 0x85, '†': 0x86, '‡': 0x87, 'ˆ': 0x88, '‰': 0x89, 'Š': 0x8A, '‹': 0x8B, 'Œ': 0x8C, 'Ž': 0x8E,
	'‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '˜': 0x98, '™': 0x99, 'š': 0x9A, '›': 0x9B, 'œ': 0x9C, 'ž': 0x9E, 'Ÿ': 0x9F,
	'Ă': 0xC3, 'ă': 0xE3, 'Đ': 0xD0, 'đ': 0xF0, '\u0300': 0xCC,
}

// otherMisread are what the first bytes of Vietnamese letters are in the
// encodings of a console and of a Mac.
var otherMisread = []struct {
	as    string
	signs []string
}{
	{"DOS (OEM)", []string{"ß║", "ß╗", "─æ", "╞░", "╞í"}},
	{"Mac Roman", []string{"·∫", "·ª"}},
}

// misreadAs returns what the UTF-8 of a line was taken for, "" where it was not.
func misreadAs(line string) string {
	if firstMisread(line) > 0 {
		return "Windows-1252 (ANSI)"
	}
	for _, o := range otherMisread {
		for _, s := range o.signs {
			if strings.Contains(line, s) {
				return o.as
			}
		}
	}
	return ""
}

// firstMisread returns the column of the first letter whose bytes stand as
// signs of their own; 0 where there is none, 1 at least of a line that has.
func firstMisread(line string) int {
	col := 0
	for i, c := range line {
		col++
		if c < 0x80 || c >= 0x1EA0 && c <= 0x1EF9 {
			continue
		}
		if next := i + utf8.RuneLen(c); next >= len(line) || line[next] < 0x80 {
			continue
		}
		if _, size, sure := misread(line[i:]); size > 0 && sure {
			return col
		}
	}
	return 0
}

// undone returns a line with the signs of each letter put together again.
func undone(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		c, size := utf8.DecodeRuneInString(line[i:])
		if letter, all, _ := misread(line[i:]); all > 0 {
			c, size = letter, all
		}
		b.WriteRune(c)
		i += size
	}
	return b.String()
}

// misread returns the letter whose bytes in UTF-8 are the first two or three
// signs of s, and the length of those; 0 where they are none. An Ã before a
// mark of typography may be itself: “ĐÃ”.
func misread(s string) (letter rune, size int, sure bool) {
	var bytes [3]byte
	n := 0
	for _, c := range s {
		if n == len(bytes) {
			break
		}
		b, ok := highBytes[c]
		if !ok && (c < 0x80 || c > 0xFF) {
			break
		} else if !ok {
			b = byte(c)
		}
		bytes[n] = b
		n++
		size += utf8.RuneLen(c)
		sure = n == 2 && !(bytes[0] == 0xC3 && ok) || n == 3
		if letter, length := utf8.DecodeRune(bytes[:n]); length == n && letter >= 0xC0 && isVietnamese(letter) {
			return letter, size, sure
		}
	}
	return 0, 0, false
}

// isVietnamese reports what Vietnamese texts are made of beyond ASCII.
func isVietnamese(c rune) bool {
	return c >= 0xC0 && c <= 0xFF || strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", c) || c >= 0x300 && c <= 0x323 ||
		c >= 0x1EA0 && c <= 0x1EF9 || c >= 0x2010 && c <= 0x2026
}
