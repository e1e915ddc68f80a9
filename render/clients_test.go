package render

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/calc"
	"ketluan/render/testdata/racing"
)

// A client is a program in which units fill workbooks in.
type client struct {
	name  string
	edits []string                                  // that it is to be had for
	edit  func(t *testing.T, source, folder string) // makes a file for each of them
	told  map[string]string                         // what is said of all files, or of those of an edit
}

// kinds of edits.
var (
	inPlace = []string{"saved", "sorted", "filtered", "deleted", "inserted", "pasted"}
	every   = append(inPlace[:len(inPlace):len(inPlace)], "ods")
)

const (
	first  = "1.1-Q | đang thực hiện | \"đã trình\"\n"
	second = "1.2-O | hoàn thành | 100 % | xong 2020-10-14 | \"xong\"\n"
	third  = "1.3-M | chưa thực hiện\n"
)

// comesOut is what is read of a file that was edited.
var comesOut = map[string]string{
	"saved": first + second + third, "filtered": first + second + third, "inserted": first + second + third, "ods": first + second + third,
	"sorted":  third + second + first,
	"deleted": first + third,
	"pasted":  first + second + strings.Replace(second, "1.2-O", "1.3-M", 1),
}

// The table of clients and edits: whatever program a unit works in, and
// whatever it does to the rows, each report comes to its task.
func TestClients(t *testing.T) {
	racing.Skip(t)
	source := filepath.Join(t.TempDir(), "sent.xlsx")
	if err := os.WriteFile(source, unitFile(t), 0o666); err != nil {
		t.Fatal(err)
	}
	const gone = "nhận ra đơn vị theo tên ghi trong bảng vì thuộc tính tệp đã mất"
	for _, c := range []client{
		{name: "LibreOffice", edits: every, edit: inLibreOfficeCalc},
		{name: "openpyxl", edits: inPlace, edit: inOpenpyxl, told: map[string]string{"": gone}},
		{name: "gnumeric", edits: []string{"saved", "ods"}, edit: inGnumeric},
		{name: "exceljs", edits: inPlace, edit: inNode("exceljs"), told: map[string]string{"": gone}},
		{name: "SheetJS", edits: every, edit: inNode("xlsx"), told: map[string]string{"": gone}},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			c.edit(t, source, folder)
			for _, edit := range c.edits {
				c.check(t, filepath.Join(folder, edit+".xlsx"), edit)
			}
		})
	}
}

func (c client) check(t *testing.T, path, edit string) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
		return
	}
	got := collector(t).Read(edit, file)
	var reports strings.Builder
	for line := range strings.Lines(said(got)) {
		if id, rest, ok := strings.Cut(line, " 2020-11-20"); ok {
			reports.WriteString(id + rest)
		}
	}
	if want := comesOut[edit]; reports.String() != want {
		t.Errorf("%s: got\n%s\nwant\n%s", edit, said(got), want)
	}
	if strings.Contains(said(got), "không có mã nhiệm vụ") {
		t.Errorf("%s: %s", edit, said(got))
	}
	wanted := []string{c.told[""], c.told[edit]}
	if edit == "inserted" {
		wanted = append(wanted, `Nhiệm vụ!A6: có chữ ngoài các dòng nhiệm vụ: "Đã họp với phòng"`)
	}
	for _, want := range wanted {
		if !strings.Contains(said(got), want) {
			t.Errorf("%s: %q is not told:\n%s", edit, want, said(got))
		}
	}
}

func inLibreOfficeCalc(t *testing.T, source, folder string) {
	program := calc.New(t)
	withMacros(t, program, "testdata/clients/edits.bas")
	program.Run(fmt.Sprintf("macro:///Standard.Module1.Edits(file://%s,file://%s)", source, folder))
}

func inOpenpyxl(t *testing.T, source, folder string) {
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if ran(t, python, "-c", "import openpyxl") == nil {
			must(t, python, "testdata/clients/edits.py", source, folder)
			return
		}
	}
	absent(t, "openpyxl")
}

// inGnumeric lets gnumeric save what another program has filled in: it has no
// way of being told what to do to rows.
func inGnumeric(t *testing.T, source, folder string) {
	if _, err := exec.LookPath("ssconvert"); err != nil {
		absent(t, "gnumeric")
	}
	filled := filepath.Join(folder, "filled.xlsx")
	file := unitReply(t, func(r returned) {
		r.set("H+2", "đang thực hiện", "K+2", "đã trình", "H+3", "hoàn thành", "I+3", 1, "J+3", 44118, "K+3", "xong", "H+4", "chưa thực hiện")
	})
	if err := os.WriteFile(filled, file, 0o666); err != nil {
		t.Fatal(err)
	}
	must(t, "ssconvert", filled, filepath.Join(folder, "saved.xlsx"))
	must(t, "ssconvert", filled, filepath.Join(folder, "between.ods"))
	must(t, "ssconvert", filepath.Join(folder, "between.ods"), filepath.Join(folder, "ods.xlsx"))
}

// inNode runs the script of a package of npm.
func inNode(name string) func(t *testing.T, source, folder string) {
	script := map[string]string{"exceljs": "exceljs.js", "xlsx": "sheetjs.js"}[name]
	return func(t *testing.T, source, folder string) {
		if ran(t, "node", "-e", "require('"+name+"')") != nil {
			absent(t, name)
		}
		must(t, "node", "testdata/clients/"+script, source, folder)
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
