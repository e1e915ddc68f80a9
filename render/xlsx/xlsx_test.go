package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ketluan/fonts"
	"ketluan/render/sheet"
	"ketluan/render/testdata/calc"
)

// hostile are texts that some program takes for something else.
var hostile = []string{
	"=1+1", "=cmd|' /C calc'!A0", `=HYPERLINK("http://a.b","c")`, "+84 255", "-10%", "@SUM(A1)", "\t=1+1", "'=1",
	"_x0041_", "_x005F_x0041_", "_x00", "<b>&amp;\"'", "]]>", "😀 𝒳", "3/4", "00123", "1e5", "TRUE", "một\nhai", "  hai bên  ", "{page}",
}

func faces(t testing.TB) Faces {
	t.Helper()
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	return Faces{Regular: family.Faces[fonts.Regular], Bold: family.Faces[fonts.Bold]}
}

func design() *sheet.Design {
	st := sheet.Style{Size: 11}
	return &sheet.Design{Font: "Times New Roman", Sheets: []sheet.SheetDesign{{
		Name: "Nhiệm vụ", Titles: []sheet.Title{{Style: sheet.Style{Size: 14, Bold: true, Align: sheet.Centre}}}, Landscape: true,
		Margins: sheet.Margins{Top: 15, Right: 10, Bottom: 15, Left: 10},
		Header:  sheet.Style{Size: 11, Bold: true, Align: sheet.Centre, Fill: "DDE6F0"},
		Columns: []sheet.Column{
			{Header: "STT", Width: 5, Format: sheet.FormatInteger, Style: st},
			{Header: "Nội dung", Width: 46, Style: st},
			{Header: "Thời hạn", Width: 12, Format: sheet.FormatDate, Style: st},
			{Header: "%", Width: 8, Format: sheet.FormatPercent, Style: st},
		},
	}}}
}

// book fills the design in, a row for each text.
func book(d *sheet.Design, texts ...string) *sheet.Workbook {
	s := sheet.Sheet{Titles: []string{"Bảng & <theo dõi>"}, Footer: sheet.Footer{Left: "R&D", Right: "Trang {page}/{pages}"}}
	for i, text := range texts {
		s.Rows = append(s.Rows, []sheet.Cell{sheet.Number(i + 1), sheet.Text(text), sheet.Date{Year: 2020, Month: 10, Day: 15}, sheet.Blank{}})
	}
	return &sheet.Workbook{Design: d, Sheets: []sheet.Sheet{s}, Properties: sheet.Properties{
		Title: "Tên & <tựa>", Author: "Sở", Identifier: "2020-Q3", Created: sheet.Date{Year: 2020, Month: 9, Day: 29},
	}}
}

