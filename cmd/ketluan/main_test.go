package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ketluan": main})
}

// Each script of testdata is one way of using the program. The examples lie in
// the folder examples beside it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			for _, dir := range []string{"examples", "templates"} {
				if err := copyYAML(filepath.Join("..", "..", dir), filepath.Join(env.WorkDir, dir)); err != nil {
					return err
				}
			}
			return copyFaces(filepath.Join(env.WorkDir, "faces"))
		},
	})
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
