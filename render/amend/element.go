package amend

import "gopkg.in/yaml.v3"

// A span is an element of a list as lines, from 0.
type span struct {
	free int // the first behind what is before it: blank lines, and comments that stand apart
	head int // of the comments that stand directly above it
	dash int // of its dash
	last int // with the comments behind it that are indented further than its dash
}

// block finds the lines of an element of a list with an element to a line.
func (d *Draft) block(list *yaml.Node, i int) span {
	dash := list.Column - 1
	before := d.before(list, i)
	e := list.Content[i]
	s := span{free: before + 1, last: d.lastOf(e, dash)}
	s.dash = e.Line - 1
	for s.dash > s.free && !d.hasDash(s.dash, dash) {
		s.dash--
	}
	s.head = s.dash
	for s.head > s.free {
		if indent, ok := d.comment(s.head - 1); !ok || indent > dash {
			break
		}
		s.head--
	}
	return s
}

// before is the last line of what stands before an element: of the element before
// it, or of the key of the list.
func (d *Draft) before(list *yaml.Node, i int) int {
	if i > 0 {
		return d.lastOf(list.Content[i-1], list.Column-1)
	}
	line := list.Line - 1 // of the first dash
	for line > 0 {
		if _, isComment := d.comment(line - 1); !isComment && !d.blank(line-1) {
			break
		}
		line--
	}
	return line - 1
}

func (d *Draft) hasDash(line, column int) bool {
	text := d.line(line)
	return len(text) > column && text[column] == '-' && d.indent(line) <= column
}
