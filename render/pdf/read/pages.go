package read

import (
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Limits of the tree of pages. Programs make it two or three nodes deep.
const (
	maxTreeDepth = 50
	maxTreeNodes = 20 * maxPages
)

// A leaf is a page as the tree has it, with what it takes from above.
type leaf struct {
	number    int // of its object; 0 where it has none of its own
	dict      types.Dict
	media     []float64 // left, bottom, right, top
	crop      []float64
	resources types.Dict
	turned    int // quarters of a turn, clockwise, by which it is shown
}

// A treeWalk gathers the pages below a node. The counts that nodes give are not
// looked at: files are about with 0, -1 and a million, and their pages are there.
type treeWalk struct {
	objects
	above []int // the numbers of the nodes that the walk is in
	nodes int
	pages []leaf
}

// pageTree returns the pages of a file in their order.
func (r *reader) pageTree(catalog types.Dict) ([]leaf, error) {
	w := &treeWalk{objects: r.objects}
	if err := w.node(catalog["Pages"], leaf{}); err != nil {
		return nil, err
	}
	if len(w.pages) == 0 {
		return nil, ErrNoPDF
	}
	return w.pages, nil
}

// node takes a page, or those below a node. What is no dictionary is passed
// over, and so is a node within itself.
func (w *treeWalk) node(o types.Object, from leaf) error {
	if w.nodes++; w.nodes > maxTreeNodes {
		return ErrTooMany
	}
	from.number = 0
	if ref, ok := o.(types.IndirectRef); ok {
		from.number = ref.ObjectNumber.Value()
	}
	d := w.dict(o)
	if d == nil || slices.Contains(w.above, from.number) || len(w.above) >= maxTreeDepth {
		return nil
	}
	if box := w.box(d["MediaBox"]); box != nil {
		from.media = box
	}
	if box := w.box(d["CropBox"]); box != nil {
		from.crop = box
	}
	if resources := w.dict(d["Resources"]); len(resources) > 0 {
		from.resources = resources
	}
	if angle, ok := w.number(d["Rotate"]); ok {
		from.turned = quarters(angle)
	}
	kids := d["Kids"]
	if kids == nil && w.name(d["Type"]) != "Pages" {
		if from.dict = d; len(w.pages) == maxPages {
			return ErrTooMany
		}
		w.pages = append(w.pages, from)
		return nil
	}
	if from.number > 0 {
		w.above = append(w.above, from.number)
		defer func() { w.above = w.above[:len(w.above)-1] }()
	}
	for _, kid := range w.array(kids) {
		if _, ok := kid.(types.IndirectRef); !ok {
			continue // nodes are objects of their own (ISO 32000-1, 7.7.3.2)
		}
		if err := w.node(kid, from); err != nil {
			return err
		}
	}
	return nil
}

// quarters returns an angle in quarters of a turn, from 0 to 3.
func quarters(angle float64) int { return (int(math.Mod(angle, 360))/90 + 4) % 4 }

// box reads a rectangle, whichever corners it begins with.
func (w *treeWalk) box(o types.Object) []float64 {
	a := w.array(o)
	if len(a) != 4 {
		return nil
	}
	n := make([]float64, 4)
	for i := range n {
		var ok bool
		if n[i], ok = w.number(a[i]); !ok {
			return nil
		}
	}
	return []float64{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
}
