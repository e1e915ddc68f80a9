package render

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/record"
	"ketluan/render/testdata/calc"
	"ketluan/render/tmpl"
)

// withUnits makes the workbooks of the office and of the units, and no PDF.
func withUnits(t testing.TB) *Renderer {
	t.Helper()
	o := newRenderer(t).options
	o.Document = nil
	o.Workbooks = []*tmpl.Template{builtIn(t, "theo-doi"), builtIn(t, "theo-doi-don-vi")}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func files(t testing.TB, r *Renderer, rec *record.Record) []File {
	t.Helper()
	all, err := r.Files(rec)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Every unit that leads or partners in the seed's tasks has its workbook, also
// as one of a group, with its own tasks in two parts.
func TestUnitWorkbooks(t *testing.T) {
	r := withUnits(t)
	var text strings.Builder
	for _, f := range files(t, r, example(t, r, seed)) {
		if f.Folder != "don-vi" {
			continue
		}
		fmt.Fprintf(&text, "%s%s\n", f.Folder, f.Suffix)
		book := opened(t, f.Bytes)
		rows, err := book.GetRows("Nhiệm vụ")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			switch {
			case len(row) == 4: // the head
				fmt.Fprintf(&text, "  %s | %s\n", row[0], strings.ReplaceAll(row[3], "\n", "\n  "))
			case len(row) == 1:
				fmt.Fprintf(&text, "  %s\n", strings.ReplaceAll(row[0], "\n", "\n  "))
			case len(row) > 4 && row[0] != "STT" && row[0] != "":
				fmt.Fprintf(&text, "  %s %s | %s | %s\n", row[0], row[1], row[3], row[4])
			}
		}
	}
	golden(t, "2020-q3-giao-ban.don-vi.txt", text.String())
}

// In a unit's workbook only the cells to fill in are open, and all of them.
func TestProtection(t *testing.T) {
	r := withUnits(t)
	for _, f := range files(t, r, example(t, r, seed)) {
		book := opened(t, f.Bytes)
		for _, name := range book.GetSheetList() {
			p, err := book.GetSheetProtection(name)
			if err != nil {
				t.Fatal(err)
			}
			if locks := f.Folder == "don-vi"; p.SelectUnlockedCells != locks || p.Password != "" {
				t.Errorf("%s, %s: protection %+v", f.Suffix, name, p)
			}
		}
		if f.Folder == "" {
			continue
		}
		rows, err := book.GetRows("Nhiệm vụ")
		if err != nil {
			t.Fatal(err)
		}
		head := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "STT" })
		partnering := false
		for n := head + 1; n < len(rows); n++ {
			partnering = partnering || strings.HasPrefix(strings.Join(rows[n], ""), "II.")
			for col, header := range rows[head] {
				cell, _ := excelize.CoordinatesToCellName(col+1, n+1)
				task := len(rows[n]) > 2 && rows[n][1] != ""
				want := task && slices.Contains([]string{"Kết quả", "Số, ký hiệu văn bản", "Khó khăn, vướng mắc"}, header) ||
					task && !partnering && slices.Contains([]string{"Trạng thái", "% hoàn thành", "Ngày hoàn thành", "Đề nghị gia hạn đến"}, header)
				if got := isOpen(t, book, cell); got != want {
					t.Errorf("%s: %s (%s) open: %v", f.Suffix, cell, header, got)
				}
			}
		}
	}
}

func isOpen(t *testing.T, book *excelize.File, cell string) bool {
	t.Helper()
	id, err := book.GetCellStyle("Nhiệm vụ", cell)
	if err != nil {
		t.Fatal(err)
	}
	st, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return st.Protection != nil && !st.Protection.Locked
}

