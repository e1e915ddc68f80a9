package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
)

func newWriter(t testing.TB) *Writer {
	t.Helper()
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	w, err := New(family)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// page has each text on a line of its own.
func page(face doc.Face, texts ...string) layout.Page {
	p := layout.Page{Width: 210, Height: 297}
	for i, s := range texts {
		p.Items = append(p.Items, layout.Text{X: 20, Y: 20 + 6*doc.MM(i), Font: doc.Font{Face: face, Size: 12}, Text: s})
	}
	return p
}

func document(pages ...layout.Page) Document {
	return Document{Pages: pages, Properties: doc.Properties{Title: "Thử", Created: doc.Date{Year: 2020, Month: 9, Day: 29}}}
}

func write(t testing.TB, w *Writer, pages ...layout.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := w.Write(&out, document(pages...)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// through gives the file to a program of poppler or qpdf and returns what it prints.
func through(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o666); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// What is copied out is what went in: all of the repertoire, in each face, and
// more characters than one simple font has codes for, some outside the repertoire.
func TestTextComesOut(t *testing.T) {
	w := newWriter(t)
	repertoire := []rune(fonts.Repertoire)
	var lines []string
	for len(repertoire) > 0 {
		n := min(60, len(repertoire))
		lines = append(lines, "|"+string(repertoire[:n])+"|")
		repertoire = repertoire[n:]
	}
	lines = append(lines, "|Ελληνικά ЖЩ ≠ ∞ → ž ø|")
	for face := doc.Regular; face <= doc.BoldItalic; face++ {
		got := through(t, write(t, w, page(face, lines...)), "pdftotext", "-layout", "-enc", "UTF-8", "FILE", "-")
		for _, line := range lines {
			if !strings.Contains(strings.Join(strings.Fields(got), " "), strings.Join(strings.Fields(line), " ")) {
				t.Errorf("face %d: %q is missing in\n%s", face, line, got)
			}
		}
	}
}

func TestSoundFile(t *testing.T) {
	w := newWriter(t)
	p := page(doc.Bold, "Kết luận", strings.Repeat("ậ", 50))
	p.Items = append(p.Items, layout.Line{X: 20, Y: 50, Width: 30, Thickness: 0.75})
	file := write(t, w, p, page(doc.Italic, "Trang hai"), layout.Page{Width: 210, Height: 297})
	through(t, file, "qpdf", "--check", "FILE")
	info := through(t, file, "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{"Title:           Thử", "Pages:           3", "595.28 x 841.89 pts (A4)", "CreationDate:    2020-09-29T00:00:00", "ModDate:         2020-09-29"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo has no %q:\n%s", want, info)
		}
	}
	for _, font := range strings.Split(strings.TrimSpace(through(t, file, "pdffonts", "FILE")), "\n")[2:] {
		if !strings.Contains(font, "+LiberationSerif") || !strings.Contains(font, "TrueType") || !strings.Contains(font, "yes yes yes") {
			t.Errorf("not embedded as a subset: %s", font)
		}
	}
	if !bytes.HasPrefix(file[bytes.IndexByte(file, '\n')+1:], []byte(binaryMark)) || !bytes.Contains(file, []byte("/ID [<")) {
		t.Error("the mark of binary content or the ID is missing")
	}
}

func TestUnprintableIsAnError(t *testing.T) {
	err := newWriter(t).Write(new(bytes.Buffer), document(page(doc.Regular, "漢")))
	if err == nil || !strings.Contains(err.Error(), "U+6F22") {
		t.Errorf("got %v", err)
	}
}

// One writer serves many goroutines, and each gets the same bytes.
func TestConcurrent(t *testing.T) {
	w := newWriter(t)
	want := write(t, w, page(doc.Regular, "Đẩy nhanh tiến độ", "Ω"))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var out bytes.Buffer
			err := w.Write(&out, document(page(doc.Regular, "Đẩy nhanh tiến độ", "Ω")))
			if err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("another file, error %v", err)
			}
		})
	}
	group.Wait()
}

// The finisher refuses what fpdf does not write.
func TestFinishRefuses(t *testing.T) {
	good := write(t, newWriter(t), page(doc.Regular, "a"))
	for name, file := range map[string][]byte{
		"nothing":      nil,
		"no table":     []byte("%PDF-1.3\nstartxref\n"),
		"far table":    []byte("%PDF-1.3\nstartxref\n999\n%%EOF\n"),
		"wrong offset": bytes.Replace(good, []byte("1 0 obj"), []byte("9 0 obj"), 1),
		"cut short":    good[:len(good)/2],
	} {
		if err := new(finisher).finish(new(bytes.Buffer), file, Document{}, &pen{marks: marks{heights: make([]doc.MM, 1), starts: make([]int, 1)}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzFinish(f *testing.F) {
	f.Add(write(f, newWriter(f), page(doc.Regular, "a")))
	f.Add([]byte(fmt.Sprintf("%%PDF-1.3\n1 0 obj\n<</Length 2>>\nstream\nab\nendstream\nendobj\nxref\n0 2\n0000000000 65535 f \n%010d 00000 n \ntrailer\n<<\n/Size 2\n>>\nstartxref\n59\n%%%%EOF\n", 9)))
	f.Fuzz(func(_ *testing.T, file []byte) {
		new(finisher).finish(new(bytes.Buffer), file, Document{}, &pen{marks: marks{heights: make([]doc.MM, 1), starts: make([]int, 1)}})
	})
}
