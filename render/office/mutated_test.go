package office

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// PDFs of other makers, in whose plain parts bytes were changed, are measured or
// refused: whatever is read of them, measuring it ends in no panic.
func TestVerifyMutated(t *testing.T) {
	files, err := filepath.Glob("../pdf/read/testdata/makers/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	chance := rand.New(rand.NewPCG(22, 1))
	measured := 0
	for i := range 100 {
		src, err := os.ReadFile(files[i%len(files)])
		if err != nil {
			t.Fatal(err)
		}
		for range 1 + chance.IntN(4) {
			at := chance.IntN(len(src))
			if i := bytes.IndexAny(src[at:], "/0123456789"); i >= 0 {
				src[at+i] = "0123456789-./ "[chance.IntN(14)]
			}
		}
		if _, err := Verify(src, VerifyOptions{}); err == nil {
			measured++
		}
	}
	if measured == 0 || measured == 100 {
		t.Errorf("%d of 100 were measured: nothing was tried", measured)
	}
}
