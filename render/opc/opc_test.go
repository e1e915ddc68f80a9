package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"
	"time"
)

func TestWrite(t *testing.T) {
	var press Press
	parts := []Part{press.Part("b.xml", []byte("<b/>")), press.Part("a.xml", bytes.Repeat([]byte("<a/>"), 5000))}
	var one, two bytes.Buffer
	if err := errors.Join(Write(&one, parts), Write(&two, []Part{press.Part("b.xml", []byte("<b/>")), parts[1]})); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same parts give other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"b.xml", "a.xml"} {
		f := z.File[i]
		if y, m, d := f.Modified.Date(); f.Name != want || y != 1980 || m != time.January || d != 1 {
			t.Errorf("%s of %v, not %s of 1 January 1980", f.Name, f.Modified, want)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(r); err != nil { // its sum, too
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// full takes n bytes.
type full struct{ n int }

func (f *full) Write(b []byte) (int, error) {
	if f.n -= len(b); f.n < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestWriteToWhatIsFull(t *testing.T) {
	var press Press
	parts := []Part{press.Part("a.xml", bytes.Repeat([]byte("<a/>"), 5000))}
	var all bytes.Buffer
	if err := Write(&all, parts); err != nil {
		t.Fatal(err)
	}
	for n := range all.Len() {
		if err := Write(&full{n}, parts); !errors.Is(err, io.ErrShortWrite) {
			t.Fatalf("%d bytes: %v", n, err)
		}
	}
}
