package record

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// ForQuarter returns r with what a workbook or figures over many records may
// show, and without what is large: the files it was read from, the passages in
// them and the places of its fields. Its problems have no places any more.
func (r *Record) ForQuarter() *Record {
	light := *r
	light.Sources, light.places = nil, nil
	light.sources, light.passages, light.written = nil, nil, nil
	return &light
}

// IsProfile reports whether src is a profile and no record: it has keys of a
// profile and none that only a record has.
func IsProfile(src []byte) bool {
	p := &parser{record: &Record{}}
	root, _ := p.open("", src)
	if root == nil {
		return false
	}
	is := func(n *yaml.Node) bool {
		return slices.ContainsFunc(officeFields, func(f field[office]) bool { return f.key == n.Value })
	}
	found := false
	for i := 0; i < len(root.Content); i += 2 {
		key := root.Content[i]
		if is(key) {
			found = true
		} else if slices.ContainsFunc(recordFields, func(f field[recordForm]) bool { return f.key == key.Value }) {
			return false
		}
	}
	return found
}
