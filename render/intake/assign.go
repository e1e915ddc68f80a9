package intake

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
)

var (
	given     = regexp.MustCompile(`(?:^|[ ;(])(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công|[Gg]iao nhiệm vụ)(?: cho)? `)
	persons   = regexp.MustCompile(`^(?:(?:đồng chí |đ/c |các đồng chí )?(?:Thủ trưởng|Trưởng|Chánh|Bộ trưởng|` + heads + `)|(?:Đồng chí|Các đồng chí) (?:` + heads + `)) (?:các )?`)
	partnered = regexp.MustCompile(`[Pp]hối hợp(?: chặt chẽ| thường xuyên| đồng bộ| tốt)?(?:(?:,? (?:cùng )?với|,? cùng(?: với)?)(?: lãnh đạo)? | )|chủ trì,? cùng(?: với)? `)
	leading   = regexp.MustCompile(`^,? ?(?:là đơn vị |là cơ quan |làm đầu mối |làm đơn vị )?chủ trì`)
)

// heads are the titles of those whose unit is named behind them.
const heads = `Giám đốc|Chủ tịch|Cục trưởng|Chi cục trưởng|Tổng Giám đốc|Viện trưởng`

// assign finds the units of the conclusions: who leads, who takes part, by when.
func (n *Notice) assign() {
	a := &assigner{directory: newDirectory(), where: map[string]Place{}, meeting: n.day(n.Meeting), notice: n.day(n.Date)}
	a.learn(n)
	for _, it := range n.Conclusions {
		a.item(it, false)
	}
	n.Units, n.unitsAt = a.units, a.where
}

// day reads a field as records write days; of one without a day it is zero.
func (n *Notice) day(f Field) calendar.Date {
	if d, ok := calendar.ParseDate(f.Text); ok && d.Valid() {
		return d
	}
	return calendar.Date{}
}

// An assigner goes over the conclusions.
type assigner struct {
	*directory
	meeting, notice calendar.Date
	units           []string
	where           map[string]Place // that units are first named at
	at              Place            // of the item
}

// learn takes up the names that the notice makes sure: headings that are
// nothing but names, and who "chủ trì".
func (a *assigner) learn(n *Notice) {
	for _, r := range n.Recipients {
		if name := strings.TrimSpace(cutBrackets(r.Text)); a.isUnit(name) {
			a.add(name)
		}
	}
	var walk func(items []*Item)
	walk = func(items []*Item) {
		for _, it := range items {
			for _, name := range a.headed(it) {
				a.add(name)
			}
			text := unmarked(it.Text.Text)
			if at := strings.Index(text, " chủ trì"); at > 0 {
				head := text[:at]
				if i := strings.LastIndexAny(head, ".;:"); i >= 0 {
					head = strings.TrimSpace(head[i+1:])
				}
				if m := given.FindAllStringIndex(head, -1); m != nil {
					head = head[m[len(m)-1][1]:]
				}
				head = cutBrackets(persons.ReplaceAllString(head, ""))
				if a.isUnit(head) && !strings.Contains(head, ", ") || isOwnComma(head) {
					a.add(head)
				}
			}
			for _, c := range claims(text) {
				for _, name := range a.claimed(text, c) {
					a.add(name)
				}
			}
			walk(it.Items)
		}
	}
	walk(n.Conclusions)
}

func cutBrackets(s string) string {
	s, _, _ = strings.Cut(s, " (")
	return s
}

// isUnit reports a text that is the name of one unit, and nothing else.
func (a *assigner) isUnit(s string) bool {
	return s != "" && unitWord.MatchString(s) && a.unit(s, true) == s && !strings.Contains(s, " và Sở ") && !strings.Contains(s, " và Phòng ")
}

// headed returns the units that a heading consists of.
func (a *assigner) headed(it *Item) []string {
	head := it.Heading.Text
	if head == "" && len(it.Items) > 0 {
		head = it.Text.Text
	}
	return a.allNames(head)
}

// allNames returns the units that a text consists of.
func (a *assigner) allNames(head string) []string {
	head = strings.TrimRight(strings.TrimSpace(unmarked(head)), ":. ")
	for _, p := range []string{"Đối với ", "Giao ", "Yêu cầu ", "Đề nghị ", "Trách nhiệm của ", "Nhiệm vụ của "} {
		head = strings.TrimPrefix(head, p)
	}
	if isCaps(head) {
		if name := a.upper[head]; name != "" {
			return []string{name}
		}
		return nil
	}
	names, end, sure := a.list(head, true)
	switch {
	case sure && end == len(head):
		return names
	case isOwnComma(head):
		return []string{head}
	}
	return nil
}

