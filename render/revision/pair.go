package revision

import (
	"slices"
	"strconv"

	"ketluan/render/docx"
	"ketluan/render/record"
)

// A comparison is one of two files.
type comparison struct {
	rec          *record.Record
	base, edited []*paragraph
	places       map[string]spot // of the base, by the places in the record
	sums         map[string]spot // by what stands there; one of several is not known
	sent, known  int             // texts of the edited file as they were sent, and those that the record has

	to     []int   // of an edited paragraph that of the base, or none
	from   []int   // and the other way round
	more   [][]int // of the base, that an edited paragraph has taken in
	parted []int   // of an edited paragraph: that of the base that it is a further part of, or none

	elsewhere map[int]int // of the base, by paragraphs of the edited file: their words stood there
	left      map[int]bool
	placed    []int        // of an edited paragraph: the last before it with a place in the record, of the base
	ours      map[int]bool // tables of the edited file that the base has
}

const none = -1

// A spot is a mark of a paragraph of the base.
type spot struct{ paragraph, mark int }

// index finds the paragraphs of the base by their places and sums.
func (c *comparison) index() {
	c.places, c.sums = map[string]spot{}, map[string]spot{}
	for i, p := range c.base {
		for k, m := range p.marks {
			c.places[m.place] = spot{i, k}
			if _, twice := c.sums[m.sum]; twice {
				c.sums[m.sum] = spot{none, none}
			} else {
				c.sums[m.sum] = spot{i, k}
			}
		}
	}
	c.from, c.to = slices.Repeat([]int{none}, len(c.base)), slices.Repeat([]int{none}, len(c.edited))
	c.parted, c.more = slices.Repeat([]int{none}, len(c.edited)), make([][]int, len(c.edited))
}

// at finds the spot of the base that a mark of the edited file is: what says the
// same as when it was sent, wherever the record has it by now, else its place.
func (c *comparison) at(m mark) (spot, bool) {
	s, ok := c.places[m.place]
	if ok && c.base[s.paragraph].marks[s.mark].sum == m.sum {
		return s, true
	}
	if same, found := c.sums[m.sum]; found && same.paragraph != none {
		return same, true
	}
	return s, ok
}

// pair pairs paragraphs by their marks. A mark of no text, beside one that has
// some, is what a program leaves of a paragraph that was taken away.
func (c *comparison) pair() {
	for e, p := range c.edited {
		full := slices.ContainsFunc(p.marks, func(m mark) bool { return m.from < m.to })
		for _, m := range p.marks {
			c.count(m)
			s, ok := c.at(m)
			if !ok || full && m.from == m.to {
				continue
			}
			b := s.paragraph
			switch {
			case c.to[e] == b || slices.Contains(c.more[e], b):
			case c.from[b] != none:
				c.parted[e] = b
			case c.to[e] == none && c.parted[e] == none:
				c.to[e], c.from[b] = b, e
			default:
				c.more[e], c.from[b] = append(c.more[e], b), e
			}
		}
		if c.to[e] != none {
			c.parted[e] = none
		}
	}
}

// count counts the texts that were sent, and those of them that the record still
// has.
func (c *comparison) count(m mark) {
	if m.sum == "" {
		return
	}
	c.sent++
	if _, ok := c.sums[m.sum]; ok {
		c.known++
	}
}

// Bounds of how unlike paragraphs may be that stand between the same others, and
// of how many of them are compared.
const (
	alikeEnough = 0.5
	maxPairs    = 400
)

// pairAlike pairs what is left: paragraphs of the same words, and between others
// those that are much alike.
func (c *comparison) pairAlike() {
	a, b := make([]string, len(c.base)), make([]string, len(c.edited))
	for i, p := range c.base {
		a[i] = key(c.from[i], p.text)
	}
	for e, p := range c.edited {
		b[e] = p.text
		if c.to[e] != none {
			b[e] = key(e, "")
		}
	}
	i, e := 0, 0
	hunks := differences(a, b, equal)
	for _, h := range append(hunks, hunk{len(a), len(a), len(b), len(b)}) {
		for ; i < h.From && e < h.Into; i, e = i+1, e+1 {
			c.join(i, e)
		}
		c.pairWithin(h)
		i, e = h.To, h.End
	}
}

