package tmpl

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// An Error is everything that is wrong with a template file.
type Error struct {
	Problems []problem.Problem
}

func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = fmt.Sprintf("%s: %s: %s", p.Pos, p.Field, p.Message.EN)
	}
	return strings.Join(lines, "\n")
}

// A nodeDecoder is a value that reads itself from a node.
type nodeDecoder interface {
	decodeNode(d *decoder, n *yaml.Node, field string)
}

// A located struct remembers where it stands, for checks of the whole file.
type located interface{ locate(n *yaml.Node) }

// A decoder fills structs from YAML, strictly: a key that the struct has no
// field for is a problem, as is a value of another kind. Fields are named by
// their yaml tags.
type decoder struct {
	file     string
	problems []problem.Problem
	nodes    map[string]*yaml.Node // of the values, by their fields
	depth    int                   // of blocks within blocks
}

// nodeOf returns the node of a field, or another where the file has none.
func (d *decoder) nodeOf(field string, otherwise *yaml.Node) *yaml.Node {
	if n := d.nodes[field]; n != nil {
		return n
	}
	return otherwise
}

func (d *decoder) problem(n *yaml.Node, field string, message problem.Text) {
	d.problems = append(d.problems, problem.Problem{
		Pos: problem.Pos{File: d.file, Line: n.Line, Col: n.Column}, Field: field, Message: message,
	})
}

func (d *decoder) decode(n *yaml.Node, v reflect.Value, field string) {
	d.nodes[field] = n
	if n.Kind == yaml.AliasNode {
		d.problem(n, field, problem.Text{VI: "không dùng được neo (&, *) trong mẫu", EN: "aliases are not allowed in a template"})
		return
	}
	if own, ok := v.Addr().Interface().(nodeDecoder); ok {
		own.decodeNode(d, n, field)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.decode(n, v.Elem(), field)
	case reflect.Struct:
		d.decodeStruct(n, v, field)
	case reflect.Map:
		d.decodeMap(n, v, field)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			d.problem(n, field, problem.Text{VI: "cần một danh sách", EN: "a list is wanted"})
			return
		}
		if v.Type() == reflect.TypeFor[[]block]() {
			// What is deeper cannot be filled in, and the names of its fields are as long as they are deep.
			if d.depth++; d.depth > maxDepth {
				outermost, _, _ := strings.Cut(field, ".")
				d.problem(n, outermost, problem.Textf("các khối lồng nhau quá %d tầng", "blocks stand within each other more than %d deep", maxDepth))
				d.depth--
				return
			}
			defer func() { d.depth-- }()
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
		for i, c := range n.Content {
			d.decode(c, v.Index(i), fmt.Sprintf("%s[%d]", field, i+1))
		}
	default:
		if n.Kind != yaml.ScalarNode || n.Decode(v.Addr().Interface()) != nil {
			d.problem(n, field, wanted(v.Kind()))
		} else if !bearable(v) {
			d.problem(n, field, problem.Textf("cần một số từ -%d đến %[1]d", "a number from -%d to %[1]d is wanted", maxNumber))
			v.SetZero()
		}
	}
}

// bearable reports what is no number, or one that lengths, sizes and counts can
// be.
func bearable(v reflect.Value) bool {
	switch {
	case v.CanFloat():
		return math.Abs(v.Float()) <= maxNumber // no number is neither
	case v.CanInt():
		return v.Int() >= -maxNumber && v.Int() <= maxNumber
	}
	return true
}

func wanted(k reflect.Kind) problem.Text {
	switch k {
	case reflect.Bool:
		return problem.Text{VI: "cần yes hoặc no", EN: "yes or no is wanted"}
	case reflect.Float64, reflect.Int:
		return problem.Text{VI: "cần một số", EN: "a number is wanted"}
	}
	return problem.Text{VI: "cần một dòng chữ", EN: "a text is wanted"}
}

// pairs calls f for each key of a mapping and its value, and reports a node
// that is none and keys that stand twice.
func (d *decoder) pairs(n *yaml.Node, field string, f func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.problem(n, field, problem.Text{VI: "cần các cặp khóa: giá trị", EN: "keys with values are wanted"})
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			d.problem(key, join(field, key.Value), problem.Text{VI: "khóa này đã có ở trên", EN: "this key stands above already"})
		}
		seen[key.Value] = true
		f(key, n.Content[i+1])
	}
}

func (d *decoder) decodeStruct(n *yaml.Node, v reflect.Value, field string) {
	if l, ok := v.Addr().Interface().(located); ok {
		l.locate(n)
	}
	fields := map[string]int{}
	var names []string
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("yaml"); name != "" {
			fields[name] = i
			names = append(names, name)
		}
	}
	slices.Sort(names)
	d.pairs(n, field, func(key, value *yaml.Node) {
		i, ok := fields[key.Value]
		if !ok {
			known := strings.Join(names, ", ")
			d.problem(key, join(field, key.Value), problem.Text{VI: "khóa lạ; ở đây chỉ có: " + known, EN: "unknown key; known here: " + known})
			return
		}
		d.decode(value, v.Field(i), join(field, key.Value))
	})
}

func (d *decoder) decodeMap(n *yaml.Node, v reflect.Value, field string) {
	v.Set(reflect.MakeMap(v.Type()))
	d.pairs(n, field, func(key, value *yaml.Node) {
		elem := reflect.New(v.Type().Elem()).Elem()
		d.decode(value, elem, join(field, key.Value))
		v.SetMapIndex(reflect.ValueOf(key.Value), elem)
	})
}

func join(field, key string) string {
	if field == "" {
		return key
	}
	return field + "." + key
}
