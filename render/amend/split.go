package amend

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// textOf returns the text of an item, nil where it has none.
func textOf(it *yaml.Node) *yaml.Node {
	if it.Kind == yaml.ScalarNode {
		return it
	}
	return tables[items].value(it, "text")
}

// site is where the text of an item stands.
func (d *draft) textSite(path []int) site {
	it := d.item(path)
	return site{node: textOf(it), outer: d.outerOf(path, it), manner: prose, between: d.isBetween(it) || isFlow(it)}
}

// splitItem parts the text of an item: what is behind the caret becomes a new item
// behind it, or the first below it where there are such; all else stays with the
// first.
func (d *draft) splitItem(s Step) (*Focus, error) {
	p, ok := parsePlace(s.Place)
	if ok && p.index > 0 && !p.list {
		return d.splitElement(p, s)
	}
	if !ok || len(p.path) == 0 || len(p.keys) > 0 && p.keys[0] != "text" || d.item(p.path) == nil {
		return nil, noPlace
	}
	n := textOf(d.item(p.path))
	if n == nil {
		return nil, noPlace
	}
	text := said(n)
	at, ok := byteOf(text, s.At)
	if !ok {
		return nil, noPlace
	}
	first, second := parted(text, at)
	children, key := below(d.item(p.path))
	to, err := d.listAt(p.path)
	switch {
	case err != nil:
		return nil, err
	case first == "":
		if _, err := d.addLines(to, []string{"- \"\""}, []*yaml.Node{{Kind: yaml.ScalarNode, Tag: wanted}}); err != nil {
			return nil, err
		}
		p.path[len(p.path)-1]++
		return &Focus{Place: p.item().key("text").String()}, nil
	case key == "parts":
		return nil, isPart
	case children != nil:
		if to, err = d.lastBelow(p.path, key); err != nil {
			return nil, err
		}
		to.index = 0
	default:
		to.index++
	}
	lines := d.splitLines(p.path, second, d.dashOf(to))
	if second == text {
		return nil, unsure
	}
	f, err := d.addLines(to, lines, []*yaml.Node{{Kind: yaml.ScalarNode, Tag: wanted, Value: second}})
	if err != nil {
		return nil, err
	}
	f.At = 0
	return f, d.put(d.textSite(p.path), first)
}

// parted parts a text in two; of bold words that are parted each half is bold.
func parted(text string, at int) (first, second string) {
	first, second = record.Clean(text[:at]), record.Clean(text[at:])
	for _, mark := range marks {
		if strings.Count(first, mark)%2 == 1 && strings.Count(second, mark)%2 == 1 {
			first, second = first+mark, mark+second
		}
	}
	return first, second
}

// marks are those of emphasis.
var marks = []string{"**", "_"}

// joined joins two texts; what was parted within emphasis is one again.
func joined(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	for _, mark := range marks {
		if n := len(mark); strings.HasSuffix(first, mark) && strings.HasPrefix(second, mark) && strings.Count(first, mark)%2 == 0 && strings.Count(second, mark)%2 == 0 {
			first, second = first[:len(first)-n], second[n:]
		}
	}
	return first + " " + second
}

// splitLines are those of an item with the rest of a text, written as that is.
func (d *draft) splitLines(path []int, text string, dash int) []string {
	s := d.textSite(path)
	at := d.at(s.node)
	switch {
	case text == "":
		return []string{`- ""`}
	case s.between || s.node.Style&block == 0:
		end := d.endOf(s.node, s.outer)
		if strings.Contains(d.text[at:end], "\n") || strings.Contains(text, "\n") {
			return d.elementLines(text, dash, prose, "")
		}
		return []string{"- " + plainOrQuoted(text, false)}
	}
	header := at
	for strings.IndexByte("|>+-", d.text[header]) >= 0 {
		header++
	}
	lines := []string{"- " + d.text[at:header]}
	for _, line := range d.paragraphs(site{manner: prose}, d.rawLines(s), text, dash+2) {
		if line != "" {
			line = "  " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// rawLines are the lines of a block of text, without their indentation.
func (d *draft) rawLines(s site) []string {
	at := d.at(s.node)
	var lines []string
	for i := d.lineAt(at) + 1; i <= d.lineAt(d.endOf(s.node, s.outer)-1); i++ {
		lines = append(lines, strings.TrimLeft(d.line(i), " "))
	}
	return lines
}

var ownKeys = refuse(problem.Textf("mục này có đơn vị, thời hạn hay sản phẩm riêng", "the item has units, a deadline or a product of its own"),
	problem.Textf("xóa chúng trước khi gộp với mục trên", "take them away before it is joined with the one above"))

// joinItem puts the text of an item behind that of the one before it in the
// document.
func (d *draft) joinItem(s Step) (*Focus, error) {
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
			key = tables[items][k].Path
		}
		keys = append(keys, key)
	}
	return keys
}

// isBare reports an item that says nothing at all.
func isBare(it *yaml.Node) bool {
	return it.Kind == yaml.ScalarNode && said(it) == "" || it.Kind == yaml.MappingNode && len(it.Content) == 2 && says(it, "text") == false && tables[items].find(it, "text") == 0
}

// saysBetween reports a paragraph that is printed between two items.
func saysBetween(d *draft, above, path []int) bool {
	for n := len(above); n >= len(path); n-- {
		if says(d.item(above[:n]), "after") {
			return true
		}
	}
	return false
}

// joinEmpty takes an item that says nothing away, before the one that does.
func (d *draft) joinEmpty(above []int, p place) (*Focus, error) {
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
func (d *draft) joinTexts(above, path []int) (*Focus, error) {
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
func (d *draft) putLines(s site, text string, raw []string) error {
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

// splitElement parts a text of a list of texts.
func (d *draft) splitElement(p place, s Step) (*Focus, error) {
	return d.withTexts(p, func(texts []string) ([]string, *Focus) {
		at, ok := byteOf(texts[p.index-1], s.At)
		if !ok {
			return nil, nil
		}
		first, second := parted(texts[p.index-1], at)
		next := p
		next.index++
		return slices.Replace(texts, p.index-1, p.index, first, second), &Focus{Place: next.String()}
	})
}

// joinElement joins a text of a list with the one before it.
func (d *draft) joinElement(p place) (*Focus, error) {
	return d.withTexts(p, func(texts []string) ([]string, *Focus) {
		if p.index < 2 {
			return nil, nil
		}
		before := p
		before.index--
		f := &Focus{Place: before.String(), At: unitsOf(texts[p.index-2]) + 1}
		return slices.Replace(texts, p.index-2, p.index, joined(texts[p.index-2], texts[p.index-1])), f
	})
}

// withTexts changes the texts of a list.
func (d *draft) withTexts(p place, make func([]string) ([]string, *Focus)) (*Focus, error) {
	m, t, _, err := d.mapping(p)
	if err != nil {
		return nil, err
	}
	key := p.keys[len(p.keys)-1]
	texts := textsOf(paragraphsOf(t.value(m, key), manners[key]))
	if p.index > len(texts) {
		return nil, noPlace
	}
	now, f := make(texts)
	if f == nil {
		return nil, noPlace
	}
	return f, d.setValues(m, t, key, now)
}
