package read

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"io"

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

// decoded returns the decoded content of a stream.
func (r objects) decoded(o types.Object) ([]byte, error) {
	s, ok := r.object(o).(types.StreamDict)
	if !ok {
		return nil, ErrStream
	}
	content := s.Raw
	for _, filter := range r.filters(s.Dict["Filter"]) {
		var err error
		switch filter {
		case "FlateDecode", "Fl":
			content, err = inflated(content)
		case "ASCII85Decode", "A85":
			content, err = fromASCII85(content)
		case "ASCIIHexDecode", "AHx":
			content, err = fromHex(content)
		default:
			err = ErrStream
		}
		if err != nil {
			return nil, ErrStream
		}
	}
	if len(content) > maxStream {
		return nil, ErrStream
	}
	return content, nil
}

// maxFilters is how many ways of packing may be laid over each other.
const maxFilters = 3

// filters are the names of the ways in which a stream is packed, the outermost
// first; one that is not to be read is "?".
func (r objects) filters(o types.Object) (names []string) {
	all := r.array(o)
	if r.name(o) != "" {
		all = types.Array{o}
	}
	if len(all) > maxFilters || len(all) == 0 && r.object(o) != nil && r.array(o) == nil {
		return []string{"?"}
	}
	for _, one := range all {
		names = append(names, r.name(one))
	}
	return names
}

func fromASCII85(src []byte) ([]byte, error) {
	const most = 4 // bytes of a letter: z
	if len(src) > maxStream/most {
		return nil, ErrStream
	}
	src, _, _ = bytes.Cut(src, []byte("~>"))
	content := make([]byte, most*len(src))
	n, _, err := ascii85.Decode(content, src, true)
	return content[:n], err
}

func fromHex(src []byte) ([]byte, error) {
	src, _, _ = bytes.Cut(src, []byte(">"))
	digits := bytes.Join(bytes.Fields(src), nil)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	content := make([]byte, hex.DecodedLen(len(digits)))
	_, err := hex.Decode(content, digits)
	return content, err
}

func inflated(src []byte) ([]byte, error) {
	zr, err := zlib.NewReader(bytes.NewReader(src))
	if err != nil {
		return nil, ErrStream
	}
	content, err := io.ReadAll(io.LimitReader(zr, maxStream+1))
	if len(content) > maxStream || err != nil && len(content) == 0 {
		return nil, ErrStream
	}
	return content, nil // other programs show a stream that is cut short, too
}
