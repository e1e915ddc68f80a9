package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// manyOnLine are the lists whose elements stand between [ and ].
var manyOnLine = map[string]bool{"lead": true, "partners": true, "signer": true, "authority": true, "numbering": true}

// A paragraph is one of a list of texts, of which an element may have several.
type paragraph struct {
	text    string
	element int
}

// paragraphsOf lists the texts of a value.
func paragraphsOf(n *yaml.Node, how manner) []paragraph {
	var all []paragraph
	for i, e := range elements(n) {
		text := said(e)
		if how != prose {
			all = append(all, paragraph{strings.ReplaceAll(text, "\n", " "), i})
			continue
		}
		for part := range strings.SplitSeq(text, "\n") {
			all = append(all, paragraph{part, i})
		}
	}
	return all
}

func textsOf(all []paragraph) []string {
	texts := make([]string, len(all))
	for i, p := range all {
		texts[i] = p.text
	}
	return texts
}

// setList writes a list anew, or one element of it.
func (d *Draft) setList(m *yaml.Node, t *table, key string, p place, s Step) error {
	values := slices.Clone(s.Values)
	if p.index > 0 {
		values = textsOf(paragraphsOf(t.value(m, key), manners[key]))
		switch {
		case p.index > len(values)+1:
			return noPlace
		case p.index > len(values):
			values = append(values, s.Value)
		default:
			values[p.index-1] = s.Value
		}
	}
	return d.setValues(m, t, key, values)
}

// setValues makes of a key's list what is wanted; elements that are the same stay
// with what is said beside them.
func (d *Draft) setValues(m *yaml.Node, t *table, key string, values []string) error {
	var want []string
	for _, v := range values {
		if v = record.Clean(v); manners[key] != prose {
			v = strings.ReplaceAll(v, "\n", " ")
		}
		if v != "" {
			want = append(want, strings.Split(v, "\n")...)
		}
	}
	i := t.find(m, key)
	outer := m.Column - 1
	if i >= 0 && m.Content[i+1].Kind == yaml.MappingNode {
		return refuse(problem.Textf("mục này có các khóa riêng", "this field has keys of its own"), problem.Textf("sửa ở dạng văn bản", "change it as text"))
	}
	switch {
	case i < 0 && len(want) == 0:
		return nil
	case i < 0:
		lines, value := d.listLines(d.name(t, m, key), key, want, outer)
		return d.addKey(m, t, outer, key, lines, value)
	}
	value := m.Content[i+1]
	have := paragraphsOf(value, manners[key])
	if slices.Equal(textsOf(have), want) {
		return nil
	}
	if slices.ContainsFunc(elements(value), func(e *yaml.Node) bool { return e.Kind != yaml.ScalarNode }) {
		return refuse(problem.Textf("danh sách này có phần tử không phải lời văn", "this list has elements that are no texts"), problem.Textf("sửa ở dạng văn bản", "change it as text"))
	}
	switch {
	case len(want) == 0 && !d.keeps(m, key, i):
		return d.dropKey(m, i)
	case len(want) == 0 && value.Kind == yaml.ScalarNode:
		return d.put(site{node: value, outer: outer, manner: manners[key], between: isFlow(m)}, "")
	case value.Kind == yaml.SequenceNode && isFlow(value):
		return d.setBetween(value, want)
	case value.Kind == yaml.SequenceNode:
		return d.setElements(value, have, want, manners[key])
	case len(want) == 1, manners[key] == prose && value.Style&block != 0, manners[key] == prose && isEmpty(value):
		return d.put(site{node: value, outer: outer, manner: manners[key], between: isFlow(m) || d.isBetween(m)}, strings.Join(want, "\n"))
	}
	return d.listed(m, key, i, want)
}

// listLines are those of a key with a list.
func (d *Draft) listLines(name, key string, values []string, outer int) ([]string, *yaml.Node) {
	if len(values) == 1 && key != "recipients" && key != "basis" {
		return d.keyLines(name, values[0], manners[key], outer), &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: values[0]}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, v := range values {
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: v})
	}
	if manyOnLine[key] {
		return []string{name + ": " + between(values)}, list
	}
	lines := []string{name + ":"}
	for _, v := range values {
		lines = append(lines, d.elementLines(v, outer+2, manners[key], "  ")...)
	}
	return lines, list
}

