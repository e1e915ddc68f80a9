package pdf_test

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// within says what may be in what (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7.2).
var within = map[string][]string{
	"THead": {"Table"}, "TBody": {"Table"}, "TR": {"THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"},
	"Caption": {"Table", "Figure"},
}

var tableClauses = []clause{
	{"UA 7.2 nesting", "where there are tables and lists, their parts are in what they are parts of", func(f *finished) {
		f.walk(func(e types.Dict, parent string) {
			role := f.name(e["S"])
			if may, ok := within[role]; ok && !slices.Contains(may, parent) {
				f.T.Errorf("a %s in a %s", role, parent)
			}
			for of, parts := range map[string][]string{"Table": {"THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}} {
				if parent == of && !slices.Contains(parts, role) {
					f.T.Errorf("a %s in a %s", role, parent)
				}
			}
		})
	}},
	{"UA 7.5", "where there are tables, their rows have one width with what reaches down into them, and their headers say what they head", func(f *finished) {
		f.walk(func(e types.Dict, _ string) {
			if f.name(e["S"]) != "Table" {
				return
			}
			var down []int // how many rows a cell above each column still reaches
			for _, part := range f.array(e["K"]) {
				for _, row := range f.array(f.dict(part)["K"]) {
					down = f.row(f.dict(row), down)
				}
			}
			for column, n := range down {
				if n > 0 {
					f.T.Errorf("column %d reaches %d rows below the table", column+1, n)
				}
			}
		})
	}},
	{"A 6.1.13", "no string of a dictionary is longer than 32,767 bytes, and no name than 127", func(f *finished) {
		f.objects(func(number int, o types.Object) { f.limits(number, o) })
	}},
}

// row puts the cells of a row below those that reach down into it.
func (f *finished) row(row types.Dict, down []int) []int {
	first := down == nil
	column := 0
	for _, cell := range f.array(row["K"]) {
		for ; column < len(down) && down[column] > 0; column++ {
			down[column]--
		}
		if column >= len(down) {
			if !first {
				f.T.Errorf("a row of more than %d cells", len(down))
			}
			down = append(down, 0)
		}
		d := f.dict(cell)
		attributes := f.dict(d["A"])
		if f.name(d["S"]) == "TH" && !slices.Contains([]string{"Column", "Row"}, f.name(attributes["Scope"])) {
			f.T.Errorf("a header without scope")
		}
		if n := int(f.number(attributes["RowSpan"])); n > 1 {
			down[column] = n - 1
		}
		column++
	}
	for ; column < len(down); column++ {
		if down[column] == 0 {
			f.T.Errorf("a row of %d cells, want %d", column, len(down))
			break
		}
		down[column]--
	}
	return down
}

func (f *finished) limits(number int, o types.Object) {
	switch o := o.(type) {
	case types.Dict:
		for key, value := range o {
			if len(key) > 127 {
				f.T.Errorf("object %d: the name %.20s", number, key)
			}
			f.limits(number, value)
		}
	case types.StreamDict:
		f.limits(number, o.Dict)
	case types.Array:
		for _, value := range o {
			f.limits(number, value)
		}
	case types.HexLiteral:
		if len(o)/2 > 32767 {
			f.T.Errorf("object %d: a string of %d bytes", number, len(o)/2)
		}
	case types.StringLiteral:
		if len(o) > 32767 {
			f.T.Errorf("object %d: a string of %d bytes", number, len(o))
		}
	}
}

// outline visits the bookmarks, with their levels.
func (f *finished) outline(visit func(level int, title string, page types.Object)) {
	var down func(o types.Object, level int)
	down = func(o types.Object, level int) {
		var before types.Object
		for o != nil {
			d := f.dict(o)
			if f.object(d["Prev"]) == nil != (before == nil) {
				f.T.Errorf("%s: what is before it", f.text(d["Title"]))
			}
			dest := f.array(d["Dest"])
			if len(dest) != 5 {
				f.T.Fatalf("destination %v", dest)
			}
			visit(level, f.text(d["Title"]), dest[0])
			down(d["First"], level+1)
			before, o = o, d["Next"]
		}
	}
	down(f.dict(f.catalog["Outlines"])["First"], 1)
}

var outlineClauses = []clause{
	{"UA 7.17", "where there are several pages, each heading has a bookmark of its level with its text whole", func(f *finished) {
		var headings, bookmarks []string
		f.walk(func(e types.Dict, _ string) {
			if role := f.name(e["S"]); len(role) == 2 && role[0] == 'H' {
				headings = append(headings, role)
			}
		})
		pages := map[types.Object]bool{}
		for i := range f.PageCount {
			ref, err := f.PageDictIndRef(i + 1)
			if err != nil {
				f.T.Fatalf("%v", err)
			}
			pages[*ref] = true
		}
		f.outline(func(level int, title string, page types.Object) {
			bookmarks = append(bookmarks, "H"+string(rune('0'+level)))
			if strings.TrimSpace(title) != title || title == "" || strings.Contains(title, "  ") || !pages[page] {
				f.T.Errorf("bookmark %q to %v", title, page)
			}
		})
		if f.PageCount > 1 && !slices.Equal(headings, bookmarks) || f.PageCount == 1 && f.catalog["Outlines"] != nil {
			f.T.Errorf("bookmarks %v, headings %v, %d pages", bookmarks, headings, f.PageCount)
		}
	}},
}
