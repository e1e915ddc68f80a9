package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An elided is a line of recipients with one head for several units: "Các Sở:
// Tài chính, Xây dựng", "Bộ Chỉ huy: Quân sự tỉnh, Bộ đội BP tỉnh".
type elided struct {
	head  []string
	words []string // behind the colon
	at    []int    // where members may begin among the words
	open  bool     // it says of itself that it does not name all
}

// maxMembers bounds the members of a list, and of all recipients; no office has
// as many.
const maxMembers = 1000

// openWords are those by which a list does not name all its members.
var openWords = []string{"…", "...", "v.v", "danh sách", "liên quan", "còn lại", "khác", "nêu trên", "có tên", "thuộc", "trực thuộc"}

// elidedLists returns the lists of a line: several where a semicolon parts them.
func elidedLists(line string) []elided {
	var lists []elided
	if !strings.Contains(line, ":") || kept.MatchString(line) {
		return nil
	}
	for _, part := range strings.Split(line, ";") {
		head, rest, ok := strings.Cut(part, ":")
		switch {
		case ok && strings.TrimSpace(rest) != "":
			list := elided{head: nameWords(head)}
			list.head = slices.DeleteFunc(list.head, func(w string) bool { return w == "các" || w == "Các" || w == "những" })
			lists = append(lists, list)
		case ok || len(lists) == 0:
			continue
		default:
			rest = part
		}
		lists[len(lists)-1].add(rest)
	}
	return lists
}

// plainList returns the names of a line without a head: "Sở NN&MT, CA tỉnh".
func plainList(line string) elided {
	var list elided
	if !kept.MatchString(line) {
		list.add(strings.NewReplacer(";", ",", ":", ",", "(", ",").Replace(line))
	}
	return list
}

// add takes members up that commas part; "và" may part them or belong to one.
func (l *elided) add(members string) {
	lower := strings.ToLower(members)
	l.open = l.open || slices.ContainsFunc(openWords, func(s string) bool { return strings.Contains(lower, s) })
	for _, member := range strings.FieldsFunc(members, func(c rune) bool { return c == ',' || c == '\n' }) {
		if len(l.at) >= maxMembers {
			l.open = true
			return
		}
		l.at = append(l.at, len(l.words))
		for _, w := range nameWords(member) {
			if l.words = append(l.words, w); isAnd(w) && len(l.at) < maxMembers {
				l.at = append(l.at, len(l.words))
			}
		}
	}
}

// names reports whether a list names a unit, by the words of its name: what
// begins it stands in the head, and the rest among the members, each in full or
// by initials.
func (l elided) names(words []string) bool {
	for k := 0; k < len(words) && k <= 6; k++ {
		if k > 0 && !slices.Contains(l.head, words[k-1]) && !slices.ContainsFunc(l.head, func(h string) bool { return sameWord(h, words[k-1]) }) &&
			!covers(l.head, words[:k]) {
			if !slices.ContainsFunc(l.head, isAbbreviation) {
				return false
			}
			continue
		}
		if k > 0 && l.open {
			return true
		}
		first := initial(words[k])
		for _, at := range l.at {
			if at < len(l.words) && initial(l.words[at]) == first && beginsWith(l.words[at:], words[k:]) {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a name; parts joined by & or a hyphen are words of
// their own.
func nameWords(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return !inWord(c) && !unicode.Is(unicode.Mn, c) })
}

func isAnd(w string) bool { return strings.EqualFold(w, "và") }

func isAbbreviation(w string) bool {
	return len([]rune(w)) > 1 && w == strings.ToUpper(w) && strings.ContainsFunc(w, unicode.IsLetter)
}

func sameWord(a, b string) bool {
	return strings.EqualFold(a, b) || initial(a) == initial(b) && len(a) == len(b) && olderTone(a) == olderTone(b)
}

// initial returns the letter that a word begins with, as initials have it: a
// capital without tone, D for Đ too.
func initial(w string) rune {
	c, _ := utf8.DecodeRuneInString(w)
	c = unicode.ToLower(c)
	if v, ok := toneOf(c); ok {
		c = v.vowel
	}
	if c == 'đ' {
		c = 'd'
	}
	return unicode.ToUpper(c)
}

// olderTone is a word in small letters with its tone by the older of two ways.
func olderTone(w string) string {
	w = strings.ToLower(w)
	if y, ok := parseSyllable(w); ok && len(y.toneMay) == 2 && y.tone != level && y.wellToned() {
		return y.with(y.toneMay[0], w)
	}
	return w
}

// beginsWith reports whether a list of words begins with a name, word by word
// or by initials. What only says where the unit is may be missing at its end.
func beginsWith(typed, name []string) bool {
	i := 0
	for len(name) > 0 {
		switch {
		case isAnd(name[0]):
			name = name[1:]
		case i < len(typed) && isAnd(typed[i]):
			i++
		case i > 0 && isLocality(name[0]) && (i == len(typed) || !isLocality(typed[i])):
			return true
		case i == len(typed):
			return false
		case sameWord(typed[i], name[0]):
			i, name = i+1, name[1:]
		default:
			n, m := initialed(typed[i], name), 0
			if i == 0 && n == 0 && len(typed) > 1 && isAbbreviation(typed[1]) && typed[0] == initialsOf(name[0]) {
				n = 1 // P. KHTC
			}
			if n == 0 {
				m = initialed(name[0], typed[i:])
			}
			switch {
			case n > 0:
				i, name = i+1, name[n:]
			case m > 0:
				i, name = i+m, name[1:]
			default:
				return false
			}
		}
	}
	return i > 0
}

// covers reports whether a head stands for the words that begin a name.
func covers(head, words []string) bool { return len(head) > 0 && beginsWith(head, words) }

func isLocality(w string) bool {
	return slices.Contains([]string{"tỉnh", "thành", "tp"}, strings.ToLower(w))
}

// initialed returns how many words an abbreviation stands for: 2 for BP of Biên
// phòng; 0 where it does not stand for them.
func initialed(short string, words []string) int {
	if !isAbbreviation(short) {
		return 0
	}
	n := 0
	for short != "" {
		for n < len(words) && isAnd(words[n]) && !strings.HasPrefix(short, "V") {
			n++
		}
		if n == len(words) {
			return 0
		}
		if rest, ok := strings.CutPrefix(short, words[n]); ok && isAbbreviation(words[n]) {
			short, n = rest, n+1
			continue
		}
		_, size := utf8.DecodeRuneInString(short)
		if initial(short) != initial(words[n]) {
			return 0
		}
		short, n = short[size:], n+1
	}
	return n
}
