package office

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/problem"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// A Role is what a template makes of a record.
type Role int

// The roles.
const (
	Notice Role = iota
	Tracker
	UnitReports
	Report          // about what became of the tasks
	Letters         // e-mails to units, with what they are given
	Replies         // e-mails to units, about what is wrong in their workbooks
	RegisterBook    // of the documents that went out
	Quarterly       // over all records of a quarter
	QuarterlyReport // the same of each unit
)

func roleOf(t *tmpl.Template) Role {
	switch {
	case t.AnswersReplies():
		return Replies
	case t.Output() == tmpl.Mails:
		return Letters
	case t.ShowsRegister():
		return RegisterBook
	case t.NeedsFollowUp():
		return Report
	case t.Output() == tmpl.Document:
		return Notice
	case t.CoversQuarter() && t.EachUnit():
		return QuarterlyReport
	case t.CoversQuarter():
		return Quarterly
	case t.EachUnit():
		return UnitReports
	}
	return Tracker
}

// OverQuarter reports a role over all records of a quarter.
func (r Role) OverQuarter() bool { return r >= Quarterly }

// roles are those that a record becomes files by, with the template that makes
// each unless another is named.
var roles = []struct {
	role     Role
	workbook bool
	template string
}{
	{Notice, false, "thong-bao-ket-luan"},
	{Tracker, true, "theo-doi"},
	{UnitReports, true, "theo-doi-don-vi"},
	{Quarterly, true, "theo-doi-quy"},
	{QuarterlyReport, true, "theo-doi-quy-don-vi"},
}

// several reports a role of which one run may have more than one template: each
// makes documents of its own.
func (r Role) several() bool { return r == Notice || r == Report }

// Makes reports whether a role makes files of an extension: a document is made as
// "pdf" and as "docx", the others are "xlsx".
func (r Role) Makes(extension string) bool {
	for _, known := range roles {
		if known.role == r && known.workbook {
			return extension == "xlsx"
		}
	}
	return extension != "xlsx"
}

// BuiltIns are the names of the built-in templates.
func BuiltIns() []string {
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

// A Template is one with its name and the SHA-256 of its file.
type Template struct {
	*tmpl.Template
	Name string
	Sum  string
}

// IsTemplatePath reports whether a name is the path of a template of the
// user's own, and not that of a built-in one.
func IsTemplatePath(name string) bool {
	return strings.ContainsAny(name, `/\`) || isYAML(name)
}

// BuiltIn returns a template by its name.
func BuiltIn(name string) (Template, error) {
	if !slices.Contains(BuiltIns(), name) {
		return Template{}, unknownTemplate(name)
	}
	src, err := templates.FS.ReadFile(name + ".yaml")
	if err != nil {
		return Template{}, &FileError{name, err}
	}
	return ParseTemplate(name, src)
}

// ParseTemplate reads a template out of the bytes of its file.
func ParseTemplate(name string, src []byte) (Template, error) {
	t, err := tmpl.Parse(name, src)
	if err != nil {
		return Template{}, &FileError{name, err}
	}
	return Template{Template: t, Name: name, Sum: SumOf(src)}, nil
}

func unknownTemplate(name string) error {
	e := &Misuse{Message: problem.Textf("không có mẫu %q", "there is no template %q", name)}
	own := problem.Textf("mẫu của mình thì chỉ đường dẫn", "name your own by its path")
	list := strings.Join(BuiltIns(), ", ")
	e.Hint = problem.Textf("các mẫu có sẵn: %s; "+own.VI, "the built-in ones: %s; "+own.EN, list)
	if near := problem.Nearest(name, BuiltIns()); near != "" {
		e.Hint = problem.Textf("có phải %q không? "+e.Hint.VI, "is it %q? "+e.Hint.EN, near)
	}
	return e
}

// ByRole sorts templates that were asked for, at most one for a role; of
// documents the first.
func ByRole(asked []Template) (map[Role]Template, error) {
	all := map[Role]Template{}
	for _, t := range asked {
		r := roleOf(t.Template)
		if other, ok := all[r]; ok && r.several() {
			continue
		} else if ok {
			return nil, &Misuse{problem.Textf("hai mẫu %s và %s cùng một loại", "the templates %s and %s make one kind of file", other.Name, t.Name),
				problem.Textf("mỗi lần chạy dùng một mẫu cho mỗi loại; có sẵn: %s", "one template for each kind of file at a time; built in: %s", strings.Join(BuiltIns(), ", "))}
		}
		all[r] = t
	}
	return all, nil
}

// Reader returns a press that makes nothing: it reads records, for what their
// faces cover and no template requires.
func Reader() (*Press, error) {
	family, err := fonts.Liberation()
	if err != nil {
		return nil, err
	}
	r, err := render.New(render.Options{Family: family})
	return &Press{Renderer: r, Family: family}, err
}

// readFamily returns the embedded faces, or those in a folder of the user.
func readFamily(f Folder) (*fonts.Family, error) {
	if f == nil {
		return fonts.Liberation()
	}
	entries, err := f.ReadDir(".")
	if err != nil {
		return nil, About(f, ".", err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		name := strings.ToLower(path.Base(e.Name()))
		if !slices.Contains(fonts.Files[:], name) {
			continue
		}
		if files[name], err = ReadFile(f, e.Name(), maxFace); err != nil {
			return nil, &FileError{f.Path(e.Name()), cut(err)}
		}
	}
	family, err := fonts.Load(files)
	if err != nil {
		return nil, &FileError{f.Path("."), err}
	}
	return family, nil
}
