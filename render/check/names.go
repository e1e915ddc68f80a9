package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

// A foldedText is a text as names are compared in it: small letters, one kind
// of dash without spaces around it, single spaces.
type foldedText struct {
	s    string
	text string
	at   []int // places, once they are asked for: most texts hold no name
}

func fold(s string) *foldedText {
	folded := make([]byte, 0, len(s)+utf8.UTFMax)
	eachFolded(s, func(c rune, _ int) { folded = utf8.AppendRune(folded, c) })
	return &foldedText{s: string(folded), text: s}
}

// places returns the byte of the text for each byte of s, and its length at the
// end.
func (t *foldedText) places() []int {
	if t.at == nil {
		t.at = make([]int, 0, len(t.s)+1)
		eachFolded(t.text, func(c rune, from int) {
			for range utf8.RuneLen(c) {
				t.at = append(t.at, from)
			}
		})
		t.at = append(t.at, len(t.text))
	}
	return t.at
}

// eachFolded calls put with the characters of a folded text, and the bytes of the
// text at which they stand.
func eachFolded(s string, put func(c rune, from int)) {
	blank := -1 // where a run of spaces began
	dash := false
	for i, c := range s {
		switch {
		case letters.IsSpace(c):
			if blank < 0 {
				blank = i
			}
			continue
		case c == '–' || c == '—' || c == '-':
			dash, blank = true, -1
			put('-', i)
			continue
		}
		if blank >= 0 && !dash {
			put(' ', blank)
		}
		blank, dash = -1, false
		put(letters.Small(c), i)
	}
}

// find returns where a folded name stands in the text, as whole words, and
// where to look on; nil where it does not.
func (t *foldedText) find(name string) ([]int, int) { return t.findFrom(name, 0) }

func (t *foldedText) findFrom(name string, start int) ([]int, int) {
	for name != "" && start <= len(t.s) {
		i := strings.Index(t.s[start:], name)
		if i < 0 {
			return nil, 0
		}
		from, to := start+i, start+i+len(name)
		if apartFromWords(t.s, from, to) {
			at := t.places()
			end := at[to]
			for end > 0 && end > at[to-1]+1 && t.s[to-1] < 0x80 { // spaces behind the last letter
				end--
			}
			return []int{at[from], end}, to
		}
		start = to
	}
	return nil, 0
}

// maxUnits bounds the units and recipients that are compared with each other; no
// office has as many.
const maxUnits = 500

// checkUnitNames finds names of units that are written like those of the
// profile but for dashes, spaces or capitals.
func checkUnitNames(n *notice, f *found) {
	if len(n.rec.Units) > maxUnits {
		return
	}
	type known struct{ name, folded string }
	var units []known
	exact, heads := map[string]bool{}, map[string][]string{} // the second words of names by the first
	for _, u := range n.rec.Units {
		for _, s := range append([]string{u.Name, u.Short}, u.Aliases...) {
			exact[s] = true
		}
		if len(u.Members) == 0 && !u.Everybody && strings.Contains(u.Name, " ") {
			units = append(units, known{u.Name, fold(u.Name).s})
			first, second := n.twoWords(u.Name)
			heads[first] = append(heads[first], second)
		}
	}
	slices.SortStableFunc(units, func(a, b known) int { return len(b.folded) - len(a.folded) })
	for _, p := range n.prose {
		if strings.HasPrefix(p.Field, "units[") || strings.HasPrefix(p.Field, "groups[") {
			continue
		}
		if !mayName(n.wordsIn(p), heads) {
			continue
		}
		t := fold(p.Text)
		taken := make([]bool, len(p.Text)) // bytes of names that were found, the longest first
		for _, u := range units {
			for start := 0; ; {
				var at []int
				if at, start = t.findFrom(u.folded, start); at == nil {
					break
				}
				if !take(taken[at[0]:at[1]]) {
					continue
				}
				typed := p.Text[at[0]:at[1]]
				switch {
				case exact[typed] || !differs(typed, u.name):
				case capitalized(typed) == u.name && isGeneric(u.name, p.Text[at[1]:]):
				case typed == capitalized(u.name) && startsSentence(p.Text, at[0]):
				default:
					f.in(p, at[0], at[1], problem.Textf("tên %q viết khác hồ sơ cơ quan", "the name %q is written otherwise than in the profile", typed),
						problem.Textf("hồ sơ ghi %q: sửa một bên cho giống, nếu cùng một đơn vị", "the profile has %q: mend either, if it is the same unit", u.name))
				}
			}
		}
	}
}

// take takes bytes that nothing has taken yet; it reports whether it could.
func take(bytes []bool) bool {
	if slices.Contains(bytes, true) {
		return false
	}
	for i := range bytes {
		bytes[i] = true
	}
	return true
}

// twoWords returns the first words of a name in small letters; "" where it has fewer.
func (n *notice) twoWords(name string) (first, second string) {
	words := wordsOf(name)
	n.memory.spell(words)
	if len(words) < 2 {
		return "", ""
	}
	return words[0].small, words[1].small
}

// mayName reports words of which two begin a name, which is seen sooner than the
// text is folded; any words where a name has fewer.
func mayName(words []word, heads map[string][]string) bool {
	if heads[""] != nil {
		return true
	}
	for i := 0; i+1 < len(words); i++ {
		if slices.Contains(heads[words[i].small], words[i+1].small) {
			return true
		}
	}
	return false
}

// differs reports a way of writing a name that is a slip: another dash or
// space, or other capitals where there are some. A common noun (công đoàn) and
// a heading in capitals are not.
func differs(typed, name string) bool {
	if typed == name || strings.ToUpper(typed) == typed {
		return false
	}
	if !strings.EqualFold(typed, name) {
		return true
	}
	return strings.ContainsFunc(typed, unicode.IsUpper)
}

// isGeneric reports a name that may be common words where it begins with a small
// letter: "thanh tra Sở Tài chính" is an inspection of another body, "văn phòng
// Sở" may be rooms. Rest is the text behind it.
func isGeneric(name, rest string) bool {
	if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " ")); unicode.IsUpper(next) {
		return true
	}
	proper := strings.NewReplacer(" Sở", "", " UBND", "", " HĐND", "", " Ủy ban nhân dân", "", " Hội đồng nhân dân", "").Replace(name)
	return countUpper(proper) < 2
}

func countUpper(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}
