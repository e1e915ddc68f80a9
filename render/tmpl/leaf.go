package tmpl

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A text is a leaf of a template: words with fields of the record between
// {{ and }}, as text/template has them.
type text struct {
	literal  string             // as it is written
	template *template.Template // nil where the text is literal
	place    string             // that of the one field of the record that it shows, below what it is filled with; "." is that itself
	programs map[reflect.Type]*program
}

func (t *text) decodeNode(d *decoder, n *yaml.Node, field string) {
	if n.Kind != yaml.ScalarNode {
		d.problem(n, field, wanted(reflect.String))
		return
	}
	t.parse(d, n, field, n.Value)
}

// same returns the text where it is the same in everything made of the template.
func (t *text) same() []string {
	if t == nil || t.template != nil || t.literal == "" {
		return nil
	}
	return []string{t.literal}
}

func (t *text) parse(d *decoder, n *yaml.Node, field, source string) {
	t.literal, t.template, t.place = source, nil, shows(source)
	if !strings.Contains(source, "{{") {
		return
	}
	if len(source) > maxSource {
		d.problem(n, field, problem.Textf("chỗ điền dài quá 64 KB", "the text with fields is longer than 64 KB"))
		return
	}
	parsed, err := template.New(fmt.Sprintf("%s:%d", d.file, n.Line)).Funcs(joiners).Funcs(functions).Option("missingkey=error").Parse(source)
	if err != nil {
		d.problem(n, field, problem.Text{VI: "chỗ điền viết sai: " + err.Error(), EN: "the fields are miswritten: " + err.Error()})
		return
	}
	for _, p := range parsed.Templates() {
		if p.Tree != nil {
			countTurns(p.Root)
		}
	}
	t.template = parsed
}

// compile makes the program of a text that is filled with a type.
func (t *text) compile(dot reflect.Type) {
	if dot == nil || t.programs[dot] != nil {
		return
	}
	if p := compiled(t.template.Root, dot); p != nil {
		if t.programs == nil {
			t.programs = map[reflect.Type]*program{}
		}
		t.programs[dot] = p
	}
}

// fill returns the words of the text for dot.
func (t *text) fill(dot any) (string, error) {
	s, err := t.fillMarked(dot, &budget{maxTurns})
	return wordsAlone(s), err
}

// fillMarked is fill with the edges of what is emphasised.
func (t *text) fillMarked(dot any, b *budget) (string, error) {
	if t == nil {
		return "", nil
	}
	if t.template == nil {
		return t.literal, nil
	}
	if p := t.programs[reflect.TypeOf(dot)]; p != nil && b.left > 0 {
		if words, ok := p.run(dot); ok {
			b.left--
			return words, nil
		}
	}
	w := written{budget: b}
	if err := t.template.Execute(&w, dot); err != nil {
		for _, end := range []error{errSteps, errWords} {
			if errors.Is(err, end) {
				return "", &runaway{t.template.Name(), end}
			}
		}
		return "", fmt.Errorf("filling the template in: %w", err)
	}
	return w.String(), nil
}

// A condition is a pipeline of text/template that is true or not: `.Heading`,
// `and .Heading (not .Text)`.
type condition struct{ text }

const beforeCondition = "{{if "

func (c *condition) decodeNode(d *decoder, n *yaml.Node, field string) {
	if n.Kind != yaml.ScalarNode {
		d.problem(n, field, wanted(reflect.String))
		return
	}
	if strings.Contains(n.Value, "}}") {
		d.problem(n, field, problem.Textf("điều kiện viết không có {{ và }}", "a condition is written without {{ and }}"))
		return
	}
	c.parse(d, n, field, beforeCondition+n.Value+"}}yes{{end}}")
}

// holds reports whether the condition is true; a missing one always is.
func (c *condition) holds(dot any) (bool, error) {
	if c == nil {
		return true, nil
	}
	s, err := c.fill(dot)
	return s != "", err
}
