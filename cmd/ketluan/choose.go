package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/problem"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// A role is what a template makes of a record.
type role int

const (
	notice role = iota
	tracker
	unitReports
	report          // about what became of the tasks
	quarterly       // over all records of a quarter
	quarterlyReport // the same of each unit
)

func roleOf(t *tmpl.Template) role {
	switch {
	case t.NeedsFollowUp():
		return report
	case t.Output() == tmpl.Document:
		return notice
	case t.CoversQuarter() && t.EachUnit():
		return quarterlyReport
	case t.CoversQuarter():
		return quarterly
	case t.EachUnit():
		return unitReports
	}
	return tracker
}

// kinds are the kinds of files that a record becomes, with the template that
// makes each unless the user names another.
var kinds = []struct {
	role      role
	extension string // as --only takes it
	template  string
}{
	{notice, "pdf", "thong-bao-ket-luan"},
	{tracker, "xlsx", "theo-doi"},
	{unitReports, "xlsx", "theo-doi-don-vi"},
	{quarterly, "xlsx", "theo-doi-quy"},
	{quarterlyReport, "xlsx", "theo-doi-quy-don-vi"},
}

// wanted reports whether the options ask for what a role makes, without a
// template being named for it.
func (f renderFlags) wanted(r role) bool {
	return (f.units || r != unitReports && r != quarterlyReport) && (f.quarters || r < quarterly)
}

// extensions are the values of --only.
var extensions = []string{"pdf", "xlsx"}

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

// A chosen template is one with the SHA-256 of its file.
type chosen struct {
	*tmpl.Template
	sum string
}

// newRenderer makes the renderer that the options ask for.
func newRenderer(f renderFlags) (*render.Renderer, error) {
	asked, err := templatesOf(f.templates, false)
	if err != nil {
		return nil, err
	}
	if _, ok := asked[report]; ok {
		return newReporter(f, asked)
	}
	if flag := f.reportOnly(); flag != "" {
		return nil, &usageError{problem.Textf("%s chỉ dùng cho báo cáo và công văn đôn đốc", "%s is for the report and the letters", flag),
			problem.Textf("thêm -t bao-cao-ket-qua hoặc -t cong-van-don-doc", "add -t bao-cao-ket-qua or -t cong-van-don-doc")}
	}
	r, _, err := prepare(f, asked)
	return r, err
}

// prepare makes the renderer that the options and the templates named ask for,
// and says what it makes the files with.
func prepare(f renderFlags, asked map[role]chosen) (*render.Renderer, settings, error) {
	templates, err := chooseTemplates(f, asked)
	if err != nil {
		return nil, settings{}, err
	}
	family, err := readFamily(f.fonts)
	if err != nil {
		return nil, settings{}, err
	}
	o := render.Options{Family: family, Draft: f.draft, AttachRecord: f.attachRecord, SigningBoxes: f.signingBoxes}
	for _, k := range kinds {
		t, ok := templates[k.role]
		switch {
		case !ok:
		case k.role == notice:
			o.Document = t.Template
		case k.role < quarterly:
			o.Workbooks = append(o.Workbooks, t.Template)
		default:
			o.QuarterWorkbooks = append(o.QuarterWorkbooks, t.Template)
		}
	}
	r, err := render.New(o)
	return r, settingsOf(f, templates, family), err
}

// chooseTemplates reads a template for each role that the options ask for.
func chooseTemplates(f renderFlags, asked map[role]chosen) (map[role]chosen, error) {
	var err error
	all := map[role]chosen{}
	for _, k := range kinds {
		t, named := asked[k.role]
		switch {
		case !f.wanted(k.role) && !named:
		case f.only == "" || f.only == k.extension:
			if !named {
				if t, err = readTemplate(k.template); err != nil {
					return nil, err
				}
			}
			all[k.role] = t
		case named:
			return nil, &usageError{problem.Textf("--only %s không dùng đến mẫu đã chọn", "--only %s has no use for the template given", f.only),
				problem.Textf("bỏ --only, hoặc bỏ -t", "leave out --only or -t")}
		}
	}
	return all, nil
}

// templatesOf reads the templates that the user names, at most one for a role;
// those over a quarter only where quarters are made.
func templatesOf(names []string, quarters bool) (map[role]chosen, error) {
	asked := map[role]chosen{}
	first := map[role]string{}
	for _, name := range names {
		t, err := readTemplate(name)
		if err != nil {
			return nil, err
		}
		r := roleOf(t.Template)
		if r >= quarterly && !quarters {
			return nil, &usageError{problem.Textf("mẫu %s gộp cả quý, không dùng cho từng bản ghi", "the template %s covers a quarter, not one record", name),
				problem.Textf("các mẫu có sẵn: %s", "the built-in ones: %s", strings.Join(builtIns(), ", "))}
		}
		if other, ok := first[r]; ok {
			return nil, &usageError{problem.Textf("hai mẫu %s và %s cùng một loại", "the templates %s and %s make one kind of file", other, name),
				problem.Textf("mỗi lần chạy dùng một mẫu cho mỗi loại; có sẵn: %s", "one template for each kind of file at a time; built in: %s", strings.Join(builtIns(), ", "))}
		}
		asked[r], first[r] = t, name
	}
	return asked, nil
}

// readTemplate reads a template by its built-in name or its path.
func readTemplate(name string) (t chosen, err error) {
	var src []byte
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case strings.ContainsAny(name, `/\`) || ext == ".yaml" || ext == ".yml":
		if src, err = readFile(name, maxRead); err != nil {
			return t, &fileError{name, err}
		}
	case !slices.Contains(builtIns(), name):
		return t, unknownTemplate(name)
	default:
		if src, err = templates.FS.ReadFile(name + ".yaml"); err != nil {
			return t, &fileError{name, err}
		}
	}
	if t.Template, err = tmpl.Parse(name, src); err != nil {
		return t, &fileError{name, err}
	}
	t.sum = sumOf(src)
	return t, nil
}

func unknownTemplate(name string) error {
	e := &usageError{message: problem.Textf("không có mẫu %q", "there is no template %q", name)}
	own := problem.Textf("mẫu của mình thì chỉ đường dẫn", "name your own by its path")
	list := strings.Join(builtIns(), ", ")
	e.hint = problem.Textf("các mẫu có sẵn: %s; "+own.VI, "the built-in ones: %s; "+own.EN, list)
	if near := problem.Nearest(name, builtIns()); near != "" {
		e.hint = problem.Textf("có phải %q không? "+e.hint.VI, "is it %q? "+e.hint.EN, near)
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
