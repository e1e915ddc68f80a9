package office

import (
	"slices"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/problem"
)

// Wants say what is to be made of records.
type Wants struct {
	Templates []Template // in the place of the built-in ones of their roles; of documents all are made
	Fitting   bool       // leave out what a record has not the facts for
	Only      string     // "pdf", "docx" or "xlsx"; "" is PDF and workbooks
	Word      bool       // documents as "docx" too
	Units     bool       // a workbook for each unit too
	Workbooks bool       // workbooks also where the documents bring none
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
	Documents []Template // that it makes of each record
	Forms     []Template // in their place, of records of other systems
	Wants     Wants
}

// NewPress prepares what all records share.
func NewPress(w Wants) (*Press, error) {
	asked, err := ByRole(w.Templates)
	if err != nil {
		return nil, err
	}
	if err := ofOtherCommands(asked); err != nil {
		return nil, err
	}
	family, err := readFamily(w.Faces)
	if err != nil {
		return nil, err
	}
	p := &Press{Family: family, Templates: map[Role]Template{}, Wants: w}
	if p.Documents, err = documentsOf(w.Templates); err != nil {
		return nil, err
	}
	if t, ok := asked[Report]; ok {
		p.Templates[Report] = t
		if _, more := asked[Notice]; !more {
			p.Renderer, err = render.New(p.options())
			return p, err
		}
	}
	for _, k := range roles {
		t, named := asked[k.role]
		if !named && (!w.wants(k.role) || !k.workbook && len(p.Documents) > 0 || k.workbook && !w.withWorkbooks(p.Documents)) || w.Only != "" && !k.role.Makes(w.Only) {
			continue
		}
		if !named {
			if t, err = BuiltIn(k.template); err != nil {
				return nil, err
			}
		}
		if p.Templates[k.role] = t; !k.workbook && !named {
			p.Documents = []Template{t}
			p.Forms = replacing(p.Documents)
		}
	}
	if w.Fitting {
		p.Forms = replacing(p.Documents)
	}
	if w.Only == "xlsx" {
		p.Documents = nil
	}
	p.Renderer, err = render.New(p.options())
	return p, err
}

// ofOtherCommands refuses templates that make nothing of a record by themselves.
func ofOtherCommands(asked map[Role]Template) error {
	for _, mails := range []Role{Letters, Replies} {
		if t, ok := asked[mails]; ok {
			return &Misuse{problem.Textf("mẫu %s là mẫu thư", "the template %s is one of e-mails", t.Name),
				problem.Textf("thư gửi đơn vị: ketluan send; thư hỏi lại: ketluan collect --answers", "to units: ketluan send; about their replies: ketluan collect --answers")}
		}
	}
	if t, ok := asked[RegisterBook]; ok {
		return &Misuse{problem.Textf("mẫu %s là mẫu sổ đăng ký văn bản đi", "the template %s is one of the register of documents", t.Name),
			problem.Textf("dùng với: ketluan register -t … -o out", "use it with: ketluan register -t … -o out")}
	}
	return nil
}

func (p *Press) options() render.Options {
	o := render.Options{Family: p.Family, Formats: p.Wants.Formats(), Fitting: p.Wants.Fitting, Draft: p.Wants.Draft, AttachRecord: p.Wants.AttachRecord, SigningBoxes: p.Wants.SigningBoxes}
	for _, k := range roles {
		t, ok := p.Templates[k.role]
		switch {
		case !ok || k.role == Notice:
		case k.role.OverQuarter():
			o.QuarterWorkbooks = append(o.QuarterWorkbooks, t.Template)
		default:
			o.Workbooks = append(o.Workbooks, t.Template)
		}
	}
	o.Forms = templatesOf(p.Forms)
	for i, t := range p.Documents {
		if i == 0 {
			o.Document = t.Template
		} else {
			o.Beside = append(o.Beside, t.Template)
		}
	}
	return o
}

// documentsOf returns those of templates that make documents, in their order; no
// two may write one file.
func documentsOf(asked []Template) ([]Template, error) {
	type file struct{ folder, suffix string }
	var all []Template
	by := map[file]Template{}
	for _, t := range asked {
		if !roleOf(t.Template).several() {
			continue
		}
		name := file{t.Folder(), t.Suffix()}
		if other, ok := by[name]; ok {
			return nil, &Misuse{problem.Textf("hai mẫu %s và %s ghi vào cùng một tệp", "the templates %s and %s write one file", other.Name, t.Name),
				problem.Textf("ghi suffix khác nhau trong hai mẫu, hoặc chạy riêng", "give them suffixes that differ, or run them apart")}
		}
		by[name] = t
		all = append(all, t)
	}
	return all, nil
}

// withWorkbooks reports whether workbooks that nobody names come with documents.
func (w Wants) withWorkbooks(documents []Template) bool {
	return len(documents) == 0 || w.Only == "xlsx" || w.Workbooks || slices.ContainsFunc(documents, func(t Template) bool {
		return roleOf(t.Template) == Notice && t.WithWorkbooks()
	})
}

// AllDocuments returns the built-in templates of documents: those about the
// follow-up too, or not. What asks the chair is no document of the meeting, and
// other systems' forms stand in the place of those that they replace.
func AllDocuments(followUp bool) ([]Template, error) {
	var all []Template
	for _, name := range BuiltIns() {
		t, err := BuiltIn(name)
		if err != nil {
			return nil, err
		}
		role := roleOf(t.Template)
		if role.several() && !t.AsksQuestions() && (followUp || role == Notice) && t.Replaces() == "" {
			all = append(all, t)
		}
	}
	return all, nil
}
