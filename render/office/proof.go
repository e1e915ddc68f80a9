package office

import (
	"bytes"
	"errors"

	"ketluan/render/check"
	"ketluan/render/layout"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/revision"
	"ketluan/render/tmpl"
)

// A Proofer shows records while they are written, as the notice that would be
// made of them.
type Proofer struct {
	final, draft *Press
	heard        hearing // of the record that is being written
}

// NewProofer prepares what all records share.
func NewProofer(w Wants) (*Proofer, error) {
	w.Only, w.Draft = "pdf", false
	final, err := NewPress(w)
	if err != nil {
		return nil, err
	}
	w.Draft = true
	draft, err := NewPress(w)
	return &Proofer{final: final, draft: draft}, err
}

// A Proof is what a record comes to as it stands: what is found in it, and its
// pages.
type Proof struct {
	Review
	Pages []layout.Page // nil where nothing can be laid out
	Draft bool          // what is missing stands in brackets on them
	Fault error         // why there are no pages, where no finding says it

	form  *tmpl.Template // of the pages; nil where there is none for the record
	heard *hearing
}

// Proof judges and lays out what a record would say with these bytes.
func (p *Proofer) Proof(f Found, src []byte) Proof {
	if len(src) > MaxRecord {
		return Proof{Review: failed(Opened{Found: f}, &FileError{f.Path, ErrTooLarge})}
	}
	f.Source, f.Err = append([]byte{}, src...), nil
	out := Proof{Review: review(nil, p.final.Renderer, Open(p.final.Renderer, f)), heard: &p.heard}
	press, rec := p.final, out.Record
	if rec != nil {
		if out.form = p.final.Document(rec); out.form == nil {
			out.form = p.draft.Document(rec)
		}
	}
	if len(out.Problems) > 0 {
		drafted := Open(p.draft.Renderer, f)
		if len(drafted.Problems) > 0 {
			return out
		}
		press, rec, out.Draft = p.draft, drafted.Record, true
	}
	if rec != nil {
		out.Pages, out.Fault = press.Pages(rec)
	}
	return out
}

// Line returns the line of the record on which stands what a text of the pages
// says, by its place; 0 where that is in no line of it, as what the profile says.
func (p Proof) Line(place string) int {
	if p.Record == nil {
		return 0
	}
	pos := revision.Where(p.Record, place)
	if pos.File != p.Path {
		return 0
	}
	return pos.Line
}

// ErrNoMend is returned where a finding is not there any more, or has no one
// right answer.
var ErrNoMend = errors.New("this finding cannot be mended")

// Mend returns the record's bytes with what one finding says carried out, by the
// same edits as those of all of them; every other byte stays.
func (p Proof) Mend(rule string, at problem.Pos) ([]byte, error) {
	for _, f := range p.Findings {
		if f.Rule.ID != rule || f.Pos.Line != at.Line || f.Pos.Col != at.Col || !p.Mendable(f) {
			continue
		}
		made, n, err := record.Mend(p.Source, f.Edits)
		if err != nil || n != len(f.Edits) || bytes.Equal(made, p.Source) {
			return nil, ErrNoMend
		}
		return made, nil
	}
	return nil, ErrNoMend
}

// Mendable reports a finding whose one right answer is in the record itself.
func (p Proof) Mendable(f check.Finding) bool {
	for _, e := range f.Edits {
		if e.File != p.Path {
			return false
		}
	}
	return len(f.Edits) > 0
}