// No part of a unit's file, shown or hidden, has a text of a task that is not
// its own, or the name of a unit that its own tasks do not name.
func TestPrivacy(t *testing.T) {
	r := withUnits(t)
	for _, name := range exampleNames(t) {
		rec := example(t, r, name)
		for _, f := range files(t, r, rec) {
			if f.Folder == "" {
				continue
			}
			book := opened(t, f.Bytes)
			props, err := book.GetCustomProps()
			if err != nil {
				t.Fatal(err)
			}
			unit := props[1].Value.(string)
			allowed := []string{unit, rec.ReportTo, rec.Subject, rec.Agency.Name, strings.ToUpper(unit), strings.ToUpper(rec.Agency.Name)}
			var foreign []string
			for _, task := range rec.Tasks() {
				named := slices.Concat(task.Leads, task.Partners)
				if slices.ContainsFunc(record.Singles(named), func(u *record.Unit) bool { return u.Name == unit }) {
					allowed = append(allowed, task.Text, strings.Join(names(task.Leads), "; "), strings.Join(names(task.Partners), "; "))
				} else {
					foreign = append(foreign, task.Text, task.ID)
				}
			}
			slices.SortFunc(allowed, func(a, b string) int { return len(b) - len(a) }) // one may be part of another
			content := text(t, f.Bytes)
			for _, s := range allowed {
				if s != "" {
					content = strings.ReplaceAll(content, escapedXML(s), "")
				}
			}
			for _, u := range rec.Units {
				if u.Name != unit {
					foreign = append(foreign, u.Name, strings.ToUpper(u.Name))
				}
			}
			for _, s := range foreign {
				if strings.Contains(content, escapedXML(s)) {
					t.Errorf("%s: %s has %q", name, f.Suffix, s)
				}
			}
		}
	}
}

func names(units []*record.Unit) []string {
	all := make([]string, len(units))
	for i, u := range units {
		all[i] = u.Name
	}
	return all
}

func escapedXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// text returns all parts of a file, one behind the other.
func text(t *testing.T, content []byte) string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, part := range zr.File {
		rc, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, rc); err != nil {
			t.Fatal(err)
		}
		all.WriteString(part.Name + "\n")
	}
	return all.String()
}

// converted writes the workbooks of records and lets LibreOffice convert them
// all; it returns them by the name that the result has in out.
func converted(t *testing.T, to string, names ...string) (made map[string]File, out string) {
	t.Helper()
	office := calc.New(t)
	r := withUnits(t)
	dir, out := t.TempDir(), t.TempDir()
	args := []string{"--convert-to", to, "--outdir", out}
	made = map[string]File{}
	for _, name := range names {
		for _, f := range files(t, r, example(t, r, name)) {
			stem := strings.TrimSuffix(name, ".yaml") + strings.TrimSuffix(f.Suffix, ".xlsx")
			path := filepath.Join(dir, stem+".xlsx")
			if err := os.WriteFile(path, f.Bytes, 0o666); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
			made[stem+"."+to] = f
		}
	}
	office.Run(args...)
	return made, out
}

// What LibreOffice opens and saves is the workbook still: cells, formulas,
// choices, colours, locks, print set-up, identity.
func TestResaved(t *testing.T) {
	made, out := converted(t, "xlsx", seed, "2026-q1-giao-ban.yaml")
	if len(made) != 11+11 {
		t.Errorf("%d workbooks", len(made))
	}
	for name, f := range made {
		content, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		before, after := opened(t, f.Bytes), opened(t, content)
		for _, sheet := range before.GetSheetList() {
			compareSheet(t, name+", "+sheet, before, after, sheet)
		}
		code := strings.ToUpper(name[:len("2020-q3")])
		if props, err := after.GetCustomProps(); err != nil || !slices.Contains(props, excelize.CustomProperty{Name: "HoSoID", Value: code}) {
			t.Errorf("%s: %+v, %v", name, props, err)
		}
		if props, err := after.GetDocProps(); err != nil || props.Identifier != code {
			t.Errorf("%s: %+v, %v", name, props, err)
		}
		if f.Folder == "" && !strings.Contains(text(t, content), "xl/charts/chart") {
			t.Errorf("%s has lost its chart", name)
		}
	}
}

