package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A file of which the library would go over the same bytes again and again is
// refused: objects that all lie at one place, and a long one full of strings.
func TestSearched(t *testing.T) {
	file := build("", []byte("BT /F1 10 Tf 72 700 Td (a) Tj ET"))
	if searched(file) > 1e6 {
		t.Errorf("%g bytes of a small file", searched(file))
	}
	at := bytes.Index(file, []byte("3 0 obj"))
	entries := strings.Repeat(fmt.Sprintf("%010d 00000 n \n", at), 2000)
	table := fmt.Sprintf("xref\n0 2000\n%strailer\n<</Size 2000 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", entries, len(file))
	strs := bytes.Replace(file, []byte("endobj"), []byte("endobj\n99 0 obj\n["+strings.Repeat("(a)", 150_000)+"]\nendobj"), 1)
	for name, f := range map[string][]byte{"one place": append(bytes.Clone(file), table...), "strings": strs} {
		if _, err := Open(f); !errors.Is(err, ErrWork) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
