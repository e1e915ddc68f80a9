package xlsx

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/sheet"
)

// withFormulas has a column that is worked out, and colours.
func withFormulas() *sheet.Design {
	d := withInputs()
	d.Parameters = []sheet.Parameter{{Name: "DM_HOM_NAY", Label: "Hôm nay", Formula: "TODAY()", Format: sheet.FormatDate}}
	s := &d.Sheets[0]
	s.Columns = append(s.Columns, sheet.Column{Header: "Quá hạn", Width: 8, Formula: `IF([Thời hạn]<DM_HOM_NAY,"<có> & không",[%])`})
	s.Rules = []sheet.Rule{
		{When: `[Quá hạn]<>"a&b"`, Column: "Quá hạn", Fill: "F8CBAD", Color: "9C0006", Bold: true},
		{When: `[STT]>[%]`, Fill: "E2EFDA"},
	}
	return d
}

// withBlank adds the cell of the formula to each row.
func withBlank(b *sheet.Workbook) *sheet.Workbook {
	for i := range b.Sheets[0].Rows {
		b.Sheets[0].Rows[i] = append(b.Sheets[0].Rows[i], sheet.Blank{})
	}
	return b
}

func TestFormulas(t *testing.T) {
	f := open(t, write(t, withBlank(book(withFormulas(), "a", "b"))))
	for row := 3; row <= 4; row++ {
		got, err := f.GetCellFormula("Nhiệm vụ", fmt.Sprint("E", row))
		if want := fmt.Sprintf(`IF(C%d<DM_HOM_NAY,"<có> & không",D%d)`, row, row); err != nil || got != want {
			t.Errorf("row %d: %q, %v; want %q", row, got, err, want)
		}
	}
	if got, err := f.GetCellFormula("Danh mục", "C1"); err != nil || got != "TODAY()" {
		t.Errorf("the day is %q, %v", got, err)
	}
	var names []string
	for _, n := range f.GetDefinedName() {
		names = append(names, n.Name+" "+n.RefersTo)
	}
	if !strings.Contains(strings.Join(names, "\n"), "DM_HOM_NAY 'Danh mục'!$C$1") {
		t.Errorf("the day is not named: %q", names)
	}
}

// The colours follow the rows, and only the first rule that holds counts.
func TestRules(t *testing.T) {
	f := open(t, write(t, withBlank(book(withFormulas(), "a", "b", "c"))))
	formats, err := f.GetConditionalFormats("Nhiệm vụ")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for ref, rules := range formats {
		for _, r := range rules {
			got[ref] = fmt.Sprint(r.Type, " ", r.Criteria, " ", r.StopIfTrue)
		}
	}
	want := map[string]string{"E3:E5": `formula $E3<>"a&b" true`, "A3:E5": `formula $A3>$D3 true`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFormulaErrors(t *testing.T) {
	for reason, spoil := range map[string]func(*sheet.Design){
		`names the column "Hạn"`:      func(d *sheet.Design) { d.Sheets[0].Columns[4].Formula = "[Hạn]+1" },
		`names the column "x"`:        func(d *sheet.Design) { d.Sheets[0].Rules[0].When = "[x]" },
		`colours the column "Không"`:  func(d *sheet.Design) { d.Sheets[0].Rules[0].Column = "Không" },
		`the parameter "HOM_NAY"`:     func(d *sheet.Design) { d.Parameters[0].Name = "HOM_NAY" },
		`parameter "DM_HOM_NAY" must`: func(d *sheet.Design) { d.Parameters[0].Formula = "" },
	} {
		d := withFormulas()
		spoil(d)
		_, err := New(d, faces(t))
		var e *DesignError
		if !errors.As(err, &e) || !strings.Contains(e.EN, reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
