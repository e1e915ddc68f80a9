package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render/pdf/read"
	"ketluan/render/testdata/racing"
)

// shows returns the words of a PDF in their order.
func shows(t *testing.T, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := read.Open(src)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, page := range f.Pages {
		for _, t := range page.Texts {
			words = append(words, strings.Fields(t.Text)...)
		}
	}
	return strings.Join(words, " ")
}

// run1 runs a command that must go well, and returns what it lists.
func run1(t *testing.T, args ...string) string {
	t.Helper()
	status, out, errs := runHere(t.Context(), nil, args...)
	if status != allGood {
		t.Fatalf("%v: status %d\n%s%s", args, status, out, errs)
	}
	return filepath.ToSlash(out)
}

func has(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// The return trip of the seed's record, with deadlines for two units. By hand,
// on 1 December: of the 16 tasks 1 (on its last day), 4 (by both its units), 8
// and 15 are done in time and 2 a day late; 3 (16 days) and 9 to 12 (one day)
// are overdue; 5, 6, 7, 13, 14, 16 have no deadline.
func TestReturnTrip(t *testing.T) {
	racing.Skip(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	const name = "examples/2020-q3-giao-ban.yaml"
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dated := string(src)
	for lead, deadline := range map[string]string{"Phòng Kế hoạch - Tài chính": "trước ngày 15/11/2020", "Chi cục Tiêu chuẩn Đo lường Chất lượng": "30/11/2020"} {
		line := regexp.MustCompile(`(?m)^    lead: ` + lead + `( .*)?$`).FindString(dated)
		dated = strings.Replace(dated, line, line+"\n    deadline: "+deadline, 1)
	}
	write(t, name, dated)

	sentBack(t, "inbox/a.xlsx", "khtc", "H+2", "hoàn thành", "J+2", "15/11/2020", "K+2", "đã trình", "H+3", "hoàn thành", "J+3", "16/11/2020", "K+3", "đã trình",
		"H+4", "đang thực hiện", "I+4", "0.5", "M+4", "thiếu số liệu")
	sentBack(t, "inbox/b.xlsx", "cctdc", "H+2", "hoàn thành", "J+2", "20/11/2020", "K+2", "xong", "H+3", "đang thực hiện")
	sentBack(t, "inbox/c.xlsx", "qlkh", "H+2", "hoàn thành", "J+2", "01/10/2020", "K+2", "xong")
	sentBack(t, "inbox/d.xlsx", "qlcs", "H+2", "hoàn thành", "J+2", "02/10/2020", "K+2", "xong")
	sentBack(t, "inbox/e.xlsx", "vp", "H+2", "hoàn thành", "J+2", "30/10/2020", "K+2", "xong")
	run1(t, "collect", name, "inbox", "--as-of", "1/12/2020")

	if made := run1(t, "render", "-t", "bao-cao-ket-qua", name, "--as-of", "1/12/2020", "-o", "out"); made != "out/2020-q3-giao-ban/2020-q3-giao-ban-bao-cao.pdf\n" {
		t.Error(made)
	}
	report := "out/2020-q3-giao-ban/2020-q3-giao-ban-bao-cao.pdf"
	has(t, shows(t, report), "Thông báo giao 16 nhiệm vụ", "Đã hoàn thành 05 nhiệm vụ, đạt 31,3 %; còn 11 nhiệm vụ chưa hoàn thành",
		"Hoàn thành đúng hạn: 04 nhiệm vụ", "Hoàn thành quá hạn: 01 nhiệm vụ", "trong hạn: 0 nhiệm vụ", "Quá hạn chưa hoàn thành: 05 nhiệm vụ", "không có thời hạn: 06 nhiệm vụ",
		"Tổng cộng 16 4 1 0 5 6 31,3 %", "thiếu số liệu", "15/11/2020 16 Đang thực hiện (50 %)", "30/11/2020 1 ", "hết ngày 01 tháng 12 năm 2020")
	statusAgrees(t, shows(t, report), run1(t, "status", name, "--as-of", "1/12/2020", "--format", "csv"))
	letters := strings.Fields(run1(t, "render", "-t", "cong-van-don-doc", name, "--as-of", "1/12/2020", "-o", "out"))
	want := []string{"out/2020-q3-giao-ban/don-doc/2020-q3-giao-ban-don-doc-khtc.pdf", "out/2020-q3-giao-ban/don-doc/2020-q3-giao-ban-don-doc-cctdc.pdf"}
	if !slices.Equal(letters, want) {
		t.Fatalf("%v", letters)
	}
	has(t, shows(t, letters[0]), "Kính gửi: Phòng Kế hoạch - Tài chính", "còn 01 nhiệm vụ", "15/11/2020 16")
	has(t, shows(t, letters[1]), "Kính gửi: Chi cục Tiêu chuẩn Đo lường Chất lượng", "còn 04 nhiệm vụ")
	run1(t, append([]string{"verify", report}, letters...)...)

	if made := run1(t, "carry", name, "--to", "2020-Q4", "--as-of", "1/12/2020"); made != "examples/2020-q4-giao-ban.yaml\n" {
		t.Error(made)
	}
	next, err := os.ReadFile("examples/2020-q4-giao-ban.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folded := strings.Join(strings.Fields(string(next)), " ")
	has(t, folded, "đã hoàn thành 5 trên 16 nhiệm vụ; còn 11 nhiệm vụ tiếp tục thực hiện")
	if n := strings.Count(folded, " since: 2020-Q3"); n != 11 {
		t.Errorf("%d tasks are carried over", n)
	}
	// The clerk fills the gaps in, and the next notice goes out.
	filled := regexp.MustCompile(`\[điền:[^\]…]*\]`).ReplaceAllString(string(next), "nội dung")
	filled = strings.Replace(filled, "Ngày nội dung", "Ngày 28/12/2020", 1)
	filled = strings.Replace(filled, "meeting-date: 2020-10-01", "meeting-date: 2020-12-28", 1)
	write(t, "examples/2020-q4-giao-ban.yaml", filled)
	made := strings.Fields(run1(t, "render", "examples/2020-q4-giao-ban.yaml", "-o", "out"))
	has(t, shows(t, made[0]), "Quý IV năm 2020", "chuyển tiếp từ Quý III năm 2020", "Thời hạn hoàn thành: trước ngày 15/11/2020")
}

// statusAgrees compares the counts of each row of the status with the row of
// that unit in the report, which has no column of what is done without a day
// where nothing is.
func statusAgrees(t *testing.T, report, status string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(status, "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 12 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	report = strings.ReplaceAll(report, "- ", "")
	for _, row := range rows[1:12] {
		if want := strings.ReplaceAll(row[0], "- ", "") + " " + strings.Join(slices.Concat(row[1:4], row[5:8]), " ") + " "; !strings.Contains(report, want) {
			t.Errorf("the status says %q, the report not:\n%s", want, report)
		}
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}
