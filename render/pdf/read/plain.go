package read

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxNested bounds how deep objects may stand within each other; the library's
// own limit is the same.
const maxNested = 100

// plain returns an object of the library as one of ours.
func (g *Graph) plain(o types.Object) Object { return g.nested(o, 0) }

func (g *Graph) nested(o types.Object, depth int) Object {
	if depth > maxNested || !g.r.spend(1) {
		return nil
	}
	switch o := o.(type) {
	case types.Boolean:
		return bool(o)
	case types.Integer:
		return float64(o)
	case types.Float:
		return float64(o)
	case types.Name:
		return Name(o.Value())
	case types.StringLiteral, types.HexLiteral:
		return bytesOf(o)
	case types.IndirectRef:
		return Ref{o.ObjectNumber.Value(), o.GenerationNumber.Value()}
	case types.Array:
		a := make(Array, len(o))
		for i, e := range o {
			a[i] = g.nested(e, depth+1)
		}
		return a
	case types.Dict:
		d := make(Dict, len(o))
		for k, e := range o {
			d[Name(k)] = g.nested(e, depth+1)
		}
		return d
	case types.StreamDict:
		d, _ := g.nested(o.Dict, depth+1).(Dict)
		return &Stream{Dict: d, Raw: o.Raw}
	}
	return nil
}

func bytesOf(o types.Object) Object {
	var raw []byte
	var err error
	switch o := o.(type) {
	case types.HexLiteral:
		raw, err = o.Bytes()
	case types.StringLiteral:
		raw, err = types.Unescape(o.Value())
	}
	if err != nil {
		return nil
	}
	return String(raw)
}

// Shown returns the words that the appearance of a widget draws, in its order;
// "" where it has none that can be read, as a picture.
func (g *Graph) Shown(widget Ref) string {
	look := g.r.dict(g.r.dict(*types.NewIndirectRef(widget.Number, widget.Generation))["AP"])["N"]
	form, ok := g.r.object(look).(types.StreamDict)
	if !ok {
		return ""
	}
	content, err := g.r.stream(look)
	if err != nil {
		return ""
	}
	p := &Page{}
	in := &interpreter{reader: &g.r, page: p}
	in.matrix = matrix{1, 0, 0, 1, 0, 0}
	in.black, in.lineWidth, in.scale = true, 1, 1
	if in.run(content, g.r.dict(form.Dict["Resources"]), 0) != nil {
		return ""
	}
	var words []string
	for _, t := range p.Texts {
		words = append(words, strings.Fields(t.Text)...)
	}
	return strings.Join(words, " ")
}