// elementLines are those of an element of a list, behind its dash.
func (d *Draft) elementLines(text string, dash int, how manner, margin string) []string {
	if how == aLine || dash+len([]rune(text)) <= width+10 && !strings.Contains(text, "\n") {
		return []string{margin + "- " + plainOrQuoted(text, false)}
	}
	lines := []string{margin + "- >-"}
	for _, line := range d.paragraphs(site{manner: prose}, nil, text, dash+2) {
		if line != "" {
			line = margin + "  " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// between writes a list between [ and ].
func between(values []string) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = plainOrQuoted(v, true)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// setBetween writes the elements between [ and ] anew, those that stay as they
// are typed.
func (d *Draft) setBetween(list *yaml.Node, want []string) error {
	at := d.at(list)
	end := d.endOfFlow(at)
	if strings.Contains(d.text[at:end], "#") {
		return flowing
	}
	raw := map[string]string{}
	for _, e := range list.Content {
		raw[said(e)] = d.text[d.at(e):d.endInFlow(e)]
	}
	all := make([]string, len(want))
	list.Content = nil
	for i, v := range want {
		if all[i] = raw[v]; all[i] == "" || strings.Contains(all[i], "\n") {
			all[i] = plainOrQuoted(v, true)
		}
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: v})
	}
	return d.change([]edit{{at, end, "[" + strings.Join(all, ", ") + "]"}})
}

// listed makes a list of one text.
func (d *Draft) listed(m *yaml.Node, key string, i int, want []string) error {
	value, outer := m.Content[i+1], m.Column-1
	if isFlow(m) || d.isBetween(m) {
		return flowing
	}
	at, end := d.at(value), d.endOf(value, outer)
	was := said(value)
	raw := d.text[at:end]
	*value = yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, v := range want {
		value.Content = append(value.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: v})
	}
	if manyOnLine[key] {
		all := make([]string, len(want))
		for j, v := range want {
			if all[j] = plainOrQuoted(v, true); v == was && !strings.ContainsAny(raw, ",[]{}\n#") {
				all[j] = raw
			}
		}
		gap := ""
		if raw == "" {
			gap = " "
		}
		return d.change([]edit{{at, end, gap + "[" + strings.Join(all, ", ") + "]"}})
	}
	var lines []string
	for _, v := range want {
		if v == was && !strings.Contains(raw, "\n") && raw != "" {
			lines = append(lines, "  - "+raw)
			continue
		}
		lines = append(lines, d.elementLines(v, outer+2, manners[key], "  ")...)
	}
	next := d.from(d.lineAt(max(end-1, 0)) + 1)
	from := at
	for from > 0 && d.text[from-1] == ' ' {
		from--
	}
	return d.change([]edit{{from, end, ""}, {next, next, d.indented(lines, outer)}})
}

// setElements makes of a list with an element to a line what is wanted: between
// what stays at its beginning and at its end texts are put in the place of texts,
// and the rest is added, or taken away.
func (d *Draft) setElements(list *yaml.Node, have []paragraph, want []string, how manner) error {
	head, tail := 0, 0
	for head < min(len(have), len(want)) && have[head].text == want[head] {
		head++
	}
	for tail < min(len(have), len(want))-head && have[len(have)-1-tail].text == want[len(want)-1-tail] {
		tail++
	}
	first, last := len(list.Content), len(list.Content) // elements that are changed: [first, last)
	if head < len(have) {
		first, last = have[head].element, have[head].element
	}
	texts := want[head : len(want)-tail]
	if n := len(have) - tail; n > head {
		last = have[n-1].element + 1
	} else if head > 0 && head < len(have) && have[head-1].element == have[head].element {
		last = first + 1 // between two paragraphs of one element
	}
	var front, back []string
	for i, p := range have {
		if p.element >= first && p.element < last && i < head {
			front = append(front, p.text)
		} else if p.element >= first && p.element < last && i >= len(have)-tail {
			back = append(back, p.text)
		}
	}
	if len(front)+len(back) > 0 {
		texts = []string{strings.Join(slices.Concat(front, texts, back), "\n")}
	}
	return d.replaceElements(list, first, last, texts, how)
}

// replaceElements puts texts in the place of the elements [first, last).
func (d *Draft) replaceElements(list *yaml.Node, first, last int, texts []string, how manner) error {
	dash := list.Column - 1
	var ways [2][]edit
	add := func(first, last []edit) { ways[0], ways[1] = append(ways[0], first...), append(ways[1], last...) }
	kept := min(last-first, len(texts))
	now := slices.Clone(list.Content)
	for i := range kept {
		e := list.Content[first+i]
		if own := how.words(e); own != texts[i] {
			all := d.ways(site{node: e, outer: dash, manner: how}, texts[i])
			add(all[0], all[len(all)-1])
			now[first+i] = &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: texts[i]}
		}
	}
	switch {
	case kept < last-first:
		e := []edit{{d.from(d.block(list, first+kept).head), d.from(d.block(list, last-1).last + 1), ""}}
		add(e, e)
		now = slices.Delete(now, first+kept, last)
	case kept < len(texts):
		var lines []string
		var nodes []*yaml.Node
		for _, text := range texts[kept:] {
			lines = append(lines, d.elementLines(text, dash, how, "")...)
			nodes = append(nodes, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: text})
		}
		at := d.from(d.block(list, max(first+kept-1, 0)).head)
		if first+kept > 0 {
			at = d.from(d.block(list, first+kept-1).last + 1)
		}
		e := []edit{{at, at, d.indented(lines, dash)}}
		add(e, e)
		now = slices.Insert(now, first+kept, nodes...)
	}
	if list.Content = now; len(now) == 0 {
		return unsure
	}
	return d.change(ways[0], ways[1])
}
