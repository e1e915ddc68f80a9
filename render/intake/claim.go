package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A claim is a place where a text may say who leads.
type claim struct {
	at    int
	given bool // behind "giao"
}

// maxClaims bounds the places that are looked at in one text.
const maxClaims = 50

// topic is what a sentence is about, before it says who does what.
var topic = regexp.MustCompile(`^(?:Về|Đối với|Việc|Công tác|Nội dung) [^.;:]{1,120}: |^(?:Trước|Trong|Đến|Chậm nhất|Từ nay|Kể từ|Từ|Hằng|Định kỳ|Hàng) [^.;:,]{1,60}, `)

func claims(text string) []claim {
	all := []claim{{}}
	if m := topic.FindString(text); m != "" {
		all = append(all, claim{at: len(m)})
	}
	for _, m := range given.FindAllStringIndex(text, maxClaims) {
		all = append(all, claim{m[1], true})
	}
	for at := 0; len(all) < 2*maxClaims; {
		i := strings.IndexAny(text[at:], ".;(")
		if i < 0 {
			break
		}
		at += i + 1
		if text[at-1] == '(' {
			all = append(all, claim{at: at})
		}
		if strings.HasPrefix(text[at:], " ") {
			all = append(all, claim{at: at + 1})
		}
	}
	return all
}

// maxListed is how many bytes a list of units before a colon has.
const maxListed = 300

// claimed returns the units that lead by the words at a place, where it is
// sure.
func (a *assigner) claimed(text string, c claim) []string {
	rest := text[c.at:]
	if head, _, ok := strings.Cut(rest, ":"); ok && len(head) < maxListed && !each.MatchString(rest) && !placedList.MatchString(rest) {
		if names := a.allNames(head); names != nil {
			return names
		}
	}
	titled := persons.FindString(rest)
	if titled != "" && a.unit(rest[len(titled):], false) == "" {
		titled = ""
	}
	skipped := len(titled)
	names, end, sure := a.list(rest[skipped:], false)
	if !sure || len(names) == 0 {
		return nil
	}
	tail := rest[skipped+end:]
	switch {
	case leading.MatchString(tail), c.at == 0 && strings.HasPrefix(tail, ":"):
	case general.MatchString(rest[skipped:]):
		return nil
	case c.given && (tail == "" || strings.HasPrefix(tail, ":") || strings.HasPrefix(tail, ", ") || endsName(strings.TrimPrefix(tail, " "))):
	case !strings.HasPrefix(rest, "Bộ ") && acts(tail) && (c.at == 0 || strings.HasSuffix(text[:c.at], ": ") || strings.HasSuffix(text[:c.at], ", ") || a.names[names[0]]):
	default:
		return nil
	}
	return names
}

// acts reports that a verb follows which is a thing to do; what was done or is
// only said of a unit gives it nothing.
func acts(tail string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(tail, ","), " ")
	first, more, _ := strings.Cut(rest, " ")
	second, _, _ := strings.Cut(more, " ")
	switch {
	case verbs[first+" "+strings.TrimRight(second, ",;:.")]:
	case weak[first]:
		return false
	}
	return strings.HasPrefix(tail, " ") && endsName(rest)
}

// begins returns the known units with which a clause behind another begins,
// whatever they are to do: work of their own, beside what was said before.
func (a *assigner) begins(text string, c claim) []string {
	rest := text[c.at:]
	name := a.known(rest)
	if name == "" || c.at == 0 || text[c.at-1] == '(' {
		return nil
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(rest[len(name):], " "), " ")
	if r, _ := utf8.DecodeRuneInString(first); !unicode.IsLower(r) || weak[first] || first == "và" {
		return nil
	}
	return []string{name}
}

// withOthers is how a sentence goes on behind those who lead.
var withOthers = regexp.MustCompile(`^,? cùng(?: với)? `)

// together writes "A cùng với B làm" as "A phối hợp với B làm": who is named
// first leads.
func (a *assigner) together(text string) string {
	text = ofPhong.ReplaceAllStringFunc(text, func(m string) string {
		title, unit, _ := strings.Cut(m, " ")
		return title + " " + upperFirst(unit)
	})
	at := strings.Index(text, " cùng ")
	if at < 0 || at > maxListed {
		return text
	}
	at -= len(text[:at]) - len(strings.TrimRight(text[:at], ","))
	head := text[:at]
	if m := given.FindAllStringIndex(head, maxClaims); m != nil {
		head = head[m[len(m)-1][1]:]
	} else if m := topic.FindString(head); m != "" {
		head = head[len(m):]
	}
	if names, end, sure := a.list(head, true); !sure || len(names) == 0 || end != len(head) {
		return text
	}
	m := withOthers.FindString(text[at:])
	return text[:at] + " phối hợp với " + text[at+len(m):]
}
