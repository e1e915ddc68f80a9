package sign

import (
	"maps"
	"slices"

	"ketluan/render/pdf/read"
)

// pages compares what the pages print, and what lies over them.
func (d *differ) pages() {
	before, errA := d.a.Pages()
	after, errB := d.b.Pages()
	if errA != nil || errB != nil {
		d.add(Change{Kind: Unreadable})
		return
	}
	d.numbers = map[int]int{}
	for i, l := range after {
		d.numbers[l.Number] = i + 1
	}
	if len(before) != len(after) {
		d.add(Change{Kind: Pages})
	}
	for i := range min(len(before), len(after)) {
		d.page(i+1, before[i], after[i])
	}
}

func (d *differ) page(n int, x, y read.Leaf) {
	if x.Box != y.Box || !d.equal(x.Dict["Rotate"], y.Dict["Rotate"], 0) || !d.equal(x.Dict["UserUnit"], y.Dict["UserUnit"], 0) {
		d.add(Change{Kind: PageSize, Page: n})
	}
	if !d.equal(contents(d.a, x.Dict), contents(d.b, y.Dict), 0) || !d.equal(x.Resources, y.Resources, 0) || !d.equal(x.Dict["Group"], y.Dict["Group"], 0) {
		d.add(Change{Kind: Content, Page: n})
	}
	if !d.equal(x.Dict["AA"], y.Dict["AA"], 0) {
		d.add(Change{Kind: Actions, Page: n})
	}
	d.annotations(n, d.a.Array(x.Dict["Annots"]), d.b.Array(y.Dict["Annots"]))
}

// contents are the streams of a page, however many.
func contents(g *read.Graph, page read.Dict) read.Object {
	if a := g.Array(page["Contents"]); a != nil {
		return a
	}
	if page["Contents"] == nil {
		return read.Array{}
	}
	return read.Array{page["Contents"]}
}

// annotations compares those of a page, which are told apart by their objects.
func (d *differ) annotations(page int, before, after read.Array) {
	was, is := places(before), places(after)
	d.left -= len(before) + len(after)
	for i, o := range before {
		if at, ok := is[refOf(o, i)]; ok {
			d.annotation(page, o, after[at])
		} else {
			d.add(Change{Removed, page, d.nameOf(d.a, o)})
		}
	}
	for i, o := range after {
		if _, ok := was[refOf(o, i)]; ok {
			continue
		}
		switch a := d.b.Dict(o); {
		case a == nil:
		case d.isSignature(d.b, a):
			d.add(Change{d.newSignature(a), page, d.nameOf(d.b, o)})
		default:
			d.add(Change{Annotation, page, d.nameOf(d.b, o)})
		}
	}
}

// refOf is what an annotation is known by: its object, or its place where it is
// none.
func refOf(o read.Object, i int) read.Ref {
	if ref, ok := o.(read.Ref); ok {
		return ref
	}
	return read.Ref{Number: -1 - i}
}

func places(a read.Array) map[read.Ref]int {
	all := make(map[read.Ref]int, len(a))
	for i, o := range a {
		all[refOf(o, i)] = i
	}
	return all
}

func (d *differ) isSignature(g *read.Graph, a read.Dict) bool {
	kind := a["FT"]
	if kind == nil {
		kind = g.Dict(a["Parent"])["FT"]
	}
	return g.Name(a["Subtype"]) == "Widget" && g.Name(kind) == "Sig"
}

// valueOf is the signature of a widget, or of the field above it.
func valueOf(g *read.Graph, a read.Dict) read.Dict {
	if v := g.Dict(a["V"]); v != nil {
		return v
	}
	return g.Dict(g.Dict(a["Parent"])["V"])
}

func (d *differ) newSignature(a read.Dict) ChangeKind {
	if valueOf(d.b, a) == nil {
		return Added
	}
	return Signed
}

