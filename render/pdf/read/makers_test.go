package read

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ketluan/render/doc"
)

// A drawn thing is a line of testdata/makers/notice.tsv.
type drawn struct {
	kind    string
	n       []doc.MM // left, right, height; of a text also its size, in pt
	bold    bool
	italic  bool
	content string
}

// drawing reads what every maker was given to draw.
func drawing(t *testing.T) (all []drawn) {
	t.Helper()
	src, err := os.ReadFile("testdata/makers/notice.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for s := bufio.NewScanner(bytes.NewReader(src)); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		cells := strings.Split(s.Text(), "\t")
		d := drawn{kind: cells[0]}
		for _, c := range cells[1:] {
			if n, err := strconv.ParseFloat(c, 64); err == nil && len(d.n) < 4 {
				d.n = append(d.n, doc.MM(n))
			} else {
				d.bold, d.italic = d.bold || d.content == "" && strings.Contains(c, "B"), d.italic || d.content == "" && strings.Contains(c, "I")
				d.content = cells[len(cells)-1]
				break
			}
		}
		all = append(all, d)
	}
	return all
}

// made are the files of the makers.
func made(t *testing.T) map[string]*File {
	t.Helper()
	names, err := filepath.Glob("testdata/makers/*.pdf")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	all := map[string]*File{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if all[strings.TrimSuffix(filepath.Base(name), ".pdf")], err = Open(src); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return all
}

// How far a maker may put what it draws beside its place, in mm. LibreOffice lays
// the lines out itself.
const drawnOff doc.MM = 0.3

var (
	flowing = map[string]doc.MM{"libreoffice": 0.4, "libreoffice-two-faces": 0.7}
	oneFace = []string{"cairo-cff", "chromium-svg", "chromium-type3", "ghostscript", "ghostscript-bare", "mutool", "pdftex", "rsvg", "typst"}
	natural = []string{"chromium-svg", "chromium-type3", "mutool", "rsvg"} // lines are as wide as that face makes them
)

// Every maker's notice is read to the same words, in the same order, at the places
// where they were drawn.
func TestMakers(t *testing.T) {
	drawing := drawing(t)
	for name, file := range made(t) {
		off := max(drawnOff, flowing[name])
		if len(file.Pages) != 1 || math.Abs(float64(file.Pages[0].Width)-210) > 0.3 || math.Abs(float64(file.Pages[0].Height)-297) > 0.3 {
			t.Errorf("%s: %d pages, %.2f x %.2f", name, len(file.Pages), file.Pages[0].Width, file.Pages[0].Height)
		}
		lines := file.Pages[0].Lines()
		for _, d := range drawing {
			switch d.kind {
			case "text":
				if len(lines) == 0 {
					t.Fatalf("%s: %q is not there", name, d.content)
				}
				l := lines[0]
				lines = lines[1:]
				if l.Text != d.content {
					t.Errorf("%s: %q is read as %q", name, d.content, l.Text)
				}
				if apart := []doc.MM{l.X - d.n[0], l.Y - d.n[2], l.Right - d.n[1]}; slices.ContainsFunc(apart[:widths(name)], func(a doc.MM) bool { return a > off || a < -off }) {
					t.Errorf("%s: %q is %.2f mm beside its place", name, d.content, apart)
				}
				if math.Abs(float64(l.Size)-float64(d.n[3])) > 0.05 {
					t.Errorf("%s: %q is of %.2f pt", name, d.content, l.Size)
				}
				for _, part := range l.Texts {
					if !slices.Contains(oneFace, name) && (part.Font.Bold != d.bold || part.Font.Italic != d.italic) {
						t.Errorf("%s: %q has the face %+v", name, d.content, *part.Font)
						break
					}
				}
				if !l.Texts[0].Black {
					t.Errorf("%s: %q is not black", name, d.content)
				}
			case "rule", "upright":
				if !file.Pages[0].has(d, off) {
					t.Errorf("%s: there is no %s at %v", name, d.kind, d.n)
				}
			}
		}
		if len(lines) > 0 {
			t.Errorf("%s: there is also %q", name, lines[0].Text)
		}
	}
}

// widths is how many of left, height and right are to be looked at.
func widths(name string) int {
	if slices.Contains(natural, name) {
		return 2
	}
	return 3
}

// has reports a rule, or pieces of an upright, at their places.
func (p Page) has(d drawn, off doc.MM) bool {
	near := func(a, b doc.MM) bool { return math.Abs(float64(a-b)) <= float64(off) }
	if d.kind == "rule" {
		return slices.ContainsFunc(p.Rules, func(r Rule) bool { return near(r.X, d.n[0]) && near(r.X+r.Width, d.n[1]) && near(r.Y, d.n[2]) })
	}
	var length doc.MM
	for _, u := range p.Uprights {
		if near(u.X, d.n[0]) && u.Y >= d.n[1]-off && u.Y+u.Height <= d.n[2]+off {
			length += u.Height
		}
	}
	return near(length, d.n[2]-d.n[1]) || length > d.n[2]-d.n[1]
}

// What Poppler measures in the files is what is measured here.
func TestMakersInPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext")
	}
	for name, file := range made(t) {
		out, err := exec.Command("pdftotext", "-bbox", "testdata/makers/"+name+".pdf", "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var boxes struct {
			Words []struct {
				Left  float64 `xml:"xMin,attr"`
				Right float64 `xml:"xMax,attr"`
				Text  string  `xml:",chardata"`
			} `xml:"body>doc>page>word"`
		}
		d := xml.NewDecoder(bytes.NewReader(out))
		d.Strict, d.Entity = false, xml.HTMLEntity
		if err := d.Decode(&boxes); err != nil {
			t.Fatal(err)
		}
		for _, l := range file.Pages[0].Lines() {
			words := strings.Fields(l.Text)
			ends := [2]bool{}
			for _, w := range boxes.Words {
				ends[0] = ends[0] || strings.HasPrefix(words[0], w.Text) && math.Abs(w.Left-float64(l.X.PT())) < float64(drawnOff.PT())
				ends[1] = ends[1] || strings.HasSuffix(words[len(words)-1], w.Text) && math.Abs(w.Right-float64(l.Right.PT())) < float64(drawnOff.PT())
			}
			if !ends[0] || !ends[1] {
				t.Errorf("%s: Poppler sees no line %q from %.2f to %.2f", name, l.Text, l.X.PT(), l.Right.PT())
			}
		}
	}
}

// ExamplePage_Words shows that a word is one whose letters are of two faces.
func ExamplePage_Words() {
	src, err := os.ReadFile("testdata/makers/libreoffice-two-faces.pdf")
	if err != nil {
		panic(err)
	}
	f, err := Open(src)
	if err != nil {
		panic(err)
	}
	fmt.Println(f.Pages[0].Words()[:4])
	// Output: [UBND TỈNH VÍ DỤ]
}
