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
	Quarterly       // over all records of a quarter
	QuarterlyReport // the same of each unit
)

func roleOf(t *tmpl.Template) Role {
	switch {
	case t.AnswersReplies():
		return Replies
	case t.Output() == tmpl.Mails:
		return Letters
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

// ByRole sorts templates that were asked for, at most one for a role.
func ByRole(asked []Template) (map[Role]Template, error) {
	all := map[Role]Template{}
	for _, t := range asked {
		r := roleOf(t.Template)
		if other, ok := all[r]; ok {
			return nil, &Misuse{problem.Textf("hai mẫu %s và %s cùng một loại", "the templates %s and %s make one kind of file", other.Name, t.Name),
				problem.Textf("mỗi lần chạy dùng một mẫu cho mỗi loại; có sẵn: %s", "one template for each kind of file at a time; built in: %s", strings.Join(BuiltIns(), ", "))}
		}
		all[r] = t
	}
	return all, nil
}

// Wants say what is to be made of records.
type Wants struct {
	Templates []Template // in the place of the built-in ones of their roles
	Only      string     // "pdf", "docx" or "xlsx"; "" is PDF and workbooks
	Word      bool       // documents as "docx" too
	Units     bool       // a workbook for each unit too
	Quarters  bool       // workbooks over all records of a quarter too
	Faces     Folder     // with Times New Roman; nil is the embedded faces

	Draft, AttachRecord, SigningBoxes bool
}

// wants reports whether what a role makes is asked for, without a template
// being named for it.
func (w Wants) wants(r Role) bool {
	return (w.Units || r != UnitReports && r != QuarterlyReport) && (w.Quarters || !r.OverQuarter())
}

// Formats are those of documents.
func (w Wants) Formats() []render.Format {
	switch {
	case w.Only == string(render.DOCX):
		return []render.Format{render.DOCX}
	case w.Word:
		return []render.Format{render.PDF, render.DOCX}
	}
	return []render.Format{render.PDF}
}

// A Press makes files of records, and knows what it makes them with.
type Press struct {
	*render.Renderer
	Family    *fonts.Family
	Templates map[Role]Template
	Forms     []Template // in the place of the built-in notice, of records of other systems
	Wants     Wants
}

// NewPress prepares what all records share.
func NewPress(w Wants) (*Press, error) {
	asked, err := ByRole(w.Templates)
	if err != nil {
		return nil, err
	}
	for _, mails := range []Role{Letters, Replies} {
		if t, ok := asked[mails]; ok {
			return nil, &Misuse{problem.Textf("mẫu %s là mẫu thư", "the template %s is one of e-mails", t.Name),
				problem.Textf("thư gửi đơn vị: ketluan send; thư hỏi lại: ketluan collect --answers", "to units: ketluan send; about their replies: ketluan collect --answers")}
		}
	}
	family, err := readFamily(w.Faces)
	if err != nil {
		return nil, err
	}
	p := &Press{Family: family, Templates: map[Role]Template{}, Wants: w}
	if t, ok := asked[Report]; ok {
		p.Templates[Report] = t
		p.Renderer, err = render.New(render.Options{Family: family, Document: t.Template, Formats: w.Formats(), Draft: w.Draft, SigningBoxes: w.SigningBoxes})
		return p, err
	}
	for _, k := range roles {
		t, named := asked[k.role]
		if !named && !w.wants(k.role) || w.Only != "" && !k.role.Makes(w.Only) {
			continue
		}
		if !named {
			if t, err = BuiltIn(k.template); err != nil {
				return nil, err
			}
			if k.role == Notice {
				p.Forms = replacing(k.template)
			}
		}
		p.Templates[k.role] = t
	}
	p.Renderer, err = render.New(p.options())
	return p, err
}

func (p *Press) options() render.Options {
	o := render.Options{Family: p.Family, Formats: p.Wants.Formats(), Draft: p.Wants.Draft, AttachRecord: p.Wants.AttachRecord, SigningBoxes: p.Wants.SigningBoxes}
	for _, k := range roles {
		t, ok := p.Templates[k.role]
		switch {
		case !ok:
		case k.role == Notice:
			o.Document, o.Forms = t.Template, templatesOf(p.Forms)
		case k.role.OverQuarter():
			o.QuarterWorkbooks = append(o.QuarterWorkbooks, t.Template)
		default:
			o.Workbooks = append(o.Workbooks, t.Template)
		}
	}
	return o
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
