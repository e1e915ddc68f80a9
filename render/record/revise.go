package record

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// Replace returns the edit that puts a text in the place of the bytes [from, to)
// of the passage, also where the piece goes over the ends of lines. False where
// its place is not surely known, or holds the end of a paragraph.
func (p *Passage) Replace(from, to int, text string) (Edit, bool) {
	if p.Emphatic {
		text = Markup(text, nil)
	}
	if e, ok := p.Edit(from, to, text); ok {
		return e, true
	}
	s := p.Span(from, to)
	if !s.exact || s.From > s.To || strings.Contains(p.Text[from:to], "\n") {
		return Edit{}, false
	}
	if p.style == 0 {
		whole := p.Span(0, len(p.Text))
		if made := p.Text[:from] + text + p.Text[to:]; misleading(made) > 0 && len(p.omitted) == 0 {
			return Edit{File: p.File, From: whole.From, To: whole.To, Text: Quoted(made)}, whole.exact
		}
	}
	return Edit{File: p.File, From: s.From, To: s.To, Text: p.quoted(text)}, true
}

// quoted returns a text as the passage's own quotes want it.
func (p *Passage) quoted(text string) string {
	switch {
	case p.style&yaml.DoubleQuotedStyle != 0:
		return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text)
	case p.style&yaml.SingleQuotedStyle != 0:
		return strings.ReplaceAll(text, "'", "''")
	}
	return text
}

// Pos is where the value begins: it may be an element of a list.
func (p *Passage) Pos() problem.Pos {
	return problem.Pos{File: p.File, Line: p.line, Col: p.col}
}

// Pos is where a field stands, by its path; zero where the record has it not.
func (r *Record) Pos(field string) problem.Pos { return r.places[field] }

// Insert returns the edit that adds a text as an element of a list, before or
// behind the one that stands at a place. False where the list is not written with
// one element to a line.
func (r *Record) Insert(beside problem.Pos, before bool, text string) (Edit, bool) {
	e, ok := r.element(beside)
	if !ok {
		return Edit{}, false
	}
	line := e.indent + "- " + Scalar(Markup(text, nil))
	if before {
		return Edit{File: beside.File, From: e.from, To: e.from, Text: line + e.newline}, true
	}
	if e.from > 0 && e.to == len(e.source.text) && !strings.HasSuffix(e.source.text, "\n") {
		return Edit{File: beside.File, From: e.to, To: e.to, Text: e.newline + line}, true
	}
	return Edit{File: beside.File, From: e.to, To: e.to, Text: line + e.newline}, true
}

// Remove returns the edit that takes the element of a list away that stands at
// a place, with all below it. False as for Insert.
func (r *Record) Remove(at problem.Pos) (Edit, bool) {
	e, ok := r.element(at)
	return Edit{File: at.File, From: e.from, To: e.to}, ok
}

// An elementLines is an element of a list that is written with a dash: its bytes
// are whole lines.
type elementLines struct {
	source   *source
	from, to int
	indent   string
	newline  string
}

var dash = regexp.MustCompile(`^( *)- +$`)

// element finds the lines of the element whose value stands at a place: from that
// of its dash to the last that is indented further.
func (r *Record) element(at problem.Pos) (elementLines, bool) {
	for _, s := range r.sources {
		if s.name != at.File || at.Line < 1 {
			continue
		}
		from := s.offset(at.Line, 1)
		m := dash.FindStringSubmatch(s.text[from:s.offset(at.Line, at.Col)])
		if m == nil {
			return elementLines{}, false
		}
		last := at.Line
		for n := at.Line + 1; n <= len(s.starts); n++ {
			line := s.line(n)
			content := strings.TrimLeft(line, " ")
			if content == "" {
				continue
			}
			if len(line)-len(content) <= len(m[1]) {
				break
			}
			last = n
		}
		e := elementLines{source: s, from: from, to: s.offset(last+1, 1), indent: m[1], newline: "\n"}
		if strings.HasSuffix(s.text[:e.to], "\r\n") {
			e.newline = "\r\n"
		}
		return e, true
	}
	return elementLines{}, false
}
