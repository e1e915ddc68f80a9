package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// withInputs has columns to fill in.
func withInputs() *sheet.Design {
	d := design()
	d.ListSheet = "Danh mục"
	d.Lists = []sheet.List{{Name: "DM_TRANG_THAI", Header: "Trạng thái", Items: []string{"hoàn thành", "tạm dừng, xin gia hạn"}}}
	c := d.Sheets[0].Columns
	c[1].Input = &sheet.Input{Kind: sheet.InputChoice, List: "DM_TRANG_THAI", Title: "Trạng thái", Hint: "Chọn <một>.", Error: "Không có."}
	c[2].Input = &sheet.Input{Kind: sheet.InputDay, Title: "Ngày", Hint: "Ngày."}
	c[3].Input = &sheet.Input{Kind: sheet.InputPercent, Title: "%", Hint: "Từ 0 %."}
	return d
}

// What is filled in is held to its kind, over all rows and no more; the same
// holds for what is filtered and printed.
func TestInputs(t *testing.T) {
	for _, rows := range [][]string{nil, {"a"}, {"a", "b", "c"}} {
		b := book(withInputs(), rows...)
		b.Properties.Unit = "Phòng R&D"
		b.Sheets[0].Since = sheet.Date{Year: 2020, Month: 9, Day: 28}
		f := open(t, write(t, b))
		last := 2 + max(len(rows), 1)
		all, err := f.GetDataValidations("Nhiệm vụ")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, dv := range all {
			got = append(got, strings.Join([]string{dv.Sqref, dv.Type, dv.Operator, dv.Formula1, dv.Formula2}, " "))
			if !dv.ShowErrorMessage || !dv.ShowInputMessage || dv.ErrorStyle != nil && *dv.ErrorStyle != "stop" {
				t.Errorf("%s only advises", dv.Sqref)
			}
		}
		want := []string{
			fmt.Sprintf("B3:B%d list  DM_TRANG_THAI ", last), fmt.Sprintf("C3:C%d date greaterThanOrEqual 44102 ", last), fmt.Sprintf("D3:D%d decimal between 0 1", last),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		names := map[string]string{}
		for _, n := range f.GetDefinedName() {
			if n.Scope == "Danh mục" {
				n.Name += " of the lists"
			}
			names[n.Name] = n.RefersTo
		}
		for name, want := range map[string]string{
			"_xlnm.Print_Titles": "'Nhiệm vụ'!$2:$2", "_xlnm.Print_Area": fmt.Sprintf("'Nhiệm vụ'!$A$1:$D$%d", last),
			"_xlnm._FilterDatabase": fmt.Sprintf("'Nhiệm vụ'!$A$2:$D$%d", last), "DM_TRANG_THAI": "'Danh mục'!$A$2:$A$3",
			"_xlnm.Print_Area of the lists": "'Danh mục'!$E$1:$F$1", // empty: nothing is printed
		} {
			if names[name] != want {
				t.Errorf("%s is %q, want %q", name, names[name], want)
			}
		}
		props, err := f.GetCustomProps()
		if diff := cmp.Diff([]excelize.CustomProperty{{Name: "HoSoID", Value: "2020-Q3"}, {Name: "DonVi", Value: "Phòng R&D"}}, props); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		if items, err := f.GetCols("Danh mục"); err != nil || strings.Join(items[0], "|") != "Trạng thái|hoàn thành|tạm dừng, xin gia hạn" {
			t.Errorf("%v, %v", items, err)
		}
	}
}

// No mark that stands for a value is left anywhere.
func TestNoMarksLeft(t *testing.T) {
	for name, xml := range partsOf(t, write(t, parts())) {
		for _, mark := range []string{"9876", "9986", "1234567"} {
			if strings.Contains(xml, mark) {
				t.Errorf("%s has %s:\n%s", name, mark, xml)
			}
		}
	}
}

// partsOf returns the parts of a file by their names.
func partsOf(t *testing.T, file []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, part := range zr.File {
		rc, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		xml, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		all[part.Name] = string(xml)
	}
	return all
}

func TestInputErrors(t *testing.T) {
	for reason, spoil := range map[string]func(*sheet.Design){
		"must be called DM_": func(d *sheet.Design) { d.Lists[0].Name = "A1" },
		"have items":         func(d *sheet.Design) { d.Lists[0].Items = []string{} },
		"there is no list":   func(d *sheet.Design) { d.Sheets[0].Columns[1].Input.List = "DM_X" },
		"longer than":        func(d *sheet.Design) { d.Sheets[0].Columns[1].Input.Hint = strings.Repeat("ư", 256) },
	} {
		d := withInputs()
		spoil(d)
		_, err := New(d, faces(t))
		var e *DesignError
		if !errors.As(err, &e) || !strings.Contains(e.EN, reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
