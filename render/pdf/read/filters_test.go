package read

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
)

// shown returns the words of a page whose content is packed.
func shown(t *testing.T, dictionary string, packed []byte) string {
	t.Helper()
	f, err := Open(build(dictionary, packed))
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(f.Pages[0].Words())
}

// Streams are unpacked that other programs packed in their ways.
func TestFilters(t *testing.T) {
	content := []byte("BT /F1 10 Tf 72 700 Td (Thông) Tj 60 0 Td (báo) Tj ET" + string(bytes.Repeat([]byte(" 0 0 m"), 2000)))
	encoded := func(name string, parameters map[string]int) []byte {
		f, err := filter.NewFilter(name, parameters)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Encode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		packed, _ := io.ReadAll(r)
		return packed
	}
	for _, c := range []struct {
		dictionary string
		packed     []byte
	}{
		{"/Filter /LZWDecode", encoded("LZWDecode", map[string]int{"EarlyChange": 1})},
		{"/Filter [/LZW] /DecodeParms [<</EarlyChange 0>>]", encoded("LZWDecode", map[string]int{"EarlyChange": 0})},
		{"/Filter /RunLengthDecode", encoded("RunLengthDecode", nil)},
		{"/Filter /RL", append([]byte{9}, "BT /F1 10 xxxxxxxxxx\x80"[:10]...)},
		{"/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 7>>", deflate(rows(content, 7))},
		{"/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 5 /Colors 2>>", deflate(rows(content, 10))},
	} {
		want := "[ThÃ´ng bÃ¡o]"
		if c.dictionary == "/Filter /RL" {
			want = "[]"
		}
		if got := shown(t, c.dictionary, c.packed); got != want {
			t.Errorf("%s: %s, want %s", c.dictionary, got, want)
		}
	}
	for dictionary, packed := range map[string][]byte{
		"/Filter /FlateDecode /DecodeParms <</Predictor 2 /Columns 7>>":           deflate(content),
		"/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>": deflate(content),
		"/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns -1>>":         deflate(content),
		"/Filter /LZWDecode": {0x81, 0xff}, // a code that is none yet
	} {
		if got := shown(t, dictionary, packed); got != "page 1: "+ErrStream.Error() {
			t.Errorf("%s: %s", dictionary, got)
		}
	}
}

// rows writes content as the differences of rows, by each way in its turn.
func rows(content []byte, width int) []byte {
	var all []byte
	above := make([]byte, width)
	for kind := byte(0); len(content) > 0; kind = (kind + 1) % 3 { // 3 and 4 are the reader's own arithmetic
		row := append(bytes.Clone(content[:min(width, len(content))]), bytes.Repeat([]byte(" "), width)...)[:width]
		all = append(all, kind)
		for i, b := range row {
			switch {
			case kind == 1 && i > 0 && width == 7:
				b -= row[i-1]
			case kind == 1 && i > 1 && width == 10:
				b -= row[i-2]
			case kind == 2:
				b -= above[i]
			}
			all = append(all, b)
		}
		copy(above, row)
		content = content[min(width, len(content)):]
	}
	return all
}

// Any bytes are unpacked, or refused, and none to more than is allowed.
func TestUnpackingAnything(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		src := make([]byte, chance.IntN(400))
		for i := range src {
			src[i] = byte(chance.Uint32())
		}
		for _, early := range []bool{true, false} {
			if out, err := fromLZW(src, early); err == nil && len(out) > 1<<20 {
				t.Fatal(len(out))
			}
		}
		if out, err := fromRuns(src); err != nil || len(out) > 128*len(src) {
			t.Fatal(len(out), err)
		}
	}
}
