package page

import (
	"context"
	"errors"

	"ketluan/render/amend"
	"ketluan/render/office"
	"ketluan/render/problem"
)

type (
	// An Amended is a text after steps, or why they were not carried out.
	Amended struct {
		Text    string       `json:"text"`
		Focus   *amend.Focus `json:"focus"`
		Refused *unmade      `json:"refused,omitempty"`
	}
	// A Formed is a record as a form, or why it cannot be one.
	Formed struct {
		Form     *amend.Form       `json:"form"`
		Formless *formless         `json:"formless,omitempty"`
		Fields   map[string]string `json:"fields,omitempty"` // of the form, by the places of the pages
	}
	unmade struct {
		Message, Hint string
		Step          int `json:"step"`
	}
	formless struct {
		Message, Hint string
		Line          int `json:"line"` // 0: none is known
	}
)

// A held draft is that of the last answer: the next question is mostly about the
// same text, and a draft takes as long to read as to change.
type held struct {
	text  string
	draft *amend.Draft
}

// maxHeld bounds the text of a draft that is held, as its tree is many times larger.
const maxHeld = 256 << 10

// draftOf returns the draft of a text.
func (s *site) draftOf(text string) (*amend.Draft, error) {
	if h := s.held.Swap(nil); h != nil && h.text == text {
		return h.draft, nil
	}
	return amend.Open([]byte(text))
}

// carryOut carries the steps of a question out in its text; nothing is written.
// The draft is nil where there are none, or none could be.
func (s *site) carryOut(q question, know func() amend.Knowledge, l problem.Lang) (string, *Amended, *amend.Draft) {
	if len(q.Steps) == 0 || len(q.Text) > office.MaxRecord {
		return q.Text, nil, nil
	}
	out := &Amended{Text: q.Text}
	d, err := s.draftOf(q.Text)
	if err == nil {
		if out.Focus, err = d.Apply(q.Steps, know); err == nil {
			out.Text = string(d.Bytes())
		}
	}
	if err == nil && len(out.Text) > office.MaxRecord {
		out.Text, out.Focus, err = q.Text, nil, &amend.Refusal{Message: problem.Textf("Bản ghi lớn quá 4 MB", "The record is larger than 4 MB")}
	}
	if err != nil {
		out.Refused, d = unmadeOf(err, l), nil
	}
	return out.Text, out, d
}

func unmadeOf(err error, l problem.Lang) *unmade {
	var r *amend.Refusal
	if !errors.As(err, &r) {
		return &unmade{Message: err.Error()}
	}
	return &unmade{worded(r.Message, l), worded(r.Hint, l), r.Step}
}

// formOf reads a record as a form, of its draft where there is one; the findings
// of the answer lead to its fields.
func (s *site) formOf(p office.Proof, d *amend.Draft, j *proofJSON, l problem.Lang) *Formed {
	var err error
	if d == nil {
		d, err = s.draftOf(string(p.Source))
	}
	var form *amend.Form
	if err == nil {
		form, err = p.Form(d, l)
	}
	if err != nil {
		r := unmadeOf(err, l)
		out := &Formed{Formless: &formless{Message: r.Message, Hint: r.Hint}}
		if len(p.Problems) > 0 {
			out.Formless.Line = p.Problems[0].Pos.Line
		}
		return out
	}
	if len(p.Source) <= maxHeld {
		s.held.Store(&held{string(p.Source), d})
	}
	called(form.Fields, l)
	out := &Formed{Form: form, Fields: make(map[string]string, len(j.Lines))}
	for place := range j.Lines {
		out.Fields[place] = form.Leads(place)
	}
	for i := range j.Findings {
		j.Findings[i].Field = form.Leads(j.Findings[i].Field)
	}
	return out
}

// knows is what stands beside a record, for what is pasted into it.
func (s *site) knows(ctx context.Context, f office.Found, text string) amend.Knowledge {
	p, _ := s.prove(ctx, f, text)
	return p.Knowledge()
}
