package tmpl

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
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
type condition struct {
	text
	field string // where it is nothing but a field of what it is filled with
}

// onlyField is a condition that names a field and does no more.
var onlyField = regexp.MustCompile(`^\.[A-Z]\w*$`)

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
	if onlyField.MatchString(n.Value) {
		c.field = n.Value[1:]
	}
}

// holds reports whether the condition is true; a missing one always is.
func (c *condition) holds(dot any) (bool, error) {
	if c == nil {
		return true, nil
	}
	if c.field != "" {
		switch v := fieldOf(dot, c.field); v.Kind() { // text/template takes far longer
		case reflect.String, reflect.Slice:
			return v.Len() > 0, nil
		case reflect.Bool:
			return v.Bool(), nil
		}
	}
	s, err := c.fill(dot)
	return s != "", err
}

// fieldOf returns the field of a struct, or nothing where there is none.
func fieldOf(dot any, name string) reflect.Value {
	v := reflect.Indirect(reflect.ValueOf(dot))
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return v.FieldByName(name)
}

// A path names a field of what the template is filled with: `.Agency.Name`, or
// `.` for itself.
type path string

// of returns the value that the path leads to.
func (p path) of(dot any) (reflect.Value, error) {
	v := reflect.ValueOf(dot)
	for name := range strings.SplitSeq(strings.Trim(string(p), "."), ".") {
		if name == "" {
			continue
		}
		for v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if v.Kind() == reflect.Map && v.MapIndex(reflect.ValueOf(name)).IsValid() { // a report
			v = v.MapIndex(reflect.ValueOf(name)).Elem()
			continue
		}
		if v.Kind() != reflect.Struct || !v.FieldByName(name).IsValid() {
			return reflect.Value{}, fmt.Errorf("filling the template in: there is no %s in %s", name, p)
		}
		v = v.FieldByName(name)
	}
	return v, nil
}

// each calls f for every element of the list that the path leads to.
func (p path) each(dot any, f func(i, n int, element any) error) error {
	v, err := p.of(dot)
	if err != nil {
		return err
	}
	if v.Kind() != reflect.Slice {
		return fmt.Errorf("filling the template in: %s is not a list", p)
	}
	for i := range v.Len() {
		if err := f(i, v.Len(), v.Index(i).Interface()); err != nil {
			return err
		}
	}
	return nil
}
