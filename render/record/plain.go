package record

import (
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// What stands beside a record and is kept by hand, as the ledger of its tasks,
// is YAML too and is read with the same strictness: ReadKeys takes a file by a
// table of its keys.

// A Key is one key of a kind of mapping: what it is called, what it is, and how
// its value is read.
type Key[T any] struct {
	Name     string
	About    problem.Text
	Required bool
	Read     func(v Value, into *T)
}

// A Value is what stands behind a key, or one element of a list.
type Value struct {
	r  *reader
	n  *yaml.Node
	at string
}

// ReadKeys reads the file of a name, of at most limit bytes, by its keys. All
// problems come back at once, in the order of their places. The file as a value
// is zero where the bytes are no YAML at all.
func ReadKeys[T any](name string, src []byte, limit int, keys []Key[T], into *T) (file Value, problems []problem.Problem) {
	p := &parser{from: Source{Name: name}, record: &Record{Name: name, places: map[string]problem.Pos{}}, limit: limit}
	root, r := p.open(name, src)
	if root == nil {
		return Value{}, p.sorted()
	}
	readMapping(r, root, "", fieldsOf(keys), into)
	return Value{r, root, ""}, p.sorted()
}

// ReadKeysOf reads a value that is a mapping.
func ReadKeysOf[T any](v Value, keys []Key[T], into *T) {
	readMapping(v.r, v.n, v.at, fieldsOf(keys), into)
}

func fieldsOf[T any](keys []Key[T]) []field[T] {
	fields := make([]field[T], len(keys))
	for i, k := range keys {
		fields[i] = field[T]{key: k.Name, about: k.About, required: k.Required, read: func(r *reader, n *yaml.Node, at string, into *T) {
			k.Read(Value{r, n, at}, into)
		}}
	}
	return fields
}

// IsZero reports whether v is nothing of a file.
func (v Value) IsZero() bool { return v.n == nil }

// Pos is where v stands.
func (v Value) Pos() problem.Pos { return v.r.pos(v.n) }

// Line returns v as one line of text, "" with a problem reported where it is none.
func (v Value) Line() string { return v.r.text(v.n, v.at) }

// Text returns v as text with "\n" between its lines.
func (v Value) Text() string { return v.r.paragraphs(v.n, v.at) }

// Date returns v as a day; the zero Date where it is empty or a problem.
func (v Value) Date() calendar.Date { return v.r.date(v.n, v.at) }

// Yes returns v as yes or no.
func (v Value) Yes() bool {
	yes, _ := v.r.yes(v.n, v.at)
	return yes
}

// List returns the elements of v; a single value is a list of one.
func (v Value) List() []Value {
	var all []Value
	for i, e := range v.r.list(v.n, v.at) {
		all = append(all, Value{v.r, e, element(v.n, v.at, i)})
	}
	return all
}

// Problem reports what is wrong with v.
func (v Value) Problem(message, hint problem.Text) { v.r.problem(v.n, v.at, message, hint) }

// Comments are the lines of comment in and around v, each with its "#".
func (v Value) Comments() []string { return comments(v.n) }

func comments(n *yaml.Node) []string {
	var lines []string
	add := func(comment string) {
		for line := range strings.SplitSeq(comment, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	add(n.HeadComment)
	add(n.LineComment)
	for _, c := range n.Content {
		lines = append(lines, comments(c)...)
	}
	add(n.FootComment)
	return lines
}

// Clean returns a text as records hold it: NFC, without characters that have no
// width or cannot be printed, with single spaces; lines are parted by "\n".
func Clean(s string) string {
	if s = plainHyphens(norm.NFC.String(strings.ToValidUTF8(s, ""))); tidy(s) {
		return s
	}
	// a letter and its mark may have had something without width between them
	return norm.NFC.String(tidied(strings.ReplaceAll(s, "\r\n", "\n"), func(rune) {}))
}

// Called reports whether name is one that u goes by: its name, its short name
// or an alias; capitals, kinds of dashes and spaces do not tell names apart.
func (u *Unit) Called(name string) bool {
	key := foldName(norm.NFC.String(name))
	for _, own := range append([]string{u.Name, u.Short}, u.Aliases...) {
		if key != "" && foldName(own) == key {
			return true
		}
	}
	return false
}
