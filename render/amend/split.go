package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

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
func (d *Draft) textSite(path []int) site {
	it := d.item(path)
	return site{node: textOf(it), outer: d.outerOf(path, it), manner: prose, between: d.isBetween(it) || isFlow(it)}
}

// splitItem parts the text of an item: what is behind the caret becomes a new item
// behind it, or the first below it where there are such; all else stays with the
// first.
func (d *Draft) splitItem(s Step) (*Focus, error) {
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
func (d *Draft) splitLines(path []int, text string, dash int) []string {
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
	for _, line := range d.paragraphs(site{manner: prose, keep: true}, d.rawLines(s), text, dash+2) {
		if line != "" {
			line = "  " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// rawLines are the lines of a block of text, without their indentation.
func (d *Draft) rawLines(s site) []string {
	at := d.at(s.node)
	var lines []string
	for i := d.lineAt(at) + 1; i <= d.lineAt(d.endOf(s.node, s.outer)-1); i++ {
		lines = append(lines, strings.TrimLeft(d.line(i), " "))
	}
	return lines
}

// splitElement parts a text of a list of texts.
func (d *Draft) splitElement(p place, s Step) (*Focus, error) {
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
func (d *Draft) joinElement(p place) (*Focus, error) {
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
func (d *Draft) withTexts(p place, make func([]string) ([]string, *Focus)) (*Focus, error) {
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
