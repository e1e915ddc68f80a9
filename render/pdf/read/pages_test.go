package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// numbered makes a file of objects: the first is the catalog.
func numbered(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// trees are page trees, most of them wrong, with the pages that are there and
// the error where there are none. The object 9 is a page.
var trees = []struct {
	name    string
	objects []string
	pages   int
	err     error
}{
	{"as it should be", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R] /Count 1>>"}, 1, nil},
	{"count of nothing", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R] /Count 0>>"}, 1, nil},
	{"count below nothing", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R 9 0 R] /Count -3>>"}, 2, nil},
	{"huge count", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R] /Count 2147483647>>"}, 1, nil},
	{"count beyond all numbers", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R] /Count 99999999999999999999>>"}, 1, nil},
	{"no count", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R]>>"}, 1, nil},
	{"count that is a name", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [9 0 R] /Count /Two>>"}, 1, nil},
	{"count below of another node", []string{"<</Pages 2 0 R>>", "<</Kids [3 0 R 9 0 R] /Count 2>>", "<</Kids [9 0 R] /Count -7>>"}, 2, nil},
	{"a node within itself", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [2 0 R 9 0 R] /Count 2>>"}, 1, nil},
	{"two nodes in each other", []string{"<</Pages 2 0 R>>", "<</Kids [3 0 R 9 0 R] /Count 2>>", "<</Kids [2 0 R 9 0 R] /Count 1>>"}, 2, nil},
	{"the catalog for a page", []string{"<</Pages 1 0 R>>"}, 0, ErrNoPDF},
	{"no kids", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Count 1>>"}, 0, ErrNoPDF},
	{"kids of nothing", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 1>>"}, 0, ErrNoPDF},
	{"kids that are one", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids 9 0 R /Count 1>>"}, 0, ErrNoPDF},
	{"kids that are not there", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [77 0 R null 5 (a) 9 0 R] /Count 5>>"}, 1, nil},
	{"a page that is no object", []string{"<</Pages 2 0 R>>", "<</Type /Pages /Kids [<</Type /Page>> 9 0 R] /Count 2>>"}, 1, nil},
	{"no pages", []string{"<</Type /Catalog>>"}, 0, ErrNoPDF},
	{"pages that are not there", []string{"<</Pages 77 0 R>>"}, 0, ErrNoPDF},
	{"pages that are themselves", []string{"<</Pages 2 0 R>>", "2 0 R"}, 0, ErrNoPDF},
	{"pages that are a text", []string{"<</Pages (a)>>"}, 0, ErrNoPDF},
	{"one page for a tree", []string{"<</Pages 9 0 R>>"}, 1, nil},
	{"a page without a box", []string{"<</Pages 2 0 R>>", "<</Type /Page>>"}, 0, ErrNoPDF},
	{"a box of names", []string{"<</Pages 2 0 R>>", "<</Type /Page /MediaBox [/a /b /c /d]>>"}, 0, ErrNoPDF},
	{"a box that begins above", []string{"<</Pages 2 0 R>>", "<</Type /Page /MediaBox [595 842 0 0]>>"}, 1, nil},
	{"more pages than are read", []string{"<</Pages 2 0 R>>", "<</Kids [" + strings.Repeat("9 0 R ", maxPages+1) + "] /Count 1>>"}, 0, ErrTooMany},
	{"a tree that doubles with each level", doubling(40), 0, ErrTooMany},
}

// doubling is a tree each node of which names the next one twice.
func doubling(levels int) []string {
	objects := []string{"<</Pages 10 0 R>>"}
	for len(objects) < 9 {
		objects = append(objects, "null")
	}
	for i := range levels {
		objects = append(objects, fmt.Sprintf("<</Kids [%d 0 R %d 0 R]>>", i+11, i+11))
	}
	return objects
}

// treeFile makes the file of a tree.
func treeFile(objects []string) []byte {
	all := append([]string(nil), objects...)
	for len(all) < 9 {
		all = append(all, "null")
	}
	all[8] = "<</Type /Page /MediaBox [0 0 595 842] /Resources <<>>>>"
	return numbered(all...)
}

// The pages of a file are those that are there, whatever it says of their number.
func TestPageTree(t *testing.T) {
	for _, tree := range trees {
		begun := time.Now()
		f, err := Open(treeFile(tree.objects))
		if !errors.Is(err, tree.err) || err == nil && len(f.Pages) != tree.pages {
			t.Errorf("%s: %+v, %v; want %d pages, %v", tree.name, f, err, tree.pages, tree.err)
			continue
		}
		if err == nil && (f.Pages[0].Height.PT() < 841 || f.Pages[0].Width.PT() < 594) {
			t.Errorf("%s: a page of %v x %v", tree.name, f.Pages[0].Width, f.Pages[0].Height)
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%s takes %v", tree.name, took)
		}
	}
}

// FuzzObjects looks for a file that makes a panic, or is read without pages.
func FuzzObjects(f *testing.F) {
	for _, tree := range trees {
		if len(tree.objects) < 9 {
			f.Add(strings.Join(tree.objects, "\n"))
		}
	}
	f.Fuzz(func(t *testing.T, objects string) {
		opened, err := Open(treeFile(strings.SplitN(objects, "\n", 8)))
		if err == nil && (len(opened.Pages) == 0 || len(opened.Pages) > maxPages) {
			t.Errorf("%d pages", len(opened.Pages))
		}
	})
}
