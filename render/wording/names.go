package wording

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/record"
)

const (
	maxName  = 64 // words of a name that are compared
	maxSame  = 8  // units that are told apart by marks only
	maxKind  = 8  // words of a kind of unit, as "Ủy ban nhân dân huyện"
	maxApart = 8  // words between the elements of a list, where some name no unit
)

// A directory finds the units that a text names, by walking a tree of words: a
// text is read once however many units there are.
type directory struct {
	next   map[step]int                    // nodes are numbers; the root is 0
	widest []gap                           // by node: the gap that may stand before its word
	ends   map[int]end                     // by the node at which a name ends
	groups map[*record.Unit][]*record.Unit // of a unit, without those of all units
}

// An end is that of a name.
type end struct {
	units   []*record.Unit
	capital bool // the name is one word, which has one
	many    bool // the name begins with "các", which the text must have too
}

type step struct {
	from int
	word string
}

// kinds are the words that come before the initials of a unit: Phòng KHTC.
var kinds = map[string]int{
	"phòng": 1, "sở": 1, "bộ": 1, "ban": 1, "cục": 1, "vụ": 1, "viện": 1, "chi": 2, "trung": 2, "tổng": 2, "văn": 2,
}

func newDirectory(units []*record.Unit) *directory {
	d := &directory{next: map[step]int{}, widest: []gap{stop}, ends: map[int]end{}, groups: map[*record.Unit][]*record.Unit{}}
	singles := 0
	for _, u := range units {
		if len(u.Members) == 0 && u.Successor == nil {
			singles++
		}
	}
	for _, u := range units {
		d.add(wordsOf(u.Name), u)
		d.add(wordsOf(u.Short), u)
		for _, alias := range u.Aliases {
			d.add(wordsOf(alias), u)
		}
		if len(u.Members) == 0 {
			d.add(initials(wordsOf(u.Name)), u)
			continue
		}
		if len(u.Members) < singles {
			for _, m := range u.Members {
				if len(d.groups[m]) < maxSame {
					d.groups[m] = append(d.groups[m], u)
				}
			}
		}
	}
	return d
}

func (d *directory) add(name []word, u *record.Unit) {
	at := 0
	for i, w := range name[:min(len(name), maxName)] {
		next, ok := d.next[step{at, w.s}]
		if !ok {
			next = len(d.widest)
			d.next[step{at, w.s}] = next
			d.widest = append(d.widest, space)
		}
		if i > 0 {
			d.widest[next] = max(d.widest[next], w.before)
		}
		at = next
	}
	e := d.ends[at]
	if at == 0 || len(e.units) >= maxSame {
		return
	}
	e.capital = e.capital || len(name) == 1 && name[0].capital
	e.many = name[0].many && (e.many || len(e.units) == 0)
	e.units = append(e.units, u)
	d.ends[at] = e
}

// fits reports whether words that are the name may be meant for it.
func (e end) fits(words []word) bool {
	return len(e.units) > 0 && (!e.capital || words[0].capital) && (!e.many || words[0].many)
}

// initials abbreviates a name behind its kind: phòng khtc. A name without a
// kind, or with one word behind it, has none.
func initials(name []word) []word {
	if len(name) == 0 {
		return nil
	}
	n := kinds[name[0].s]
	if n == 0 || len(name) < n+2 || len(name) > maxName {
		return nil
	}
	short := ""
	for _, w := range name[n:] {
		if w.caps && utf8.RuneCountInString(w.s) > 1 {
			short += w.s
			continue
		}
		first, _ := utf8.DecodeRuneInString(w.s)
		short += string(toneless(first))
	}
	return append(name[:n:n], word{s: short, caps: true})
}

// toneless takes the tone from a letter: ứ is ư.
func toneless(c rune) rune {
	var kept []rune
	for _, part := range norm.NFD.String(string(c)) {
		switch part {
		case '\u0300', '\u0301', '\u0309', '\u0303', '\u0323':
		default:
			kept = append(kept, part)
		}
	}
	c, _ = utf8.DecodeRuneInString(norm.NFC.String(string(kept)))
	return c
}

// walk reads words from a node on as far as names go, and returns where the
// longest name ends, its node, and the nodes on the way.
func (d *directory) walk(node int, words []word) (end, last int, way []int) {
	for i, w := range words[:min(len(words), maxName)] {
		next, ok := d.next[step{node, w.s}]
		if !ok || i > 0 && w.before > d.widest[next] {
			break
		}
		node = next
		way = append(way, node)
		if d.ends[node].fits(words) {
			end, last = i+1, node
		}
	}
	return end, last, way
}

// A list is one with an elided head: "các Sở: Tài chính, Xây dựng".
type list struct {
	kinds []int // nodes that its elements may go on from, the longest last
	apart int   // words since the last element
}

// named calls see with the units that the words name: those with the longest
// name that stands at a word.
func (d *directory) named(words []word, see func(*record.Unit)) {
	var l list
	for i := 0; i < len(words); {
		if words[i].before == stop || l.apart > maxApart {
			l = list{}
		}
		end, last, way := d.walk(0, words[i:])
		if end == 0 && (words[i].capital && words[i].before > space) {
			end, last = d.element(l, words[i:])
		}
		if len(way) > 0 && opensList(words[i:], len(way)) {
			l = list{kinds: way[:min(len(way), maxKind)]}
		}
		l.apart++
		if end == 0 {
			i++
			continue
		}
		for _, u := range d.ends[last].units {
			see(u)
		}
		l.apart = 0
		i += end
	}
}

// element is walk for one of a list.
func (d *directory) element(l list, words []word) (end, last int) {
	for i := len(l.kinds) - 1; i >= 0 && end == 0; i-- {
		end, last, _ = d.walk(l.kinds[i], words)
	}
	return end, last
}

// opensList reports words that name several by one head, of which n may be part
// of a name: "các" stands before one of them, or a colon behind.
func opensList(words []word, n int) bool {
	for i := range min(n, maxKind) {
		if words[i].many || i+1 < len(words) && words[i+1].before == colon && words[i+1].capital {
			return true
		}
	}
	return false
}
