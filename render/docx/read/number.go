package read

import (
	"strconv"
	"strings"
	"unicode"
)

// maxLevel is the deepest level of a list, from 0.
const maxLevel = 8

// A level is how one depth of a list is numbered.
type level struct {
	start  int
	format string // decimal, lowerLetter, upperRoman, bullet …
	text   string // "%1.%2." with the counters of the levels
	style  string // that stands for it
}

// An abstract is a list; all of its numberings count on together.
type abstract struct {
	levels   [maxLevel + 1]level
	counters [maxLevel + 1]int
	begun    [maxLevel + 1]bool
}

// A numbering one paragraph names: an abstract with what it changes.
type list struct {
	*abstract
	starts map[int]int // levels that begin anew with it, and have not yet
}

// numbering are the lists of a file, by their IDs.
type numbering struct {
	lists map[string]*list
}

func readNumbering(w *walker, s *styles) *numbering {
	n := &numbering{lists: map[string]*list{}}
	abstracts := map[string]*abstract{}
	w.root(func(e element) bool {
		switch {
		case e.is("abstractNum"):
			a := newAbstract()
			abstracts[e.plain("abstractNumId")] = a
			w.each(func(e element) bool {
				if !e.is("lvl") {
					return false
				}
				w.level(e, a)
				return true
			})
			return true
		case e.is("num"):
			n.lists[e.plain("numId")] = w.list(abstracts)
			return true
		}
		return false
	})
	for _, one := range s.byID { // a style names the list, the list its level
		l := n.lists[one.list]
		if l == nil || one.level != nil {
			continue
		}
		for i := range l.levels {
			if l.levels[i].style != "" && s.byID[l.levels[i].style] == one {
				one.level = &i
			}
		}
	}
	return n
}

func newAbstract() *abstract {
	a := &abstract{}
	for i := range a.levels {
		a.levels[i] = level{start: 1, format: "decimal"}
	}
	return a
}

// list reads a numbering.
func (w *walker) list(abstracts map[string]*abstract) *list {
	l := &list{abstract: newAbstract(), starts: map[int]int{}}
	w.each(func(e element) bool {
		switch {
		case e.is("abstractNumId"):
			if a := abstracts[e.val()]; a != nil {
				l.abstract = a
			}
		case e.is("lvlOverride"):
			at, _ := e.number("ilvl")
			at = min(max(at, 0), maxLevel)
			w.each(func(e element) bool {
				switch {
				case e.is("startOverride"):
					l.starts[at], _ = e.number("val")
				case e.is("lvl"):
					own := *l.abstract // it counts on its own then
					l.abstract = &own
					w.level(e, l.abstract)
					return true
				}
				return false
			})
			return true
		}
		return false
	})
	return l
}

// level reads one level of an abstract.
func (w *walker) level(e element, a *abstract) {
	at, _ := e.number("ilvl")
	l := &a.levels[min(max(at, 0), maxLevel)]
	w.each(func(e element) bool {
		switch {
		case e.is("start"):
			l.start, _ = e.number("val")
		case e.is("numFmt"):
			l.format = e.val()
		case e.is("lvlText"):
			l.text = e.val()
		case e.is("pStyle"):
			l.style = e.val()
		}
		return false
	})
}

// label counts a paragraph of a list and returns its label, "" where it has
// none.
func (n *numbering) label(id string, at int) string {
	l := n.lists[id]
	if l == nil {
		return ""
	}
	if start, anew := l.starts[at]; anew {
		delete(l.starts, at)
		l.counters[at], l.begun[at] = start, true
	} else if !l.begun[at] {
		l.counters[at], l.begun[at] = l.levels[at].start, true
	} else {
		l.counters[at]++
	}
	for i := at + 1; i <= maxLevel; i++ {
		l.begun[i] = false
	}
	one := l.levels[at]
	switch one.format {
	case "none":
		return ""
	case "bullet":
		return bullet(one.text)
	}
	var b strings.Builder
	for i := 0; i < len(one.text); i++ {
		if c := one.text[i]; c != '%' || i+1 == len(one.text) || one.text[i+1] < '1' || one.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(one.text[i] - '1')
		if !l.begun[k] {
			l.counters[k], l.begun[k] = l.levels[k].start, true
		}
		b.WriteString(counted(l.counters[k], l.levels[k].format))
	}
	return strings.TrimSpace(b.String())
}

// bullet is the mark of a list without numbers; those of fonts of symbols have
// no letters of their own.
func bullet(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Co, c) }) {
		return "•"
	}
	return text
}

// maxCounted is the largest number that is written as letters or Roman.
const maxCounted = 4999

func counted(n int, format string) string {
	if n < 1 || n > maxCounted {
		return strconv.Itoa(n)
	}
	switch format {
	case "lowerLetter":
		return strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 10))
	case "upperLetter":
		return strings.Repeat(string(rune('A'+(n-1)%26)), min((n-1)/26+1, 10))
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.n; n -= d.n {
			b.WriteString(d.s)
		}
	}
	return b.String()
}
