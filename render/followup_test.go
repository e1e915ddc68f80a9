package render

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ketluan/render/record"
	"ketluan/render/testdata/calc"
)

// reported is what a unit fills in for a task, and what becomes of it.
type reported struct {
	deadline, state, done string // days as 2006-01-02; "" is not filled in
	words                 string // of the deadline, where it is no day
}

// assess says what the formulas must, worked out from the rules in words.
func (r reported) assess(today string) (state, left string) {
	switch done := r.state == "hoàn thành" && r.done <= today; {
	case done && r.done == "":
		return "hoàn thành, chưa ghi ngày", ""
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
	office := calc.New(t)
	cases := []reported{
		{deadline: "2026-03-31"}, {deadline: "2026-03-31", state: "đang thực hiện"}, {deadline: "2026-03-31", state: "chưa thực hiện"},
		{deadline: "2026-03-31", state: "hoàn thành"}, {deadline: "2026-03-31", state: "hoàn thành", done: "2026-03-31"},
		{deadline: "2026-03-31", state: "hoàn thành", done: "2026-04-01"}, {deadline: "2026-03-31", state: "tạm dừng / xin gia hạn"},
		{words: "thường xuyên"}, {words: "hằng tháng", state: "hoàn thành"}, {words: "hằng tháng", state: "hoàn thành", done: "2026-03-01"},
		{deadline: "2026-04-07"}, {deadline: "2026-04-08"},
	}
	source := file(t, newRenderer(t), "2026-q1-giao-ban.yaml", "-theo-doi.xlsx")
	for _, today := range []string{"2026-03-24", "2026-03-31", "2026-04-01"} {
		rows := recalculated(t, office, source, today, cases)["Nhiệm vụ"]
		top := slices.IndexFunc(rows, func(row []string) bool { return row[0] == "STT" })
		head := rows[top]
		marks := map[string]string{"hoàn thành, chưa ghi ngày": "√?", "quá hạn": "▲", "sắp đến hạn": "►", "hoàn thành đúng hạn": "√", "hoàn thành quá hạn": "√"}
		for i, c := range cases {
			state, left := c.assess(today)
			missing := ""
			if c.state == "hoàn thành" {
				if missing = "kết quả"; c.done == "" {
					missing = "ngày hoàn thành, kết quả"
				}
			}
			got := rows[top+1+i]
			for header, want := range map[string]string{"Đánh giá": state, "Số ngày còn lại": left, "Dấu": marks[state], "Còn thiếu": missing} {
				if got := got[slices.Index(head, header)]; got != want {
					t.Errorf("on %s, %+v: %s is %q, want %q", today, c, header, got, want)
				}
			}
		}
	}
}

// LibreOffice works the summary out to what is counted here from the record
// and what is filled in, at three dates.
func TestSummary(t *testing.T) {
	office := calc.New(t)
	r := newRenderer(t)
	const name = "2026-q1-giao-ban.yaml"
	tasks := example(t, r, name).Tasks()
	cases := make([]reported, len(tasks))
	for i, task := range tasks {
		if d := task.Deadline.Day; !d.IsZero() {
			cases[i].deadline = fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
		} else {
			cases[i].words = task.Deadline.Words
		}
		if i%3 == 0 {
			cases[i].state, cases[i].done = "hoàn thành", "2026-02-10"
		}
		if i%5 == 4 {
			cases[i].state, cases[i].done = "hoàn thành", ""
		}
	}
	states := []string{"hoàn thành đúng hạn", "hoàn thành quá hạn", "hoàn thành, chưa ghi ngày", "trong hạn", "sắp đến hạn", "quá hạn", "không có thời hạn"}
	for _, today := range []string{"2026-01-15", "2026-03-18", "2026-04-30"} {
		want := map[string][]int{}
		count := func(unit string, state int) {
			if want[unit] == nil {
				want[unit] = make([]int, 1+len(states))
			}
			want[unit][0]++
			want[unit][1+state]++
		}
		for i, task := range tasks {
			state, _ := cases[i].assess(today)
			count("Tổng cộng", slices.Index(states, state))
			for _, u := range record.Singles(task.Leads) {
				count(u.Name, slices.Index(states, state))
			}
		}
		rows := recalculated(t, office, file(t, r, name, "-theo-doi.xlsx"), today, cases)["Tổng hợp"]
		for _, row := range rows[3 : 3+len(want)] {
			counts := want[row[0]]
			if counts == nil {
				t.Errorf("a row of %q", row[0])
				continue
			}
			for i, header := range append([]string{"Tổng số"}, states...) {
				if got := row[1+i]; got != fmt.Sprint(counts[i]) {
					t.Errorf("on %s, %s, %s: %s, want %d", today, row[0], header, got, counts[i])
				}
			}
			share := 100 * float64(counts[1]+counts[2]) / float64(counts[0])
			if got, err := strconv.ParseFloat(strings.TrimSuffix(row[9], "%"), 64); err != nil || math.Abs(got-share) > 1e-9 {
				t.Errorf("on %s, %s: %s done, want %f %%", today, row[0], row[9], share)
			}
			delete(want, row[0])
		}
		if len(want) > 0 {
			t.Errorf("on %s: no rows of %v", today, want)
		}
	}
}

// recalculated fills the tracker in, on a day, and returns the rows of its
// sheets as LibreOffice works them out.
func recalculated(t *testing.T, office *calc.Program, source, today string, cases []reported) map[string][][]string {
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
	if err := book.SetCellFormula("Danh mục", "D1", ""); err != nil {
		t.Fatal(err)
	}
	set("Danh mục", "D1", serial(today))
	for i, c := range cases {
		row := fmt.Sprint(header + 1 + i)
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
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := book.UpdateLinkedValue(); err != nil { // what is shown before is not known any more
		t.Fatal(err)
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return sheetsOf(t, office, path)
}

// sheetsOf returns the rows of a workbook's sheets as LibreOffice opens it.
func sheetsOf(t *testing.T, office *calc.Program, path string) map[string][][]string {
	t.Helper()
	dir := t.TempDir()
	office.Run("--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir, path)
	stem := strings.TrimSuffix(filepath.Base(path), ".xlsx")
	sheets := map[string][][]string{}
	files, _ := filepath.Glob(filepath.Join(dir, stem+"-*.csv"))
	for _, file := range files {
		csv, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), stem+"-"), ".csv")
		for line := range strings.Lines(string(csv)) {
			sheets[name] = append(sheets[name], strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return sheets
}