func write(t testing.TB, b *sheet.Workbook) []byte {
	t.Helper()
	w, err := New(b.Design, faces(t))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := w.Write(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Every text comes back as it went in, and none is a formula.
func TestTextIsText(t *testing.T) {
	f := open(t, write(t, book(design(), hostile...)))
	rows, err := f.GetRows("Nhiệm vụ")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range hostile {
		row := rows[i+2]
		if diff := cmp.Diff([]string{fmt.Sprint(i + 1), want, "44119"}, row); diff != "" {
			t.Errorf("row %d: %s", i+1, diff)
		}
		cell := fmt.Sprintf("B%d", i+3)
		formula, err := f.GetCellFormula("Nhiệm vụ", cell)
		kind, _ := f.GetCellType("Nhiệm vụ", cell)
		if err != nil || formula != "" || kind != excelize.CellTypeInlineString {
			t.Errorf("%q: formula %q, type %v, %v", want, formula, kind, err)
		}
		id, _ := f.GetCellStyle("Nhiệm vụ", cell)
		if st, _ := f.GetStyle(id); st.NumFmt != formatText {
			t.Errorf("%q: format %d, so typing it again makes a formula", want, st.NumFmt)
		}
	}
	if rows[0][0] != "Bảng & <theo dõi>" || rows[1][1] != "Nội dung" {
		t.Errorf("title and header: %q, %q", rows[0], rows[1])
	}
}

func TestProperties(t *testing.T) {
	f := open(t, write(t, book(design(), "x")))
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Tên & <tựa>" || p.Creator != "Sở" || p.Identifier != "2020-Q3" || p.Created != "2020-09-29T00:00:00Z" {
		t.Errorf("%+v", p)
	}
	if hf, err := f.GetHeaderFooter("Nhiệm vụ"); err != nil || !strings.Contains(hf.OddFooter, "R&&D") || !strings.Contains(hf.OddFooter, "&P/&N") {
		t.Errorf("footer %+v, %v", hf, err)
	}
}

func TestReproducible(t *testing.T) {
	if !bytes.Equal(write(t, book(design(), hostile...)), write(t, book(design(), hostile...))) {
		t.Error("two writers give different bytes")
	}
}

// What a cell cannot hold is an error that names it; what just fits is kept.
func TestTooLong(t *testing.T) {
	d := design()
	w, err := New(d, faces(t))
	if err != nil {
		t.Fatal(err)
	}
	err = w.Write(new(bytes.Buffer), book(d, "x", strings.Repeat("😀", maxCell/2)+"xx"))
	var tooLong *TooLongError
	if !errors.As(err, &tooLong) || tooLong.Cell != "B4" || tooLong.Length != maxCell+1 {
		t.Errorf("error %v", err)
	}
	long := strings.Repeat("dài ", maxCell/4)
	if got, err := open(t, write(t, book(d, long))).GetCellValue("Nhiệm vụ", "B3"); err != nil || got != long {
		t.Errorf("%d characters of %d, %v", len(got), len(long), err)
	}
}

func TestNoRows(t *testing.T) {
	rows, err := open(t, write(t, book(design()))).GetRows("Nhiệm vụ")
	if err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestDesignErrors(t *testing.T) {
	for reason, spoil := range map[string]func(*sheet.SheetDesign){
		"1 to 31 characters":  func(d *sheet.SheetDesign) { d.Name = strings.Repeat("ư", 32) },
		"none of":             func(d *sheet.SheetDesign) { d.Name = "a/b" },
		"no columns":          func(d *sheet.SheetDesign) { d.Columns = nil },
		"stands twice":        func(d *sheet.SheetDesign) { d.Columns[1].Header = "STT" },
		"must be over 0":      func(d *sheet.SheetDesign) { d.Columns[1].Width = 0 },
		"empty, stands twice": func(d *sheet.SheetDesign) { d.Columns[0].Header = "" },
		"and no ' at an end":  func(d *sheet.SheetDesign) { d.Name = "'a" },
		"1 to 31 characters ": func(d *sheet.SheetDesign) { d.Name = "" },
	} {
		d := design()
		spoil(&d.Sheets[0])
		_, err := New(d, faces(t))
		var e *DesignError
		if !errors.As(err, &e) || !strings.Contains(e.EN, strings.TrimSpace(reason)) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

// A row is as high as the highest of its wrapped texts.
func TestHeights(t *testing.T) {
	f := open(t, write(t, book(design(), "ngắn", strings.Repeat("12345 ", 49)+"12345", "a\nb\nc", strings.Repeat("rất dài ", 3000))))
	// 46 digits of 5.5 pt less the indent, 0.85 of them usable: 207 pt. Six words
	// of 27.5 pt with spaces of 2.75 pt fit a line.
	for i, want := range []float64{14.25 + 2, 9*14.25 + 2, 3*14.25 + 2, 409} {
		if got, err := f.GetRowHeight("Nhiệm vụ", i+3); err != nil || math.Abs(got-want) > 0.01 {
			t.Errorf("row %d: %v pt, want %v, %v", i+1, got, want, err)
		}
	}
}

// LibreOffice sees what excelize sees.
func TestLibreOffice(t *testing.T) {
	office := calc.New(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(path, write(t, book(design(), hostile...)), 0o600); err != nil {
		t.Fatal(err)
	}
	office.Run("--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true", "--outdir", dir, path)
	csv, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range hostile {
		field := text
		if strings.ContainsAny(text, "\";\n") {
			field = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		if want := fmt.Sprintf("\n%d;%s;15/10/2020;", i+1, field); !strings.Contains(string(csv), want) {
			t.Errorf("no %q in\n%s", want, csv)
		}
	}
}

// FuzzWrite checks that any text comes back, but for what no cell can hold.
func FuzzWrite(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	d := design()
	w, err := New(d, faces(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		var out bytes.Buffer
		if err := w.Write(&out, book(d, text)); err != nil {
			t.Skip() // too long
		}
		got, err := open(t, out.Bytes()).GetCellValue("Nhiệm vụ", "B3")
		if err != nil || got != text {
			t.Errorf("%q came back as %q, %v", text, got, err)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{25, 500, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := design()
			w, err := New(d, faces(b))
			if err != nil {
				b.Fatal(err)
			}
			texts := make([]string, n)
			for i := range texts {
				texts[i] = fmt.Sprintf("Tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch số %d; báo cáo kết quả theo quy định.", i)
			}
			full := book(d, texts...)
			b.ReportAllocs()
			for b.Loop() {
				if err := w.Write(new(bytes.Buffer), full); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
