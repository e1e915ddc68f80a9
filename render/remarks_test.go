package render

import (
	"strconv"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/reply"
	"ketluan/render/tmpl"
)

// What units write in none of the columns stands in the office's workbook that
// is made again, those of partners too; there it is no remark of the office. Of
// an earlier day it is not told.
func TestRemarksAreShown(t *testing.T) {
	units, office := builtIn(t, "theo-doi-don-vi"), builtIn(t, "theo-doi")
	o := newRenderer(t).options
	o.Document, o.Workbooks, o.QuarterWorkbooks = nil, []*tmpl.Template{units, office}, nil
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	rec := parsed(t, r, "a.yaml", []byte(twoRooms))
	files := filesOf(t, r, Known{}, rec)
	on := calendar.Date{Year: 2026, Month: 2, Day: 20}
	c := NewCollector(rec, on, []*tmpl.Template{units, office})
	book := ledger.New("a.progress.yaml", rec)
	a, b := place("Z+3"), place("Z+4") // of the second task, led by A; of the same, in B's second part
	for i, cells := range []map[string]any{{a: "thiếu xe"}, {b: "đã cử người"}} {
		if _, problems := Enter(book, []reply.Reading{c.Read("a.xlsx", typed(t, files[i].Bytes, cells))}); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	id := rec.Tasks()[1].ID
	want := []followup.Remark{{ID: id, Unit: "Phòng A", Text: "ô " + a + ": thiếu xe"}, {ID: id, Unit: "Phòng B", Text: "ô " + b + ": đã cử người"}}
	got := book.Remarks(on)
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v, want %+v", got, want)
	}
	on.Day--
	if before := book.Remarks(on); len(before) > 0 {
		t.Errorf("the day before: %+v", before)
	}

	again := filesOf(t, r, book.Known(), rec)
	columns, first, cell := headed(t, again[2].Bytes)
	column := columns["Đơn vị ghi thêm ngoài các cột"]
	if got, want := cell(column+strconv.Itoa(first+1)), want[0].Text+"\nPhòng B: "+want[1].Text; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := c.Read("office.xlsx", again[2].Bytes); len(got.Reports)+len(got.Problems) > 0 {
		t.Errorf("%+v", got)
	}
	if columns, _, _ := headed(t, again[0].Bytes); strings.Contains(strings.Join(keysOf(columns), "; "), "ghi thêm") {
		t.Error("the workbooks of units have remarks")
	}
}

func keysOf(m map[string]string) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}
