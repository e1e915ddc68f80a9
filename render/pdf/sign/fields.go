package sign

import "ketluan/render/pdf/read"

// maxFields bounds the fields of a form that are looked at, maxFieldDepth how
// deep they stand within each other.
const (
	maxFields     = 2000
	maxFieldDepth = 8
)

// A field is one of a form that has no fields below it.
type field struct {
	name  string // with those above it
	kind  read.Name
	value read.Object
	dict  read.Dict // of its widget, which is mostly its own
	ref   read.Ref
}

// fieldsOf returns the fields of a form, at most so many.
func fieldsOf(g *read.Graph, most int) (all []field) {
	var walk func(o read.Object, above field, depth int)
	walk = func(o read.Object, above field, depth int) {
		d := g.Dict(o)
		if d == nil || depth > maxFieldDepth || len(all) >= most {
			return
		}
		f := above
		f.dict = d
		f.ref, _ = o.(read.Ref)
		if t := g.Text(d["T"]); t != "" {
			if f.name != "" {
				f.name += "."
			}
			f.name += oneLine(t)
		}
		if kind := g.Name(d["FT"]); kind != "" {
			f.kind = kind
		}
		if v := g.Of(d["V"]); v != nil {
			f.value = v
		}
		kids := g.Array(d["Kids"])
		below := false // widgets of a field have no name of their own
		for _, kid := range kids {
			if g.Text(g.Dict(kid)["T"]) != "" {
				below = true
				walk(kid, f, depth+1)
			}
		}
		if !below {
			if len(kids) > 0 && d["Rect"] == nil {
				f.dict = g.Dict(kids[0])
				f.ref, _ = kids[0].(read.Ref)
			}
			all = append(all, f)
		}
	}
	for _, o := range g.Array(g.Dict(g.Catalog()["AcroForm"])["Fields"]) {
		walk(o, field{}, 0)
	}
	return all
}
