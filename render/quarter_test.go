package render

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// The quarter's workbooks have every task of every notice, and each unit's its
// own of all of them; units are one by their names.
func TestQuarter(t *testing.T) {
	o := newRenderer(t).options
	o.Document, o.Workbooks = nil, nil
	o.QuarterWorkbooks = []*tmpl.Template{builtIn(t, "theo-doi-quy"), builtIn(t, "theo-doi-quy-don-vi")}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	second := strings.NewReplacer("meeting-date: 28/9/2020", "meeting-date: 25/9/2020\ncode: 2020-Q3-B", `number: ""`, `number: "7"`)
	records := []*record.Record{example(t, r, seed), parsed(t, r, "b.yaml", []byte(second.Replace(source(t, seed))))}
	files, err := r.Quarter(Known{}, records)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1+10 || files[0].Suffix != "-theo-doi.xlsx" || files[0].Folder != "" || files[1].Folder != "don-vi" {
		t.Fatalf("%d files", len(files))
	}
	var want []string
	for _, rec := range records {
		for _, task := range rec.Tasks() {
			want = append(want, task.ID)
		}
	}
	if got := column(t, files[0].Bytes, "Mã nhiệm vụ"); !slices.Equal(got, want) {
		t.Errorf("tasks %q, want %q", got, want)
	}
	if notices := column(t, files[0].Bytes, "Thông báo"); notices[31] != "07/TB-SKHCN ngày 29/09/2020" {
		t.Errorf("the last task comes from %q", notices[31])
	}
	office := opened(t, files[0].Bytes)
	if total, err := office.GetCellValue("Tổng hợp", "B14"); err != nil || total != "32" {
		t.Errorf("%q tasks in all, %v", total, err)
	}
	if props, err := office.GetDocProps(); err != nil || props.Identifier != "quy/2020-Q3" {
		t.Errorf("identifier %q, %v", props.Identifier, err)
	}
	if got := column(t, files[1].Bytes, "Mã nhiệm vụ"); fmt.Sprint(got[:4]) != "[2020-Q3/1.1-Q 2020-Q3/1.2-O 2020-Q3/1.3-M 2020-Q3-B/1.1-I]" {
		t.Errorf("tasks of the first unit: %q", got)
	}
	validations, err := office.GetDataValidations("Nhiệm vụ")
	if err != nil || !slices.ContainsFunc(validations, func(dv *excelize.DataValidation) bool { return dv.Type == "date" && dv.Formula1 == "44099" }) {
		t.Errorf("nothing may be done before the first meeting: %v", err)
	}
}

// source returns the text of an example.
func source(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(examples, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// column returns what stands below a header, where a row has an ordinal.
func column(t *testing.T, content []byte, header string) (cells []string) {
	t.Helper()
	rows, err := opened(t, content).GetRows("Nhiệm vụ")
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for _, row := range rows {
		switch {
		case len(row) > 0 && row[0] == "STT":
			at = slices.Index(row, header)
		case at >= 0 && len(row) > at && row[0] != "" && row[at] != "":
			cells = append(cells, row[at])
		}
	}
	return cells
}
