package record

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// A field is one key of a kind of mapping: what it is called, what it is, and
// how its value is read. The tables of fields are the format of records.
type field[T any] struct {
	key      string
	about    Text
	required bool
	read     func(r *reader, n *yaml.Node, at string, into *T)
}

// readMapping reads the keys of a mapping by its table. At is the path of the
// mapping, "" for the file.
func readMapping[T any](r *reader, n *yaml.Node, at string, fields []field[T], into *T) {
	if n.Kind != yaml.MappingNode {
		r.problem(n, at, textf("cần các dòng khóa: giá trị", "lines of key: value are wanted"),
			textf("các khóa ở đây: %s", "the keys here: %s", keysOf(fields)))
		return
	}
	r.places[at] = r.pos(n)
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		path := key.Value
		if at != "" {
			path = at + "." + key.Value
		}
		f := lookUp(fields, key.Value)
		if f == nil || key.Kind != yaml.ScalarNode {
			unknownKey(r, key, value, path, fields)
			continue
		}
		if line, again := first[key.Value]; again {
			r.problem(key, path, textf("mục %q đã có ở dòng %d", "%q stands already on line %d", key.Value, line),
				textf("gộp hai mục hoặc xóa một", "join the two or take one away"))
			continue
		}
		first[key.Value] = key.Line
		r.places[path] = r.pos(value)
		f.read(r, value, path, into)
	}
	for _, f := range fields {
		if f.required && first[f.key] == 0 {
			r.parser.add(Problem{
				Pos: r.pos(n), Field: strings.TrimPrefix(at+"."+f.key, "."), Missing: true,
				Message: Text{VI: fmt.Sprintf("thiếu mục %q (%s)", f.key, f.about.VI), EN: fmt.Sprintf("%q is missing (%s)", f.key, f.about.EN)},
				Hint:    textf("thêm dòng %q", "add a line %q", f.key+": …"),
			})
		}
	}
}

func lookUp[T any](fields []field[T], key string) *field[T] {
	for i := range fields {
		if fields[i].key == key {
			return &fields[i]
		}
	}
	return nil
}

func keysOf[T any](fields []field[T]) string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return strings.Join(keys, ", ")
}

// unknownKey reports a key that the table does not have, with the nearest that
// it has. A long one is rather the start of a text with a colon in it.
func unknownKey[T any](r *reader, key, value *yaml.Node, path string, fields []field[T]) {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	var hint Text
	near, ok := nearest(key.Value, keys)
	switch {
	case ok:
		hint = textf("có phải %q không?", "is it %q?", near)
	case strings.Contains(key.Value, " ") && strings.Contains(path, "[") && value.Kind == yaml.ScalarNode:
		hint = textf("nếu là lời văn có dấu hai chấm thì đặt trong ngoặc kép: %s", "if it is a text with a colon put it in quotes: %s", quote(key.Value+": "+value.Value))
	default: // outside of items no text stands without a key
		hint = textf("các khóa ở đây: %s", "the keys here: %s", keysOf(fields))
	}
	r.problem(key, path, textf("không có mục nào tên %q", "there is no field %q", short(key.Value)), hint)
}

// short cuts a long value for a message.
func short(s string) string {
	runes := []rune(s)
	if len(runes) <= 60 {
		return s
	}
	return fmt.Sprintf("%s…", string(runes[:60]))
}

// nearest returns the candidate that takes the fewest edits to become word, if
// those are few for its length.
func nearest(word string, candidates []string) (string, bool) {
	best, fewest := "", len([]rune(word))/3+2
	for _, c := range candidates {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(c))); d < fewest {
			best, fewest = c, d
		}
	}
	return best, best != ""
}

// distance is that of Levenshtein, with words cut at 100 characters.
func distance(a, b []rune) int {
	a, b = a[:min(len(a), 100)], b[:min(len(b), 100)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