// annotation compares one that both revisions have. Who signs fills his own
// field in.
func (d *differ) annotation(page int, x, y read.Object) {
	a, b := d.a.Dict(x), d.b.Dict(y)
	name := d.nameOf(d.a, x)
	switch {
	case d.isSignature(d.a, a) && valueOf(d.a, a) == nil && valueOf(d.b, b) != nil:
		d.add(Change{Signed, page, name})
	case d.isSignature(d.a, a) && valueOf(d.a, a) != nil:
		if !d.equal(a["AP"], b["AP"], 0) || !d.equal(a["Rect"], b["Rect"], 0) || !d.equal(a["F"], b["F"], 0) {
			d.add(Change{Look, page, name})
		}
	case !d.equalDicts(a, b, 0):
		d.add(Change{Annotation, page, name})
	}
}

// nameOf is what a person calls an annotation: its field, or its kind.
func (d *differ) nameOf(g *read.Graph, o read.Object) string {
	a := g.Dict(o)
	for up := a; up != nil && g.Name(a["Subtype"]) == "Widget"; up = g.Dict(up["Parent"]) {
		if t := g.Text(up["T"]); t != "" {
			return oneLine(t)
		}
		if d.left--; d.left <= 0 {
			break
		}
	}
	return oneLine(string(g.Name(a["Subtype"])))
}

// fields compares the form: values that were changed, signatures that were
// replaced or taken out.
func (d *differ) fields() {
	after := map[string]field{}
	for _, f := range fieldsOf(d.b, maxFields) {
		after[f.name] = f
	}
	before := map[string]bool{}
	for _, f := range fieldsOf(d.a, maxFields) {
		before[f.name] = true
		now, is := after[f.name]
		signature := f.kind == "Sig"
		switch {
		case signature && f.value == nil && is && now.value != nil:
			d.add(Change{Kind: Signed, Page: d.pageIn(now.dict), What: f.name})
		case signature && f.value != nil && (!is || !d.equal(f.value, now.value, 0)):
			d.add(Change{Kind: Replaced, What: f.name})
		case !signature && (!is || !d.equal(f.value, now.value, 0)):
			d.add(Change{Kind: FieldValue, What: f.name})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		f := after[name]
		switch {
		case before[name]:
		case f.kind != "Sig":
			d.add(Change{Kind: FieldValue, What: name})
		case f.value != nil:
			d.add(Change{Kind: Signed, Page: d.pageIn(f.dict), What: name})
		default:
			d.add(Change{Kind: Added, Page: d.pageIn(f.dict), What: name})
		}
	}
}

// pageIn returns the page of a widget in the later revision; 0 is none.
func (d *differ) pageIn(widget read.Dict) int {
	ref, _ := widget["P"].(read.Ref)
	return d.numbers[ref.Number]
}

// free are the keys of a catalog that a signing tool may change: what is compared
// elsewhere, and what shows nothing.
var free = map[read.Name]bool{"Pages": true, "AcroForm": true, "Extensions": true, "Metadata": true, "Version": true, "Type": true,
	"Perms": true, "StructTreeRoot": true, "MarkInfo": true, "Lang": true, "PageLayout": true, "PageMode": true}

// catalogKinds say what the other keys are about.
var catalogKinds = map[read.Name]ChangeKind{"DSS": Evidence, "OpenAction": Actions, "AA": Actions, "OCProperties": Layers, "AF": Attachments, "Names": Attachments}

func (d *differ) catalog() {
	x, y := d.a.Catalog(), d.b.Catalog()
	for _, k := range keysOf(x, y) {
		if free[k] || d.equal(x[k], y[k], 0) {
			continue
		}
		c := Change{Kind: Other, What: oneLine(string(k))}
		if kind := catalogKinds[k]; kind != "" {
			c = Change{Kind: kind}
		}
		if k == "Names" && !d.equal(d.a.Dict(x[k])["JavaScript"], d.b.Dict(y[k])["JavaScript"], 0) {
			c = Change{Kind: Actions}
		}
		d.add(c)
	}
	if !d.equal(d.a.Dict(x["AcroForm"])["XFA"], d.b.Dict(y["AcroForm"])["XFA"], 0) {
		d.add(Change{Kind: FieldValue, What: "XFA"})
	}
}
