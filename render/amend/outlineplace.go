package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A slot is a place between the elements of a list, or for the first of one that
// there is not yet.
type slot struct {
	list  *yaml.Node // nil: there is none yet
	index int        // that the element will have, from 0
	owner *yaml.Node // the mapping that has the list
	key   string     // of the list, in English
	depth int        // of the element
}

// listAt returns the list that a conclusion stands in, with its index, where each
// of them is written on lines of its own.
func (d *Draft) listAt(path []int) (s slot, err error) {
	s.list, s.key = d.listOf(path)
	s.depth, s.index = len(path), path[len(path)-1]-1
	if s.list == nil || s.index >= len(elements(s.list)) {
		return s, noPlace
	}
	if s.list.Kind != yaml.SequenceNode || isFlow(s.list) || d.isBetween(s.list) {
		return s, flowing
	}
	if s.owner = d.root; len(path) > 1 {
		s.owner = d.item(path[:len(path)-1])
	}
	return s, nil
}

// slotAt returns where an element goes that is to stand before, after or below a
// conclusion, or below "kl" at the end of all.
func (d *Draft) slotAt(name, where, key string) (slot, error) {
	p, ok := parsePlace(name)
	switch {
	case !ok || !p.list || len(p.keys) > 0 || p.index > 0:
		return slot{}, noPlace
	case len(p.path) == 0:
		return d.lastBelow(nil, "conclusions")
	case d.item(p.path) == nil:
		return slot{}, noPlace
	case where == "below":
		return d.lastBelow(p.path, key)
	}
	s, err := d.listAt(p.path)
	if where != "before" {
		s.index++
	}
	return s, err
}

// lastBelow is behind the last item below another one; one that is a text alone
// gets keys first. Key is what a list that is not there yet is called.
func (d *Draft) lastBelow(path []int, key string) (slot, error) {
	s := slot{owner: d.root, key: key, depth: len(path) + 1}
	s.list = d.conclusions()
	if len(path) > 0 {
		if d.item(path).Kind == yaml.ScalarNode {
			if err := d.promote(path); err != nil {
				return s, err
			}
		}
		s.owner = d.item(path)
		var own string
		if s.list, own = below(s.owner); own != "" {
			s.key = own
		}
	}
	switch {
	case s.list != nil && isEmpty(s.list):
		s.list = nil
	case s.list == nil:
	case s.list.Kind != yaml.SequenceNode || isFlow(s.list) || d.isBetween(s.list):
		return s, flowing
	default:
		s.index = len(s.list.Content)
	}
	if isFlow(s.owner) || d.isBetween(s.owner) {
		return s, flowing
	}
	return s, nil
}

// dashOf is how far the elements of a slot are indented: as those beside it, or
// as far behind their key as the conclusions are.
func (d *Draft) dashOf(s slot) int {
	if s.list != nil {
		return s.list.Column - 1
	}
	by := 2
	if all := d.conclusions(); all != nil && all.Kind == yaml.SequenceNode && !isFlow(all) {
		by = all.Column - d.root.Column
	}
	return s.owner.Column - 1 + by
}

// A cut is elements of a list as lines: the blank ones before them apart.
type cut struct {
	free, first, last int // lines: of the blanks, of the rest
}

// cutOf returns the lines of the elements [i, j) of a list.
func (d *Draft) cutOf(list *yaml.Node, i, j int) cut {
	c := cut{free: d.before(list, i) + 1, last: d.block(list, j-1).last}
	for c.first = c.free; d.blank(c.first) && c.first < c.last; {
		c.first++
	}
	return c
}

// lines are the text of the lines [i, j).
func (d *Draft) lines(i, j int) string { return d.text[d.from(i):d.from(j)] }

// insertion returns the edit that puts lines into a slot, and what does so in the
// tree: blanks stand between the lines and what is before; of a first element
// behind them.
func (d *Draft) insertion(s slot, blanks, lines string, nodes []*yaml.Node) (e edit, add func(), err error) {
	switch {
	case s.list == nil:
		return d.newList(s, blanks, lines, nodes)
	case s.index == 0:
		at := d.from(d.cutOf(s.list, 0, 1).first)
		e = edit{at, at, lines + blanks}
	default:
		at := d.from(d.block(s.list, s.index-1).last + 1)
		e = edit{at, at, blanks + lines}
	}
	return e, func() { s.list.Content = slices.Insert(s.list.Content, s.index, nodes...) }, nil
}

