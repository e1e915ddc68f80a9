package record

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// What is copied from Word, a mail or a page of the web brings spaces, dashes
// and colons that look like those of YAML and are none.

// An oddity is such a character where a line's structure stands.
type oddity struct {
	line, col     int
	message, hint problem.Text
}

// oddKey is a key, what stands between it and its colon, and the colon.
var oddKey = regexp.MustCompile(`^[“"'‘]?([\p{L}][\p{L}\p{M} -]*?)[”"'’]?([\s\p{Z}\p{Cf}]*)([:：﹕꞉∶])`)

// likeDash are signs that lists begin with elsewhere.
const likeDash = "–—−‐‑‒―•●▪◦·*+"

// odd returns what is odd in the structure of a line.
func (r *reader) odd(number int) (oddity, bool) {
	line := r.lines[number-1]
	text := strings.TrimLeft(line, " ")
	at := len(line) - len(text)
	if c, size := utf8.DecodeRuneInString(text); size > 0 && c != '\t' && isOddSpace(c) && strings.TrimFunc(text, isOddSpace) != "" {
		return oddity{number, columnOf(line, at),
			withSpace("dòng thụt vào bằng %s, không phải dấu cách thường", "the line is indented with %s, not with a plain space", c),
			problem.Textf("xóa khoảng trống ở đầu dòng rồi gõ lại bằng phím cách", "take the blank at the start of the line away and type it anew with the space bar")}, true
	} else if c2, size2 := utf8.DecodeRuneInString(text[size:]); size > 0 && strings.ContainsRune(likeDash, c) && size2 > 0 && (c2 == ' ' || isOddSpace(c2)) {
		return oddity{number, columnOf(line, at),
			problem.Textf("dòng bắt đầu bằng %q (%U), danh sách của YAML cần dấu -", "the line begins with %q (%U), a list of YAML wants a -", c, c),
			problem.Textf("gõ lại thành dấu trừ và một dấu cách: %s", "type a hyphen and a space: %s", short("- "+strings.TrimLeftFunc(text[size:], isBlankOf)))}, true
	}
	for strings.HasPrefix(line[at:], "- ") {
		at += len(line[at:]) - len(strings.TrimLeft(line[at+1:], " "))
	}
	if rest, ok := strings.CutPrefix(line[at:], "-"); ok {
		if o, ok := oddDash(number, line, at, rest); ok {
			return o, true
		}
	}
	return r.oddColon(number, line, at)
}

// oddDash is about what stands behind the dash of a list.
func oddDash(number int, line string, at int, rest string) (oddity, bool) {
	c, size := utf8.DecodeRuneInString(rest)
	hint := problem.Textf("gõ lại thành dấu trừ và một dấu cách: %s", "type a hyphen and a space: %s", short("- "+strings.TrimLeftFunc(rest, isBlankOf)))
	switch {
	case size > 0 && isOddSpace(c) && c != '\t':
		return oddity{number, columnOf(line, at) + 1, withSpace("sau dấu - là %s, không phải dấu cách thường", "behind the - is %s, not a plain space", c), hint}, true
	case unicode.IsLetter(c):
		return oddity{number, columnOf(line, at) + 1, problem.Textf("sau dấu - thiếu dấu cách", "a space is missing behind the -"), hint}, true
	}
	return oddity{}, false
}

// oddColon is about what stands around the colon of a key that there is.
func (r *reader) oddColon(number int, line string, at int) (oddity, bool) {
	if isPlainKey(line[at:]) || !hasColon(line[at:min(at+maxKey, len(line))]) {
		return oddity{}, false
	}
	m := oddKey.FindStringSubmatchIndex(line[at:min(at+maxKey, len(line))])
	if m == nil || !r.isKey(line[at+m[2]:at+m[3]]) {
		return oddity{}, false
	}
	key, between, colon := line[at+m[2]:at+m[3]], line[at+m[4]:at+m[5]], line[at+m[6]:at+m[7]]
	c, size := utf8.DecodeRuneInString(line[at+m[7]:])
	hint := problem.Textf("gõ lại dấu hai chấm và một dấu cách: %s", "type a colon and a space: %s", short(strings.TrimSpace(key+": "+strings.TrimFunc(line[at+m[7]:], isBlankOf))))
	switch {
	case colon != ":":
		return oddity{number, columnOf(line, at+m[6]), problem.Textf("sau %q là %q (%U), không phải dấu hai chấm thường", "behind %q is %q (%U), not a plain colon", key, colon, []rune(colon)[0]), hint}, true
	case strings.ContainsFunc(between, func(c rune) bool { return c != '\t' && isOddSpace(c) }):
		return oddity{number, columnOf(line, at+m[4]), withSpace("trước dấu hai chấm là %s", "before the colon is %s", []rune(strings.TrimLeft(between, " \t"))[0]), hint}, true
	case size > 0 && c != '\t' && isOddSpace(c):
		return oddity{number, columnOf(line, at+m[7]), withSpace("sau dấu hai chấm là %s, không phải dấu cách thường", "behind the colon is %s, not a plain space", c), hint}, true
	case size > 0 && c != ' ' && c != '\t':
		return oddity{number, columnOf(line, at+m[7]), problem.Textf("sau %q thiếu dấu cách", "a space is missing behind %q", key+":"), hint}, true
	}
	return oddity{}, false
}

