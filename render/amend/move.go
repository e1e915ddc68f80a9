package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

var (
	tooDeep = refuse(problem.Textf("các mục lồng nhau quá 12 cấp", "items would be nested more than 12 deep"), problem.Textf("gộp bớt các cấp", "join some levels"))
	isAfter = refuse(problem.Textf("mục này có đoạn sau các mục con: thứ tự trong văn bản sẽ đổi", "the item has a paragraph behind those below it: the order of the document would change"),
		problem.Textf("chuyển đoạn sau ấy trước", "move that paragraph first"))
	isPart       = refuse(problem.Textf("vế của một câu không có đề mục hay mục con", "a part of a sentence has neither a heading nor items below"), problem.Textf("để mục này ngoài câu", "leave the item outside of the sentence"))
	noItemBefore = refuse(problem.Textf("không có mục nào ở trên cùng cấp để lùi vào", "there is no item before it to go below"), problem.Text{})
	noItemAbove  = refuse(problem.Textf("mục này đã ở cấp ngoài cùng", "the item is at the outermost level"), problem.Text{})
)

// indent puts an item below the one before it, as the last.
func (d *Draft) indentItem(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if !ok || len(p.path) == 0 {
		return nil, noPlace
	}
	from, err := d.listAt(p.path)
	switch {
	case err != nil:
		return nil, err
	case from.index == 0:
		return nil, noItemBefore
	case from.key == "parts":
		return nil, isPart
	case says(from.list.Content[from.index-1], "after"):
		return nil, isAfter
	}
	above := slices.Clone(p.path)
	above[len(above)-1]--
	to, err := d.lastBelow(above, "items")
	if err != nil {
		return nil, err
	}
	from, _ = d.listAt(p.path)
	return d.relocate(from, from.index+1, to, p)
}

// outdent puts an item behind the one above it; those behind it go below it, so
// that the order of the document stays.
func (d *Draft) outdentItem(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if !ok || len(p.path) == 0 {
		return nil, noPlace
	}
	if len(p.path) == 1 {
		return nil, noItemAbove
	}
	from, err := d.listAt(p.path)
	if err != nil {
		return nil, err
	}
	rest := len(from.list.Content) - from.index - 1
	if says(from.owner, "after") || rest > 0 && says(from.list.Content[from.index], "after") {
		return nil, isAfter
	}
	if rest > 0 {
		to, err := d.lastBelow(p.path, from.key)
		if err != nil {
			return nil, err
		}
		from, _ = d.listAt(p.path)
		from.index++
		if _, err := d.relocate(from, len(from.list.Content), to, p); err != nil {
			return nil, err
		}
		from, _ = d.listAt(p.path)
	}
	to, err := d.listAt(p.path[:len(p.path)-1])
	if err != nil {
		return nil, err
	}
	to.index++
	return d.relocate(from, from.index+1, to, p)
}

// says reports an item that has a key.
func says(it *yaml.Node, key string) bool {
	v := tables[items].value(it, key)
	return v != nil && !isEmpty(v)
}

// move puts an item with all below it beside or below another.
func (d *Draft) moveItem(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	to, okTo := parsePlace(s.To)
	if !ok || !okTo {
		return nil, noPlace
	}
	if p.index > 0 {
		return d.moveElement(p, to, s.Where)
	}
	if !p.isItem() || !to.list {
		return nil, noPlace
	}
	if len(to.path) >= len(p.path) && slices.Equal(to.path[:len(p.path)], p.path) {
		if len(to.path) == len(p.path) {
			return &Focus{Place: s.Place, At: -1}, nil
		}
		return nil, refuse(problem.Textf("không đặt một mục vào trong chính nó", "an item cannot go below itself"), problem.Text{})
	}
	if _, err := d.listAt(p.path); err != nil {
		return nil, err
	}
	into, err := d.slotAt(s.To, s.Where, "items")
	if err != nil {
		return nil, err
	}
	from, err := d.listAt(p.path)
	if err != nil {
		return nil, err
	}
	return d.relocate(from, from.index+1, into, p)
}