// newList is the insertion of the first elements of a list.
func (d *Draft) newList(s slot, blanks, lines string, nodes []*yaml.Node) (edit, func(), error) {
	t := tables[items]
	if s.owner == d.root {
		t = tables[""]
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: nodes}
	if i := t.find(s.owner, s.key); i >= 0 { // its key stands there with nothing behind it
		value := s.owner.Content[i+1]
		at := d.at(value)
		if d.endOf(value, s.owner.Column-1) != at {
			return edit{}, nil, unsure
		}
		next := d.from(d.lineAt(max(at-1, 0)) + 1)
		return edit{next, next, lines}, func() { s.owner.Content[i+1] = list }, nil
	}
	before := d.keyBefore(s.owner, t, s.key)
	if before < 0 {
		return edit{}, nil, unsure
	}
	at := d.from(d.lastOf(s.owner.Content[before+1], s.owner.Column-1) + 1)
	name := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: d.name(t, s.owner, s.key)}
	e := edit{at, at, blanks + strings.Repeat(" ", s.owner.Column-1) + name.Value + ":" + d.end + lines}
	return e, func() { s.owner.Content = slices.Insert(s.owner.Content, before+2, name, list) }, nil
}

// A removed is what stood in a list, and how it goes.
type removed struct {
	edit          edit
	blanks, lines string
	drop          func() // in the tree
}

// removal takes the elements [i, j) of a list away: their lines, and the blank
// ones apart. Of a list that loses all, the key goes.
func (d *Draft) removal(s slot, i, j int) (r removed, err error) {
	c := d.cutOf(s.list, i, j)
	r = removed{edit: edit{d.from(c.free), d.from(c.last + 1), ""}, blanks: d.lines(c.free, c.first), lines: d.lines(c.first, c.last+1)}
	switch {
	case i > 0:
	case j < len(s.list.Content):
		next := d.cutOf(s.list, j, j+1)
		r.blanks = d.lines(next.free, next.first)
		r.edit = edit{d.from(c.first), d.from(next.first), ""}
	case s.owner != d.root:
		return d.removalOfList(s, r.lines)
	}
	r.drop = func() {
		if s.list.Content = slices.Delete(s.list.Content, i, j); len(s.list.Content) == 0 {
			*s.list = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}
		}
	}
	return r, nil
}

// removalOfList takes a list with its key away from an item, which must have
// something else; a comment beside the key stays.
func (d *Draft) removalOfList(s slot, lines string) (removed, error) {
	i := tables[items].find(s.owner, s.key)
	outer := s.owner.Column - 1
	key := d.lineAt(d.at(s.owner.Content[i]))
	if i == 0 {
		return removed{}, refuse(problem.Textf("mục bên trên chỉ có các mục con này", "the item above has nothing but these below it"), problem.Textf("ghi đề mục hay lời văn cho mục ấy trước", "give it a heading or a text first"))
	}
	free := key
	for free > 0 && d.blank(free-1) {
		free--
	}
	rest := d.remark(s.owner, i)
	if rest != "" {
		rest = strings.Repeat(" ", outer) + rest + d.end
	}
	last := d.block(s.list, len(s.list.Content)-1).last
	r := removed{edit: edit{d.from(free), d.from(last + 1), rest}, blanks: d.lines(free, key), lines: lines}
	r.drop = func() { s.owner.Content = slices.Delete(s.owner.Content, i, i+2) }
	return r, nil
}

// pathOf returns the path of an item in the tree, by its node.
func (d *Draft) pathOf(it *yaml.Node) []int {
	var walk func(list *yaml.Node, above []int) []int
	walk = func(list *yaml.Node, above []int) []int {
		for i, n := range elements(list) {
			path := append(above[:len(above):len(above)], i+1)
			if n == it {
				return path
			}
			children, _ := below(n)
			if found := walk(children, path); found != nil {
				return found
			}
		}
		return nil
	}
	return walk(d.conclusions(), nil)
}
