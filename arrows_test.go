// Package ketluan_test holds the tests of the house itself: which package may
// import which, where the machine may be touched, and how long files and
// functions may be.
package ketluan_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows are the imports among our own packages. A folder that is not here is
// not in the house yet: put it in.
var arrows = map[string][]string{
	"cmd/ketluan":   {"fonts", "render", "render/record", "render/tmpl", "templates"},
	"render":        {"fonts", "render/doc", "render/layout", "render/pdf", "render/record", "render/tmpl", "render/xlsx"},
	"render/record": {},
	"render/doc":    {},
	"render/sheet":  {},
	"render/tmpl":   {"render/doc", "render/record", "render/sheet"},
	"render/layout": {"render/doc"},
	"render/pdf":    {"fonts", "render/doc", "render/layout"},
	"render/xlsx":   {"render/sheet"},
	"fonts":         {},
	"templates":     {},
}

// libraries are those that only some packages import.
var libraries = map[string][]string{
	"github.com/go-pdf/fpdf":     {"render/pdf"},
	"github.com/pdfcpu/pdfcpu":   {"render/pdf"},
	"github.com/xuri/excelize":   {"render/xlsx"},
	"gopkg.in/yaml.v3":           {"render/record", "render/tmpl"},
	"github.com/spf13/cobra":     {"cmd/ketluan"},
	"golang.org/x/image":         {"fonts"},
	"github.com/klauspost":       {"render/pdf", "render/xlsx"},
	"golang.org/x/text/encoding": {"render/record"},
}

// machine are the packages that touch it: only commands import them.
var machine = []string{"os", "os/exec", "os/signal", "log", "log/slog", "net", "net/http", "syscall", "io/ioutil"}

const (
	maxFileLines     = 300
	maxFunctionLines = 50
)

// A finding is one thing against the rules of the house.
type finding string

// look reads every file of a tree that is no test and no test data.
func look(root string) ([]finding, error) {
	var found []finding
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "testdata" || d.Name() == "out" || strings.HasPrefix(d.Name(), ".") && name != ".") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(root, name), nil, 0)
		if err != nil {
			return err
		}
		found = append(found, lookAt(fset, file, path.Dir(name), name)...)
		return nil
	})
	return found, err
}

func lookAt(fset *token.FileSet, file *ast.File, dir, name string) (found []finding) {
	report := func(format string, args ...any) {
		found = append(found, finding(name+": "+fmt.Sprintf(format, args...)))
	}
	command := strings.HasPrefix(dir, "cmd/")
	allowed, known := arrows[dir]
	if !known {
		report("the folder %s has no arrows", dir)
	}
	for _, spec := range file.Imports {
		imported := strings.Trim(spec.Path.Value, `"`)
		if own, ok := strings.CutPrefix(imported, "ketluan/"); ok && !slices.Contains(allowed, own) {
			report("imports %s", own)
		}
		for library, dirs := range libraries {
			if strings.HasPrefix(imported, library) && !slices.Contains(dirs, dir) {
				report("imports %s", imported)
			}
		}
		if !command && slices.Contains(machine, imported) {
			report("imports %s", imported)
		}
	}
	if n := fset.File(file.Pos()).LineCount(); n > maxFileLines {
		report("%d lines", n)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if lines := fset.Position(n.End()).Line - fset.Position(n.Pos()).Line + 1; lines > maxFunctionLines {
				report("%s has %d lines", n.Name.Name, lines)
			}
			if n.Name.Name == "init" && n.Recv == nil {
				report("has an init")
			}
		case *ast.GoStmt:
			if !command {
				report("starts a goroutine")
			}
		case *ast.SelectorExpr:
			call := fmt.Sprintf("%v.%s", n.X, n.Sel.Name)
			if !command && slices.Contains([]string{"time.Now", "time.Since", "fmt.Print", "fmt.Println", "fmt.Printf"}, call) {
				report("calls %s", call)
			}
		}
		return true
	})
	return append(found, assigned(file, name)...)
}

// assigned finds package variables that a function of the same file changes.
func assigned(file *ast.File, name string) (found []finding) {
	vars := map[string]bool{}
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, s := range g.Specs {
				for _, id := range s.(*ast.ValueSpec).Names {
					vars[id.Name] = true
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok == token.DEFINE {
			return true
		}
		for _, left := range a.Lhs {
			if index, ok := left.(*ast.IndexExpr); ok {
				left = index.X
			}
			if id, ok := left.(*ast.Ident); ok && vars[id.Name] && id.Obj != nil && id.Obj.Kind == ast.Var && id.Obj.Decl != nil {
				if _, global := id.Obj.Decl.(*ast.ValueSpec); global {
					found = append(found, finding(fmt.Sprintf("%s: changes the package variable %s", name, id.Name)))
				}
			}
		}
		return true
	})
	return found
}

func TestHouse(t *testing.T) {
	found, err := look(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
	for dir := range arrows {
		if _, err := os.Stat(dir); err != nil {
			t.Errorf("the arrows name %s, which is not there", dir)
		}
	}
}

// The rules are worth what they find: a small house with one breach of each.
func TestHouseFindsBreaches(t *testing.T) {
	root := t.TempDir()
	for name, src := range map[string]string{
		"render/doc/a.go":     "package doc\nimport (\n\"ketluan/render/layout\"\n\"gopkg.in/yaml.v3\"\n\"os\"\n)\n",
		"render/pdf/a.go":     "package pdf\nimport \"time\"\nvar v int\nfunc init() { v = 1 }\nfunc f() { go f(); _ = time.Now() }\n",
		"render/helper/a.go":  "package helper\n",
		"render/layout/a.go":  "package layout\n" + strings.Repeat("\n", 300),
		"render/record/a.go":  "package record\nfunc long() {\n" + strings.Repeat("\n", 50) + "}\n",
		"render/record/ok.go": "package record\nfunc f() { v := 1; v = 2; _ = v }\n",
	} {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	found, err := look(root)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range found {
		all = append(all, string(f))
	}
	slices.Sort(all)
	want := []string{
		"render/doc/a.go: imports gopkg.in/yaml.v3", "render/doc/a.go: imports os", "render/doc/a.go: imports render/layout",
		"render/helper/a.go: the folder render/helper has no arrows", "render/layout/a.go: 301 lines",
		"render/pdf/a.go: calls time.Now", "render/pdf/a.go: changes the package variable v", "render/pdf/a.go: has an init", "render/pdf/a.go: starts a goroutine",
		"render/record/a.go: long has 52 lines",
	}
	if !slices.Equal(all, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(all, "\n"), strings.Join(want, "\n"))
	}
}
