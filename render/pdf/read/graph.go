package read

import (
	"bytes"
	"cmp"
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// An Object is one of nil, bool, float64, Name, String, Array, Dict, *Stream,
// Ref.
type Object any

// The types of objects beside those of Go.
type (
	Name   string
	String string // its bytes
	Array  []Object
	Dict   map[Name]Object
	Ref    struct{ Number, Generation int } // the number of an object
	Stream struct {
		Dict Dict
		Raw  []byte // as the file has it
	}
)

// A Graph is the objects of a file, for who looks at more than its pages. What
// is not there, or of another type than asked for, is nil.
type Graph struct {
	file  []byte
	r     reader
	known map[Ref]Object

	revisions int // bytes outside of streams, of those that were read
}

// A Leaf is a page as a graph has it.
type Leaf struct {
	Number    int // of its object
	Dict      Dict
	Box       [4]float64 // left, bottom, right, top: what a viewer shows, in pt
	Resources Object     // its own or those of a node above
}

// OpenGraph reads the objects of a file. Its errors are those of Open.
func OpenGraph(file []byte) (g *Graph, err error) {
	defer func() {
		if r := recover(); r != nil {
			g, err = nil, ErrNoPDF
		}
	}()
	b := newBudget()
	ctx, err := load(file, b)
	if err != nil {
		return nil, err
	}
	return newGraph(file, ctx, b), nil
}

func newGraph(file []byte, ctx *model.Context, b *budget) *Graph {
	return &Graph{file: file, r: reader{objects: objects{ctx, b}, fonts: map[int]*face{}}, known: map[Ref]Object{}}
}

// Until reads the file as it was when it ended at a byte, which is cheaper than
// to open that much of it: its cross references are among those of the whole.
// ErrWork says that too much of it was read already.
func (g *Graph) Until(end int) (before *Graph, err error) {
	defer func() {
		if r := recover(); r != nil {
			before, err = nil, ErrNoPDF
		}
	}()
	if end == len(g.file) {
		return g, nil
	}
	file := g.file[:end]
	if !bytes.Contains(file, []byte("startxref")) {
		return nil, ErrNoPDF
	}
	if g.revisions += syntax(file); g.revisions > 2*maxSyntax || searched(file) > maxSearched {
		return nil, ErrWork
	}
	b := newBudget()
	ctx, err := parse(file)
	if err != nil {
		return nil, err
	}
	return newGraph(file, ctx, b), nil
}

// load lets the library read a file that is not larger than may be.
func load(file []byte, b *budget) (*model.Context, error) {
	switch {
	case len(file) > maxBytes:
		return nil, ErrTooLarge
	case syntax(file) > maxSyntax, searched(file) > maxSearched:
		return nil, ErrWork
	case !b.crossRefsHold(file):
		return nil, cmp.Or(b.err, ErrNoPDF)
	}
	return parse(file)
}

func parse(file []byte) (*model.Context, error) {
	m := meter(file)
	ctx, err := pdfcpu.Read(m, configuration())
	if m.err != nil {
		return nil, m.err
	}
	if err != nil || ctx == nil {
		if errors.Is(err, pdfcpu.ErrWrongPassword) || ctx != nil && ctx.Encrypt != nil {
			return nil, ErrEncrypted
		}
		return nil, ErrNoPDF
	}
	if ctx.Encrypt != nil {
		return nil, ErrEncrypted
	}
	return ctx, nil
}

// Catalog returns the root of the objects.
func (g *Graph) Catalog() Dict {
	catalog, err := g.r.ctx.Catalog()
	if err != nil {
		return nil
	}
	d, _ := g.plain(catalog).(Dict)
	return d
}

// Pages returns the pages in their order, as Open finds them.
func (g *Graph) Pages() ([]Leaf, error) {
	catalog, err := g.r.ctx.Catalog()
	if err != nil {
		return nil, ErrNoPDF
	}
	leaves, err := g.r.pageTree(catalog)
	if err != nil {
		return nil, err
	}
	pages := make([]Leaf, len(leaves))
	for i, l := range leaves {
		box := l.media
		if l.crop != nil {
			box = l.crop
		}
		pages[i] = Leaf{Number: l.number, Resources: g.plain(l.resources)}
		pages[i].Dict, _ = g.plain(l.dict).(Dict)
		copy(pages[i].Box[:], box)
	}
	return pages, nil
}

// Of returns what an object is, of a reference what it refers to.
func (g *Graph) Of(o Object) Object {
	for range 32 { // references to references
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		if o, ok = g.known[ref]; !ok {
			o = g.plain(g.r.object(*types.NewIndirectRef(ref.Number, ref.Generation)))
			g.known[ref] = o
		}
	}
	return nil
}

// Dict returns a dictionary, also that of a stream.
func (g *Graph) Dict(o Object) Dict {
	switch o := g.Of(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array returns an array.
func (g *Graph) Array(o Object) Array {
	a, _ := g.Of(o).(Array)
	return a
}

// Name returns a name; "" is none.
func (g *Graph) Name(o Object) Name {
	n, _ := g.Of(o).(Name)
	return n
}

// Text returns a text string in UTF-8.
func (g *Graph) Text(o Object) string {
	s, ok := g.Of(o).(String)
	if !ok {
		return ""
	}
	text, err := types.HexLiteralToString(types.NewHexLiteral([]byte(s)))
	if err != nil {
		return ""
	}
	return text
}

// Box returns a rectangle: left, bottom, right, top.
func (g *Graph) Box(o Object) (box [4]float64, ok bool) {
	a := g.Array(o)
	if len(a) != 4 {
		return box, false
	}
	for i := range box {
		if box[i], ok = g.Of(a[i]).(float64); !ok {
			return box, false
		}
	}
	return [4]float64{min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])}, true
}
