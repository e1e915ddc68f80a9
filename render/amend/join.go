package amend

import (
	"slices"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

var ownKeys = refuse(problem.Textf("mục này có đơn vị, thời hạn hay sản phẩm riêng", "the item has units, a deadline or a product of its own"),
	problem.Textf("xóa chúng trước khi gộp với mục trên", "take them away before it is joined with the one above"))

// joinItem puts the text of an item behind that of the one before it in the
// document.
func (d *Draft) joinItem(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if ok && p.index > 0 && !p.list {
		return d.joinElement(p)
	}
	if !ok || len(p.path) == 0 || d.item(p.path) == nil {
		return nil, noPlace
	}
	it := d.item(p.path)
	last := p.path[len(p.path)-1]
	if last == 1 && len(p.path) == 1 {
		return nil, noItemBefore
	}
	above := d.placeBefore(p.path)
	into := d.item(above)
	children, key := below(it)
	switch {
	case isBare(into):
		return d.joinEmpty(above, p)
	case it.Kind == yaml.MappingNode && slices.ContainsFunc(keysOf(it), func(k string) bool { return k != "text" && k != "items" && k != "numbered" && k != "task" }):
		return nil, ownKeys
	case textOf(into) == nil || saysBetween(d, above, p.path):
		return nil, isAfter
	case children != nil && (len(above) != len(p.path) || key == "parts"):
		return nil, ownKeys
	}
	if children != nil {
		to, err := d.lastBelow(above, "items")
		if err != nil {
			return nil, err
		}
		from := slot{list: children, owner: d.item(p.path), key: key, depth: len(p.path) + 1}
		from.list, _ = below(from.owner)
		if _, err := d.relocate(from, len(from.list.Content), to, p); err != nil {
			return nil, err
		}
	}
	return d.joinTexts(above, p.path)
}

// keysOf are the keys of an item in English.
func keysOf(it *yaml.Node) (keys []string) {
	for i := 0; i+1 < len(it.Content); i += 2 {
		key := it.Content[i].Value
		if k := tables[items].order(key); k >= 0 {
			key = tables[items].keys[k].Path
		}
		keys = append(keys, key)
	}
	return keys
}

// isBare reports an item that says nothing at all.
func isBare(it *yaml.Node) bool {
	return it.Kind == yaml.ScalarNode && said(it) == "" || it.Kind == yaml.MappingNode && len(it.Content) == 2 && !says(it, "text") && tables[items].find(it, "text") == 0
}

// saysBetween reports a paragraph that is printed between two items.
func saysBetween(d *Draft, above, path []int) bool {
	for n := len(above); n >= len(path); n-- {
		if says(d.item(above[:n]), "after") {
			return true
		}
	}
	return false
}

// joinEmpty takes an item that says nothing away, before the one that does.
func (d *Draft) joinEmpty(above []int, p place) (*Focus, error) {
	if len(above) < len(p.path) {
		return nil, ownKeys
	}
	if _, err := d.remove(Step{Place: name(above)}); err != nil {
		return nil, err
	}
	if len(above) == len(p.path) {
		p.path[len(p.path)-1]--
	}
	return &Focus{Place: p.item().key("text").String()}, nil
}

func name(path []int) string { return place{list: true, path: path}.String() }

// joinTexts puts the text of an item behind that of another, and takes it away.
func (d *Draft) joinTexts(above, path []int) (*Focus, error) {
	second, first := d.textSite(path), d.textSite(above)
	rest := ""
	var raw []string
	if second.node != nil {
		rest, raw = said(second.node), nil
		if second.node.Style&block != 0 {
			raw = d.rawLines(second)
		}
	}
	text := said(first.node)
	f := &Focus{Place: place{list: true, path: above, keys: []string{"text"}}.String(), At: unitsOf(text)}
	if _, err := d.remove(Step{Place: name(path)}); err != nil {
		return nil, err
	}
	first = d.textSite(above)
	if rest == "" {
		return f, nil
	}
	made := joined(text, rest)
	f.At = unitsOf(made) - unitsOf(rest)
	if first.node.Style&block == 0 || raw == nil || first.between {
		return f, d.put(first, made)
	}
	return f, d.putLines(first, made, raw)
}

// putLines writes a text into a block, with the lines that its end had elsewhere.
func (d *Draft) putLines(s site, text string, raw []string) error {
	at := d.at(s.node)
	first, end := d.lineAt(at)+1, d.endOf(s.node, s.outer)
	old := d.rawLines(s)
	indent := d.indent(first)
	room := width - indent
	for _, line := range old {
		room = max(room, utf8.RuneCountInString(line))
	}
	for _, line := range raw {
		room = max(room, utf8.RuneCountInString(line))
	}
	if joint := old[len(old)-1] + " " + raw[0]; utf8.RuneCountInString(joint) <= room {
		old[len(old)-1], raw = joint, raw[1:]
	}
	lines := d.paragraphs(s, append(old, raw...), text, indent)
	e := edit{d.from(first), d.from(d.lineAt(end-1) + 1), d.indented(lines, indent)}
	ways := append([][]edit{{e}}, d.ways(s, text)...)
	s.node.Tag, s.node.Value, s.node.Style = wanted, text, 0
	return d.change(ways...)
}
