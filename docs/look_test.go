package ketluan_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// look returns what is against the rules in the Go files of a tree that are no
// tests and no test data, in order.
func look(house fs.FS) ([]string, error) {
	fset := token.NewFileSet()
	rooms := map[string]map[string]*ast.File{} // by folder and name
	err := fs.WalkDir(house, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(house, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
		if rooms[path.Dir(name)] == nil {
			rooms[path.Dir(name)] = map[string]*ast.File{}
		}
		rooms[path.Dir(name)][name] = file
		return err
	})
	var found []string
	for dir, files := range rooms {
		vars := variables(files)
		for name, file := range files {
			l := &looker{fset: fset, dir: dir, name: name, command: strings.HasPrefix(dir, "cmd/"), vars: vars}
			l.file(file)
			found = append(found, l.found...)
		}
	}
	slices.Sort(found)
	return found, err
}

// variables are the names of the package variables in files.
func variables(files map[string]*ast.File) map[string]bool {
	vars := map[string]bool{}
	for _, file := range files {
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, s := range g.Specs {
					for _, id := range s.(*ast.ValueSpec).Names {
						vars[id.Name] = true
					}
				}
			}
		}
	}
	return vars
}

// A looker looks at one file.
type looker struct {
	fset      *token.FileSet
	dir, name string
	command   bool              // the folder is that of a command
	vars      map[string]bool   // the package variables of the folder
	imports   map[string]string // paths by the names that the file calls them
	found     []string
}

func (l *looker) report(format string, args ...any) {
	l.found = append(l.found, l.name+": "+fmt.Sprintf(format, args...))
}

func (l *looker) file(file *ast.File) {
	if n := l.fset.File(file.Pos()).LineCount(); n > maxFileLines {
		l.report("%d lines", n)
	}
	allowed, known := arrows[l.dir]
	if !known {
		l.report("the folder %s has no arrows", l.dir)
	}
	l.imports = map[string]string{}
	for _, spec := range file.Imports {
		l.imported(spec, allowed)
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			l.function(f)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if !l.command && !slices.Contains(workers, l.dir) {
				l.report("starts a goroutine")
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && !l.command {
				if call := l.imports[x.Name] + "." + n.Sel.Name; slices.Contains(calls, call) {
					l.report("calls %s", call)
				}
			}
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "print" || id.Name == "println") {
				l.report("calls %s", id.Name)
			}
		}
		return true
	})
}

func (l *looker) imported(spec *ast.ImportSpec, allowed []string) {
	what := strings.Trim(spec.Path.Value, `"`)
	name := path.Base(what)
	if spec.Name != nil {
		name = spec.Name.Name
	}
	l.imports[name] = what
	if name == "." {
		l.report("imports all of %s", what)
	}
	if own, ok := strings.CutPrefix(what, "ketluan/"); ok && !slices.Contains(allowed, own) {
		l.report("imports %s", own)
	}
	for library, dirs := range libraries {
		if below(what, library) && !slices.Contains(dirs, l.dir) {
			l.report("imports %s", what)
		}
	}
	if !l.command && !slices.Contains(parsers[what], l.dir) && slices.ContainsFunc(machine, func(m string) bool { return below(what, m) }) {
		l.report("imports %s", what)
	}
}

// below reports whether a package is the other one, a version of it, or in a
// folder of it.
func below(what, other string) bool { return what == other || strings.HasPrefix(what, other+"/") }

func (l *looker) function(f *ast.FuncDecl) {
	if lines := l.fset.Position(f.End()).Line - l.fset.Position(f.Pos()).Line + 1; lines > maxFunctionLines {
		l.report("%s has %d lines", f.Name.Name, lines)
	}
	if f.Name.Name == "init" && f.Recv == nil {
		l.report("has an init")
	}
	local := declared(f)
	change := func(to ast.Expr) {
		id := root(to)
		switch {
		case id == nil || local[id.Name]:
		case l.vars[id.Name]:
			l.report("changes the package variable %s", id.Name)
		case l.imports[id.Name] != "" && !l.command:
			l.report("changes a variable of %s", l.imports[id.Name])
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				if n.Tok != token.DEFINE {
					change(to)
				}
			}
		case *ast.IncDecStmt:
			change(n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				change(n.Key)
			}
		}
		return true
	})
}

// declared are the names that a function gives to something of its own. Of a
// name that it also has from outside no change is seen.
func declared(f *ast.FuncDecl) map[string]bool {
	names := map[string]bool{"_": true}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			for _, id := range n.Names {
				names[id.Name] = true
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				names[id.Name] = true
			}
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				if id, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					names[id.Name] = true
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if id, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					names[id.Name] = true
				}
			}
		}
		return true
	})
	return names
}

// root returns x of x, x.f, x[i], *x and the like, nil of anything else.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	}
	return nil
}
