package main

import (
	"os"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// makeFlags are the options of what is made.
type makeFlags struct {
	output    string
	templates []string
	all       bool   // all documents that a record has the facts for
	only      string // "pdf", "docx" or "xlsx"; "" is PDF and workbooks
	docx      bool   // a file of Word beside the PDF
	fonts     string // a folder; "" is the embedded faces
	strict    bool
	units     bool // a workbook for each unit too
	batch     bool // of many records: units is no wish of the user
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
	for _, name := range apart(names) {
		t, err := a.template(name)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

// apart takes several names between commas apart: giay-moi,bien-ban. The path
// of a file that has one stays whole.
func apart(names []string) []string {
	var all []string
	for _, name := range names {
		if _, err := os.Stat(name); err == nil || !strings.Contains(name, ",") {
			all = append(all, name)
			continue
		}
		for part := range strings.SplitSeq(name, ",") {
			if part = strings.TrimSpace(part); part != "" {
				all = append(all, part)
			}
		}
	}
	return all
}

// withAll adds the built-in documents that were not asked for by name.
func withAll(asked []office.Template, followUp bool) ([]office.Template, error) {
	all, err := office.AllDocuments(followUp)
	for _, t := range all {
		if !slices.ContainsFunc(asked, func(a office.Template) bool { return a.Folder() == t.Folder() && a.Suffix() == t.Suffix() }) {
			asked = append(asked, t)
		}
	}
	return asked, err
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
	if f.all {
		if asked, err = withAll(asked, !f.batch); err != nil {
			return nil, err
		}
	} else if f.only != "" {
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
		Templates: asked, Fitting: f.all, Only: f.only, Word: f.docx, Units: f.units, Workbooks: f.units && !f.batch, Quarters: f.quarters,
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
