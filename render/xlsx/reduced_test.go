package xlsx

import (
	"math"
	"strings"
	"testing"

	"ketluan/render/sheet"
)

// A table that is wider than its paper has smaller letters, of 8 pt at least, and
// columns that fit: nothing is scaled when it is printed, so that lines break and
// rows are high on paper as in a window, where the zoom makes up for it.
func TestTrueSize(t *testing.T) {
	d := design()
	s := &d.Sheets[0]
	s.Columns[1].Width = s.Paper() - sheet.Width(s.Columns) + s.Columns[1].Width
	f := open(t, write(t, book(d, "a")))
	total := 0.0
	for i := range s.Columns {
		w, err := f.GetColWidth(s.Name, columnName(i))
		if err != nil {
			t.Fatal(err)
		}
		total += w
	}
	if width, _ := page(s); total*digit/1000*11 > width || total*digit/1000*11 < width*0.98 {
		t.Errorf("the columns are %.1f pt wide together, the page %.1f", total*digit/1000*11, width)
	}
	view, err := f.GetSheetView(s.Name, 0)
	if err != nil || math.Abs(*view.ZoomScale-138) > 1 {
		t.Errorf("the zoom is %v, %v", view.ZoomScale, err)
	}
	for cell, want := range map[string]float64{"A1": 10, "B2": 8, "B3": 8} {
		id, err := f.GetCellStyle(s.Name, cell)
		if err != nil {
			t.Fatal(err)
		}
		st, err := f.GetStyle(id)
		if err != nil || st.Font.Size != want {
			t.Errorf("%s has letters of %v pt, want %v, %v", cell, st.Font.Size, want, err)
		}
	}
}

// A table that has room on its paper stays as it is.
func TestNotReduced(t *testing.T) {
	s := &design().Sheets[0]
	if part := s.Reduction(); part != 1 || s.Reduced(part) != s {
		t.Errorf("reduced by %v", part)
	}
	s.Columns[1].Width, s.Hidden = 500, true
	if part := s.Reduction(); part != 1 {
		t.Errorf("what is hidden is reduced by %v", part)
	}
}

// Nor is one whose IDs need more than the design gives them.
func TestTrueSizeOfLongIDs(t *testing.T) {
	d := design()
	s := &d.Sheets[0]
	s.Columns[0] = sheet.Column{Header: "Mã", Width: 16, Field: "id", Style: sheet.Style{Align: sheet.Centre}}
	s.Columns[1].Width = 160 - sheet.Width(s.Columns) + s.Columns[1].Width
	b := book(d, "a")
	b.Sheets[0].Rows[0][0] = sheet.Text(strings.Repeat("0", 30))
	wide := fitted(faces(t), s, &b.Sheets[0])
	wide.Columns[1].Width = s.Columns[1].Width // nothing gives
	width, _ := page(s)
	if got := tableWidth(wide.Reduced(s.Reduction())); got > width || got < width*0.98 {
		t.Errorf("the columns are %.1f pt wide together, the page %.1f", got, width)
	}
}
