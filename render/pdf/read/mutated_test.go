package read

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math/rand/v2"
	"testing"

	"ketluan/render/testdata/racing"
)

// TestMutated opens 3,000 files in which bytes were lost, doubled or changed:
// each is read or refused.
func TestMutated(t *testing.T) {
	n := 3000
	if racing.On {
		n = 300
	}
	var content bytes.Buffer
	w := zlib.NewWriter(&content)
	for i := range 60 {
		fmt.Fprintf(w, "q 1 0 0 1 %d 700 cm BT /F1 13 Tf 14 TL 3 Tc (Gi\\341m \\(\\363c) Tj [(a) -300 <62>] TJ T* (x) ' ET Q %d 9 m 200 9 l S /X Do\n", i, i)
	}
	w.Close()
	sources := [][]byte{build("", []byte("BT /F1 10 Tf 72 700 Td (a) Tj ET 1 w 0 0 m 90 0 l S")), build("/Filter /FlateDecode", content.Bytes())}
	read := 0
	for i := range n {
		if _, err := Open(mutated(sources[i%len(sources)], uint64(i))); err == nil {
			read++
		}
	}
	t.Logf("%d of %d could be read", read, n)
	if read == 0 || read == n {
		t.Error("they are all alike: nothing was tried")
	}
}

// words are what files are made of, put where they are not wanted.
var words = []string{"obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "(", "/Kids", "/Prev 9", "/Length 1", "xref", "startxref\n9", "-1", "1e300", "9 0 R", "%", "\x00"}

// mutated is a file with one to eight changes. The same seed makes the same.
func mutated(file []byte, seed uint64) []byte {
	chance := rand.New(rand.NewPCG(seed, 3))
	file = bytes.Clone(file)
	for range 1 + chance.IntN(8) {
		at := chance.IntN(len(file))
		span := file[at:min(at+1+chance.IntN(60), len(file))]
		switch chance.IntN(5) {
		case 0:
			file[at] ^= byte(1 << chance.IntN(8))
		case 1:
			file = append(bytes.Clone(file[:at]), file[at+len(span):]...)
		case 2:
			file = append(append(bytes.Clone(file[:at]), span...), file[at:]...)
		case 3:
			file[at] = "0123456789-. "[chance.IntN(13)]
		case 4:
			file = append(append(bytes.Clone(file[:at]), words[chance.IntN(len(words))]...), file[at:]...)
		}
		if len(file) == 0 {
			return file
		}
	}
	return file
}