// isPlainKey reports a line without any colon, or with a plain one and a space
// right behind a letter of ASCII: most lines.
func isPlainKey(s string) bool {
	for i := 0; i < len(s) && i < maxKey; i++ {
		switch {
		case s[i] >= 0x80:
			return false
		case s[i] == ':':
			return i > 0 && (s[i-1] >= 'a' && s[i-1] <= 'z') && (i+1 == len(s) || s[i+1] == ' ' && (i+2 >= len(s) || s[i+2] < 0x80))
		}
	}
	return true
}

// hasColon reports any colon of oddKey, or what may be a part of one.
func hasColon(s string) bool {
	return strings.IndexByte(s, ':') >= 0 || strings.IndexByte(s, "："[0]) >= 0 || strings.IndexByte(s, "꞉"[0]) >= 0 || strings.IndexByte(s, "∶"[0]) >= 0
}

// maxKey is longer than any key with its colon, in bytes.
const maxKey = 80

// isKey reports a key of the format, or a word that may be one.
func (r *reader) isKey(s string) bool {
	return r.parser.keys[s] || len(r.parser.keys) == 0 && isASCII(s) && !strings.Contains(s, " ")
}

func isBlankOf(c rune) bool { return c == ' ' || isOddSpace(c) }

// isOddSpace reports what looks like a plain space or like nothing and is not one.
func isOddSpace(c rune) bool { return c == '\t' || c == '\u00A0' || isSpace(c) || isZeroWidth(c) }

// withSpace puts the name of a space into a message.
func withSpace(vi, en string, c rune) problem.Text {
	name := spaceName(c)
	return problem.Text{VI: fmt.Sprintf(vi, name.VI), EN: fmt.Sprintf(en, name.EN)}
}

// spaceName says which space a character is.
func spaceName(c rune) problem.Text {
	switch {
	case c == '\u00A0':
		return problem.Textf("dấu cách không ngắt (U+00A0)", "a no-break space (U+00A0)")
	case c == '\t':
		return problem.Textf("phím Tab", "a tab")
	case isZeroWidth(c):
		return problem.Textf("ký tự ẩn (%U)", "an invisible character (%U)", c)
	}
	return problem.Textf("dấu cách khác thường (%U)", "an unusual space (%U)", c)
}

// oddities returns the odd lines that are not inside a text.
func (r *reader) oddities(s lineScan) []oddity {
	var all []oddity
	for i, line := range r.lines {
		if s.inText[i] || strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			continue
		}
		if o, ok := r.odd(i + 1); ok {
			all = append(all, o)
		}
	}
	return all
}

// sayOdd reports oddities: each where they are few, else all at the first.
func (r *reader) sayOdd(all []oddity) {
	for i, o := range all {
		if i == 0 && len(all) > mostOdd {
			lines := make([]int, len(all))
			for j := range all {
				lines[j] = all[j].line
			}
			more := placesOf(lines)
			o.message = problem.Text{VI: more.VI + o.message.VI, EN: more.EN + o.message.EN}
		} else if len(all) > mostOdd {
			break
		}
		r.fileProblem(o.line, o.col, o.message, o.hint)
	}
}

// mostOdd is how many odd lines are told each on its own.
const mostOdd = 10

// swallowedLines returns the odd lines that YAML took for keys or for text: what
// a line begins with is a text without quotes there.
func (r *reader) swallowedLines(root *yaml.Node, s lineScan) []oddity {
	odd := r.oddities(s)
	if len(odd) == 0 {
		return nil
	}
	begins := map[int]bool{}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && n.Style == 0 && n.Line >= 1 && n.Line <= len(r.lines) {
			line := r.lines[n.Line-1]
			blank := len(line) - len(strings.TrimLeft(line, " -"))
			begins[n.Line] = begins[n.Line] || n.Column <= blank+1
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(root)
	var all []oddity
	for _, o := range odd {
		after := slices.ContainsFunc(all[max(len(all)-1, 0):], func(before oddity) bool { return before.line+1 == o.line })
		if begins[o.line] || after {
			all = append(all, o)
		}
	}
	return all
}
