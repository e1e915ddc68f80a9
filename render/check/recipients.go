package check

import (
	"slices"
	"strings"
	"unicode"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// checkRecipientsOfTasks finds units that have tasks and are not told of them.
func checkRecipientsOfTasks(n *notice, f *found) {
	if len(n.rec.Recipients) == 0 || len(n.rec.Recipients) > maxUnits || len(n.rec.Units) > maxUnits {
		return // the template asks for recipients
	}
	var missing []string
	told := n.recipientLines()
	for _, u := range n.rec.Answering() {
		if !told.name(n, u) {
			missing = append(missing, u.Name)
		}
	}
	if len(missing) > 0 {
		f.field(n, "recipients", problem.Textf("đơn vị có nhiệm vụ mà không có trong nơi nhận: %s", "units with tasks that are not among the recipients: %s", strings.Join(missing, "; ")),
			problem.Textf("thêm vào recipients, hoặc thêm dòng chung như \"Các phòng, đơn vị thuộc Sở\"", "add them, or a line for all such as \"Các phòng, đơn vị thuộc Sở\""))
	}
}

// general are the words by which a line of recipients means all of a kind.
var general = []string{"đơn vị", "cơ quan", "như trên", "tổ chức", "thành viên", "ngành", "như điều"}

// shortBodies are the bodies of the people by their abbreviations.
var shortBodies = strings.NewReplacer("Ủy ban nhân dân", "UBND", "Uỷ ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND")

// committees gives a kind of unit that begins with Ủy ban its abbreviation.
var committees = strings.NewReplacer("ủy", "ubnd", "uỷ", "ubnd")

// maxAliases bounds the names of a unit that are looked for by initials.
const maxAliases = 30

// A told is the recipients as units are looked for in them.
type told []toldLine

type toldLine struct {
	folded *foldedText
	short  []string // its abbreviations
	lists  []elided
	plain  elided
	many   bool // more names than are looked at
}

func (n *notice) recipientLines() told { return linesToldOf(n.rec.Recipients) }

func linesToldOf(all []string) told {
	lines := make(told, len(all))
	members := 0
	for i, line := range all {
		lines[i] = toldLine{folded: fold(shortBodies.Replace(line)), lists: elidedLists(line), plain: plainList(line)}
		members += len(lines[i].plain.at)
		lines[i].many = members >= maxMembers
		for _, w := range wordsOf(line) {
			if w.capitals >= 2 && w.s == strings.ToUpper(w.s) {
				lines[i].short = append(lines[i].short, w.s)
			}
		}
	}
	return lines
}

// name reports whether the recipients name a unit: by a name, by an
// abbreviation, by a group, in a list with an elided head, or by a line such as
// "Các sở, ban, ngành".
func (t told) name(n *notice, u *record.Unit) bool {
	if u.Everybody || len(u.Members) > 0 && !slices.ContainsFunc(u.Members, func(m *record.Unit) bool { return !t.name(n, m) }) {
		return true
	}
	if u.Successor != nil && u.Successor != u && u.Successor.Successor == nil && t.name(n, u.Successor) {
		return true
	}
	names := append([]string{u.Name, u.Short}, u.Aliases...)
	for _, g := range n.rec.Units {
		if slices.Contains(g.Members, u) {
			names = append(append(names, g.Name, g.Short), g.Aliases...)
		}
	}
	kind, _, _ := strings.Cut(strings.ToLower(u.Name), " ")
	kind = committees.Replace(kind)
	initials := initialsOf(u.Name)
	folded := make([]string, len(names))
	for i, name := range names {
		folded[i] = fold(shortBodies.Replace(name)).s
	}
	var words [][]string
	for _, name := range names[:min(len(names), maxAliases)] {
		words = append(words, nameWords(name))
	}
	return slices.ContainsFunc(t, func(l toldLine) bool {
		return l.meansAll(kind) || l.has(folded) || l.abbreviates(initials) || l.listed(words)
	})
}

func (l toldLine) has(folded []string) bool {
	return slices.ContainsFunc(folded, func(name string) bool { at, _ := l.folded.find(name); return at != nil })
}

func (l toldLine) listed(names [][]string) bool {
	return slices.ContainsFunc(names, l.plain.names) || slices.ContainsFunc(l.lists, func(list elided) bool { return slices.ContainsFunc(names, list.names) })
}

// meansAll reports a line for all units of a kind. "Các Sở: Tài chính, Xây
// dựng" is for those two only.
func (l toldLine) meansAll(kind string) bool {
	if l.many {
		return true
	}
	all := strings.Contains(l.folded.s, "các ")
	for _, g := range general {
		if strings.Contains(l.folded.s, g) && (all || strings.HasPrefix(g, "như ")) {
			return true
		}
	}
	at, _ := l.folded.find(kind)
	return at != nil && all && len(l.lists) == 0
}

// initialsOf returns the initials of a name: BCHQST of Bộ Chỉ huy Quân sự tỉnh.
func initialsOf(name string) string {
	initials := ""
	for _, part := range strings.Fields(name) {
		if part == strings.ToUpper(part) && len([]rune(part)) > 1 {
			initials += part
		} else if r := []rune(part); unicode.IsLetter(r[0]) {
			initials += string(unicode.ToUpper(r[0]))
		}
	}
	return initials
}

// abbreviates reports a line with an abbreviation of a unit's name: its
// initials, or the beginning of them (VPUB of Văn phòng UBND tỉnh).
func (l toldLine) abbreviates(initials string) bool {
	return slices.ContainsFunc(l.short, func(s string) bool { return strings.HasPrefix(initials, s) })
}
