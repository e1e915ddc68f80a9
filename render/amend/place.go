package amend

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/record"
)

// A place is where something stands in a record, by the grammar of the places of
// its pages: kl_2_1_text, opening_1, signer_name.
type place struct {
	list  bool     // the conclusions, or one of them
	path  []int    // of a conclusion, from 1
	keys  []string // behind it, of others all, in English
	index int      // of the element of a list, from 1; 0 is none
}

// parsePlace reads a place. A paragraph of a text, kl_2_p3, is the text.
func parsePlace(name string) (p place, ok bool) {
	parts := strings.Split(name, "_")
	if len(name) > maxPlace || name == "" {
		return p, false
	}
	if last := parts[len(parts)-1]; len(parts) > 1 && len(last) > 1 && last[0] == 'p' && digits(last[1:]) {
		parts = parts[:len(parts)-1]
	}
	if parts[0] == "kl" || parts[0] == "conclusions" {
		p.list, parts = true, parts[1:]
		for len(parts) > 0 && digits(parts[0]) {
			p.path, parts = append(p.path, atoi(parts[0])), parts[1:]
		}
	}
	if n := len(parts); n > 0 && digits(parts[n-1]) {
		p.index, parts = atoi(parts[n-1]), parts[:n-1]
	}
	p.keys = parts
	return p, len(parts) <= 2 && !(p.list && len(p.path) == 0 && (len(parts) > 0 || p.index > 0)) && !slices.Contains(p.path, 0)
}

const maxPlace = 200

func digits(s string) bool {
	return s != "" && len(s) < 7 && strings.Trim(s, "0123456789") == ""
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// isItem reports a conclusion as a whole.
func (p place) isItem() bool { return len(p.path) > 0 && len(p.keys) == 0 && p.index == 0 }

// item is the conclusion that p is, or is in.
func (p place) item() place { return place{list: true, path: p.path} }

// field is the key that p is, without the element of a list.
func (p place) field() place { return place{list: p.list, path: p.path, keys: p.keys} }

func (p place) String() string {
	var parts []string
	if p.list {
		parts = append(parts, "kl")
	}
	for _, n := range p.path {
		parts = append(parts, strconv.Itoa(n))
	}
	parts = append(parts, p.keys...)
	if p.index > 0 {
		parts = append(parts, strconv.Itoa(p.index))
	}
	return strings.Join(parts, "_")
}

// key is a field of the conclusion p.
func (p place) key(key string) place { return place{list: true, path: p.path, keys: []string{key}} }

// A table has the keys of a kind of mapping in their order.
type table struct {
	keys   []record.NamedKey
	orders map[string]int // by both names
}

// tables are those of a record that a form shows, by what leads to them.
var tables = tablesOf(record.Keys())

func tablesOf(keys []record.NamedKey) map[string]*table {
	all := map[string]*table{}
	for _, k := range keys {
		above, key := "", k.Path
		if i := strings.LastIndexByte(key, '.'); i >= 0 {
			above, key = key[:i], key[i+1:]
		}
		k.Path = key
		t := all[above]
		if t == nil {
			t = &table{orders: map[string]int{}}
			all[above] = t
		}
		t.orders[key], t.orders[k.VI] = len(t.keys), len(t.keys)
		t.keys = append(t.keys, k)
	}
	return all
}

const items = "conclusions[]"

// order is where a key stands in the table; -1 is nowhere.
func (t *table) order(name string) int {
	if i, ok := t.orders[name]; ok && name != "" {
		return i
	}
	if i, ok := t.orders[norm.NFC.String(strings.ToLower(strings.Join(strings.Fields(name), " ")))]; ok && name != "" {
		return i
	}
	return -1
}

// find returns the index of a key, by its English name, among the content of a
// mapping; -1 where it is not there.
func (t *table) find(m *yaml.Node, key string) int {
	if m.Kind != yaml.MappingNode {
		return -1
	}
	want := t.order(key)
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key || want >= 0 && t.order(m.Content[i].Value) == want {
			return i
		}
	}
	return -1
}

// value returns what a mapping has for a key, nil where it has none.
func (t *table) value(m *yaml.Node, key string) *yaml.Node {
	if i := t.find(m, key); i >= 0 {
		return m.Content[i+1]
	}
	return nil
}

// below returns the list of items below an item, with its key.
func below(item *yaml.Node) (list *yaml.Node, key string) {
	for _, key := range []string{"items", "parts"} {
		if list := tables[items].value(item, key); list != nil && !isEmpty(list) {
			return list, key
		}
	}
	return nil, ""
}

// elements are those of a list; one value alone is a list of it.
func elements(n *yaml.Node) []*yaml.Node {
	switch {
	case n == nil || isEmpty(n):
		return nil
	case n.Kind == yaml.SequenceNode:
		return n.Content
	}
	return []*yaml.Node{n}
}

// conclusions is the list of them, nil where there is none.
func (d *Draft) conclusions() *yaml.Node { return tables[""].value(d.root, "conclusions") }

// item returns the conclusion of a path, nil where there is none.
func (d *Draft) item(path []int) *yaml.Node {
	list := d.conclusions()
	var found *yaml.Node
	for _, n := range path {
		all := elements(list)
		if n > len(all) {
			return nil
		}
		found = all[n-1]
		list, _ = below(found)
	}
	return found
}

// inVietnamese reports whether the keys of the file are: most of those of a
// mapping, else of the record.
func (d *Draft) inVietnamese(m *yaml.Node) bool {
	vi := 0
	for _, of := range []*yaml.Node{m, d.root} {
		if of.Kind != yaml.MappingNode {
			continue
		}
		for i := 0; i+1 < len(of.Content); i += 2 {
			if strings.ContainsFunc(of.Content[i].Value, func(r rune) bool { return r > 127 }) {
				vi++
			} else {
				vi--
			}
		}
		if vi != 0 {
			break
		}
	}
	return vi > 0
}

// name returns a key as the file names such.
func (d *Draft) name(t *table, m *yaml.Node, key string) string {
	if i := t.order(key); i >= 0 && t.keys[i].VI != "" && d.inVietnamese(m) {
		return t.keys[i].VI
	}
	return key
}
