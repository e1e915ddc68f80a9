package render

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// reported is what a unit fills in for a task, and what becomes of it.
type reported struct {
	deadline, state, done string // days as 2006-01-02; "" is not filled in
	words                 string // of the deadline, where it is no day
}

// assess says what the formulas must, worked out from the rules in words.
func (r reported) assess(today string) (state, left string) {
	switch done := r.state == "hoàn thành" && r.done != ""; {
	case done && (r.deadline == "" || r.done <= r.deadline):
		return "hoàn thành đúng hạn", ""
	case done:
		return "hoàn thành quá hạn", ""
	case r.deadline == "":
		return "không có thời hạn", ""
	}
	days := int(day(r.deadline).Sub(day(today)).Hours() / 24)
	switch {
	case days < 0:
		state = "quá hạn"
	case days <= 7:
		state = "sắp đến hạn"
	default:
		state = "trong hạn"
	}
	return state, fmt.Sprint(days)
}

func day(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

func serial(s string) int { return int(day(s).Sub(day("1899-12-30")).Hours() / 24) }

// LibreOffice works the formulas of the tracker out to what the rules say, at
// three dates, with the day itself on both sides of each boundary.
func TestAssessment(t *testing.T) {
	soffice := tool(t, "soffice")
	cases := []reported{
		{deadline: "2026-03-31"}, {deadline: "2026-03-31", state: "đang thực hiện"}, {deadline: "2026-03-31", state: "chưa thực hiện"},
		{deadline: "2026-03-31", state: "hoàn thành"}, {deadline: "2026-03-31", state: "hoàn thành", done: "2026-03-31"},
		{deadline: "2026-03-31", state: "hoàn thành", done: "2026-04-01"}, {deadline: "2026-03-31", state: "tạm dừng / xin gia hạn"},
		{words: "thường xuyên"}, {words: "hằng tháng", state: "hoàn thành"}, {words: "hằng tháng", state: "hoàn thành", done: "2026-03-01"}, {deadline: "2026-04-07"}, {deadline: "2026-04-08"},
	}
	source := file(t, newRenderer(t), "2026-q1-giao-ban.yaml", "-theo-doi.xlsx")
	for _, today := range []string{"2026-03-24", "2026-03-31", "2026-04-01"} {
		rows := recalculated(t, soffice, source, today, cases)
		for i, c := range cases {
			state, left := c.assess(today)
			if got := rows[i+4]; got[10] != state || got[11] != left {
				t.Errorf("on %s, %+v: %q, %q days; want %q, %q", today, c, got[10], got[11], state, left)
			}
		}
	}
}

// recalculated fills the tracker in, on a day, and returns its rows as
// LibreOffice shows them.
func recalculated(t *testing.T, soffice, source, today string, cases []reported) [][]string {
	t.Helper()
	book, err := excelize.OpenFile(source)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	set := func(sheet, cell string, value any) {
		if err := book.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellFormula("Danh mục", "C1", ""); err != nil {
		t.Fatal(err)
	}
	set("Danh mục", "C1", serial(today))
	for i, c := range cases {
		row := fmt.Sprint(i + 5)
		if c.deadline != "" {
			set("Nhiệm vụ", "F"+row, serial(c.deadline))
		} else {
			set("Nhiệm vụ", "F"+row, c.words)
		}
		set("Nhiệm vụ", "H"+row, c.state)
		if c.done != "" {
			set("Nhiệm vụ", "J"+row, serial(c.done))
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76", "--outdir", dir, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	csv, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(csv)) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return rows
}
