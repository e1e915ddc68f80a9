package record

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A field is one key of a kind of mapping: what it is called in English and in
// Vietnamese, what it is, and how its value is read. The tables of fields are
// the format of records: for the parser, its messages, the schema and the guide.
type field[T any] struct {
	key, vi  string
	shape    shape
	about    problem.Text
	required bool
	read     func(r *reader, n *yaml.Node, at string, into *T)
}

// readMapping reads the keys of a mapping by its table. At is the path of the
// mapping, "" for the file.
func readMapping[T any](r *reader, n *yaml.Node, at string, fields []field[T], into *T) {
	if n.Kind != yaml.MappingNode {
		r.problem(n, at, problem.Textf("cần các dòng khóa: giá trị", "lines of key: value are wanted"),
			problem.Textf("các khóa ở đây: %s", "the keys here: %s", keysOf(fields, len(r.written) > 0, "")))
		return
	}
	r.places[at] = r.pos(n)
	first := make([]*yaml.Node, len(fields)) // the key of each
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		k := whichOf(fields, key.Value)
		if k < 0 || key.Kind != yaml.ScalarNode {
			unknownKey(r, n, key, value, join(at, key.Value), fields)
			continue
		}
		f := &fields[k]
		path := join(at, f.key)
		if before := first[k]; before != nil {
			r.problem(key, path, problem.Textf("mục %q đã có ở dòng %d", "%q stands already on line %d", before.Value, before.Line),
				problem.Textf("gộp hai mục hoặc xóa một", "join the two or take one away"))
			continue
		}
		first[k] = key
		if key.Value != f.key {
			r.written[path] = key.Value
		}
		r.places[path] = r.pos(value)
		f.read(r, value, path, into)
	}
	for k, f := range fields {
		if f.required && first[k] == nil {
			r.missing(n, at, f.key, f.vi, f.about)
		}
	}
}

// missing reports a required key that is not there, by the name that fits the
// keys beside it.
func (r *reader) missing(n *yaml.Node, at, key, vi string, about problem.Text) {
	path := join(at, key)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if r.written[join(at, key)] == "" && !isASCII(n.Content[i].Value) {
			r.written[path] = vi
		}
	}
	name := key
	if w := r.written[path]; w != "" {
		name = w
	}
	r.parser.add(problem.Problem{
		Pos: r.pos(n), Field: asWritten(r.written, path), Path: path, Missing: true,
		Message: problem.Text{VI: fmt.Sprintf("thiếu mục %q (%s)", name, about.VI), EN: fmt.Sprintf("%q is missing (%s)", name, about.EN)},
		Hint:    problem.Textf("thêm dòng %q", "add a line %q", name+": …"),
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// join returns the path of a key below another.
func join(at, key string) string {
	if at == "" {
		return key
	}
	return at + "." + key
}

// asWritten returns the path of a field with its keys as the user wrote them.
// Written has the last key of each path that was written otherwise.
func asWritten(written map[string]string, path string) string {
	if len(written) == 0 {
		return path
	}
	var b strings.Builder
	start := 0 // of the key
	for end := 0; end <= len(path); end++ {
		if end < len(path) && path[end] != '.' && path[end] != '[' {
			continue
		}
		key := path[start:end]
		if w := written[path[:end]]; w != "" && !strings.HasSuffix(key, "]") {
			key = w
		}
		b.WriteString(key)
		if end < len(path) {
			b.WriteByte(path[end])
		}
		start = end + 1
	}
	return b.String()
}

func lookUp[T any](fields []field[T], key string) *field[T] {
	if i := whichOf(fields, key); i >= 0 {
		return &fields[i]
	}
	return nil
}

// whichOf returns the index of the field that a key names, -1 where none does.
func whichOf[T any](fields []field[T], key string) int {
	for i := range fields {
		if fields[i].key == key {
			return i
		}
	}
	key = norm.NFC.String(strings.ToLower(strings.Join(strings.Fields(key), " ")))
	for i := range fields {
		if fields[i].vi == key && key != "" {
			return i
		}
	}
	return -1
}

// short cuts a long value for a message.
func short(s string) string {
	runes := []rune(s)
	if len(runes) <= 60 {
		return s
	}
	return fmt.Sprintf("%s…", string(runes[:60]))
}
