package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/record"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// defaults are the templates that render uses unless told otherwise.
var defaults = []string{"thong-bao-ket-luan", "theo-doi"}

// builtIns are the names of the built-in templates.
func builtIns() []string {
	entries, err := fs.ReadDir(templates.FS, ".")
	if err != nil {
		panic(err) // they are embedded
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// renderer makes the renderer that the options ask for. A nil renderer without
// an error means that what is wrong has been said.
func (a *app) renderer(f renderFlags) (*render.Renderer, error) {
	var o render.Options
	given := map[tmpl.Kind]string{}
	for i, name := range append(append([]string{}, f.templates...), defaults...) {
		t, err := a.template(name)
		if err != nil || t == nil {
			return nil, err
		}
		asked := i < len(f.templates)
		if other, ok := given[t.Kind()]; ok && asked {
			return nil, &usageError{record.Text{VI: fmt.Sprintf("hai mẫu %s và %s cùng một loại", other, name), EN: fmt.Sprintf("the templates %s and %s make one kind of file", other, name)}, record.Text{VI: "mỗi lần chạy dùng một mẫu văn bản và một mẫu bảng tính", EN: "one template for documents and one for workbooks at a time"}}
		} else if ok {
			continue
		}
		given[t.Kind()] = name
		if t.Kind() == tmpl.Document && f.only != "xlsx" {
			o.Document = t
		}
		if t.Kind() == tmpl.Workbook && f.only != "pdf" {
			o.Workbook = t
		}
	}
	var err error
	if o.Family, err = family(f.fonts); err != nil {
		return nil, a.failed(f.fonts, err)
	}
	r, err := render.New(o)
	if err != nil {
		return nil, a.failed("ketluan", err)
	}
	return r, nil
}

// failed says an error that stops all records, as wrong usage.
func (a *app) failed(place string, err error) error {
	a.sayError(place, err)
	a.status = wrongUsage
	return nil
}

// template reads a template by its built-in name or its path.
func (a *app) template(name string) (*tmpl.Template, error) {
	isPath := strings.ContainsAny(name, `/\`) || strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
	var src []byte
	var err error
	if isPath {
		src, err = readFile(name)
	} else if src, err = templates.FS.ReadFile(name + ".yaml"); err != nil {
		return nil, &usageError{record.Text{VI: fmt.Sprintf("không có mẫu %q", name), EN: fmt.Sprintf("there is no template %q", name)},
			record.Text{VI: "các mẫu có sẵn: " + strings.Join(builtIns(), ", ") + "; mẫu của mình thì chỉ đường dẫn", EN: "the built-in ones: " + strings.Join(builtIns(), ", ") + "; name your own by its path"}}
	}
	if err != nil {
		return nil, a.failed(name, err)
	}
	t, err := tmpl.Parse(name, src)
	if err != nil {
		return nil, a.failed(name, err)
	}
	return t, nil
}

// family returns the embedded faces, or those in a folder of the user.
func family(dir string) (*fonts.Family, error) {
	if dir == "" {
		return fonts.Liberation()
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, e := range entries {
		for _, name := range fonts.Files {
			if !strings.EqualFold(e.Name(), name) {
				continue
			}
			if files[name], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
				return nil, err
			}
		}
	}
	return fonts.Load(files)
}
