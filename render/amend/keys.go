package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// addKey adds a key with its value, written as lines, where the order of the
// fields has it.
func (d *Draft) addKey(m *yaml.Node, t *table, outer int, key string, lines []string, value *yaml.Node) error {
	name := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: d.name(t, m, key)}
	if isFlow(m) || d.isBetween(m) {
		return d.addBetween(m, name, value, lines)
	}
	before := d.keyBefore(m, t, key)
	at := before + 2
	if before < 0 {
		at = 0
	}
	var e edit
	if before < 0 {
		first := d.at(m.Content[0])
		e = edit{first, first, strings.TrimLeft(d.indented(lines, outer), " ") + strings.Repeat(" ", outer)}
	} else {
		from := d.from(d.lastOf(m.Content[before+1], outer) + 1)
		e = edit{from, from, d.indented(lines, outer)}
	}
	m.Content = slices.Insert(m.Content, at, name, value)
	return d.change([]edit{e})
}

// keyBefore is the index of the key behind which another goes, by the order of the
// fields; -1 is none.
func (d *Draft) keyBefore(m *yaml.Node, t *table, key string) int {
	before, order := -1, t.order(key)
	for i := 0; i+1 < len(m.Content); i += 2 {
		if own := t.order(m.Content[i].Value); own >= 0 && own < order && (before < 0 || own >= t.order(m.Content[before].Value)) {
			before = i
		}
	}
	return before
}

// addBetween adds a key between { and }.
func (d *Draft) addBetween(m, name, value *yaml.Node, lines []string) error {
	if len(lines) != 1 || value.Kind != yaml.ScalarNode || len(m.Content) == 0 || !isFlow(m) {
		return flowing
	}
	last := m.Content[len(m.Content)-1]
	end := d.endInFlow(last)
	m.Content = append(m.Content, name, value)
	text := plainOrQuoted(value.Value, true)
	if value.Value == "yes" || value.Value == "no" || value.Value == "có" || value.Value == "không" {
		text = value.Value
	}
	return d.change([]edit{{end, end, ", " + name.Value + ": " + text}})
}

// keeps reports a key that stays though it says nothing any more: the last of its
// mapping, or one with a comment beside it.
func (d *Draft) keeps(m *yaml.Node, key string, i int) bool {
	return len(m.Content) == 2 || m.Content[i+1].Kind == yaml.ScalarNode && d.remark(m, i) != "" && manners[key] != answer
}

// remark is the comment on the line of a key.
func (d *Draft) remark(m *yaml.Node, i int) string {
	value := m.Content[i+1]
	if isFlow(m) {
		return ""
	}
	end := d.at(value)
	if value.Kind == yaml.ScalarNode && value.Style&block == 0 || isFlow(value) {
		end = d.endOf(value, m.Column-1)
	} else if value.Kind != yaml.ScalarNode {
		key := d.at(m.Content[i])
		end = key + strings.IndexByte(d.text[key:], ':') + 1
	}
	line := d.lineAt(max(end-1, 0))
	rest := d.text[end : d.from(line)+len(d.line(line))]
	if at := strings.Index(rest, "#"); at >= 0 && (at == 0 || strings.TrimLeft(rest[:at], "|>+-: 0123456789") == "") {
		return rest[at:]
	}
	return ""
}

