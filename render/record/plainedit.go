package record

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Put returns the edit that writes v anew, which is one line of text or empty.
// False where its place is not surely known.
func (v Value) Put(text string) (Edit, bool) {
	if v.n.Kind != yaml.ScalarNode {
		return Edit{}, false
	}
	written := Scalar(text)
	if strings.ContainsAny(text, ",[]{}") { // it may stand between braces
		written = Quoted(text)
	}
	if isEmpty(v.n) {
		return putEmpty(v.r.source, v.Pos(), written)
	}
	p := &Passage{
		Field: v.at, File: v.r.file, Text: Clean(v.n.Value), source: v.r.source, line: v.n.Line, col: v.n.Column, style: v.n.Style,
	}
	s := p.Span(0, len(p.Text))
	if p.style != 0 {
		s.From, s.To = s.From-1, s.To+1
	}
	return Edit{File: v.r.file, From: s.From, To: s.To, Text: written}, s.exact && s.Start.Line == s.End.Line
}

// Append returns the edit that adds an element behind the last of the list v,
// given as its lines. False where the list is not written with one element to a
// line.
func (v Value) Append(lines []string) (Edit, bool) {
	e, found := elementLines{source: v.r.source, indent: "  "}, true
	if elements := v.elements(); len(elements) > 0 {
		e, found = v.r.parser.record.element(v.r.pos(elements[len(elements)-1]))
	} else {
		e.to = v.r.source.offset(v.n.Line+1, 1)
		found = isEmpty(v.n) && v.n.Value == ""
	}
	if !found {
		return Edit{}, false
	}
	text := e.written(lines)
	if src := v.r.source.text; e.to == len(src) && !strings.HasSuffix(src, "\n") {
		text = e.newlineOf() + text
	}
	return Edit{File: v.r.file, From: e.to, To: e.to, Text: text}, true
}

// Renew returns the edit that puts lines in the place of v, which is an element
// of a list. False as for Append.
func (v Value) Renew(lines []string) (Edit, bool) {
	e, ok := v.r.parser.record.element(v.Pos())
	if !ok {
		return Edit{}, false
	}
	return Edit{File: v.r.file, From: e.from, To: e.to, Text: e.written(lines)}, true
}

func (v Value) elements() []*yaml.Node {
	if v.n.Kind != yaml.SequenceNode {
		return nil
	}
	return v.n.Content
}

// written are the lines of an element, behind its dash.
func (e elementLines) written(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		b.WriteString(strings.TrimRight(e.indent+mark+line, " ") + e.newlineOf())
	}
	return b.String()
}

func (e elementLines) newlineOf() string {
	if strings.Contains(e.source.text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}
