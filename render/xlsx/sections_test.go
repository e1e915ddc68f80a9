package xlsx

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/sheet"
)

// withParts has sections, totals, a line to sign on, and a second sheet that
// counts the first, with a chart.
func withParts() *sheet.Design {
	d := withFormulas()
	d.Protected = true
	d.Lists = append(d.Lists, sheet.List{Name: "DM_DON_VI", Header: "Đơn vị"})
	first := &d.Sheets[0]
	first.Frozen, first.Closed = "Nội dung", "F2F2F2"
	first.Closings = []sheet.Closing{{Style: sheet.Style{Size: 12}, From: "Thời hạn"}}
	d.Sheets = append(d.Sheets, sheet.SheetDesign{
		Name: "Tổng hợp", Columns: []sheet.Column{
			{Header: "Đơn vị", Width: 20, Total: `"Tổng"`},
			{Header: "Số", Width: 8, Format: sheet.FormatInteger, Formula: "COUNTIF([Nhiệm vụ!Nội dung],[Đơn vị])", Total: "COUNTA([Nhiệm vụ!Nội dung])"},
		},
		Chart: &sheet.Chart{Title: "Biểu đồ", Categories: "Đơn vị", Series: []sheet.Series{{Header: "Số", Fill: "FF5050"}}},
	})
	return d
}

func parts() *sheet.Workbook {
	b := withBlank(book(withParts(), "a", "b"))
	s := &b.Sheets[0]
	s.Closings = []string{"Ký tên"}
	s.Rows = append([][]sheet.Cell{{sheet.Section("I. Phần một")}}, s.Rows...)
	s.Rows[2][3] = sheet.Closed{}
	b.Sheets = append(b.Sheets, sheet.Sheet{
		Rows:   [][]sheet.Cell{{sheet.Text("a & b"), sheet.Number(1)}, {sheet.Text("b"), sheet.Number(2)}, {sheet.Text("c"), sheet.Number(0)}},
		Totals: []sheet.Cell{sheet.Blank{}, sheet.Number(3)},
	})
	b.Lists = map[string][]string{"DM_DON_VI": {"a", "b", "c"}}
	return b
}

func TestParts(t *testing.T) {
	file := write(t, parts())
	f := open(t, file)
	got := map[string]string{}
	for _, cell := range []string{"A3", "A4", "C6", "B7"} {
		got[cell], _ = f.GetCellValue("Nhiệm vụ", cell)
	}
	for _, cell := range []string{"A5", "B2", "B5"} {
		got["Tổng hợp!"+cell], _ = f.GetCellValue("Tổng hợp", cell)
	}
	for _, cell := range []string{"B2", "B5"} {
		got["="+cell], _ = f.GetCellFormula("Tổng hợp", cell)
	}
	want := map[string]string{
		"A3": "I. Phần một", "A4": "1", "C6": "Ký tên", "B7": "", "Tổng hợp!A5": "Tổng", "Tổng hợp!B2": "1", "Tổng hợp!B5": "3",
		"=B2": "COUNTIF('Nhiệm vụ'!$B$3:$B$5,A2)", "=B5": "COUNTA('Nhiệm vụ'!$B$3:$B$5)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if merged, err := f.GetMergeCells("Nhiệm vụ"); err != nil || len(merged) != 2 || merged[1].GetStartAxis() != "C6" || merged[1].GetEndAxis() != "E6" {
		t.Errorf("merged %v, %v", merged, err)
	}
	if items, err := f.GetCols("Danh mục"); err != nil || strings.Join(items[1], "|") != "Đơn vị|a|b|c" {
		t.Errorf("%v, %v", items, err)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name+" "+n.Scope] = n.RefersTo
	}
	if names["DM_DON_VI Workbook"] != "'Danh mục'!$B$2:$B$4" || names["_xlnm.Print_Area Nhiệm vụ"] != "'Nhiệm vụ'!$A$1:$E$6" {
		t.Errorf("names %v", names)
	}
	if panes, err := f.GetPanes("Nhiệm vụ"); err != nil || panes.XSplit != 2 || panes.YSplit != 2 || panes.TopLeftCell != "C3" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	for _, name := range []string{"Nhiệm vụ", "Tổng hợp", "Danh mục"} {
		if p, err := f.GetSheetProtection(name); err != nil || !p.SelectLockedCells || p.Sort || p.Password != "" {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}

// A chart covers the rows of its table, stands below them over its width, and
// shows what is known before anything is worked out.
func TestChart(t *testing.T) {
	all := partsOf(t, write(t, parts()))
	for part, wants := range map[string][]string{
		"xl/charts/chart1.xml": {
			"&#39;Tổng hợp&#39;!$A$2:$A$4", "&#39;Tổng hợp&#39;!$B$2:$B$4", `<ptCount val="3"/><pt idx="0"><v>1</v></pt><pt idx="1"><v>2</v></pt>`,
			`<pt idx="0"><v>a &amp; b</v></pt>`,
		},
		"xl/drawings/drawing1.xml": {
			"<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row>", "<xdr:to><xdr:col>2</xdr:col>", `descr="Biểu đồ"`,
		},
	} {
		for _, want := range wants {
			if !strings.Contains(all[part], want) {
				t.Errorf("%s has no %s:\n%s", part, want, all[part])
			}
		}
	}
	for range 20 { // the library writes types of parts in any order
		if again := partsOf(t, write(t, parts())); !cmp.Equal(all, again) {
			t.Fatal("another time the file is another")
		}
	}
}

func TestPartErrors(t *testing.T) {
	for reason, spoil := range map[string]func(*sheet.Design){
		`names the sheet "Không"`:          func(d *sheet.Design) { d.Sheets[1].Columns[1].Formula = "[Không!A]" },
		`names the column "Không"`:         func(d *sheet.Design) { d.Sheets[1].Columns[1].Total = "[Nhiệm vụ!Không]" },
		`it names the column "Hạn"`:        func(d *sheet.Design) { d.Sheets[0].Frozen = "Hạn" },
		`it names the column "x"`:          func(d *sheet.Design) { d.Sheets[0].Closings[0].From = "x" },
		`it names the column "y"`:          func(d *sheet.Design) { d.Sheets[0].Titles[0].To = "y" },
		`the chart names the column "z"`:   func(d *sheet.Design) { d.Sheets[1].Chart.Series[0].Header = "z" },
		`the chart names the column "t"`:   func(d *sheet.Design) { d.Sheets[1].Chart.Categories = "t" },
		"1 to 31 characters":               func(d *sheet.Design) { d.ListSheet = strings.Repeat("a", 32) },
		`has one of [ ] !`:                 func(d *sheet.Design) { d.Sheets[0].Columns[0].Header = "a!b" },
		"the first sheet cannot be hidden": func(d *sheet.Design) { d.Sheets[0].Hidden = true },
	} {
		d := withParts()
		spoil(d)
		_, err := New(d, faces(t))
		var e *DesignError
		if !errors.As(err, &e) || !strings.Contains(e.EN, reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

// A footer that is too long for Excel is cut, the number of the page is not.
func TestFooterIsCut(t *testing.T) {
	b := parts()
	b.Sheets[0].Footer = sheet.Footer{Left: strings.Repeat("Kết luận & ", 60), Right: "Trang {page}/{pages}"}
	hf, err := open(t, write(t, b)).GetHeaderFooter("Nhiệm vụ")
	if err != nil || len([]rune(hf.OddFooter)) > 255 || !strings.HasSuffix(hf.OddFooter, "Trang &P/&N") || !strings.Contains(hf.OddFooter, "…") {
		t.Errorf("%v, %v", hf, err)
	}
}
