package render

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/report"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

const twoRooms = `
meeting-date: 5/1/2026
subject: Kết luận
agency: {name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng A, short: A}, {name: Phòng B, short: B}]
conclusions:
  - {text: Báo cáo., lead: [Phòng A, Phòng B], deadline: 18/4/2026}
  - {text: Kiểm kê., lead: Phòng A, partners: Phòng B, deadline: 31/1/2026}
signer: {position: Giám đốc, name: Lê A}
recipients: ["Lưu: VT"]
`

// typed changes cells of the sheet of tasks and saves the workbook anew.
func typed(t *testing.T, src []byte, cells map[string]any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range cells {
		if err := f.SetCellValue("Nhiệm vụ", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// headed returns the columns of the table by their headers, and its first row.
func headed(t *testing.T, src []byte) (columns map[string]string, first int, cell func(ref string) string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Nhiệm vụ")
	if err != nil {
		t.Fatal(err)
	}
	columns = map[string]string{}
	for i, row := range rows {
		for k, header := range row {
			name, err := excelize.ColumnNumberToName(k + 1)
			if err != nil {
				t.Fatal(err)
			}
			columns[header] = name
		}
		if columns["Mã nhiệm vụ"] != "" {
			return columns, i + 2, func(ref string) string {
				v, err := f.GetCellValue("Nhiệm vụ", ref, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
		}
		clear(columns)
	}
	t.Fatal("no headers")
	return nil, 0, nil
}

// A workbook made again shows what the ledger knows; sent back as it is it
// reports nothing, and a changed cell reports its field.
func TestFilledFromLedger(t *testing.T) {
	units, office := builtIn(t, "theo-doi-don-vi"), builtIn(t, "theo-doi")
	o := newRenderer(t).options
	o.Document, o.Workbooks, o.QuarterWorkbooks = nil, []*tmpl.Template{units, office}, nil
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	rec := parsed(t, r, "a.yaml", []byte(twoRooms))
	files := filesOf(t, r, Known{}, rec)
	columns, first, _ := headed(t, files[0].Bytes)
	at := func(header string, row int) string { return columns[header] + string(rune('0'+row)) }
	first++ // below the title of the section
	c := NewCollector(rec, calendar.Date{Year: 2026, Month: 2, Day: 20}, []*tmpl.Template{units, office})
	book := ledger.New("a.progress.yaml", rec)
	enter := func(src []byte, want int) []reply.Report {
		t.Helper()
		reading := c.Read("a.xlsx", src)
		if len(reading.Problems) > 0 || len(reading.Reports) != want {
			t.Fatalf("%+v", reading)
		}
		Enter(book, []reply.Reading{reading})
		return reading.Reports
	}
	enter(typed(t, files[0].Bytes, map[string]any{
		at("Trạng thái", first): "đang thực hiện", at("% hoàn thành", first): 0.55, at("Kết quả", first): "Đã có dự thảo  \n lần một",
		at("Khó khăn, vướng mắc", first+1): "Thiếu người", at("Đề nghị gia hạn đến", first+1): 46073,
	}), 2)

	again := filesOf(t, r, book.Known(), rec)
	_, _, cell := headed(t, again[0].Bytes)
	for ref, want := range map[string]string{
		at("Trạng thái", first): "đang thực hiện", at("% hoàn thành", first): "0.55", at("Đề nghị gia hạn đến", first+1): "46073", at("Khó khăn, vướng mắc", first+1): "Thiếu người",
	} {
		if got := cell(ref); got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
	if _, _, cell := headed(t, again[1].Bytes); cell(at("Trạng thái", first)) != "" {
		t.Error("what Phòng A said stands in the workbook of Phòng B")
	}
	for i := range again {
		enter(again[i].Bytes, 0)
		enter(typed(t, again[i].Bytes, nil), 0)
	}
	if same := filesOf(t, r, book.Known(), rec); !bytes.Equal(same[0].Bytes, again[0].Bytes) {
		t.Error("one ledger gives two workbooks")
	}
	if without := filesOf(t, r, ledger.New("a.progress.yaml", rec).Known(), rec); !bytes.Equal(without[0].Bytes, files[0].Bytes) {
		t.Error("an empty ledger changes the workbook")
	}

	said := enter(typed(t, again[0].Bytes, map[string]any{at("Kết quả", first): "Đã trình"}), 1)
	if want := (report.Values{"result": report.Text("Đã trình")}); !said[0].Equal(want) {
		t.Errorf("%v", said[0].Values)
	}
	said = enter(typed(t, again[0].Bytes, map[string]any{at("% hoàn thành", first): 0.8}), 1)
	if want := (report.Values{"state": report.UnderWay, "percent": report.Percent(80)}); !said[0].Equal(want) {
		t.Errorf("%v", said[0].Values) // the state with it, which replaces percentage and day
	}
}

func filesOf(t *testing.T, r *Renderer, known Known, rec *record.Record) []File {
	t.Helper()
	files, err := r.FilesWith(known, rec)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// One line of a template is a column more, whose cells come back into the
// ledger, stand in the workbook that is made again, and in status once said.
func TestOptionalColumns(t *testing.T) {
	src, err := templates.FS.ReadFile("theo-doi-don-vi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const here = "      - header: Còn thiếu\n"
	more := strings.Replace(string(src), here, "      - {field: in-charge}\n      - {field: filled-by}\n      - {field: arising}\n"+here, 1)
	units, err := tmpl.Parse("more", []byte(more))
	if err != nil {
		t.Fatal(err)
	}
	o := newRenderer(t).options
	o.Document, o.Workbooks, o.QuarterWorkbooks = nil, []*tmpl.Template{units}, nil
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	rec := parsed(t, r, "a.yaml", []byte(twoRooms))
	files := filesOf(t, r, Known{}, rec)
	columns, first, _ := headed(t, files[0].Bytes)
	cell := func(header string) string { return columns[header] + strconv.Itoa(first+1) }
	c := NewCollector(rec, calendar.Date{Year: 2026, Month: 2, Day: 20}, []*tmpl.Template{units})
	reading := c.Read("a.xlsx", typed(t, files[0].Bytes, map[string]any{cell("Lãnh đạo phụ trách"): "Trần B", cell("Người lập"): "Lê C", cell("Việc phát sinh"): "Đo đạc lại"}))
	book := ledger.New("a.progress.yaml", rec)
	if _, problems := Enter(book, []reply.Reading{reading}); len(problems)+len(reading.Problems) > 0 || len(reading.Reports) != 1 {
		t.Fatalf("%v %+v", problems, reading)
	}
	again, problems := ledger.Read("a.progress.yaml", book.Bytes(), rec)
	if len(problems) > 0 || !strings.Contains(string(book.Bytes()), "\nformat: 2\n") {
		t.Fatalf("%v\n%s", problems, book.Bytes())
	}
	known := again.Known()
	_, _, shown := headed(t, filesOf(t, r, known, rec)[0].Bytes)
	if got := shown(cell("Việc phát sinh")); got != "Đo đạc lại" {
		t.Errorf("%q", got)
	}
	values := known.Standings[reading.Reports[0].ID].Values
	if n, m := len(report.Fields().Heads()), len(report.Fields().Used([]report.Values{values}).Heads()); m != n+3 {
		t.Errorf("%d columns of status, and %d where three more are said", n, m)
	}
}
