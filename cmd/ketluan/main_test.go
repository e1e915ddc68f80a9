package main

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"ketluan/render/testdata/racing"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ketluan": main})
}

// Each script of testdata is one way of using the program. The examples lie in
// the folder examples beside it, what an earlier program made in e693fd0.
func TestScripts(t *testing.T) {
	dir, files := "testdata/script", []string(nil)
	if racing.On { // the tests beside them do the same at once in this process, which starts faster
		dir, files = "", []string{"testdata/script/render.txtar"}
	}
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		Files:               files,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Cmds:                map[string]func(ts *testscript.TestScript, neg bool, args []string){"fill": fillScript},
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			env.Setenv("ESC", "mau\x1b[31m.yaml") // a name that a terminal would obey
			for _, dir := range []string{"examples", "templates"} {
				if err := copyYAML(filepath.Join("..", "..", dir), filepath.Join(env.WorkDir, dir)); err != nil {
					return err
				}
			}
			if err := os.CopyFS(filepath.Join(env.WorkDir, "e693fd0"), os.DirFS("testdata/e693fd0")); err != nil {
				return err
			}
			return copyFaces(filepath.Join(env.WorkDir, "faces"))
		},
	})
}

// fillScript is the command of scripts that fills a workbook in: fill
// a.xlsx H+2 'hoàn thành' J+2 44118.
func fillScript(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(fill(ts.MkAbs(args[0]), args[1:]...))
}

// fill writes cells of a workbook's first sheet; H+2 is two rows below the
// headers.
func fill(path string, pairs ...string) error {
	book, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer book.Close()
	for i := 0; i+1 < len(pairs); i += 2 {
		var value any = pairs[i+1]
		if n, err := strconv.ParseFloat(pairs[i+1], 64); err == nil {
			value = n
		}
		if err := book.SetCellValue(book.GetSheetName(0), place(book, pairs[i]), value); err != nil {
			return err
		}
	}
	return book.Save()
}

// place returns the address of a cell that is written by its column and how many
// rows below the headers it stands.
func place(book *excelize.File, cell string) string {
	column, rows, ok := strings.Cut(cell, "+")
	n, err := strconv.Atoi(rows)
	if !ok || err != nil {
		return cell
	}
	all, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		return cell
	}
	header := slices.IndexFunc(all, func(row []string) bool { return len(row) > 0 && row[0] == "STT" })
	return column + strconv.Itoa(header+1+n)
}

func copyYAML(from, to string) error {
	if err := os.Mkdir(to, 0o777); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(from, "*.yaml"))
	if err != nil {
		return err
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(f)), src, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// copyFaces puts the embedded faces down under the names of Windows' own.
func copyFaces(to string) error {
	if err := os.Mkdir(to, 0o777); err != nil {
		return err
	}
	for own, name := range map[string]string{"Regular": "times.ttf", "Bold": "TIMESBD.TTF", "Italic": "timesi.ttf", "BoldItalic": "timesbi.ttf"} {
		ttf, err := os.ReadFile(filepath.Join("..", "..", "fonts", "liberation", "LiberationSerif-"+own+".ttf"))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), ttf, 0o666); err != nil {
			return err
		}
	}
	return nil
}
