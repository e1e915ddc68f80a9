package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"ketluan/render/testdata/racing"
)

// firstDay and lastDay are the quarter of the reference.
const firstDay, lastDay = "2020-10-01", "2020-12-31"

// On every day of a quarter the table, the CSV and the JSON of status and the
// words, table and list of the report say what the raw reports come to.
func TestFiguresEveryDay(t *testing.T) {
	racing.Skip(t)
	books := quarterFolder(t)
	for day := firstDay; day <= lastDay; day = nextDay(day) {
		args := []string{"render", "-t", "bao-cao-ket-qua", "--as-of", day, "--overwrite", "-o", "out"}
		for _, q := range books {
			args = append(args, q.name+".yaml")
		}
		if status, _, errs := runHere(t.Context(), nil, args...); status != allGood {
			t.Fatalf("%s: %s", day, errs)
		}
		for _, q := range books {
			want := q.figuresOn(day)
			where := q.name + " on " + day
			q.checkTable(t, where, day, want)
			q.checkCSV(t, where, day, want)
			q.checkJSON(t, where, day, want)
			checkReport(t, where, shows(t, "out/"+q.name+"/"+q.name+"-bao-cao.pdf"), want)
		}
	}
}

// status runs the command and returns what it prints.
func (q quarterBook) status(t *testing.T, day, format string) string {
	t.Helper()
	status, out, errs := runHere(t.Context(), nil, "status", q.name+".yaml", "--as-of", day, "--format", format)
	if status != allGood {
		t.Fatalf("%s on %s: %s", q.name, day, errs)
	}
	return out
}

// printed are the figures as status prints them: the last two are the share
// and its sign.
func (r row) printed() []string {
	c := r.counts
	var cells []string
	for _, n := range []int{r.tasks(), c[inTime], c[late], c[undated], c[onTrack] + c[dueSoon], c[overdue], c[noDeadline]} {
		cells = append(cells, fmt.Sprint(n))
	}
	return append(cells, strings.Replace(fmt.Sprintf("%.1f", r.share()), ".", ",", 1), "%")
}

func (q quarterBook) checkTable(t *testing.T, where, day string, want []row) {
	t.Helper()
	out := q.status(t, day, "table")
	parts := strings.Split(out, "─\n")
	if len(parts) != 3 {
		t.Fatalf("%s: the table is\n%s", where, out)
	}
	lines := strings.Split(strings.TrimSpace(strings.Trim(parts[1], "─")), "\n")
	total, _, _ := strings.Cut(parts[2], "\n")
	lines = append(lines[:len(lines):len(lines)], total)
	if strings.Trim(lines[len(lines)-2], "─") == "" {
		lines = append(lines[:len(lines)-2], total)
	}
	for i, r := range want {
		if got, want := strings.Join(strings.Fields(lines[i]), " "), r.name+" "+strings.Join(r.printed(), " "); got != want {
			t.Errorf("%s: the table says %q, want %q", where, got, want)
		}
	}
	if list := fmt.Sprintf("Nhiệm vụ quá hạn (%d):", want[len(want)-1].counts[overdue]); len(lines) != len(want) || want[len(want)-1].counts[overdue] > 0 && !strings.Contains(out, list) {
		t.Errorf("%s: no %q in\n%s", where, list, out)
	}
}

func (q quarterBook) checkCSV(t *testing.T, where, day string, want []row) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(q.status(t, day, "csv"), "\uFEFF"))).ReadAll()
	if err != nil || len(rows) != 1+len(want) {
		t.Fatalf("%s: %v, %q", where, err, rows)
	}
	for i, r := range want {
		if got, want := strings.Join(rows[1+i], " "), r.name+" "+strings.Join(r.printed(), " "); got != want {
			t.Errorf("%s: CSV says %q, want %q", where, got, want)
		}
	}
}

