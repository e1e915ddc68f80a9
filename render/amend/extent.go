package amend

import (
	"strings"

	"gopkg.in/yaml.v3"
)

const block = yaml.LiteralStyle | yaml.FoldedStyle
const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// isEmpty reports a value that is left out.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// endOf returns the byte behind a value that stands in a block which is indented
// by outer.
func (d *Draft) endOf(n *yaml.Node, outer int) int {
	at := d.at(n)
	switch {
	case n.Kind != yaml.ScalarNode && isFlow(n):
		return d.endOfFlow(at)
	case n.Kind != yaml.ScalarNode:
		return d.endOf(n.Content[len(n.Content)-1], n.Column-1)
	case n.Style&block != 0:
		return d.endOfBlock(at, outer)
	case n.Style&quoted != 0:
		return d.endOfQuoted(at)
	case n.Tag == "!!null" && n.Value == "":
		return at
	}
	return d.endOfPlain(at, outer)
}

// endOfPlain goes on over the lines that are indented further than outer.
func (d *Draft) endOfPlain(at, outer int) int {
	line := d.lineAt(at)
	end, whole := d.plainOn(line, at)
	for i := line + 1; whole && i < d.count(); i++ {
		if d.blank(i) {
			continue
		}
		if _, isComment := d.comment(i); isComment || d.indent(i) <= outer {
			break
		}
		end, whole = d.plainOn(i, d.from(i))
	}
	return end
}

// plainOn returns where a text without quotes ends on a line; whole is whether no
// comment follows it there.
func (d *Draft) plainOn(line, at int) (end int, whole bool) {
	text := d.text[at : d.from(line)+len(d.line(line))]
	whole = true
	for i := range text {
		if text[i] == '#' && i > 0 && (text[i-1] == ' ' || text[i-1] == '\t') {
			text, whole = text[:i], false
			break
		}
	}
	return at + len(strings.TrimRight(text, " \t")), whole
}

// endOfBlock returns where a block of text behind | or > ends: at the end of its
// last line that is not blank.
func (d *Draft) endOfBlock(at, outer int) int {
	line := d.lineAt(at)
	indent := 0
	header, _, _ := strings.Cut(d.line(line)[at-d.from(line):], "#")
	for _, c := range header {
		if c >= '1' && c <= '9' {
			indent = max(outer, 0) + int(c-'0')
		}
	}
	last := line
	for i := line + 1; i < d.count(); i++ {
		if d.blank(i) {
			continue
		}
		if indent == 0 {
			indent = max(d.indent(i), outer+1)
		}
		if d.indent(i) < indent {
			break
		}
		last = i
	}
	return d.from(last) + len(d.line(last))
}

func (d *Draft) endOfQuoted(at int) int {
	quote := d.text[at]
	for i := at + 1; i < len(d.text); i++ {
		switch {
		case quote == '"' && d.text[i] == '\\':
			i++
		case d.text[i] != quote:
		case quote == '\'' && i+1 < len(d.text) && d.text[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return len(d.text)
}

// endOfFlow returns where brackets are closed.
func (d *Draft) endOfFlow(at int) int {
	depth, before := 0, byte(' ')
	for i := at; i < len(d.text); i++ {
		c := d.text[i]
		switch {
		case (c == '"' || c == '\'') && strings.IndexByte("[{,: \n\t", before) >= 0:
			i = d.endOfQuoted(i) - 1
		case c == '#' && (before == ' ' || before == '\n' || before == '\t'):
			i = d.from(d.lineAt(i)+1) - 1
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
		before = c
	}
	return len(d.text)
}

// endInFlow returns the byte behind a value that stands between brackets.
func (d *Draft) endInFlow(n *yaml.Node) int {
	at := d.at(n)
	switch {
	case n.Kind != yaml.ScalarNode:
		return d.endOfFlow(at)
	case n.Style&quoted != 0:
		return d.endOfQuoted(at)
	case n.Value == "":
		return at
	}
	end := at
	for end < len(d.text) {
		c := d.text[end]
		if strings.IndexByte(",[]{}", c) >= 0 || c == ':' && strings.IndexByte(" ,[]{}\r\n", d.text[end+1]) >= 0 || c == '#' && strings.IndexByte(" \t\n", d.text[end-1]) >= 0 {
			break
		}
		end++
	}
	return at + len(strings.TrimRight(d.text[at:end], " \t\r\n"))
}

// lastOf returns the last line of a value, with the comments behind it that are
// indented further than outer.
func (d *Draft) lastOf(n *yaml.Node, outer int) int {
	return d.withFoot(d.lineAt(max(d.endOf(n, outer)-1, d.at(n)-1)), outer)
}

// withFoot goes on from a line over the comments that are indented further than
// outer.
func (d *Draft) withFoot(line, outer int) int {
	last := line
	for i := line + 1; i < d.count(); i++ {
		indent, isComment := d.comment(i)
		if isComment && indent > outer {
			last = i
		} else if !d.blank(i) {
			break
		}
	}
	return last
}
