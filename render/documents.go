package render

import (
	"slices"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// documents are the templates of the documents that r makes of a record, each in
// the form of the record's system; a nil record is one of the first.
func (r *Renderer) documents(rec *record.Record) []*tmpl.Template {
	if r.options.Document == nil {
		return nil
	}
	all := append([]*tmpl.Template{r.options.Document}, r.options.Beside...)
	for i, t := range all {
		if rec == nil || t.Makes(rec) {
			continue
		}
		for _, form := range r.options.Forms {
			if form.Makes(rec) && t.IsReplacedBy(form) {
				all[i] = form
			}
		}
	}
	return all
}

// Document returns the template that r makes the first document of a record with;
// nil where it makes none.
func (r *Renderer) Document(rec *record.Record) *tmpl.Template {
	for _, t := range r.documents(rec) {
		return t
	}
	return nil
}

// missing names what a template requires and a record leaves empty; for a draft
// what it cannot mark.
func (r *Renderer) missing(t *tmpl.Template, rec *record.Record) []problem.Problem {
	return slices.DeleteFunc(t.Missing(rec), r.marks(rec))
}

// marks reports what a record lacks and a draft of it shows in its place.
func (r *Renderer) marks(rec *record.Record) func(problem.Problem) bool {
	documents := r.documents(rec)
	return func(p problem.Problem) bool {
		return r.options.Draft && p.Missing && slices.ContainsFunc(documents, func(t *tmpl.Template) bool { return t.CanMark(p.Path) })
	}
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

// Lacking returns the templates that r leaves out for a record, but those of
// another system; none where it does not leave any out.
func (r *Renderer) Lacking(rec *record.Record) []Lack {
	if !r.options.Fitting {
		return nil
	}
	var all []Lack
	for _, t := range slices.Concat(r.documents(rec), r.options.Workbooks) {
		if problems := r.missing(t, rec); len(problems) > 0 && t.Makes(rec) {
			all = append(all, Lack{t, problems})
		}
	}
	return all
}

// Kinds returns the kinds of the documents that r makes: those by whose rules a
// record is checked. A template that names none is not among them.
func (r *Renderer) Kinds() []kind.Kind { return r.kinds(nil) }

// KindsOf returns those of the documents that it makes of one record.
func (r *Renderer) KindsOf(rec *record.Record) []kind.Kind { return r.kinds(rec) }

// kinds are those of a record, or without one all.
func (r *Renderer) kinds(rec *record.Record) []kind.Kind {
	var kinds []kind.Kind
	for _, t := range r.documents(rec) {
		if k := t.Kind(); k != (kind.Kind{}) && !slices.Contains(kinds, k) && (rec == nil || r.makes(t, rec)) {
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
	for _, t := range r.documents(rec) {
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
