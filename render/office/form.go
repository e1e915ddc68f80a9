package office

import (
	"ketluan/render/amend"
	"ketluan/render/problem"
)

// Form returns the record of a proof, whose draft is d, as the form it is written
// in, or the refusal that says why it cannot be shown as one.
func (p Proof) Form(d *amend.Draft, l problem.Lang) (*amend.Form, error) {
	r := amend.Reading{Record: p.Record, Missing: map[string]bool{}, Lang: l}
	for _, pr := range p.Problems {
		r.Missing[pr.Path] = r.Missing[pr.Path] || pr.Missing
	}
	if p.Record != nil && p.form != nil {
		r.Labels = p.form.Labels(p.Record)
	}
	if p.Record == nil && len(p.Problems) > 0 { // read more strictly than YAML is
		return nil, &amend.Refusal{Message: p.Problems[0].Message, Hint: p.Problems[0].Hint}
	}
	if p.Record != nil && p.heard != nil {
		r.Spoken, r.Samples = p.heard.spoken(p.Record), samples(p.Record)
	}
	return d.Form(r), nil
}

// Knowledge returns what the record of a proof knows of what is pasted into it.
func (p Proof) Knowledge() (k amend.Knowledge) {
	if p.Record == nil {
		return k
	}
	k.Units = p.Record.Units
	if p.form != nil {
		k.Numbering = p.form.Numbering(p.Record)
	}
	return k
}
