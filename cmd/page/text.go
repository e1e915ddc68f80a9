package page

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A browser knows one end of a line. What a file has else - \r\n, a byte order
// mark - is put back where the text has not changed.

const mark = "\xef\xbb\xbf" // the byte order mark of UTF-8

// edited returns a file as it is edited, with \n at the ends of lines; readOnly
// is what is no text in UTF-8, or has characters that a browser would not keep.
func edited(src []byte) (text string, readOnly bool) {
	text = string(bytes.TrimPrefix(src, []byte(mark)))
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", "\uFFFD"), "\uFFFD"), true
	}
	return unified(text), false
}

var oneEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func unified(text string) string { return oneEnd.Replace(text) }

// into returns the bytes of a file with a text that was edited: before the first
// change and behind the last each byte stays, and between them lines end as most
// of the file's do.
func into(src []byte, text string) []byte {
	was, text := string(src), unified(text)
	body := strings.TrimPrefix(was, mark)
	head := was[:len(was)-len(body)]
	from, fromNew := sameHead(body, text)
	to, toNew := sameTail(body[from:], text[fromNew:])
	middle := text[fromNew : len(text)-toNew]
	if 2*strings.Count(body, "\r\n") > strings.Count(body, "\n") {
		middle = strings.ReplaceAll(middle, "\n", "\r\n")
	}
	return []byte(head + body[:from] + middle + body[len(body)-to:])
}

// sameHead returns how many bytes two texts have in common at their beginning,
// whichever way the lines of the first end.
func sameHead(was, text string) (i, j int) {
	for i < len(was) && j < len(text) {
		switch {
		case was[i] == '\r' && text[j] == '\n':
			i, j = i+1, j+1
			if i < len(was) && was[i] == '\n' {
				i++
			}
		case was[i] != text[j]:
			return i, j
		default:
			i, j = i+1, j+1
		}
	}
	return i, j
}

// sameTail does likewise from their ends.
func sameTail(was, text string) (i, j int) {
	for i < len(was) && j < len(text) {
		a, b := was[len(was)-1-i], text[len(text)-1-j]
		switch {
		case b == '\n' && a == '\n':
			i, j = i+1, j+1
			if i < len(was) && was[len(was)-1-i] == '\r' {
				i++
			}
		case b == '\n' && a == '\r':
			i, j = i+1, j+1
		case a != b:
			return i, j
		default:
			i, j = i+1, j+1
		}
	}
	return i, j
}
