package office_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ketluan/render/testdata/calc"
	"ketluan/render/testdata/racing"
)

// What units do to the workbooks that they were sent, in the programs that they
// have, and what becomes of it: each report comes to its task, and what does
// not come is told.

// What the unit has filled in.
const (
	first   = "1-W | đang thực hiện | đã trình; chờ \"duyệt\", / lần hai\n"
	second  = "2-U | hoàn thành | 100 % | 14/10/2020 | xong\n"
	third   = "3-S | chưa thực hiện\n"
	partner = "5-O as partner | đã góp ý"
	all     = first + second + third + partner
	nothing = "1-W awaited\n2-U awaited\n3-S awaited"
)

// An outcome is what comes of a file that was edited.
type outcome struct {
	ending string   // of the file; "" is .xlsx
	comes  string   // reports, and tasks that the unit has still to report on
	told   []string // beside what is told of all files of the client
}

// edits are what is done to a workbook that was filled in, and to one (untouched,
// further) that was made again when its reports were in the ledger.
var edits = map[string]outcome{
	"saved":        {comes: all},
	"twice":        {comes: all}, // saved, opened, saved
	"sorted":       {comes: all}, // the tasks that it leads
	"mixed":        {comes: all}, // sorted with the titles between them
	"filtered":     {comes: all}, // all rows but one are hidden
	"hidden":       {comes: all}, // columns
	"reordered":    {comes: all}, // the sheets
	"copied":       {comes: all}, // the sheet, beside itself
	"alone":        {comes: all}, // the sheet, without the others
	"ods":          {comes: all}, // there and back
	"old":          {comes: all}, // as .xls, and back
	"opendocument": {ending: ".ods", comes: all},
	"csv":          {ending: ".csv", comes: all, told: []string{known}},
	"deleted":      {comes: first + third + partner + "\n2-U awaited"},
	"inserted":     {comes: all, told: []string{`STT +1: có chữ ngoài các dòng nhiệm vụ: "Đã họp với phòng"`}},
	"arising":      {comes: all, told: []string{"row +1: dòng có số liệu mà không có mã nhiệm vụ"}}, // new work, in a row put in
	"pasted":       {comes: first + second + strings.Replace(second, "2-U", "3-S", 1) + partner},    // what the second says, over the third
	"overpasted":   {comes: first + second + partner + "\n3-S awaited"},                             // the second row, over the third
	"styled":       {comes: strings.Replace(all, "xong", "dòng một / dòng hai", 1)},                 // cells with looks, lines, days as text
	"commented":    remarked("", "ghi chú ô @result: hỏi lại số liệu", "@result"),
	"noted":        remarked(".ods", "ghi chú ô @result: hỏi lại số liệu", "@result"),
	"column":       remarked("", "Ý kiến của phòng (@beside): chờ Sở", "@beside"), // beside the others
	"untouched":    {comes: ""},
	"further":      {comes: "3-S | đã duyệt"},
	"xls":          {ending: ".xls", comes: nothing, told: []string{"tệp Excel 97-2003 (.xls)"}},
	"flat":         {ending: ".fods", comes: nothing, told: []string{"bảng OpenDocument dạng XML (.fods)"}},
	"binary":       {ending: ".xlsb", comes: nothing, told: []string{"tệp Excel nhị phân (.xlsb)"}},
}

// remarked is that of a file in which something is written to the first task.
func remarked(ending, remark, at string) outcome {
	return outcome{ending, strings.Replace(all, "lần hai", "lần hai | "+remark, 1), []string{"1 ghi chú ngoài các cột báo cáo được ghi vào sổ (remarks): " + at}}
}

// known is told where a program has dropped the properties of the file.
const known = "nhận ra đơn vị theo tên ghi trong bảng vì thuộc tính tệp đã mất: Phòng Ngân sách"

// apart is told where a program moves rows and not the merged cells below them.
const apart = "Kết quả +6: các ô bị gộp: chỉ lấy ô đầu, các ô khác coi như trống"

// percents is told where a program writes the number behind 100 %.
const percents = `% hoàn thành +1: "1" không rõ là 1 % hay 100 %`

