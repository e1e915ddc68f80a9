package tmpl

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// sharedTask is one of a group of two and of the office; the first of the group
// has done its part in time, the second called it done without a day.
func sharedTask() (*record.Record, followup.Known) {
	first, second := &record.Unit{Name: "Phòng Một"}, &record.Unit{Name: "Phòng Hai"}
	group := &record.Unit{Name: "Khối", Members: []*record.Unit{first, second}}
	day := calendar.Date{Year: 2020, Month: 10, Day: 15}
	rec := &record.Record{MeetingDate: calendar.Date{Year: 2020, Month: 9, Day: 28}, Subject: "Kết luận", Agency: record.Agency{Name: "Sở A"}, Conclusions: []*record.Item{
		{ID: "2020-Q3/1-W", Task: true, Text: "Rà soát.", Leads: []*record.Unit{group, office}, Deadline: record.Deadline{Words: "15/10/2020", Day: day}},
		{ID: "2020-Q3/2-U", Task: true, Text: "Kiểm kê.", Leads: []*record.Unit{office}},
	}}
	half := report.Values{"state": report.UnderWay, "percent": report.Percent(50)}
	return rec, followup.Known{AsOf: calendar.Date{Year: 2020, Month: 10, Day: 20}, Standings: followup.Standings{"2020-Q3/1-W": {
		Values: half, Shares: map[string]report.Values{
			"Phòng Một": {"state": report.Done, "completed": report.Day(day)}, "Phòng Hai": {"state": report.Done}, "Văn phòng Sở": half,
		},
	}}}
}

// rowsOf writes the rows of a sheet, a line each, empty cells as nothing.
func rowsOf(s sheet.Sheet) string {
	var b strings.Builder
	for _, row := range s.Rows {
		for _, c := range row {
			if _, blank := c.(sheet.Blank); !blank {
				fmt.Fprint(&b, c)
			}
			b.WriteString("|")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// The office's workbook judges the members of a group by their own reports. One
// whose formulas know no shares has the figures that they work out: of the
// leads as the record names them, and of the task as a whole.
func TestShares(t *testing.T) {
	src, err := os.ReadFile("../../templates/theo-doi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const judged = "Phòng Một|1|1|0|0|0|0|0|0|1|\nPhòng Hai|1|0|0|1|0|0|0|0|0|\nVăn phòng Sở|2|0|0|0|0|0|1|1|0|\n"
	const shares = "2020-Q3/1-W|Phòng Một|hoàn thành|{2020 10 15}|đang thực hiện|0.5||1|{2020 10 15}|hoàn thành đúng hạn|\n" +
		"2020-Q3/1-W|Phòng Hai|hoàn thành||đang thực hiện|0.5||1|{2020 10 15}|hoàn thành, chưa ghi ngày|\n" +
		"2020-Q3/1-W|Văn phòng Sở|đang thực hiện||đang thực hiện|0.5||1|{2020 10 15}|quá hạn|\n"
	own, _, _ := strings.Cut(string(src), "\n  # Phần việc của từng đơn vị")
	for _, c := range []struct{ src, leaders, shares string }{
		{string(src), judged, shares},
		{own, "Khối|1|0|0|0|0|0|1|0|0|\nVăn phòng Sở|2|0|0|0|0|0|1|1|0|\n", ""},
	} {
		parsed, err := Parse("a.yaml", []byte(c.src))
		if err != nil {
			t.Fatal(err)
		}
		rec, known := sharedTask()
		var books []Named
		for b, err := range parsed.Workbooks(known, rec) {
			if err != nil {
				t.Fatal(err)
			}
			books = append(books, b)
		}
		if got := rowsOf(books[0].Sheets[1]); got != c.leaders {
			t.Errorf("got\n%swant\n%s", got, c.leaders)
		}
		if c.shares == "" {
			continue
		}
		if got := rowsOf(books[0].Sheets[2]); got != c.shares || books[0].Parameters["DM_HOM_NAY"] != (sheet.Date{Year: 2020, Month: 10, Day: 20}) {
			t.Errorf("got\n%swant\n%s%v", got, c.shares, books[0].Parameters)
		}
	}
}

// A column whose heading says when is there only then, with its cells below.
func TestColumnWhen(t *testing.T) {
	const table = `blocks: [{table: {widths: [rest, 10, 20], header: [{blocks: [{p: p, text: A}]}, {when: .Number, blocks: [{p: p, text: B}]}, {blocks: [{p: p, text: C}]}],` +
		` each: .Recipients, row: [{blocks: [{p: p, text: "{{.}}"}]}, {blocks: [{p: p, text: b}]}, {blocks: [{p: p, text: c}]}], total: [{}, {blocks: [{p: p, text: s}]}, {}]}}]`
	parsed, err := Parse("a.yaml", []byte(head+table))
	if err != nil {
		t.Fatal(err)
	}
	for number, want := range map[string]string{"": "2: A C; x c;  ", "5": "3: A B C; x b c;  s "} {
		d, err := parsed.Document(&record.Record{Number: number, Recipients: []string{"x"}})
		if err != nil {
			t.Fatal(err)
		}
		filled := d.Blocks[0].(*doc.Table)
		line := func(cells []doc.Cell) string {
			var words []string
			for _, c := range cells {
				words = append(words, strings.TrimSpace(dump(c.Blocks, "")))
			}
			return strings.Join(words, " ")
		}
		got := fmt.Sprintf("%d: %s; %s; %s", len(filled.Widths), line(filled.Header), line(filled.Rows[0]), line(filled.Rows[1]))
		if got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
	if _, err := Parse("a.yaml", []byte(head+strings.Replace(table, "when: .Number", "when: .Nmber", 1))); err == nil {
		t.Error("a misspelt condition is not told")
	}
}
