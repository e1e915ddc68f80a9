package record

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Person is who takes part in a meeting, or some who stand on one line: "Lãnh
// đạo các phòng". The zero Person is nobody.
type Person struct {
	Text     string // the line as the record has it, where it is one; "" with the fields below
	Name     string // "Trần Thị Ví Dụ"; of a line nobody has told it apart
	Position string // "Phó Giám đốc Sở"
	Unit     string // "Phòng Kế hoạch - Tài chính", where the position does not name it
	Reason   string // of an absence
	Count    int    // how many the line stands for, as the record says it; 0 is not said

	field string
}

// Field returns the path of the person, as "meeting.present[3]".
func (p *Person) Field() string { return p.field }

// Line returns the person as one line of a list: name, position, unit.
func (p *Person) Line() string {
	if p.Text != "" {
		return p.Text
	}
	return commaJoined(p.Name, p.Position, p.Unit)
}

// Post returns the position with the unit.
func (p *Person) Post() string { return commaJoined(p.Position, p.Unit) }

// Heads returns how many people the line stands for, 0 where it does not tell.
func (p *Person) Heads() int {
	if p.Count == 0 && p.Name != "" {
		return 1
	}
	return p.Count
}

func commaJoined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

var personFields = []field[Person]{
	{key: "text", vi: "lời", shape: aText, about: problem.Text{VI: "cả dòng, như in ra", EN: "the whole line, as printed"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Text = r.text(n, at) }},
	{key: "name", vi: "họ tên", shape: aText, about: problem.Text{VI: "họ và tên", EN: "name"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Name = r.text(n, at) }},
	{key: "position", vi: "chức vụ", shape: aText, about: problem.Text{VI: "chức vụ", EN: "position"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Position = r.text(n, at) }},
	{key: "unit", vi: "đơn vị", shape: aText, about: problem.Text{VI: "đơn vị, cơ quan", EN: "unit or agency"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Unit = r.text(n, at) }},
	{key: "reason", vi: "lý do", shape: aText, about: problem.Text{VI: "lý do vắng", EN: "why absent"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Reason = r.text(n, at) }},
	{key: "count", vi: "số người", shape: aCount, about: problem.Text{VI: "số người của dòng này", EN: "how many the line stands for"}, read: func(r *reader, n *yaml.Node, at string, p *Person) { p.Count = r.count(n, at) }},
}

// people reads a list of persons, or one.
func (r *reader) people(n *yaml.Node, at string) (all []*Person) {
	for i, e := range r.list(n, at) {
		p := &Person{}
		r.person(e, element(n, at, i), p)
		if isEmpty(e) {
			r.required(e, p.field, "")
			continue
		}
		all = append(all, p)
	}
	return all
}

// person reads one: a line, a key of signers, or a mapping.
func (r *reader) person(n *yaml.Node, at string, p *Person) {
	p.field = at
	if n.Kind == yaml.MappingNode {
		readMapping(r, n, at, personFields, p)
		if p.Line() == "" && !r.parser.hasProblem(at) {
			r.problem(n, at, problem.Textf("không có ai ở đây", "nobody is named here"), problem.Textf("ghi name (họ tên), position (chức vụ) hoặc text (cả dòng)", "write name, position or text"))
		}
		return
	}
	if p.Text = r.text(n, at); keyShape.MatchString(p.Text) {
		r.parser.people = append(r.parser.people, func(signers map[string]Signer) { r.fromSigners(n, at, p, signers) })
	}
}

// keyShape is what keys of signers are written like, and lines for people are not.
var keyShape = regexp.MustCompile(`^[a-z0-9]+(?:[-_][a-z0-9]+)+$`)

// IsSignerKey reports a text that can only be a key of signers.
func IsSignerKey(s string) bool { return keyShape.MatchString(s) }

// fromSigners puts who has a key of signers in its place.
func (r *reader) fromSigners(n *yaml.Node, at string, p *Person, signers map[string]Signer) {
	s := r.signerOf(n, at, p.Text, signers)
	p.Text, p.Name, p.Position = "", s.Name, s.Position
}

// People yields everybody whom the record names of the meeting, and who spoke of
// its papers.
func (r *Record) People() iter.Seq[*Person] {
	m := &r.Meeting
	all := slices.Concat([]*Person{&m.Chair, &m.Secretary}, m.Invited, m.Present, m.Absent)
	for _, s := range m.Agenda {
		all = append(all, s.Speakers...)
	}
	for _, s := range m.Said {
		all = append(all, s.Speakers...)
	}
	for _, p := range r.Papers {
		for _, o := range p.Opinions {
			all = append(all, o.Speakers...)
		}
	}
	return slices.Values(all)
}