// dropKey takes a key with its value away; a comment beside it stays.
func (d *Draft) dropKey(m *yaml.Node, i int) error {
	key, value := m.Content[i], m.Content[i+1]
	outer, remark := m.Column-1, d.remark(m, i)
	if isFlow(m) {
		return d.dropBetween(m, i)
	}
	from, to := d.at(key), d.from(d.lineAt(max(d.endOf(value, outer), d.at(key)+1)-1)+1)
	if value.Kind == yaml.SequenceNode && !isFlow(value) {
		to = d.from(d.lastOf(value, outer) + 1)
	}
	lineOf := d.from(d.lineAt(from))
	var edits []edit
	switch onDash := strings.TrimSpace(d.text[lineOf:from]) != ""; {
	case !onDash && remark != "":
		edits = []edit{{from, to, remark + d.end}}
	case !onDash:
		edits = []edit{{lineOf, to, ""}}
	case i+2 >= len(m.Content):
		return unsure
	default: // the next key follows the dash
		next := d.at(m.Content[i+2])
		between := d.text[to:d.from(d.lineAt(next))]
		if remark != "" {
			between = strings.Repeat(" ", outer) + remark + d.end + between
		}
		dash := d.indent(d.lineAt(from))
		edits = []edit{{lineOf, lineOf, reindented(between, dash-outer)}, {from, next, ""}}
	}
	m.Content = slices.Delete(m.Content, i, i+2)
	return d.change(edits)
}

// dropBetween takes a key between { and } away.
func (d *Draft) dropBetween(m *yaml.Node, i int) error {
	from, to := d.at(m.Content[i]), d.endInFlow(m.Content[i+1])
	if i+2 < len(m.Content) {
		to = d.at(m.Content[i+2])
	} else {
		from = d.endInFlow(m.Content[i-1])
	}
	m.Content = slices.Delete(m.Content, i, i+2)
	return d.change([]edit{{from, to, ""}})
}

// reindented moves lines to the right, or to the left where by is less than 0.
// Lines with nothing on them stay.
func reindented(lines string, by int) string {
	if by == 0 {
		return lines
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(lines, "\n") {
		switch {
		case strings.Trim(line, " \r\n") == "" && by > 0:
		case by > 0:
			b.WriteString(strings.Repeat(" ", by))
		default:
			line = line[min(-by, len(line)-len(strings.TrimLeft(line, " "))):]
		}
		b.WriteString(line)
	}
	return b.String()
}

// promote makes an item of keys of one that is a text alone.
func (d *Draft) promote(path []int) error {
	list, _ := d.listOf(path)
	return d.promoteIn(d.item(path), list, tables[items], "text")
}

// promoteIn makes a mapping of an element of a list, whose text gets a key.
func (d *Draft) promoteIn(it, list *yaml.Node, t *table, key string) error {
	if it.Kind != yaml.ScalarNode || list == nil || list.Kind != yaml.SequenceNode || isFlow(list) || d.isBetween(it) {
		return flowing
	}
	at := d.at(it)
	line := d.lineAt(at)
	rest := d.from(line + 1)
	to := max(d.from(d.lineAt(max(d.endOf(it, list.Column-1), at+1)-1)+1), rest)
	name := d.name(t, it, key)
	gap := ""
	if at > 0 && d.text[at-1] == '-' {
		gap = " "
	}
	text := *it
	*it = yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: name}, &text}}
	return d.change([]edit{{at, at, gap + name + ": "}, {rest, to, reindented(d.text[rest:to], 2)}})
}

// demote makes a text alone of an item that has nothing else.
func (d *Draft) demote(path []int) error {
	it := d.item(path)
	if it == nil || it.Kind != yaml.MappingNode || len(it.Content) != 2 || isFlow(it) || tables[items].find(it, "text") != 0 || it.Content[1].Kind != yaml.ScalarNode {
		return nil
	}
	key, value := it.Content[0], it.Content[1]
	from, at := d.at(key), d.at(value)
	line := d.lineAt(at)
	if line != d.lineAt(from) || d.line(line)[:from-d.from(line)] == "" {
		return nil
	}
	rest := d.from(line + 1)
	to := max(d.from(d.lineAt(max(d.endOf(value, it.Column-1), at+1)-1)+1), rest)
	was := *it
	*it = *value
	if d.change([]edit{{from, at, ""}, {rest, to, reindented(d.text[rest:to], -2)}}) != nil {
		*it = was
	}
	return nil
}
