package record

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

// clean returns a text as it is set: NFC, without zero-width characters, with
// single spaces, paragraphs parted by "\n". Characters that cannot be set are
// reported at their places.
func (r *reader) clean(s string, n *yaml.Node, at string) string {
	if !isPlain(s) {
		if s = norm.NFC.String(s); !tidy(s) {
			s = norm.NFC.String(r.tidyUp(s, n, at)) // a letter and its mark may have had something without width between them
		}
	}
	if r.parser.from.Printable != nil {
		r.unprintable(s, n, at)
	}
	return s
}

// plain are the characters that neither NFC nor cleaning changes wherever they stand
// alone: letters with all their marks, digits, marks of the keyboard.
var plain = func() (table [letters.Slots]bool) {
	for c := rune(1); c < 0x2000; c++ {
		if i := letters.Slot(c); i > 0 {
			table[i] = norm.NFC.PropertiesString(string(c)).BoundaryBefore() && norm.NFC.IsNormalString(string(c)) && tidy("a"+string(c))
		}
	}
	return table
}()

// isPlain reports a text of plain characters with single spaces between words, as
// most are: seen in a tenth of the time that NFC and tidy take to say so.
func isPlain(s string) bool {
	space := true // where a space must not stand
	for _, c := range s {
		if c == ' ' {
			if space {
				return false
			}
			space = true
			continue
		}
		if !plain[letters.Slot(c)] {
			return false
		}
		space = false
	}
	return !space || s == ""
}

// Hyphens that are set as the - of the keyboard: hyphen parts words as it does,
// no line breaks at noBreakHyphen.
const (
	hyphen        = '\u2010'
	noBreakHyphen = '\u2011'
)

// plainHyphens is a text as names are looked up and rules read it.
func plainHyphens(s string) string { return strings.ReplaceAll(s, string(noBreakHyphen), "-") }

// setFields hold text of which lines are made, where a - may be kept from being
// broken at.
var setFields = map[string]bool{
	"subject": true, "opening": true, "closing": true, "conclusions": true, "items": true, "parts": true,
	"heading": true, "text": true, "after": true, "product": true, "basis": true, "content": true, "notes": true,
}

// isSet reports whether the field at a path is one of setFields, or in one.
func isSet(at string) bool {
	last := at[strings.LastIndexByte(at, '.')+1:]
	last, _, _ = strings.Cut(last, "[")
	return setFields[last]
}

// tidy reports a text that needs no cleaning, as most.
func tidy(s string) bool {
	space := true // where a space must not stand
	for _, c := range s {
		switch {
		case c == ' ':
			if space {
				return false
			}
			space = true
			continue
		case c < ' ' || c >= 0x7F && c < 0xA0 || c == hyphen || isZeroWidth(c) || isSpace(c) || isForbidden(c):
			return false
		}
		space = false
	}
	return !space || s == ""
}

func (r *reader) tidyUp(s string, n *yaml.Node, at string) string {
	return tidied(s, func(c rune) {
		if c == unicode.ReplacementChar && r.damage {
			return
		}
		r.problem(r.place(n, c), at, problem.Textf("có ký tự điều khiển %U không in được", "the control character %U cannot be printed", c),
			problem.Textf("xóa ký tự ẩn này rồi gõ lại chỗ đó", "take the hidden character away and type the place anew"))
	})
}

// tidied cleans a text in NFC up; what cannot be printed is left out and told.
func tidied(s string, forbidden func(rune)) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case isZeroWidth(c):
		case c == '\t', isSpace(c):
			b.WriteByte(' ')
		case c == '\n' || c == '\u00A0':
			b.WriteRune(c)
		case c == hyphen:
			b.WriteByte('-')
		case isForbidden(c):
			forbidden(c)
		default:
			b.WriteRune(c)
		}
	}
	var paragraphs []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		// strings.Fields would take no-break spaces away, which are meant.
		words := strings.FieldsFunc(line, func(c rune) bool { return c == ' ' })
		if len(words) > 0 {
			paragraphs = append(paragraphs, strings.Join(words, " "))
		}
	}
	return strings.Join(paragraphs, "\n")
}

func (r *reader) unprintable(s string, n *yaml.Node, at string) {
	reported, seen := map[rune]bool{}, &r.parser.printable
	for _, c := range s {
		i := letters.Slot(c)
		if seen[i] {
			continue
		}
		if c == '\n' || c == '\u00A0' || c == noBreakHyphen || r.parser.from.Printable(c) || reported[c] {
			seen[i] = i > 0 && !reported[c]
			continue
		}
		reported[c] = true
		r.problem(r.place(n, c), at, problem.Textf("ký tự %q (%U) không có trong phông chữ", "the character %q (%U) is not in the faces", c, c),
			problem.Textf("thay bằng chữ hoặc dấu thường dùng trong văn bản", "use a letter or sign that is common in documents"))
	}
}

// place returns a node with the place of c in the source of n, or of n itself
// where it cannot be found.
func (r *reader) place(n *yaml.Node, c rune) *yaml.Node {
	for line := n.Line; line >= 1 && line <= len(r.lines) && line < n.Line+200; line++ {
		col := 0
		for _, have := range r.lines[line-1] {
			col++
			if have == c && (line > n.Line || col >= n.Column) {
				return &yaml.Node{Line: line, Column: col}
			}
		}
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && line > n.Line+50 {
			break
		}
	}
	return n
}

// isSpace reports the spaces of typography, which become plain ones.
func isSpace(c rune) bool {
	return c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680
}

// isForbidden reports what is no text: controls, line separators, marks of
// direction and of annotation, tags, private and surrogate code points, noncharacters.
func isForbidden(c rune) bool {
	return unicode.IsControl(c) && c != '\n' && c != '\t' || c == 0x2028 || c == 0x2029 || c == 0x061C ||
		c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xFFF9 && c <= 0xFFFB || c >= 0xE0000 && c <= 0xE007F ||
		unicode.Is(unicode.Co, c) || c == unicode.ReplacementChar || c&0xFFFE == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF
}
