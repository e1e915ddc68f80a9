package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// parts reads the parts of one sentence: items that have a text and what a
// task has, and nothing that a part of a sentence cannot have.
func (r *reader) parts(n *yaml.Node, at string, depth int) []*itemForm {
	forms := r.items(n, at, depth)
	for _, f := range forms {
		f.item.Numbered = false
		if f.item.Heading != "" || f.item.Number != "" || f.item.After != "" || len(f.items) > 0 {
			r.problem(f.node, f.at, problem.Textf("vế của một câu không có heading, number, after, items hay parts", "a part of a sentence has no heading, number, after, items or parts"),
				problem.Textf("ghi text, lead, partners, deadline, product; cần mục con thì dùng items", "write text, lead, partners, deadline, product; use items where there is something below"))
		}
	}
	return forms
}

// settleParts takes the parts of an item as its items.
func (f *itemForm) settleParts() {
	if len(f.parts) == 0 {
		return
	}
	if len(f.items) > 0 {
		f.r.problem(f.node, f.at+".parts", problem.Textf("mục có cả parts lẫn items", "the item has both parts and items"),
			problem.Textf("parts là các vế của một câu, items là các mục xuống dòng: giữ một", "parts are of one sentence, items on lines of their own: keep one"))
		return
	}
	f.item.InParts, f.items = true, f.parts
}

// maxLabel is how long a typed label may be, in characters.
const maxLabel = 10

// label reads the label of an item as it is typed.
func (r *reader) label(n *yaml.Node, at string) string {
	s := r.text(n, at)
	if len([]rune(s)) > maxLabel || strings.ContainsAny(s, "\n ") {
		r.problem(n, at, problem.Textf("%q không phải số thứ tự", "%q is no label", short(s)), problem.Textf("ghi riêng số, như \"e)\", \"3.1.2.\", \"-\"", "write the label alone, as \"e)\", \"3.1.2.\", \"-\""))
		return ""
	}
	return s
}
