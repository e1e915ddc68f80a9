package render

import (
	"slices"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// documents are the templates of the documents that r makes.
func (r *Renderer) documents() []*tmpl.Template {
	if r.options.Document == nil {
		return nil
	}
	return append([]*tmpl.Template{r.options.Document}, r.options.Beside...)
}

// missing names what a template requires and a record leaves empty; for a draft
// what it cannot mark.
func (r *Renderer) missing(t *tmpl.Template, rec *record.Record) []problem.Problem {
	return slices.DeleteFunc(t.Missing(rec), r.marks)
}

// marks reports what is missing and a draft shows in its place.
func (r *Renderer) marks(p problem.Problem) bool {
	return r.options.Draft && p.Missing && slices.ContainsFunc(r.documents(), func(t *tmpl.Template) bool { return t.CanMark(p.Path) })
}

func (r *Renderer) fits(t *tmpl.Template, rec *record.Record) bool {
	return len(r.missing(t, rec)) == 0
}

// makes reports whether r makes what a template is for of a record.
func (r *Renderer) makes(t *tmpl.Template, rec *record.Record) bool {
	return !r.options.Fitting || r.fits(t, rec)
}

// A Lack is a template that a record has not the facts for.
type Lack struct {
	Template *tmpl.Template
	Problems []problem.Problem // what is missing
}

// Lacking returns the templates that r leaves out for a record; none where it
// does not leave any out.
func (r *Renderer) Lacking(rec *record.Record) []Lack {
	if !r.options.Fitting {
		return nil
	}
	var all []Lack
	for _, t := range slices.Concat(r.documents(), r.options.Workbooks) {
		if problems := r.missing(t, rec); len(problems) > 0 {
			all = append(all, Lack{t, problems})
		}
	}
	return all
}

// Kinds returns the kinds of the documents that r makes: those by whose rules a
// record is checked. A template that names none is not among them.
func (r *Renderer) Kinds() []kind.Kind { return r.kinds(func(*tmpl.Template) bool { return true }) }

// KindsOf returns those of the documents that it makes of one record.
func (r *Renderer) KindsOf(rec *record.Record) []kind.Kind {
	return r.kinds(func(t *tmpl.Template) bool { return r.makes(t, rec) })
}

func (r *Renderer) kinds(wanted func(*tmpl.Template) bool) []kind.Kind {
	var kinds []kind.Kind
	for _, t := range r.documents() {
		if k := t.Kind(); k != (kind.Kind{}) && !slices.Contains(kinds, k) && wanted(t) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// document makes the documents of a template in all formats, and what goes
// beside them.
func (r *Renderer) document(t *tmpl.Template, rec *record.Record) ([]File, error) {
	letters, err := t.Papers(rec, r.options.Draft)
	if err != nil {
		return nil, err
	}
	return r.allFinished(letters, r.attachments(rec))
}

// FollowUp makes the documents about what became of a record's tasks. There may
// be none.
func (r *Renderer) FollowUp(rec *record.Record, at tmpl.FollowUp) ([]File, error) {
	var files []File
	for _, t := range r.documents() {
		if !t.NeedsFollowUp() || !r.makes(t, rec) {
			continue
		}
		letters, err := t.Letters(rec, at, r.options.Draft)
		if err != nil {
			return nil, err
		}
		made, err := r.allFinished(letters, nil)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}
