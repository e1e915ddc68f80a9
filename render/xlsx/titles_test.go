package xlsx

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ketluan/render/sheet"
)

// headed is the design with a head in two rows: two titles beside each other in
// each of them.
func headed() *sheet.Design {
	d := design()
	d.Sheets[0].Titles = []sheet.Title{
		{Style: sheet.Style{Size: 12}, To: "Nội dung"}, {From: "Thời hạn", Beside: true},
		{To: "Nội dung"}, {Style: sheet.Style{Size: 14}, From: "Thời hạn", To: "%", Beside: true},
	}
	return d
}

// Titles beside each other share a row, which is as high as the highest needs.
func TestTitlesBeside(t *testing.T) {
	b := book(headed(), "a")
	b.Sheets[0].Titles = []string{"UBND TỈNH", "BÁO CÁO", "SỞ A", "một\nhai\nba"}
	f := open(t, write(t, b))
	rows, err := f.GetRows("Nhiệm vụ")
	if err != nil || len(rows) != 4 || rows[0][0] != "UBND TỈNH" || rows[0][2] != "BÁO CÁO" || rows[1][2] != "một\nhai\nba" || rows[2][0] != "STT" {
		t.Fatalf("%q, %v", rows, err)
	}
	merges, err := f.GetMergeCells("Nhiệm vụ")
	var got []string
	for _, m := range merges {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if want := []string{"A1:B1", "C1:D1", "A2:B2", "C2:D2"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("merged are %q, want %q, %v", got, want, err)
	}
	if high, _ := f.GetRowHeight("Nhiệm vụ", 2); math.Abs(high-(3*14*14.25/11+2+4)) > 0.01 {
		t.Errorf("the second row is %v pt high", high)
	}
	if panes, err := f.GetPanes("Nhiệm vụ"); err != nil || panes.YSplit != 3 {
		t.Errorf("%+v, %v", panes, err)
	}
}

func TestTitleErrors(t *testing.T) {
	for reason, spoil := range map[string]func(s *sheet.SheetDesign){
		"title 1 lies on":  func(s *sheet.SheetDesign) { s.Titles[0].Beside = true },
		"title 2 lies on":  func(s *sheet.SheetDesign) { s.Titles[1].From = "Nội dung" },
		"title 4 lies on":  func(s *sheet.SheetDesign) { s.Titles[3].From, s.Titles[3].To = "%", "Thời hạn" },
		"ends before it b": func(s *sheet.SheetDesign) { s.Closings = []sheet.Closing{{From: "%", To: "STT"}} },
		`the column "x"`:   func(s *sheet.SheetDesign) { s.Titles[1].From = "x" },
	} {
		d := headed()
		spoil(&d.Sheets[0])
		_, err := New(d, faces(t))
		var e *DesignError
		if !errors.As(err, &e) || !strings.Contains(e.EN, reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

// The column of the IDs is as wide as the longest, and takes that from the texts.
func TestIDWidths(t *testing.T) {
	d := design()
	columns := d.Sheets[0].Columns
	columns[0] = sheet.Column{Header: "Mã", Width: 16, Field: "id", Style: sheet.Style{Align: sheet.Centre}}
	columns[1].Field = "text"
	for _, c := range []struct {
		id   string
		want [2]float64 // in digits
	}{
		{"2026-Q2/1.1-Q", [2]float64{16, 46}},
		{strings.Repeat("0", 20), [2]float64{20 + 10/5.5, 46 - 4 - 10/5.5}},
		{strings.Repeat("0", 80), [2]float64{34, 28}},
	} {
		b := book(d, "a", "b")
		b.Sheets[0].Rows[0][0], b.Sheets[0].Rows[1][0] = sheet.Text("2026-Q2/1-A"), sheet.Text(c.id)
		f := open(t, write(t, b))
		for i, column := range []string{"A", "B"} {
			if got, err := f.GetColWidth("Nhiệm vụ", column); err != nil || math.Abs(got-c.want[i]) > 0.01 {
				t.Errorf("%.12s…: %s is %v wide, want %v, %v", c.id, column, got, c.want[i], err)
			}
		}
		if got, err := f.GetColWidth("Nhiệm vụ", "C"); err != nil || got != 12 {
			t.Errorf("%.12s…: C is %v wide, %v", c.id, got, err)
		}
	}
}

// Where nothing else is left to give, the texts give more before an ID is made smaller.
func TestIDBeforeTexts(t *testing.T) {
	d := design()
	s := &d.Sheets[0]
	s.Columns[0] = sheet.Column{Header: "Mã", Width: 16, Field: "id", Style: sheet.Style{Align: sheet.Centre}}
	s.Columns[1].Field, s.Columns[1].Width, s.Columns[1].Least = "text", 18, 18
	s.Columns[2].Width = 9
	for i := 3; i < len(s.Columns); i++ {
		s.Columns[i].Width = 9
	}
	before := sheet.Width(s.PrintedColumns())
	room := max(s.Paper(), before)
	s.Columns[2].Width += room - before // the paper is full, and this column gives nothing
	s.Columns[2].Least = s.Columns[2].Width
	b := book(d, "a")
	b.Sheets[0].Rows[0][0] = sheet.Text(strings.Repeat("0", 17))
	wide := fitted(faces(t), s, &b.Sheets[0])
	want := 17 + 10/5.5
	if got := wide.Columns[0].Width; math.Abs(got-want) > 0.01 {
		t.Errorf("the ID is %v wide, want %v", got, want)
	}
	if got := wide.Columns[1].Width; math.Abs(got-(18-want+16)) > 0.1 {
		t.Errorf("the texts are %v wide", got)
	}
}

// An item of a list that breaks is seen whole.
func TestListHeights(t *testing.T) {
	d := withInputs()
	d.Lists[0].Items = []string{"ngắn", strings.Repeat("tên dài ", 12)}
	f := open(t, write(t, book(d, "a")))
	var got []float64
	for row := 1; row <= 3; row++ {
		high, err := f.GetRowHeight(d.ListSheet, row)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, high)
	}
	if fmt.Sprint(got) != "[16.25 16.25 30.5]" {
		t.Errorf("rows of %v pt", got)
	}
}
