package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/record"
)

// add puts a new item beside or below another, or a text into a list of texts.
func (d *Draft) add(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if !ok {
		return nil, noPlace
	}
	if !p.list {
		return d.addElement(p, s)
	}
	to, err := d.slotAt(s.Place, s.Where, "items")
	if err != nil {
		return nil, err
	}
	text := record.Clean(s.Value)
	lines := d.elementLines(text, d.dashOf(to), prose, "")
	return d.addLines(to, lines, []*yaml.Node{{Kind: yaml.ScalarNode, Tag: wanted, Value: text}})
}

// addLines puts the lines of new items into a slot, parted from the others as
// these are.
func (d *Draft) addLines(to slot, lines []string, nodes []*yaml.Node) (*Focus, error) {
	if to.depth > maxDepth {
		return nil, tooDeep
	}
	in, add, err := d.insertion(to, d.gapAt(to), d.indented(lines, d.dashOf(to)), nodes)
	if err != nil {
		return nil, err
	}
	add()
	f := &Focus{Place: place{list: true, path: d.pathOf(nodes[len(nodes)-1]), keys: []string{"text"}}.String(), At: -1}
	return f, d.change([]edit{in})
}

// gapAt is the blank line that stands between the elements of a list, or nothing.
func (d *Draft) gapAt(s slot) string {
	if s.list == nil || len(s.list.Content) < 2 {
		return ""
	}
	c := d.cutOf(s.list, max(1, min(s.index, len(s.list.Content)-1)), max(1, min(s.index, len(s.list.Content)-1))+1)
	if c.first > c.free {
		return d.end
	}
	return ""
}

// addElement adds a text to a list of texts.
func (d *Draft) addElement(p place, s Step) (*Focus, error) {
	m, t, _, err := d.mapping(p)
	if err != nil {
		return nil, err
	}
	key := p.keys[len(p.keys)-1]
	if t.order(key) < 0 {
		return nil, noPlace
	}
	values := textsOf(paragraphsOf(t.value(m, key), manners[key]))
	at := len(values)
	if p.index > 0 {
		if at = p.index; s.Where == "before" {
			at--
		}
	}
	if at > len(values) {
		return nil, noPlace
	}
	p.index = at + 1
	return &Focus{Place: p.String(), At: -1}, d.setValues(m, t, key, slices.Insert(values, at, s.Value))
}

// remove takes an item with all below it away, or a text of a list, or a field.
func (d *Draft) remove(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	switch {
	case !ok:
		return nil, noPlace
	case p.index > 0:
		return d.removeElement(p)
	case !p.isItem():
		return d.set(Step{Place: s.Place})
	}
	from, err := d.listAt(p.path)
	if err != nil {
		return nil, err
	}
	block := d.block(from.list, from.index)
	out, err := d.removal(from, from.index, from.index+1)
	if err != nil {
		return nil, err
	}
	apart := strings.TrimLeft(d.lines(block.free, block.head), "\r\n") // comments that stand apart from it stay
	if from.index > 0 && apart != "" {
		out.edit.text = d.lines(block.free, block.head)
	} else if apart != "" {
		out.edit.text += apart
	}
	out.drop()
	owner := d.pathOf(from.owner)
	f := &Focus{At: -1}
	if before := d.placeBefore(p.path); before != nil {
		f.Place = place{list: true, path: before, keys: []string{"text"}}.String()
	}
	if err := d.change([]edit{out.edit}); err != nil {
		return nil, err
	}
	if len(owner) > 0 {
		return f, d.demote(owner)
	}
	return f, nil
}

// placeBefore returns the item that stands before a place in the document, or the
// first there is; nil is none.
func (d *Draft) placeBefore(path []int) []int {
	last := path[len(path)-1]
	if last == 1 && len(path) > 1 {
		return path[:len(path)-1]
	}
	at := append(path[:len(path)-1:len(path)-1], max(last-1, 1))
	it := d.item(at)
	if it == nil {
		return nil
	}
	for last > 1 {
		children, _ := below(it)
		all := elements(children)
		if len(all) == 0 {
			break
		}
		it, at = all[len(all)-1], append(at, len(all))
	}
	return at
}

func (d *Draft) removeElement(p place) (*Focus, error) {
	m, t, _, err := d.mapping(p)
	if err != nil {
		return nil, err
	}
	key := p.keys[len(p.keys)-1]
	values := textsOf(paragraphsOf(t.value(m, key), manners[key]))
	if p.index > len(values) {
		return nil, noPlace
	}
	values = slices.Delete(values, p.index-1, p.index)
	p.index = max(p.index-1, 1)
	return &Focus{Place: p.String(), At: -1}, d.setValues(m, t, key, values)
}
