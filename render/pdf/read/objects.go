package read

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects reads the objects of a file. What is not there, or of another type,
// is empty.
type objects struct {
	ctx *model.Context
	*budget
}

func (r objects) object(o types.Object) types.Object {
	if o == nil {
		return nil
	}
	resolved, err := r.ctx.Dereference(o)
	if err != nil {
		return nil
	}
	return resolved
}

// dict returns a dictionary, also that of a stream.
func (r objects) dict(o types.Object) types.Dict {
	switch o := r.object(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (r objects) array(o types.Object) types.Array {
	a, _ := r.object(o).(types.Array)
	return a
}

func (r objects) name(o types.Object) string {
	n, _ := r.object(o).(types.Name)
	return n.Value()
}

func (r objects) bool(o types.Object) bool {
	b, _ := r.object(o).(types.Boolean)
	return bool(b)
}

// number returns a number and whether it is one.
func (r objects) number(o types.Object) (float64, bool) {
	switch n := r.object(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

func (r objects) text(o types.Object) string {
	if r.object(o) == nil {
		return ""
	}
	s, err := r.ctx.DereferenceText(o)
	if err != nil {
		return ""
	}
	return s
}

// stream returns the decoded content of a stream, which is paid for.
func (r objects) stream(o types.Object) ([]byte, error) {
	content, err := r.decoded(o)
	if err == nil && !r.spend(len(content)) {
		return nil, r.err
	}
	return content, err
}
