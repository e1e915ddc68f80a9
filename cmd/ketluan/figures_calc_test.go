package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/testdata/calc"
)

// assessments are the kinds as workbooks call them.
var assessments = [kinds]string{"hoàn thành đúng hạn", "hoàn thành quá hạn", "hoàn thành, chưa ghi ngày", "trong hạn", "sắp đến hạn", "quá hạn", "không có thời hạn"}

// The office's workbook of a day says what the raw reports come to: as it was
// made, for programs that work nothing out, and as LibreOffice works it out.
// So it does after the office has written something else into it, and then
// status says the same once it is collected.
func TestFiguresInWorkbooks(t *testing.T) {
	program := calc.New(t)
	books := quarterFolder(t)
	want := map[string][]row{} // by the names of the files
	jobs := map[string]string{}
	for _, q := range books {
		for day := firstDay; day <= lastDay; day = nextDay(day) {
			stem := q.name + "-" + day
			makeWorkbook(t, q.name, day, stem)
			want[stem] = q.figuresOn(day)
			for _, j := range q.jobs {
				jobs[stem] += assessments[j.whole(day)] + "|"
			}
		}
	}
	for stem := range want {
		checkMade(t, stem, want[stem])
		forget(t, "out/"+stem+".xlsx", nil)
	}
	q, words := edited(books[1])
	makeWorkbook(t, q.name, lastDay, "edited")
	forget(t, "out/edited.xlsx", words)
	want["edited"] = q.figuresOn(lastDay)
	sheets := worked(t, program)
	for stem, rows := range want {
		checkWorked(t, stem, sheets[stem]["Tổng hợp"], rows)
		got := ""
		for _, cells := range sheets[stem]["Nhiệm vụ"] {
			if at := slices.IndexFunc(cells, func(s string) bool { return slices.Contains(assessments[:], s) }); at >= 0 {
				got += cells[at] + "|"
			}
		}
		if stem != "edited" && got != jobs[stem] {
			t.Errorf("%s: the tasks are %s, want %s", stem, got, jobs[stem])
		}
	}
	status, out, errs := runHere(t.Context(), nil, "collect", "chung.yaml", "out/edited.xlsx", "--as-of", lastDay)
	if status != someFailed || !strings.Contains(errs, "bảng của văn phòng thay lời đơn vị đã báo ở 2 nhiệm vụ") || !strings.Contains(out, "2 báo cáo mới; 1 chỗ phải xem") {
		t.Fatal(out, errs)
	}
	q.checkCSV(t, "collected", lastDay, want["edited"])
}

// edited is what the office writes into the workbook of the last day: a task of
// two units is under way again, one of a group and a unit is done.
func edited(q quarterBook) (quarterBook, map[string]any) {
	q.jobs = slices.Clone(q.jobs)
	for i, w := range map[int]word{0: {on: lastDay, unit: "-", state: running}, 3: {on: lastDay, unit: "-", state: done, done: "2020-12-24"}} {
		q.jobs[i].words = append(slices.Clone(q.jobs[i].words), w)
	}
	return q, map[string]any{"H+1": running, "J+1": nil, "H+4": done, "J+4": 44189, "K+4": "đã xong"}
}

func makeWorkbook(t *testing.T, name, day, stem string) {
	t.Helper()
	if status, _, errs := runHere(t.Context(), nil, "render", name+".yaml", "--as-of", day, "--only", "xlsx", "--overwrite", "-o", "out"); status != allGood {
		t.Fatal(errs)
	}
	if err := os.Rename("out/"+name+"/"+name+"-theo-doi.xlsx", "out/"+stem+".xlsx"); err != nil {
		t.Fatal(err)
	}
}

// checkMade compares the summary as it was made.
func checkMade(t *testing.T, stem string, want []row) {
	t.Helper()
	book, err := excelize.OpenFile("out/" + stem + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Tổng hợp", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	checkWorked(t, stem+" as made", rows, want)
}

// forget takes the values of formulas out of a workbook, which LibreOffice
// would believe, and writes cells of its tasks.
func forget(t *testing.T, path string, cells map[string]any) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for cell, value := range cells {
		if err := book.SetCellValue("Nhiệm vụ", place(book, cell), value); err != nil {
			t.Fatal(err)
		}
	}
	props, err := book.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	props.Modified = lastDay + "T10:00:00Z"
	if err := book.SetDocProps(props); err != nil {
		t.Fatal(err)
	}
	if err := book.UpdateLinkedValue(); err != nil {
		t.Fatal(err)
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}

// worked lets LibreOffice work all workbooks out, and returns the rows of their
// sheets.
func worked(t *testing.T, program *calc.Program) map[string]map[string][][]string {
	t.Helper()
	files, err := filepath.Glob("out/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for some := range slices.Chunk(files, 80) { // of more than some two hundred it leaves out the rest
		program.Run(append([]string{"--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir}, some...)...)
	}
	all := map[string]map[string][][]string{}
	for _, file := range files {
		stem := strings.TrimSuffix(filepath.Base(file), ".xlsx")
		all[stem] = map[string][][]string{}
		for _, name := range []string{"Nhiệm vụ", "Tổng hợp"} {
			text, err := os.ReadFile(filepath.Join(dir, stem+"-"+name+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(text)) {
				all[stem][name] = append(all[stem][name], strings.Split(strings.TrimRight(line, "\n"), "\t"))
			}
		}
	}
	return all
}

// checkWorked compares the rows below the headers of a summary.
func checkWorked(t *testing.T, stem string, rows [][]string, want []row) {
	t.Helper()
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 1 && cells[1] == "Tổng số" })
	if head < 0 || len(rows) < head+1+len(want) {
		t.Fatalf("%s: the summary is %q", stem, rows)
	}
	for i, r := range want {
		cells := rows[head+1+i]
		must := []string{r.name, fmt.Sprint(r.tasks())}
		for _, n := range r.counts {
			must = append(must, fmt.Sprint(n))
		}
		if len(cells) <= len(must) || !slices.Equal(cells[:len(must)], must) {
			t.Errorf("%s: the workbook says %q, want %q", stem, cells, must)
			continue
		}
		share, err := strconv.ParseFloat(strings.TrimSuffix(cells[len(must)], "%"), 64)
		if !strings.HasSuffix(cells[len(must)], "%") {
			share *= 100
		}
		if err != nil || math.Abs(share-r.share()) > 1e-6 {
			t.Errorf("%s: %s: %q done, want %f %%", stem, r.name, cells[len(must)], r.share())
		}
	}
}
