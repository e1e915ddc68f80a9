package sign

import (
	"errors"
	"maps"
	"slices"

	"ketluan/render/pdf/read"
)

// A ChangeKind is what was changed in a file after somebody signed it.
type ChangeKind string

// The kinds of changes. Further signatures, time stamps and what helps to judge
// them later are what a signed file may get.
const (
	Signed      ChangeKind = "signed"      // a further signature
	Added       ChangeKind = "field"       // an empty signature field
	Evidence    ChangeKind = "evidence"    // certificates and answers about them
	Content     ChangeKind = "content"     // what a page prints
	PageSize    ChangeKind = "page"        // its size, crop or turn
	Pages       ChangeKind = "pages"       // pages were added, taken out or put in another order
	Annotation  ChangeKind = "annotation"  // something was laid over a page, or what lay there changed
	Removed     ChangeKind = "removed"     // something that lay over a page was taken away
	Look        ChangeKind = "look"        // of an earlier signature
	Replaced    ChangeKind = "replaced"    // an earlier signature, by another or by none
	FieldValue  ChangeKind = "value"       // of a field that is no signature
	Attachments ChangeKind = "attachments" // files within the file
	Actions     ChangeKind = "actions"     // what the file does when it is opened
	Layers      ChangeKind = "layers"      // what is shown at all
	Other       ChangeKind = "other"       // of the file as a whole
	Unreadable  ChangeKind = "unreadable"  // the revision that was signed
	Skipped     ChangeKind = "skipped"     // too much to be compared
)

// A Change is one thing that was changed after a signature.
type Change struct {
	Kind ChangeKind
	Page int    // from 1; 0: of the file as a whole
	What string // the field, the kind of annotation, the key
}

// Harmless reports a change that leaves what was signed as it was.
func (c Change) Harmless() bool { return c.Kind == Signed || c.Kind == Added || c.Kind == Evidence }

// compare says what was changed between each signature and the next. Revisions
// of a file are its beginnings, as it is only appended to.
func (r *reader) compare() {
	work := 0
	later, laterEnd := r.graph, len(r.file)
	for i := len(r.found) - 1; i >= 0; i-- {
		s := &r.found[i]
		if !s.inRanges || s.End == laterEnd || s.Whole {
			continue
		}
		if work += s.End; len(r.found)-i > maxRevisions || work > maxCompared {
			r.report.Left = true
			s.After = []Change{{Kind: Skipped}}
			continue
		}
		before, err := r.graph.Until(s.End)
		if errors.Is(err, read.ErrWork) {
			r.report.Left, s.After = true, []Change{{Kind: Skipped}}
			continue
		}
		if err != nil {
			s.After = []Change{{Kind: Unreadable}}
			continue
		}
		s.After = changes(before, later)
		later, laterEnd = before, s.End
	}
}

// changes compares two revisions of a file.
func changes(a, b *read.Graph) []Change {
	d := &differ{a: a, b: b, same: map[pair]bool{}, left: maxSteps}
	d.pages()
	d.fields()
	d.catalog()
	if d.left <= 0 {
		d.add(Change{Kind: Skipped})
	}
	return d.found
}

// A differ compares two revisions.
type differ struct {
	a, b  *read.Graph
	same  map[pair]bool // that are compared, or are being
	left  int           // steps
	found []Change

	numbers map[int]int // of the later pages, from 1, by their objects
}

// pair are two objects that are compared.
type pair struct{ a, b read.Ref }

// What a comparison of two revisions may cost: an object is a step, and a
// hundred bytes of a stream. A file of 155 pages takes a hundred thousand.
const (
	maxSteps    = 2_000_000
	bytesAStep  = 100
	maxLevels   = 20_000
	maxReported = 60
)

func (d *differ) add(c Change) {
	if len(d.found) < maxReported && !slices.Contains(d.found, c) {
		d.found = append(d.found, c)
	}
}

// skipped are the keys that lead back, or say nothing of what is shown.
var skipped = map[read.Name]bool{"Parent": true, "P": true, "StructParent": true, "StructParents": true, "Pg": true, "LastModified": true, "PieceInfo": true, "Length": true}

// equal compares two objects with all that they refer to.
func (d *differ) equal(x, y read.Object, level int) bool {
	if level > maxLevels {
		d.left = 0
	}
	if d.left--; d.left <= 0 {
		return true // what is not compared is said, once
	}
	rx, xIs := x.(read.Ref)
	ry, yIs := y.(read.Ref)
	if !xIs || !yIs {
		return d.equalValues(d.a.Of(x), d.b.Of(y), level)
	}
	both := pair{rx, ry}
	if d.same[both] {
		return true
	}
	d.same[both] = true
	equal := d.equalValues(d.a.Of(x), d.b.Of(y), level)
	if !equal {
		delete(d.same, both)
	}
	return equal
}

func (d *differ) equalValues(x, y read.Object, level int) bool {
	switch x := x.(type) {
	case read.Dict:
		y, ok := y.(read.Dict)
		return ok && d.equalDicts(x, y, level)
	case read.Array:
		y, ok := y.(read.Array)
		return ok && len(x) == len(y) && !slices.ContainsFunc(indices(len(x)), func(i int) bool { return !d.equal(x[i], y[i], level+1) })
	case *read.Stream:
		y, ok := y.(*read.Stream)
		if !ok {
			return false
		}
		d.left -= len(x.Raw) / bytesAStep
		return string(x.Raw) == string(y.Raw) && d.equalDicts(x.Dict, y.Dict, level)
	}
	return x == y
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func (d *differ) equalDicts(x, y read.Dict, level int) bool {
	for _, k := range keysOf(x, y) {
		if !skipped[k] && !d.equal(x[k], y[k], level+1) {
			return false
		}
	}
	return true
}

// keysOf returns the keys of two dictionaries, in order.
func keysOf(x, y read.Dict) []read.Name {
	all := maps.Clone(x)
	if all == nil {
		all = read.Dict{}
	}
	maps.Copy(all, y)
	return slices.Sorted(maps.Keys(all))
}
