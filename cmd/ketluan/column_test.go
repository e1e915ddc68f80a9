package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	reported "ketluan/render/report"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// withSupervisor is the whole of what a column more takes in Go: its row.
func withSupervisor() reported.Table {
	row := reported.TextField("supervisor", 3, problem.Text{VI: "lãnh đạo phụ trách", EN: "the supervisor"}, problem.Text{VI: "Lãnh đạo phụ trách", EN: "Supervisor"})
	row.Shown = true
	return append(reported.Fields(), row)
}

// supervisorTemplates are the rest: a column in the workbook of the units, and
// the letter to those who are late.
func supervisorTemplates(t *testing.T, fields reported.Table) (workbook, letter *tmpl.Template) {
	t.Helper()
	for _, c := range []struct {
		name, from, to string
		into           **tmpl.Template
	}{
		{"theo-doi-don-vi", "      - header: Còn thiếu\n", `      - header: Lãnh đạo phụ trách
        width: 12
        style: {size: 11, fill: FFFBE6}
        field: supervisor
        input: {kind: text, title: Lãnh đạo phụ trách, hint: "Họ và tên."}
      - header: Còn thiếu
`, &workbook},
		{"cong-van-don-doc", "{{with .Report}}", "{{with .Report}}{{if .Supervisor}}Phụ trách: {{.Supervisor}}. {{end}}", &letter},
	} {
		src, err := templates.FS.ReadFile(c.name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(src), c.from, c.to, 1)
		if changed == string(src) {
			t.Fatalf("%s has no %q", c.name, c.from)
		}
		if *c.into, err = tmpl.ParseOf(fields, c.name, []byte(changed)); err != nil {
			t.Fatal(err)
		}
		if _, err := tmpl.Parse(c.name, []byte(changed)); err == nil {
			t.Errorf("%s without the row: %v", c.name, err)
		}
	}
	return workbook, letter
}

const supervised = `
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

// A column more comes back through collect into ledger, status and letters, by
// one row and the templates.
func TestAddedColumn(t *testing.T) {
	fields := withSupervisor()
	workbook, letter := supervisorTemplates(t, fields)
	rec, problems := record.Parse([]byte(supervised), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	r, err := render.New(render.Options{Family: family, Workbooks: []*tmpl.Template{workbook}})
	if err != nil {
		t.Fatal(err)
	}
	files, err := r.Files(rec)
	if err != nil || len(files) != 2 {
		t.Fatal(len(files), err)
	}
	asOf := calendar.Date{Year: 2026, Month: 4, Day: 20}
	c := render.NewCollector(rec, asOf, []*tmpl.Template{workbook})
	c.Fields = fields
	book := ledger.NewOf(fields, "a.progress.yaml", rec)
	for i, cells := range [][]string{
		{"H+2", "đang thực hiện", "O+2", "Phó Giám đốc  <Lê B>", "O+3", "=Trần C"}, // the second a text, which no spreadsheet must take for a formula
		{"O+2", "- Phạm #D: 1", "O+4", "Phó phòng E"},                              // the last as a partner, in the second part of the table
	} {
		reading := c.Read(files[i].Suffix, filledIn(t, files[i].Bytes, cells))
		if len(reading.Problems) > 0 || len(reading.Reports) != 2 {
			t.Fatalf("%+v", reading)
		}
		if _, problems := render.Enter(book, []reply.Reading{reading}); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	again, problems := ledger.ReadOf(fields, "a.progress.yaml", book.Bytes(), rec)
	if len(problems) > 0 || !bytes.Equal(again.Bytes(), book.Bytes()) {
		t.Fatalf("%v\n%s", problems, book.Bytes())
	}
	has(t, string(again.Bytes()), "\nformat: 3\n", `    supervisor: "Phòng A: Phó Giám đốc <Lê B>\nPhòng B: - Phạm #D: 1"`+"\n", `        supervisor: "- Phạm #D: 1"`+"\n", "        supervisor: Phó phòng E\n", `    supervisor: "=Trần C"`+"\n")
	s := office.Standing{Status: followup.StatusOf([]followup.Account{{Record: rec, Standings: again.Standings()}}, asOf, 7), Fields: fields}
	checkPrinted(t, s)
	letters, err := letter.Letters(rec, tmpl.FollowUp{Standings: again.Standings(), AsOf: asOf}, false)
	if err != nil || len(letters) != 2 {
		t.Fatal(len(letters), err)
	}
	said, err := json.Marshal(letters)
	if err != nil {
		t.Fatal(err)
	}
	has(t, string(said), "Phụ trách: =Trần C. ")
}

// checkPrinted looks at what status prints of the overdue tasks.
func checkPrinted(t *testing.T, s office.Standing) {
	t.Helper()
	var out bytes.Buffer
	a := &app{streams: streams{out: &out}}
	a.printJSON(s.Late())
	var late []map[string]any
	if err := json.Unmarshal(out.Bytes(), &late); err != nil || len(late) != 2 || late[0]["supervisor"] != "=Trần C" || late[1]["supervisor"] != "Phòng A: Phó Giám đốc <Lê B>\nPhòng B: - Phạm #D: 1" {
		t.Errorf("%v\n%s", err, out.Bytes())
	}
	has(t, out.String(), "    \"proposed\": \"\",\n    \"supervisor\": \"=Trần C\"\n", "<Lê B>")
	out.Reset()
	if err := a.printStatusCSV(statusFlags{overdue: true}, s); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\uFEFF"))).ReadAll()
	if err != nil || rows[0][8] != "Lãnh đạo phụ trách" || rows[1][8] != "'=Trần C" || len(rows[2]) != 9 {
		t.Errorf("%v %q", err, rows)
	}
	out.Reset()
	if err := a.printStatus(statusFlags{overdue: true}, s); err != nil {
		t.Fatal(err)
	}
	has(t, out.String(), "      chưa báo cáo\n      Lãnh đạo phụ trách: =Trần C\n", "      đang thực hiện\n      Lãnh đạo phụ trách: Phòng A: Phó Giám đốc <Lê B> Phòng B: - Phạm #D: 1\n")
}

// filledIn fills cells of the sheet of tasks in.
func filledIn(t *testing.T, src []byte, cells []string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(cells); i += 2 {
		if err := f.SetCellStr("Nhiệm vụ", place(f, cells[i]), cells[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
