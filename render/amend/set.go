package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// change carries out edits that must make of the text what is wanted, the first
// of several ways that do. The expected tree is d's own, already changed.
func (d *Draft) change(ways ...[]edit) error {
	was := *d
	for _, edits := range ways {
		if err := d.splice(edits...); err == nil && d.parse() == nil && same(was.root, d.root) {
			return nil
		}
		*d = was
	}
	return unsure
}

// set writes a value of a field.
func (d *Draft) set(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if !ok || len(p.keys) == 0 {
		return nil, noPlace
	}
	m, t, outer, err := d.mapping(p)
	if err != nil {
		return nil, err
	}
	key := p.keys[len(p.keys)-1]
	if t.order(key) < 0 || key == "conclusions" || key == "items" || key == "parts" || key == "table" {
		return nil, noPlace
	}
	focus := &Focus{Place: s.Place, At: -1}
	if len(p.path) > 0 && m.Kind == yaml.ScalarNode {
		if key == "text" {
			return focus, d.put(site{node: m, outer: outer, manner: prose, between: d.isBetween(m)}, record.Clean(s.Value))
		}
		if s.Value == "" && len(s.Values) == 0 {
			return focus, nil
		}
		if err := d.promote(p.path); err != nil {
			return nil, err
		}
		m, t, outer, _ = d.mapping(p)
	}
	if m.Kind != yaml.MappingNode {
		return nil, noPlace
	}
	if s.Values != nil || p.index > 0 {
		err = d.setList(m, t, key, p, s)
	} else {
		err = d.setKey(m, t, outer, key, s.Value)
	}
	if err == nil && len(p.path) > 0 && s.Value == "" && len(s.Values) == 0 {
		err = d.demote(p.path)
	}
	return focus, err
}

// mapping returns what holds the key of a place: the record, a conclusion, or a
// mapping of the record as the agency; with how far it is indented.
func (d *Draft) mapping(p place) (*yaml.Node, *table, int, error) {
	switch {
	case len(p.path) > 0 && len(p.keys) == 1:
		it := d.item(p.path)
		if it == nil {
			return nil, nil, 0, noPlace
		}
		return it, tables[items], d.outerOf(p.path, it), nil
	case !p.list && len(p.keys) == 1:
		return d.root, tables[""], d.root.Column - 1, nil
	case !p.list && len(p.keys) == 2:
		if m := tables[""].value(d.root, p.keys[0]); m != nil && m.Kind == yaml.MappingNode && tables[p.keys[0]] != nil {
			return m, tables[p.keys[0]], m.Column - 1, nil
		}
	}
	return nil, nil, 0, noPlace
}

// outerOf is how far a conclusion is indented: as its keys, or as its dash.
func (d *Draft) outerOf(path []int, it *yaml.Node) int {
	if it.Kind == yaml.MappingNode {
		return it.Column - 1
	}
	if list, _ := d.listOf(path); list != nil && list.Kind == yaml.SequenceNode {
		return list.Column - 1
	}
	return 0
}

// listOf returns the list that a conclusion is in, with the key of it.
func (d *Draft) listOf(path []int) (list *yaml.Node, key string) {
	if len(path) == 1 {
		return d.conclusions(), "conclusions"
	}
	above := d.item(path[:len(path)-1])
	if above == nil {
		return nil, ""
	}
	return below(above)
}

// isBetween reports a value that stands between brackets.
func (d *Draft) isBetween(n *yaml.Node) bool {
	found := false
	var walk func(of *yaml.Node, between bool) bool
	walk = func(of *yaml.Node, between bool) bool {
		if of == n {
			found = between
			return true
		}
		return slices.ContainsFunc(of.Content, func(c *yaml.Node) bool { return walk(c, between || isFlow(of)) })
	}
	walk(d.root, false)
	return found
}

// put writes a text in the place of a value.
func (d *Draft) put(s site, text string) error {
	n := s.node
	if n.Kind != yaml.ScalarNode {
		return refuse(problem.Textf("chỗ này không phải là một lời văn", "this is no text"), problem.Textf("sửa ở dạng văn bản", "change it as text"))
	}
	if s.manner.words(n) == text {
		return nil
	}
	ways := d.ways(s, text)
	n.Tag, n.Value, n.Style = wanted, text, 0
	if s.manner == lined {
		n.Tag = wantedLines
	}
	return d.change(ways...)
}

// setKey writes the value of a key of a mapping: "" takes the key away.
func (d *Draft) setKey(m *yaml.Node, t *table, outer int, key, value string) error {
	how := manners[key]
	text := record.Clean(value)
	if how == aLine {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	if how == answer && text != "" {
		text = d.yesNo(m, text)
	}
	i := t.find(m, key)
	switch {
	case i < 0 && text == "":
		return nil
	case i < 0:
		return d.addKey(m, t, outer, key, d.keyLines(d.name(t, m, key), text, how, outer), &yaml.Node{Kind: yaml.ScalarNode, Tag: tagOf(how), Value: text})
	case text == "" && !d.keeps(m, key, i):
		return d.dropKey(m, i)
	}
	return d.put(site{node: m.Content[i+1], outer: outer, manner: how, between: isFlow(m) || d.isBetween(m)}, text)
}

func tagOf(m manner) string {
	if m == lined {
		return wantedLines
	}
	return wanted
}

// yesNo is an answer in the language of the keys.
func (d *Draft) yesNo(m *yaml.Node, text string) string {
	yes := text == "yes" || text == "true" || text == "có"
	switch vi := d.inVietnamese(m); {
	case yes && vi:
		return "có"
	case yes:
		return "yes"
	case vi:
		return "không"
	}
	return "no"
}

// keyLines are those of a key with a text.
func (d *Draft) keyLines(name, text string, how manner, outer int) []string {
	switch long := outer+len([]rune(name))+len([]rune(text)) > width+10; {
	case how == answer:
		return []string{name + ": " + text}
	case how != aLine && (long || strings.Contains(text, "\n")):
		header := ": >-"
		if how == lined && strings.Contains(text, "\n") {
			header = ": |-"
		}
		lines := []string{name + header}
		for _, line := range d.paragraphs(site{manner: how}, nil, text, outer+2) {
			if line != "" {
				line = "  " + line
			}
			lines = append(lines, line)
		}
		return lines
	}
	return []string{name + ": " + plainOrQuoted(text, false)}
}
