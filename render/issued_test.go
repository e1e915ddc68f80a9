package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/pdf/read"
)

// issued are notices with what offices print, which is no fault: those that keep
// a rule as they are, and those that are worth a note.
var issued = []struct {
	name  string
	bend  func([]layout.Page)
	notes []string // the rules that warn
}{
	{"nothing", func([]layout.Page) {}, nil},
	{"Nơi nhận: in a cell of Word's", onFoot(2.1), nil},
	{"12/13/14", func(p []layout.Page) {
		on("Quảng Ngãi,", shift(-1.9, 0))(p)
		on("ngày 29", shift(-1.9, 0))(p)
		on("ngày 29", size(14))(p)
	}, []string{"PG-11"}},
	{"13/13/13", func(p []layout.Page) {
		on("CỘNG HÒA", shift(-3.7, 0))(p)
		on("CỘNG HÒA", size(13))(p)
	}, []string{"PG-11"}},
	{"who drafted, in 7 pt behind the last recipient", put(1, 52, 253.54, doc.Font{Size: 7}, "Nga07"), nil},
	{"who drafted, in 7 pt below it", put(1, 30, 257, doc.Font{Size: 7}, "D:/Nga/TB/07"), nil},
	{"who drafted, and how many copies, in italics", put(1, 30, 257, doc.Font{Size: 8, Face: doc.Italic}, "Nga (15)"), nil},
	{"a blank for the number that is no text", on("\u00A0\u00A0\u00A0\u00A0", change(strings.Repeat("\u00A0", 8), "\u00A0")), nil},
	{"a tab behind a label", on("Thanh tra Sở", shift(6, 0)), nil},
	{"a table without lines", func(p []layout.Page) {
		for i, row := range []string{"TT", "01", "02"} {
			y := baseline(p, "Nơi nhận:") - 4.5 + doc.MM(i) // between the last line and the foot
			put(1, 45, y, doc.Font{Size: 12}, row)(p)
			put(1, 90, y, doc.Font{Size: 12}, "Tên việc")(p)
		}
	}, nil},
	{"a frame with cells of 11 pt", func(p []layout.Page) {
		for i := range 3 {
			line := layout.Line{X: 30, Y: doc.MM(227.5 + 2*float64(i)), Width: 165, Thickness: 0.5}
			upright := layout.Line{X: doc.MM(30 + 82.5*float64(i)), Y: 227.5, Height: 4, Thickness: 0.5}
			p[1].Items = append(p[1].Items, line, upright)
		}
		put(1, 80, 230.5, doc.Font{Size: 11}, "một ô của bảng")(p)
	}, nil},
	{"a basis in italics, an upright semicolon behind it", func(p []layout.Page) {
		on("Sau khi nghe ý kiến", change("Sau khi nghe", "Căn cứ theo"))(p)
		on("Căn cứ theo", face(doc.Italic))(p)
		on("luận như sau:", func(t *layout.Text) { t.Text, t.Font.Face = "luận", doc.Italic })(p)
		put(0, 39.1, baseline(p, "luận"), doc.Font{Size: 14}, ".")(p)
	}, nil},
	{"who decides in small italics' company", func(p []layout.Page) {
		on("luận như sau:", func(t *layout.Text) { t.Text, t.Font.Face, t.X = "QUYẾT NGHỊ:", doc.Bold, 95 })(p)
		on("Sau khi nghe ý kiến", func(t *layout.Text) { t.Text, t.WordSpace = "Sau khi nghe ý kiến của các đại biểu:", 0 })(p)
	}, nil},
}

// put puts a text on a page, counted from 0.
func put(page int, x, y doc.MM, f doc.Font, s string) func([]layout.Page) {
	return func(p []layout.Page) {
		p[page].Items = append(p[page].Items, layout.Text{X: x, Y: y, Font: f, Text: s})
	}
}

// baseline is where the text is that is no more than this.
func baseline(p []layout.Page, whole string) (y doc.MM) {
	texts(p, func(_ int, t *layout.Text) bool {
		if t.Text == whole {
			y = t.Y
		}
		return false
	})
	return y
}

// onFoot shifts the recipients.
func onFoot(x doc.MM) func([]layout.Page) {
	return func(p []layout.Page) {
		foot := baseline(p, "Nơi nhận:")
		texts(p, func(page int, t *layout.Text) bool {
			isFoot := page == 2 && t.Y >= foot && t.X < 80
			t.X += x
			return isFoot
		})
	}
}

// What issued documents have besides is no fault.
func TestIssued(t *testing.T) {
	r := newRenderer(t)
	d, err := r.options.Document.Document(example(t, r, seed))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range issued {
		pages, err := layout.Pages(d, measurer{r.options.Family})
		if err != nil {
			t.Fatal(err)
		}
		c.bend(pages)
		var file bytes.Buffer
		if err := r.pdf.Write(&file, pdf.Document{Pages: pages, Properties: d.Properties}); err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var notes []string
		for _, result := range decree.Measure(f) {
			switch result.Status {
			case decree.Broken:
				t.Errorf("%s: %s %v", c.name, result.ID, result.Faults)
			case decree.Warned:
				notes = append(notes, result.ID)
			}
		}
		if !slices.Equal(notes, c.notes) {
			t.Errorf("%s: notes %v, want %v", c.name, notes, c.notes)
		}
	}
}
