package tmpl

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ketluan/render/sheet"
)

// withColumns returns the template of a name with more columns before the last
// that both of its kinds print.
func withColumns(t *testing.T, name string, more string) []byte {
	src, err := os.ReadFile("../../templates/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	const place = "      - header: Đề nghị gia hạn đến\n"
	before, after, ok := strings.Cut(string(src), place)
	if !ok {
		t.Fatalf("%s has no %q", name, place)
	}
	return []byte(before + more + place + after)
}

// What is printed keeps letters of 8 pt, with the optional columns too; the head
// of a sheet does not lie across the edge of the columns that stay in sight.
func TestOntoPaper(t *testing.T) {
	const one, two, three = "      - {field: in-charge}\n", "      - {field: filled-by}\n", "      - {field: arising}\n"
	for name, most := range map[string]string{
		"theo-doi": one + two + three, "theo-doi-quy": one + two,
		"theo-doi-don-vi": one + two + three, "theo-doi-quy-don-vi": one + two + three,
	} {
		for _, more := range []string{"", one, most} {
			tm, err := Parse(name, withColumns(t, name, more))
			if err != nil {
				t.Errorf("%s with %q: %v", name, more, err)
				continue
			}
			for i := range tm.Design().Sheets {
				s := &tm.Design().Sheets[i]
				if width := sheet.Width(s.PrintedColumns()); !s.Hidden && width > s.Paper() {
					t.Errorf("%s with %q: %s prints %.1f, A4 has room for %.0f", name, more, s.Name, width, s.Paper())
				}
				checkHead(t, s)
			}
		}
	}
}

func checkHead(t *testing.T, s *sheet.SheetDesign) {
	at := func(header string, otherwise int) int {
		if i := slices.IndexFunc(s.Columns, func(c sheet.Column) bool { return c.Header == header }); i >= 0 {
			return i
		}
		return otherwise
	}
	frozen := at(s.Frozen, -1)
	for _, title := range s.Titles {
		if from, to := at(title.From, 0), at(title.To, len(s.Columns)-1); from <= frozen && to > frozen {
			t.Errorf("%s: a title from %q to %q lies across %q", s.Name, title.From, title.To, s.Frozen)
		}
	}
}

// Columns of text give of their widths, each down to what it needs; days and IDs do not.
func TestOntoPaperNarrows(t *testing.T) {
	tm, err := Parse("theo-doi", withColumns(t, "theo-doi", "      - {field: in-charge}\n      - {field: filled-by}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range tm.Design().Sheets[0].PrintedColumns() {
		switch {
		case c.Field == "id" && c.Width != 16, c.Format == sheet.FormatDate && c.Width != 11.5:
			t.Errorf("%s is %v wide", c.Header, c.Width)
		case c.Field == "text" && (c.Width < 16.5 || c.Width >= 24.8), c.Field == "result" && c.Width >= 16.5:
			t.Errorf("%s is %v wide", c.Header, c.Width)
		}
	}
}

// What cannot be printed at that size is refused, in words, where its columns stand.
func TestOntoPaperRefuses(t *testing.T) {
	_, err := Parse("theo-doi", withColumns(t, "theo-doi", "      - {header: Ghi riêng, width: 90, text: \"{{.Text}}\"}\n"))
	wrong, ok := err.(*Error)
	if !ok || len(wrong.Problems) != 1 {
		t.Fatalf("%v", err)
	}
	p := wrong.Problems[0]
	if p.Field != "sheets[1].columns" || p.Pos.Line < 50 || !strings.Contains(p.Message.VI, "198 mà giấy A4 đủ chỗ ở cỡ chữ 8") {
		t.Errorf("%+v", p)
	}
}
