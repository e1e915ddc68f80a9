package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// kinds are the kinds of files that a record becomes, with the template that
// makes each unless the user names another.
var kinds = []struct {
	kind      tmpl.Kind
	extension string // as --only takes it
	template  string
}{
	{tmpl.Document, "pdf", "thong-bao-ket-luan"},
	{tmpl.Workbook, "xlsx", "theo-doi"},
}

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

// newRenderer makes the renderer that the options ask for.
func newRenderer(f renderFlags) (*render.Renderer, error) {
	asked, err := templatesOf(f.templates)
	if err != nil {
		return nil, err
	}
	chosen := map[tmpl.Kind]*tmpl.Template{}
	for _, k := range kinds {
		t := asked[k.kind]
		switch {
		case f.only == "" || f.only == k.extension:
			if t == nil {
				if t, err = readTemplate(k.template); err != nil {
					return nil, err
				}
			}
			chosen[k.kind] = t
		case t != nil:
			return nil, &usageError{textf("--only %s không dùng đến mẫu đã chọn", "--only %s has no use for the template given", f.only),
				textf("bỏ --only, hoặc bỏ -t", "leave out --only or -t")}
		}
	}
	family, err := readFamily(f.fonts)
	if err != nil {
		return nil, err
	}
	return render.New(render.Options{
		Family: family, Document: chosen[tmpl.Document], Workbook: chosen[tmpl.Workbook],
		Draft: f.draft, AttachRecord: f.attachRecord, SigningBoxes: f.signingBoxes,
	})
}

// templatesOf reads the templates that the user names, at most one of a kind.
func templatesOf(names []string) (map[tmpl.Kind]*tmpl.Template, error) {
	asked := map[tmpl.Kind]*tmpl.Template{}
	first := map[tmpl.Kind]string{}
	for _, name := range names {
		t, err := readTemplate(name)
		if err != nil {
			return nil, err
		}
		kind := t.Kind()
		if other, ok := first[kind]; ok {
			return nil, &usageError{textf("hai mẫu %s và %s cùng một loại", "the templates %s and %s make one kind of file", other, name),
				textf("mỗi lần chạy dùng một mẫu văn bản và một mẫu bảng tính; có sẵn: %s", "one template for documents and one for workbooks at a time; built in: %s", strings.Join(builtIns(), ", "))}
		}
		asked[kind], first[kind] = t, name
	}
	return asked, nil
}

// readTemplate reads a template by its built-in name or its path.
func readTemplate(name string) (*tmpl.Template, error) {
	var src []byte
	var err error
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case strings.ContainsAny(name, `/\`) || ext == ".yaml" || ext == ".yml":
		if src, err = readFile(name, maxRead); err != nil {
			return nil, &fileError{name, err}
		}
	case !slices.Contains(builtIns(), name):
		return nil, unknownTemplate(name)
	default:
		if src, err = templates.FS.ReadFile(name + ".yaml"); err != nil {
			return nil, &fileError{name, err}
		}
	}
	t, err := tmpl.Parse(name, src)
	if err != nil {
		return nil, &fileError{name, err}
	}
	return t, nil
}

func unknownTemplate(name string) error {
	e := &usageError{message: textf("không có mẫu %q", "there is no template %q", name)}
	own := textf("mẫu của mình thì chỉ đường dẫn", "name your own by its path")
	list := strings.Join(builtIns(), ", ")
	e.hint = textf("các mẫu có sẵn: %s; "+own.VI, "the built-in ones: %s; "+own.EN, list)
	if near := nearest(name, builtIns()); near != "" {
		e.hint = textf("có phải %q không? "+e.hint.VI, "is it %q? "+e.hint.EN, near)
	}
	return e
}

// readFamily returns the embedded faces, or those in a folder of the user.
func readFamily(dir string) (*fonts.Family, error) {
	if dir == "" {
		return fonts.Liberation()
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &fileError{dir, err}
	}
	files := map[string][]byte{}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if !slices.Contains(fonts.Files[:], name) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if files[name], err = readFile(path, maxFace); err != nil {
			return nil, &fileError{path, err}
		}
	}
	family, err := fonts.Load(files)
	if err != nil {
		return nil, &fileError{dir, err}
	}
	return family, nil
}