// A client is a program in which units fill workbooks in.
type client struct {
	name   string
	edit   func(t *testing.T, d *desk, folder string) // makes a file for each edit
	told   []string                                   // of all its .xlsx
	cannot map[string]string                          // edits, and why not
	others map[string]outcome                         // what comes otherwise of edits
}

const (
	oneFormat  = "it writes workbooks only"
	unprompted = "it is told of no edit but in its window"
)

var clients = []client{
	{
		name: "LibreOffice", edit: inLibreOffice,
		cannot: map[string]string{"binary": "it writes no .xlsb"},
	},
	{
		name: "openpyxl", edit: inOpenpyxl, told: []string{known},
		cannot: map[string]string{"ods": oneFormat, "old": oneFormat, "opendocument": oneFormat, "noted": oneFormat, "csv": oneFormat, "xls": oneFormat, "flat": oneFormat, "binary": oneFormat},
		others: map[string]outcome{
			"inserted": {comes: all, told: append([]string{apart}, edits["inserted"].told...)},
			"arising":  {comes: all, told: append([]string{apart}, edits["arising"].told...)},
		},
	},
	{
		name: "gnumeric", edit: inGnumeric,
		cannot: map[string]string{
			"sorted": unprompted, "mixed": unprompted, "filtered": unprompted, "hidden": unprompted, "reordered": unprompted, "copied": unprompted, "alone": unprompted,
			"deleted": unprompted, "inserted": unprompted, "arising": unprompted, "overpasted": unprompted, "styled": unprompted, "commented": unprompted, "noted": unprompted, "column": unprompted,
			"flat": "it writes no .fods", "binary": "it writes no .xlsb",
		},
		others: map[string]outcome{
			"csv": {ending: ".csv", comes: strings.Replace(all, " 100 % |", "", 1), told: []string{known, percents, `Ngày hoàn thành +1: "2020/10/14" được đọc là "14/10/2020"`}},
		},
	},
	{
		name: "exceljs", edit: inNode("exceljs", "exceljs.js"), told: []string{known},
		cannot: map[string]string{"copied": "it copies no sheets", "ods": oneFormat, "old": oneFormat, "opendocument": oneFormat, "noted": oneFormat, "xls": oneFormat, "flat": oneFormat, "binary": oneFormat},
		others: map[string]outcome{
			"csv": {ending: ".csv", comes: strings.Replace(all, " 100 % |", "", 1), told: []string{known, percents, `Ngày hoàn thành +1: "2020-10-14T00:00:00+00:00" được đọc là "14/10/2020"`}},
		},
	},
	{
		name: "SheetJS", edit: inNode("xlsx", "sheetjs.js"), told: []string{known},
		cannot: map[string]string{"noted": "it writes no comments into .ods"},
		others: map[string]outcome{
			"inserted":     {comes: all, told: append([]string{apart}, edits["inserted"].told...)},
			"arising":      {comes: all, told: append([]string{apart}, edits["arising"].told...)},
			"opendocument": {ending: ".ods", comes: all, told: []string{known}},
		},
	},
}

// The table of clients and edits.
func TestClients(t *testing.T) {
	racing.Skip(t)
	d := newDesk(t)
	for _, c := range clients {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, book := range map[string][]byte{"sent.xlsx": d.sent, "again.xlsx": d.again} {
				if err := os.WriteFile(filepath.Join(folder, name), book, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			c.edit(t, d, folder)
			for edit, want := range edits {
				if c.cannot[edit] != "" {
					continue
				}
				if other, ok := c.others[edit]; ok {
					want = other
				}
				c.check(t, d, folder, edit, want)
			}
		})
	}
}

func (c client) check(t *testing.T, d *desk, folder, edit string, want outcome) {
	t.Helper()
	ending := want.ending
	if ending == "" {
		ending = ".xlsx"
		want.told = slices.Concat(c.told, want.told)
	}
	file, err := os.ReadFile(filepath.Join(folder, edit+ending))
	if err != nil {
		t.Error(err)
		return
	}
	before := ""
	if edit == "untouched" || edit == "further" {
		before = d.ledger
	}
	comes, told := d.outcome(t, before, edit+ending, file)
	told = slices.DeleteFunc(told, func(s string) bool { return strings.HasPrefix(s, "tệp ghi là lưu ngày") }) // on the day of the test
	beside, err := excelize.CoordinatesToCellName(len(d.headers)+1, d.top)
	if err != nil {
		t.Fatal(err)
	}
	refs := strings.NewReplacer("@result", d.cell(t, "Kết quả", d.top), "@beside", beside)
	want.comes = refs.Replace(want.comes)
	want.told = slices.Clone(want.told)
	for i, told := range want.told {
		want.told[i] = refs.Replace(told)
	}
	slices.Sort(told)
	slices.Sort(want.told)
	if comes != want.comes || !slices.Equal(told, want.told) {
		t.Errorf("%s:\n%s\ntold %q\nwant\n%s\ntold %q", edit, comes, told, want.comes, want.told)
	}
}

