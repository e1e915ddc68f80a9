package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// fill writes a package whose parts are stored, short, held and long.
func fill(out io.Writer, press *Press, own string) error {
	p := press.Package(out)
	for _, part := range []struct {
		name, text string
		long       bool
	}{
		{"tiny.xml", "<a>" + own + "</a>", false},
		{"short.xml", strings.Repeat("<b/>", 500), false},
		{"own.xml", strings.Repeat("<c>"+own+"</c>", 200), false},
		{"held.xml", strings.Repeat("<d/>", 40_000), false},
		{"long.xml", strings.Repeat("<e>"+own+"</e>", 40_000), true},
		{"empty.xml", "", true},
		{"last.xml", strings.Repeat("<f/>", 500), false},
	} {
		p.Begin(part.name)
		if part.long {
			p.Long()
		}
		for text := part.text; text != ""; {
			n := min(len(text), 1000)
			p.Text = append(p.Text, text[:n]...)
			text = text[n:]
			p.Spill()
		}
		p.End()
	}
	return p.Close()
}

// What goes into parts comes out of them, however they are written, and a press that has
// made others makes the same.
func TestPackage(t *testing.T) {
	var press, other Press
	for _, own := range []string{"một", "hai", "một"} {
		var one, two bytes.Buffer
		if err := errors.Join(fill(&one, &press, own), fill(&two, &other, own)); err != nil {
			t.Fatal(err)
		}
		if other = (Press{}); !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%s: a press that knows parts makes others than one that knows none", own)
		}
		z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{
			"tiny.xml": "<a>" + own + "</a>", "short.xml": strings.Repeat("<b/>", 500), "own.xml": strings.Repeat("<c>"+own+"</c>", 200),
			"held.xml": strings.Repeat("<d/>", 40_000), "long.xml": strings.Repeat("<e>"+own+"</e>", 40_000), "empty.xml": "", "last.xml": strings.Repeat("<f/>", 500),
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(r); err != nil || string(got) != want[f.Name] { // its sum, too
				t.Errorf("%s of %s: %v", f.Name, own, err)
			}
			if f.Modified.Year() != 1980 {
				t.Errorf("%s is of %v", f.Name, f.Modified)
			}
		}
		if len(z.File) != len(want) {
			t.Errorf("%d parts", len(z.File))
		}
	}
}

// Short parts are forgotten before they are too many.
func TestShortsAreBounded(t *testing.T) {
	var press Press
	for n := range 3 * mostShort {
		p := press.Package(io.Discard)
		p.Begin("a.xml")
		p.Text = append(p.Text, strings.Repeat("<a/>", 300+n)...)
		p.End()
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		if len(press.short.known) > mostShort {
			t.Fatalf("%d are kept", len(press.short.known))
		}
	}
}

func TestPackageToWhatIsFull(t *testing.T) {
	var press Press
	var all bytes.Buffer
	if err := fill(&all, &press, "một"); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < all.Len(); n += 97 {
		if err := fill(&full{n}, &press, "một"); !errors.Is(err, io.ErrShortWrite) {
			t.Fatalf("%d bytes: %v", n, err)
		}
	}
}