// ownComma is one name with a comma in it: departments and ministries leave the
// word out that they begin with, others do not.
var (
	ownComma   = regexp.MustCompile(`^(?:Phòng|Ban|Chi cục|Trung tâm|Vụ|Cục) \p{Lu}[^,.;:]*, \p{Lu}[^,.;:]*$`)
	unitInside = regexp.MustCompile(`(?:, |và )(?:Phòng|Sở|Ban|Chi cục|Trung tâm|Văn phòng|Thanh tra|Vụ|Cục|các) `)
)

func isOwnComma(s string) bool {
	if !ownComma.MatchString(s) || unitInside.MatchString(s) {
		return false
	}
	words := strings.Fields(s)
	for i := range words {
		if endsName(strings.Join(words[i:], " ")) {
			return false
		}
	}
	return len(words) <= maxNameWords
}

// item gives a conclusion what its words say of it.
func (a *assigner) item(it *Item, inherited bool) {
	a.at = it.at()
	names := a.headed(it)
	heads := names != nil
	text := a.together(unmarked(it.Text.Text))
	if !heads && text != "" {
		names = a.leads(it, text, inherited)
	}
	it.Leads = a.use(names)
	inherited = inherited || len(names) > 0
	itself := len(it.Items) > 0 && !heads && len(names) > 0 && it.Heading.Text == "" && !strings.HasSuffix(text, ":")
	if len(it.Items) == 0 || itself {
		a.partners(it, text)
		a.deadline(it, text)
	}
	claimed := false
	for _, below := range it.Items {
		a.item(below, inherited)
		claimed = claimed || len(below.Leads) > 0
	}
	if itself { // what stands below a sentence that gives work tells it in detail
		it.Task = "yes"
		for _, below := range it.Items {
			if !claimed && len(below.Items) == 0 {
				below.Task = "no"
			}
		}
	}
}

// use remembers units that are named.
func (a *assigner) use(names []string) []string {
	var all []string
	for _, name := range names {
		name = strings.NewReplacer("–", "-", "—", "-").Replace(name)
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
		if !slices.Contains(a.units, name) && len(a.units) < maxNames {
			a.units = append(a.units, name)
			a.where[name] = a.at
		}
	}
	return all
}

// leads finds who leads in a sentence. Where it names two, each with work of its
// own, it is not sure.
func (a *assigner) leads(it *Item, text string, inherited bool) []string {
	var found []string
	for _, c := range claims(text) {
		names := a.claimed(text, c)
		if names == nil && found != nil {
			names = a.begins(text, c)
		}
		switch {
		case len(names) == 0 || slices.Equal(names, found):
		case found == nil:
			found = names
		default:
			it.doubt("lead", "lời văn giao cho nhiều đơn vị, mỗi đơn vị một việc: "+strings.Join(append(found, names...), "; "))
			return nil
		}
	}
	if found == nil && !inherited && (strings.HasPrefix(text, "Giao ") || strings.HasPrefix(text, "Yêu cầu ") || unclear.MatchString(text)) {
		it.doubt("lead", "không chắc ai chủ trì: "+shown(text))
	}
	return found
}

// unclear is a sentence in which somebody leads who is not made out.
var unclear = regexp.MustCompile(`^(?:Phòng|Sở|Ban|Chi cục|Trung tâm|Văn phòng|Cục|Vụ|UBND|Ủy ban|Công ty)[^.;]{0,120} chủ trì|[;.] ?[Gg]iao \p{Lu}`)

func (it *Item) doubt(key, why string) {
	it.Doubts = append(it.Doubts, key+": [điền: …] "+why)
}

// listed is the beginning of a list of names that leave out their first word.
var listed = regexp.MustCompile(`^các (?:[Ss]ở|[Pp]hòng|[Bb]ộ|[Cc]hi cục|[Tt]rung tâm|[Bb]an)(?:, ngành)? ?:? \p{Lu}`)

// partners finds who takes part.
func (a *assigner) partners(it *Item, text string) {
	for _, m := range partnered.FindAllStringIndex(text, maxClaims) {
		if strings.HasSuffix(text[:m[1]], "hợp ") && !unitWord.MatchString(text[m[1]:]) {
			continue
		}
		names, _, sure := a.list(text[m[1]:], false)
		if !sure {
			if len(names) > 0 || listed.MatchString(text[m[1]:]) {
				it.doubt("partners", "không chắc phối hợp với ai: "+shown(text[m[0]:]))
			}
			continue
		}
		for _, name := range a.use(names) {
			if !slices.Contains(it.Partners, name) && !slices.Contains(it.Leads, name) {
				it.Partners = append(it.Partners, name)
			}
		}
	}
}
