package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A spelled is a name that the tasks use, as its words and where it stands first.
type spelled struct {
	name  string
	words []string
	first *record.Passage
	uses  int
}

// checkAlikeNames finds names of units that may be one, where every name used
// is a unit.
func checkAlikeNames(n *notice, f *found) {
	names := n.spelledNames()
	if len(names) > maxUnits {
		return
	}
	byShape := map[string][]*spelled{} // that share what is left when a letter or all marks are gone
	for _, s := range names {
		for _, shape := range shapes(s.name) {
			byShape[shape] = append(byShape[shape], s)
		}
	}
	for i, s := range names {
		var other *spelled
		for _, shape := range shapes(s.name) {
			for _, o := range byShape[shape] {
				if o != s && rather(o, s, slices.Index(names, o) < i) && mayBeOne(s.words, o.words) && (other == nil || o.uses > other.uses) {
					other = o
				}
			}
		}
		if other != nil {
			f.in(s.first, 0, len(s.first.Text), problem.Textf("%q và %q là hai đơn vị chỉ khác nhau một chữ hoặc dấu", "%q and %q are two units, a letter or marks apart", s.name, other.name),
				problem.Textf("nếu là một thì viết %q; nếu là hai thì thêm cả hai vào mục units của hồ sơ cơ quan", "if they are one write %q; if they are two add both to units in the profile", other.name))
		}
	}
}

// spelledNames are the names of leads and partners, in the order in which they
// come; none where the record or its profile has a list of units.
func (n *notice) spelledNames() []*spelled {
	var names []*spelled
	known := map[string]*spelled{}
	for _, p := range n.rec.Passages() {
		if strings.HasPrefix(p.Field, "units") || strings.HasPrefix(p.Field, "groups") {
			return nil
		}
		if field := lastPart(p.Field); field != "lead" && field != "partners" {
			continue
		}
		key := fold(p.Text).s
		if known[key] == nil {
			known[key] = &spelled{name: p.Text, words: strings.Fields(p.Text), first: p}
			names = append(names, known[key])
		}
		known[key].uses++
	}
	return names
}

// rather reports whether o is more likely to be right than s: it is used more
// often; or as often and has more marks, which are lost more than gained; or as
// many and comes before.
func rather(o, s *spelled, before bool) bool {
	if o.uses != s.uses {
		return o.uses > s.uses
	}
	if a, b := marksIn(o.name), marksIn(s.name); a != b {
		return a > b
	}
	return before
}

func marksIn(s string) int {
	return utf8.RuneCountInString(norm.NFD.String(s)) - utf8.RuneCountInString(bare(s))
}

// maxAlike is how long names are that are compared, in bytes.
const maxAlike = 120

// shapes are what is left of a name without one of its letters, with all, and
// without all marks: two names a letter or marks apart share one.
func shapes(name string) []string {
	folded := fold(name).s
	if len(folded) > maxAlike {
		return nil
	}
	all := []string{folded, "=" + bare(folded)}
	for i, c := range folded {
		all = append(all, folded[:i]+folded[i+utf8.RuneLen(c):])
	}
	return all
}

// bare returns a text without the marks of its letters.
func bare(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(s) {
		switch {
		case c == 'đ', c == 'Đ':
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, c):
			b.WriteRune(c)
		}
	}
	return b.String()
}

// localities are words behind which names may differ in one letter: Bình Thanh
// and Bình Thạnh are two communes.
var localities = []string{"xã", "phường", "thị trấn", "thị xã", "huyện", "thôn", "thành phố", "tỉnh", "đặc khu"}

// mayBeOne reports whether two names differ as slips of typing do: not in a
// number, an abbreviation, a short word but the first, or the name of a place.
func mayBeOne(a, b []string) bool {
	if len(a) != len(b) {
		return true // a space too many or too few
	}
	differ := false
	for i := range a {
		if strings.EqualFold(a[i], b[i]) {
			continue
		}
		differ = true
		for _, word := range []string{a[i], b[i]} {
			if len([]rune(word)) < 3 && i > 0 || strings.ToUpper(word) == word {
				return false
			}
		}
		before := strings.ToLower(strings.Join(a[:i], " ")) + " "
		if slices.ContainsFunc(localities, func(l string) bool { return strings.Contains(" "+before, " "+l+" ") }) {
			return false
		}
	}
	return differ
}