func (q quarterBook) checkJSON(t *testing.T, where, day string, want []row) {
	t.Helper()
	type counted struct {
		Unit                                                                            string
		Tasks, DoneInTime, DoneLate, DoneUndated, OnTrack, DueSoon, Overdue, NoDeadline int
	}
	var got struct {
		AsOf    string
		Units   []counted
		Total   counted
		Overdue []struct{ Owing []string }
	}
	if err := json.Unmarshal([]byte(q.status(t, day, "json")), &got); err != nil || got.AsOf != day || len(got.Units)+1 != len(want) {
		t.Fatalf("%s: %v, %+v", where, err, got)
	}
	got.Total.Unit = "Tổng cộng"
	owing := 0
	for i, r := range want {
		c := r.counts
		if i < len(want)-1 {
			owing += c[overdue]
		}
		is := append(got.Units, got.Total)[i]
		if must := (counted{r.name, r.tasks(), c[inTime], c[late], c[undated], c[onTrack] + c[dueSoon], c[dueSoon], c[overdue], c[noDeadline]}); is != must {
			t.Errorf("%s: JSON says %+v, want %+v", where, is, must)
		}
	}
	for _, l := range got.Overdue {
		owing -= len(l.Owing)
	}
	if owing != 0 || len(got.Overdue) != want[len(want)-1].counts[overdue] {
		t.Errorf("%s: JSON lists %+v", where, got.Overdue)
	}
}

// checkReport looks for the figures in the words of the report.
func checkReport(t *testing.T, where, words string, want []row) {
	t.Helper()
	number := func(n int) string {
		if n == 0 {
			return "0"
		}
		return fmt.Sprintf("%02d", n)
	}
	total := want[len(want)-1]
	c := total.counts
	phrases := []string{
		fmt.Sprintf("Thông báo giao %s nhiệm vụ", number(total.tasks())),
		fmt.Sprintf("- Hoàn thành đúng hạn: %s nhiệm vụ;", number(c[inTime])), fmt.Sprintf("- Hoàn thành quá hạn: %s nhiệm vụ;", number(c[late])),
		fmt.Sprintf("- Đang thực hiện, trong hạn: %s nhiệm vụ", number(c[onTrack]+c[dueSoon])),
		fmt.Sprintf("- Quá hạn chưa hoàn thành: %s nhiệm vụ;", number(c[overdue])),
		fmt.Sprintf("- Chưa hoàn thành, không có thời hạn: %s nhiệm vụ.", number(c[noDeadline])),
	}
	if c[undated] > 0 {
		phrases = append(phrases, fmt.Sprintf("- Hoàn thành, chưa ghi ngày (không tính đúng hạn hay quá hạn): %s nhiệm vụ;", number(c[undated])),
			fmt.Sprintf("; %s nhiệm vụ báo hoàn thành, chưa ghi ngày", number(c[undated])))
	}
	if c[dueSoon] > 0 {
		phrases = append(phrases, fmt.Sprintf("trong đó %s nhiệm vụ sắp đến hạn", number(c[dueSoon])))
	}
	if open := total.tasks() - c[inTime] - c[late] - c[undated]; open > 0 && c[inTime]+c[late] > 0 {
		phrases = append(phrases, fmt.Sprintf("Đã hoàn thành %s nhiệm vụ, đạt", number(c[inTime]+c[late])), fmt.Sprintf("còn %s nhiệm vụ chưa hoàn thành", number(open)))
	}
	if c[overdue] > 0 {
		phrases = append(phrases, fmt.Sprintf("Có %s nhiệm vụ quá hạn chưa hoàn thành", number(c[overdue])))
	}
	some := false // a column more where a unit called something done without a day
	for _, r := range want {
		some = some || r.counts[undated] > 0
	}
	for _, r := range want {
		cells := r.printed()
		if !some {
			cells = append(cells[:3:3], cells[4:]...)
		}
		phrases = append(phrases, strings.Replace(r.name+" "+strings.Join(cells, " "), ",0 %", " %", 1))
	}
	for _, p := range phrases {
		if !strings.Contains(words, p) {
			t.Errorf("%s: the report has no %q:\n%s", where, p, words)
		}
	}
}
