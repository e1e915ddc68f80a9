package main

import (
	"os"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// makeFlags are the options of what is made.
type makeFlags struct {
	output    string
	templates []string
	only      string // "pdf", "docx" or "xlsx"; "" is PDF and workbooks
	docx      bool   // a file of Word beside the PDF
	fonts     string // a folder; "" is the embedded faces
	strict    bool
	units     bool // a workbook for each unit too
	quarters  bool // workbooks over all records of a quarter too

	draft, attachRecord, signingBoxes bool

	// Of render alone.
	name      string
	overwrite bool
	asOf      calendar.Date // of reports, letters and workbooks; zero is today
	date      calendar.Date // that they bear; zero is left blank
	number    string        // that they bear; "" is left blank
}

// extensions are the values of --only.
var extensions = []string{"pdf", "docx", "xlsx"}

// templates reads the templates that the user names.
func (a *app) templates(names []string) ([]office.Template, error) {
	var all []office.Template
	for _, name := range names {
		t, err := a.template(name)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

func (a *app) template(name string) (office.Template, error) {
	if !office.IsTemplatePath(name) {
		return office.BuiltIn(name)
	}
	dir, file := split(name)
	src, err := office.ReadFile(a.folder(dir), file, office.MaxRecord)
	if err != nil {
		return office.Template{}, &office.FileError{Path: name, Err: err}
	}
	return office.ParseTemplate(name, src)
}

// press prepares what the options ask for.
func (a *app) press(f makeFlags) (*office.Press, error) {
	asked, err := a.templates(f.templates)
	if err != nil {
		return nil, err
	}
	if f.only != "" {
		byRole, err := office.ByRole(asked)
		if err != nil {
			return nil, err
		}
		for role := range byRole {
			if role != office.Report && !role.Makes(f.only) {
				return nil, misuse(problem.Textf("--only %s không dùng đến mẫu đã chọn", "--only %s has no use for the template given", f.only),
					problem.Textf("bỏ --only, hoặc bỏ -t", "leave out --only or -t"))
			}
		}
	}
	w := office.Wants{
		Templates: asked, Only: f.only, Word: f.docx, Units: f.units, Quarters: f.quarters,
		Draft: f.draft, AttachRecord: f.attachRecord, SigningBoxes: f.signingBoxes,
	}
	if f.fonts != "" {
		if _, err := os.Stat(f.fonts); err != nil {
			return nil, &office.FileError{Path: f.fonts, Err: err}
		}
		w.Faces = a.folder(f.fonts)
	}
	return office.NewPress(w)
}