// height is how many levels an item has, itself among them.
func height(it *yaml.Node) int {
	high := 0
	children, _ := below(it)
	for _, c := range elements(children) {
		high = max(high, height(c))
	}
	return high + 1
}

// relocate moves the elements from.index to end of a list to another place.
func (d *Draft) relocate(from slot, end int, to slot, p place) (*Focus, error) {
	moved := slices.Clone(from.list.Content[from.index:end])
	for _, it := range moved {
		if to.depth+height(it)-1 > maxDepth {
			return nil, tooDeep
		}
		if to.key == "parts" && it.Kind == yaml.MappingNode && (says(it, "heading") || says(it, "number") || says(it, "after") || says(it, "items") || says(it, "parts")) {
			return nil, isPart
		}
	}
	focus := func() *Focus {
		return &Focus{Place: place{list: true, path: d.pathOf(moved[0]), keys: p.keys}.String(), At: -1}
	}
	if from.list == to.list {
		return d.permute(from, to, focus)
	}
	by := d.dashOf(to) - d.dashOf(from)
	out, err := d.removal(from, from.index, end)
	if err != nil {
		return nil, err
	}
	in, add, err := d.insertion(to, out.blanks, reindented(out.lines, by), moved)
	if err != nil {
		return nil, err
	}
	out.drop()
	add()
	f, owner := focus(), d.pathOf(from.owner)
	if in.from <= out.edit.from {
		err = d.change([]edit{in, out.edit})
	} else {
		err = d.change([]edit{out.edit, in})
	}
	if err == nil && len(owner) > 0 {
		err = d.demote(owner)
	}
	return f, err
}

// permute moves an element within its list; the blank lines between elements stay
// where they are.
func (d *Draft) permute(from, to slot, focus func() *Focus) (*Focus, error) {
	i, j := from.index, to.index
	if j > i {
		j--
	}
	if i == j {
		return focus(), nil
	}
	list := from.list
	low, high := min(i, j), max(i, j)
	order := make([]int, 0, high-low+1)
	for k := low; k <= high; k++ {
		order = append(order, k)
	}
	order = slices.Delete(order, i-low, i-low+1)
	order = slices.Insert(order, j-low, i)
	cuts := make([]cut, high-low+1)
	for k := range cuts {
		cuts[k] = d.cutOf(list, low+k, low+k+1)
	}
	var b strings.Builder
	for k, own := range order {
		b.WriteString(d.lines(cuts[k].free, cuts[k].first))
		b.WriteString(d.lines(cuts[own-low].first, cuts[own-low].last+1))
	}
	e := edit{d.from(cuts[0].free), d.from(cuts[len(cuts)-1].last + 1), b.String()}
	moved := list.Content[i]
	list.Content = slices.Insert(slices.Delete(list.Content, i, i+1), j, moved)
	f := focus()
	return f, d.change([]edit{e})
}

// moveElement moves one of a list of texts.
func (d *Draft) moveElement(p, to place, where string) (*Focus, error) {
	m, t, _, err := d.mapping(p)
	if err != nil {
		return nil, err
	}
	if p.field().String() != to.field().String() || to.index == 0 {
		return nil, noPlace
	}
	key := p.keys[len(p.keys)-1]
	list := t.value(m, key)
	all := paragraphsOf(list, manners[key])
	if p.index > len(all) || to.index > len(all) {
		return nil, noPlace
	}
	j := to.index - 1
	if where != "before" {
		j++
	}
	if j > p.index-1 {
		j--
	}
	focus := &Focus{Place: to.field().String(), At: -1}
	focus.Place = place{list: p.list, path: p.path, keys: p.keys, index: j + 1}.String()
	if len(all) == len(elements(list)) && list.Kind == yaml.SequenceNode && !isFlow(list) && !d.isBetween(list) {
		from := slot{list: list, index: p.index - 1}
		into := slot{list: list, index: j}
		if j > p.index-1 {
			into.index++
		}
		return d.permute(from, into, func() *Focus { return focus })
	}
	texts := textsOf(all)
	moved := texts[p.index-1]
	texts = slices.Insert(slices.Delete(texts, p.index-1, p.index), j, moved)
	return focus, d.setValues(m, t, key, texts)
}
