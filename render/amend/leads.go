package amend

import (
	"slices"
	"strings"
)

// PlaceOf returns the place of a field by its path in a record, whose keys may be
// Vietnamese: conclusions[2].items[1].lead[3] is kl_2_1_lead. "" is none.
func PlaceOf(field string) string {
	var p place
	t := tables[""]
	for part := range strings.SplitSeq(field, ".") {
		if t == nil { // of a part that no form shows
			break
		}
		name, index, _ := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		i := t.order(name)
		if i < 0 || index != "" && !digits(index) {
			break
		}
		key := t.keys[i].Path
		switch {
		case key == "conclusions" && !p.list && len(p.keys) == 0:
			p.list = true
			p.path, t = appended(p.path, index), tables[items]
		case p.list && (key == "items" || key == "parts"):
			p.path = appended(p.path, index)
		default:
			if p.keys = append(p.keys, key); !p.list && !manyOnLine[key] {
				p.index = atoi(index)
			}
			t = tables[key]
		}
		if p.list && len(p.keys) > 0 {
			break
		}
	}
	return p.String()
}

// appended adds the index of a list to a path, where there is one.
func appended(path []int, index string) []int {
	if index == "" {
		return path
	}
	return append(path, atoi(index))
}

// Leads returns the field of the form that a place of the record's pages, or of a
// finding, is in; "" where the record does not have it.
func (f *Form) Leads(name string) string {
	p, ok := parsePlace(name)
	switch {
	case strings.Contains(name, "_table_"):
		name, _, _ = strings.Cut(name, "_table_")
		return name + "_text"
	case !ok:
		return ""
	case p.isItem():
		return p.key("text").String()
	case p.list:
		return p.field().String()
	}
	if len(p.keys) > 0 && p.keys[0] == "cosigner" {
		p.keys, p.index = []string{"signer"}, 0
	}
	for ; len(p.keys) > 0; p.keys, p.index = p.keys[:len(p.keys)-1], 0 {
		own := p.field().String()
		i := slices.IndexFunc(f.Fields, func(field Field) bool { return field.Place == own })
		if i < 0 {
			continue
		}
		if f.Fields[i].Kind == "list" {
			return p.String()
		}
		return own
	}
	return ""
}
