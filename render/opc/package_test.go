package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// made is a package of a part that was made before and one that is made on the way.
func made(press *Press, out io.Writer, rows int) error {
	p := press.Package(out)
	p.Put(press.Part("a.xml", []byte("<a/>")))
	p.Begin("b.xml")
	for range rows {
		p.Text = append(p.Text, "<row/>"...)
		p.Spill()
	}
	p.End()
	return p.Close()
}

// A part that is made on the way comes back whole, also from a press that was used.
func TestPackage(t *testing.T) {
	var press Press
	for _, rows := range []int{0, 1, 50_000, 3} {
		var out bytes.Buffer
		if err := made(&press, &out, rows); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil || len(z.File) != 2 || z.File[1].Name != "b.xml" {
			t.Fatal(z, err)
		}
		r, err := z.File[1].Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != strings.Repeat("<row/>", rows) {
			t.Errorf("%d rows: %d bytes, %v", rows, len(got), err)
		}
	}
}

func TestPackageToWhatIsFull(t *testing.T) {
	var press Press
	var all bytes.Buffer
	if err := made(&press, &all, 10); err != nil {
		t.Fatal(err)
	}
	for n := range all.Len() {
		if err := made(&press, &full{n}, 10); !errors.Is(err, io.ErrShortWrite) {
			t.Fatalf("%d bytes: %v", n, err)
		}
	}
}