// Printed, the sheets are A4 landscape, one page wide, with the header on each
// page of tasks, the pages counted and the notice named.
func TestPrinted(t *testing.T) {
	pdftotext, pdfinfo := tool(t, "pdftotext"), tool(t, "pdfinfo")
	made, out := converted(t, "pdf", seed)
	for name, f := range made {
		path := filepath.Join(out, name)
		info, err := exec.Command(pdfinfo, "-l", "99", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		landscape := regexp.MustCompile(`size:\s+841\.89 x 595\.\d+ pts`).FindAllString(string(info), -1)
		printed, err := exec.Command(pdftotext, "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		sheets := strings.Split(strings.TrimSuffix(string(printed), "\f"), "\f")
		if len(landscape) != len(sheets) {
			t.Errorf("%s: %d pages, %d of A4 landscape\n%s", name, len(sheets), len(landscape), info)
		}
		for i, sheet := range sheets[:len(sheets)-1] { // the last is that of the lists
			if want := fmt.Sprintf("Trang %d/%d", i+1, len(sheets)); !strings.Contains(sheet, want) || !strings.Contains(sheet, "2020-Q3 - ") {
				t.Errorf("%s, page %d has no %q", name, i+1, want)
			}
			if strings.Contains(sheet, "2020-Q3/") && !strings.Contains(folded(sheet), "STT Mã nhiệm vụ") {
				t.Errorf("%s, page %d has tasks and no header", name, i+1)
			}
		}
		if signed := strings.Contains(string(printed), "THỦ TRƯỞNG ĐƠN VỊ"); signed != (f.Folder != "") {
			t.Errorf("%s: to be signed: %v", name, signed)
		}
	}
}

// compareSheet says what of a sheet is not what it was.
func compareSheet(t *testing.T, where string, before, after *excelize.File, sheet string) {
	t.Helper()
	rows, err := before.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for n, row := range rows {
		for col := range row {
			cell, _ := excelize.CoordinatesToCellName(col+1, n+1)
			f, _ := before.GetCellFormula(sheet, cell)
			if g, _ := after.GetCellFormula(sheet, cell); f != "" && g == "" {
				t.Errorf("%s, %s: the formula %q is gone", where, cell, f)
			}
			if want, _ := before.GetCellValue(sheet, cell); f == "" {
				if got, _ := after.GetCellValue(sheet, cell); got != want {
					t.Errorf("%s, %s: %q, want %q", where, cell, got, want)
				}
			}
		}
	}
	choices := func(f *excelize.File) (list []string) {
		all, _ := f.GetDataValidations(sheet)
		for _, dv := range all {
			second := dv.Formula2
			if dv.Type != "decimal" { // the only one with two bounds
				second = ""
			}
			if dv.Type != "" && dv.Type != "none" {
				list = append(list, strings.Join([]string{dv.Sqref, dv.Type, strings.TrimPrefix(dv.Operator, "between"), dv.Formula1, second, fmt.Sprint(dv.ShowErrorMessage)}, " "))
			}
		}
		slices.Sort(list)
		return list
	}
	if a, b := choices(before), choices(after); !slices.Equal(a, b) {
		t.Errorf("%s: inputs\n%q\n%q", where, a, b)
	}
	a, _ := before.GetConditionalFormats(sheet)
	b, _ := after.GetConditionalFormats(sheet)
	if count(a) != count(b) {
		t.Errorf("%s: %d rules, %d were", where, count(b), count(a))
	}
	p, _ := before.GetSheetProtection(sheet)
	q, _ := after.GetSheetProtection(sheet)
	if p.SelectUnlockedCells != q.SelectUnlockedCells {
		t.Errorf("%s: protection %+v was %+v", where, q, p)
	}
	x, _ := before.GetPageLayout(sheet)
	y, _ := after.GetPageLayout(sheet)
	if *x.Orientation != *y.Orientation || *x.Size != *y.Size || *x.FitToWidth != *y.FitToWidth {
		t.Errorf("%s: page %+v was %+v", where, y, x)
	}
}

func count(formats map[string][]excelize.ConditionalFormatOptions) int {
	n := 0
	for _, rules := range formats {
		n += len(rules)
	}
	return n
}
