package read

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// decoded returns the decoded content of a stream.
func (r objects) decoded(o types.Object) ([]byte, error) {
	s, ok := r.object(o).(types.StreamDict)
	if !ok {
		return nil, ErrStream
	}
	content := s.Raw
	for i, filter := range r.filters(s.Dict["Filter"]) {
		var err error
		parameters := r.parameters(s.Dict, i)
		switch filter {
		case "FlateDecode", "Fl":
			if content, err = inflated(content); err == nil {
				content, err = r.predicted(content, parameters)
			}
		case "LZWDecode", "LZW":
			early, given := r.number(parameters["EarlyChange"])
			if content, err = fromLZW(content, !given || early != 0); err == nil {
				content, err = r.predicted(content, parameters)
			}
		case "RunLengthDecode", "RL":
			content, err = fromRuns(content)
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

// parameters are those of the i-th filter of a stream.
func (r objects) parameters(d types.Dict, i int) types.Dict {
	o := d["DecodeParms"]
	if a := r.array(o); i < len(a) {
		return r.dict(a[i])
	}
	return r.dict(o)
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
	src, _, _ = bytes.Cut(bytes.TrimPrefix(bytes.TrimLeft(src, blanks), []byte("<~")), []byte("~>"))
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