func key(edited int, text string) string {
	if edited == none {
		return text
	}
	return "\x00" + strconv.Itoa(edited)
}

func (c *comparison) join(i, e int) {
	if c.from[i] == none && c.to[e] == none {
		c.from[i], c.to[e], c.parted[e] = e, i, none
	}
}

func (c *comparison) pairWithin(h hunk) {
	if (h.To-h.From)*(h.End-h.Into) > maxPairs {
		return
	}
	var old, now []int
	for i := h.From; i < h.To; i++ {
		if c.from[i] == none && c.base[i].text != "" {
			old = append(old, i)
		}
	}
	for e := h.Into; e < h.End; e++ {
		if c.to[e] == none && c.edited[e].text != "" {
			now = append(now, e)
		}
	}
	if len(old) == 1 && len(now) == 1 { // typed anew
		c.join(old[0], now[0])
		return
	}
	for _, i := range old {
		for k, e := range now {
			if alike(c.base[i].text, c.edited[e].text) >= alikeEnough {
				c.join(i, e)
				now = now[k+1:]
				break
			}
		}
	}
}

// stale reports an edited paragraph whose place in the record says something
// else by now than what was sent.
func (c *comparison) stale(e int) bool {
	b := c.base[c.to[e]]
	for _, m := range c.edited[e].marks {
		s, ok := c.places[m.place]
		if ok && s.paragraph == c.to[e] && b.marks[s.mark].sum != m.sum {
			return true
		}
	}
	return false
}

// untouched reports a paragraph whose marked texts are as they were sent.
func (p *paragraph) untouched() bool {
	return !slices.ContainsFunc(p.marks, func(m mark) bool { return docx.Sum(p.field(m)) != m.sum })
}

// moved returns the paired paragraphs of the edited file that stand elsewhere: the
// fewest that the others are in order without.
func (c *comparison) moved() map[int]bool {
	var tails, ends []int // ends[k]: the edited paragraph that ends the best list of k+1
	before := make([]int, len(c.edited))
	for e, b := range c.to {
		if b == none || len(c.base[b].marks) == 0 {
			continue
		}
		k, _ := slices.BinarySearch(tails, b)
		before[e] = none
		if k > 0 {
			before[e] = ends[k-1]
		}
		if k == len(tails) {
			tails, ends = append(tails, b), append(ends, e)
		} else {
			tails[k], ends[k] = b, e
		}
	}
	out := map[int]bool{}
	for e, b := range c.to {
		if b != none && len(c.base[b].marks) > 0 {
			out[e] = true
		}
	}
	if len(ends) > 0 {
		for e := ends[len(ends)-1]; e != none; e = before[e] {
			delete(out, e)
		}
	}
	return out
}

// settle finds, once all is paired, what stands where.
func (c *comparison) settle() {
	c.elsewhere, c.left, c.ours = map[int]int{}, map[int]bool{}, map[int]bool{}
	gone := map[string]int{}
	for b, p := range c.base {
		if text := p.text[ownLabelEnd(p):]; len(p.marks) > 0 && text != "" && c.gone(b) {
			gone[text] = b
		}
	}
	c.placed = make([]int, len(c.edited))
	last := none
	for e, p := range c.edited {
		c.placed[e] = last
		b := c.to[e]
		switch {
		case b == none:
			if from, ok := gone[p.text[labelEnd(p):]]; ok && !c.left[from] {
				c.elsewhere[e], c.left[from] = from, true
			}
			continue
		case len(c.base[b].marks) > 0:
			last = b
		}
		if p.table > 0 {
			c.ours[p.table] = true
		}
	}
}
