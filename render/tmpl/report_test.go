package tmpl

import (
	"cmp"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// A template reaches every field of a report by its name, said or not, in
// texts as in columns; what no field is called is told.
func TestReportInTemplates(t *testing.T) {
	tm := &Template{fields: report.Fields()}
	said := followup.Report{Unit: "Phòng A", On: calendar.Date{Year: 2020, Month: 10, Day: 14}, Time: "16:05:00", Values: report.Values{
		"state": report.UnderWay, "percent": report.Percent(0), "document": report.Text("<12>/BC"), "proposed": report.Day{Year: 2020, Month: 12, Day: 1},
	}}
	const all = "{{with .Report}}{{.Unit}} {{date .On}} {{.Time}}{{if .Partner}} partner{{end}} {{if .State}}{{.State}} {{sentence .State.String}}{{else}}-{{end}}" +
		"{{with .Percent}} {{.}} %{{end}} {{.Completed.IsZero}} [{{.Result}}] {{.Document}} [{{.Difficulties}}] {{if not .Proposed.IsZero}}{{worded .Proposed}}{{end}}{{end}}"
	for _, c := range []struct {
		report followup.Report
		want   string
	}{
		{said, "Phòng A 14/10/2020 16:05:00 đang thực hiện Đang thực hiện 0 % true [] <12>/BC [] ngày 01 tháng 12 năm 2020"},
		{followup.Report{}, " 00/00/0000  - true []  [] "},
	} {
		dot := &task{Report: tm.plain(c.report)}
		var words text
		d := &decoder{}
		words.parse(d, &yaml.Node{}, "", all)
		if got, err := words.fill(dot); err != nil || got != c.want || len(d.problems) > 0 {
			t.Errorf("%q, %v, %v", got, err, d.problems)
		}
		for _, name := range []string{".Report.Percent", ".Report.Completed", ".Report.Unit"} {
			if v, err := (path{names: name}).of(dot); err != nil || v.Interface() != dot.Report[strings.TrimPrefix(name, ".Report.")] {
				t.Errorf("%s: %v, %v", name, v, err)
			}
		}
		if _, err := (path{names: ".Report.Percnt"}).of(dot); err == nil {
			t.Error("no field Percnt is told")
		}
		words.parse(d, &yaml.Node{}, "", "{{.Report.Percnt}}")
		if _, err := words.fill(dot); err == nil {
			t.Error("no field Percnt is told")
		}
	}
}

// Every workbook that comes back has a column for every field, of its kind; in
// the part of the partners those of the leading units are closed.
func TestBuiltInColumns(t *testing.T) {
	kinds := map[string]sheet.InputKind{"State": sheet.InputChoice, "*int": sheet.InputPercent, "Date": sheet.InputDay, "string": sheet.InputText}
	for _, name := range []string{"theo-doi", "theo-doi-don-vi", "theo-doi-quy", "theo-doi-quy-don-vi"} {
		src, err := os.ReadFile("../../templates/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		tm, err := Parse(name, src)
		if err != nil {
			t.Fatal(err)
		}
		columns := map[string]sheet.Column{}
		for _, c := range tm.Design().Sheets[0].Columns {
			columns[c.Field] = c
		}
		for _, f := range report.Fields().Columns() {
			c, ok := columns[f.Key]
			if f.Optional {
				if ok {
					t.Errorf("%s has %s, which is off", name, f.Key)
				}
				continue
			}
			zero := reflect.TypeOf(f.Kind.Plain(nil))
			if want := kinds[cmp.Or(zero.Name(), zero.String())]; !ok || c.Input == nil || c.Input.Kind != want {
				t.Errorf("%s: the column of %s is %+v, want an input of kind %d", name, f.Key, c, want)
			}
			for _, s := range tm.file.Sheets[0].Sections {
				if len(s.Closed) > 0 && slices.Contains(s.Closed, c.Header) != (f.By == report.Leads) {
					t.Errorf("%s: %s is closed to partners, or open", name, f.Key)
				}
			}
		}
	}
}
