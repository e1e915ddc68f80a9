package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"ketluan/cmd/disk"
	"ketluan/render/office"
)

// expand puts the files in the place of a pattern such as *.yaml, which the
// shells of Windows leave to the program. One that is the name of a file, or
// that nothing matches, stays as it is.
func expand(args []string) []string {
	var paths []string
	for _, arg := range args {
		var found []string
		if _, err := os.Lstat(arg); err != nil && strings.ContainsAny(arg, "*?") {
			found, _ = filepath.Glob(arg) // a bad pattern matches nothing
		}
		if len(found) == 0 {
			found = []string{arg}
		}
		paths = append(paths, found...)
	}
	return paths
}

// places are what the arguments name, in their order.
func (a *app) places(ctx context.Context, args []string) []office.Place {
	var all []office.Place
	for _, arg := range expand(args) {
		all = append(all, a.place(ctx, arg))
	}
	return all
}

// place is what one argument names: a folder with all in it, or a file of its
// folder; "-" is standard input, with the working folder around it.
func (a *app) place(ctx context.Context, arg string) office.Place {
	if arg == "-" {
		p := office.Place{Folder: a.folder("."), Root: rootOf("."), Name: "record.yaml", Typed: "-"}
		if p.Source, p.Err = a.readInput(ctx); p.Source == nil {
			p.Source = []byte{}
		}
		return p
	}
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		return office.Place{Folder: a.folder(arg), Root: rootOf(arg), Name: "."}
	}
	dir, name := split(arg)
	return office.Place{Folder: a.folder(dir), Root: rootOf(dir), Name: name}
}

// split parts a path into its folder and the name there.
func split(path string) (dir, name string) { return filepath.Dir(path), filepath.Base(path) }

// folder opens a folder of the disk, the same for all that name it: what one
// part of a run holds does not keep out another.
func (a *app) folder(dir string) *disk.Folder {
	if a.folders == nil {
		a.folders = map[string]*disk.Folder{}
	}
	root := rootOf(dir)
	if a.folders[root] == nil {
		a.folders[root] = disk.Open(dir)
	}
	return a.folders[root]
}

func rootOf(dir string) string {
	if root, err := filepath.Abs(dir); err == nil {
		return root
	}
	return filepath.Clean(dir)
}

// readInput reads standard input. A terminal or a pipe may never end: ctx ends
// the wait.
func (a *app) readInput(ctx context.Context) ([]byte, error) {
	type result struct {
		src []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		src, err := office.ReadAll(a.in, office.MaxRecord)
		done <- result{src, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-done:
		return r.src, r.err
	}
}