// args are where the cells are, as the programs of the clients are told.
func (d *desk) args() string {
	all := []any{d.top, d.bottom}
	for _, header := range []string{"Mã nhiệm vụ", "Nội dung nhiệm vụ", "Trạng thái", "% hoàn thành", "Ngày hoàn thành", "Kết quả"} {
		all = append(all, slices.Index(d.headers, header)+1)
	}
	return strings.Join(strings.Fields(fmt.Sprintln(append(all, len(d.headers), d.head)...)), "-")
}

func inLibreOffice(t *testing.T, d *desk, folder string) {
	program := calc.New(t)
	program.Macros("testdata/clients/edits.bas")
	program.Run(fmt.Sprintf("macro:///Standard.Module1.Edits(file://%s/sent.xlsx,file://%[1]s,%s)", folder, d.args()))
}

func inOpenpyxl(t *testing.T, d *desk, folder string) {
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if ran(t, python, "-c", "import openpyxl") == nil {
			must(t, python, "testdata/clients/edits.py", filepath.Join(folder, "sent.xlsx"), folder, d.args())
			return
		}
	}
	absent(t, "openpyxl")
}

// inGnumeric lets gnumeric fill cells in and save them, which is all that it
// can be told without its window.
func inGnumeric(t *testing.T, d *desk, folder string) {
	if _, err := exec.LookPath("ssconvert"); err != nil {
		absent(t, "gnumeric")
	}
	convert := func(from, to string, cells ...[2]string) {
		var args []string
		for _, c := range cells {
			args = append(args, "--set="+c[0]+"="+c[1])
		}
		must(t, "ssconvert", append(args, filepath.Join(folder, from), filepath.Join(folder, to))...)
	}
	fills := d.fills(t)
	convert("sent.xlsx", "saved.xlsx", fills...)
	for _, header := range []string{"Trạng thái", "% hoàn thành", "Ngày hoàn thành", "Kết quả"} {
		value := map[string]string{"Trạng thái": "hoàn thành", "% hoàn thành": "100%", "Ngày hoàn thành": "2020-10-14", "Kết quả": "xong"}[header]
		fills = append(fills, [2]string{d.cell(t, header, d.top+2), value})
	}
	convert("sent.xlsx", "pasted.xlsx", fills...)
	for _, to := range []string{"twice.xlsx", "opendocument.ods", "csv.csv", "xls.xls"} {
		convert("saved.xlsx", to)
	}
	convert("opendocument.ods", "ods.xlsx")
	convert("xls.xls", "old.xlsx")
	convert("again.xlsx", "untouched.xlsx")
	convert("again.xlsx", "further.xlsx", [2]string{d.cell(t, "Kết quả", d.top+2), "đã duyệt"})
}

// inNode runs the script of a package of npm.
func inNode(name, script string) func(t *testing.T, d *desk, folder string) {
	return func(t *testing.T, d *desk, folder string) {
		if ran(t, "node", "-e", "require('"+name+"')") != nil {
			absent(t, name)
		}
		must(t, "node", "testdata/clients/"+script, filepath.Join(folder, "sent.xlsx"), folder, d.args())
	}
}

// absent leaves a client out that is not there, but not in CI.
func absent(t *testing.T, name string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("no %s", name)
	}
	t.Skipf("no %s", name)
}

// ran runs a program, for at most as long as the slowest may take.
func ran(t *testing.T, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if said, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %q: %w\n%s", name, args, err, said)
	}
	return nil
}

func must(t *testing.T, name string, args ...string) {
	t.Helper()
	if err := ran(t, name, args...); err != nil {
		t.Fatal(err)
	}
}
