package office

import (
	"context"
	"fmt"
	"path"
	"strings"

	"ketluan/render"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/tmpl"
)

// AnswerTemplate is the built-in one of the e-mails about what is wrong with
// replies.
const AnswerTemplate = "thu-hoi-lai"

// Answered is what was made for units whose replies have something wrong.
type Answered struct {
	Files    []string          `json:"files"` // as messages call them: of each reply a text and a draft
	To       []string          `json:"to"`    // the reply that each of the files answers
	Kept     []KeptFile        `json:"kept,omitempty"`
	Problems []problem.Problem `json:"problems,omitempty"`
	Done     bool              `json:"done"` // what was to be made stands; there may be nothing
}

// AnswerWith chooses the template that answers are made with among those that
// were asked for, and returns the others.
func AnswerWith(asked []Template) (t Template, others []Template, err error) {
	if t, err = BuiltIn(AnswerTemplate); err != nil {
		return t, nil, err
	}
	for _, a := range asked {
		if a.AnswersReplies() {
			t = a
		} else {
			others = append(others, a)
		}
	}
	return t, others, nil
}

// An answerable reply has something wrong with it that its unit may mend.
type answerable struct {
	record *record.Record // the first that it reports on
	reply.Reading
}

// Answer makes an answer to each reply of a run that has something wrong with
// it, into a folder: all or none. Nothing is sent.
func (out Collected) Answer(ctx context.Context, t Template, to Folder) Answered {
	var a Answered
	var changes []Change
	taken := map[string]int{}
	for _, r := range out.answerable {
		base := path.Base(slashes(r.Name))
		files, err := render.Answer(t.Template, r.record, tmpl.Reply{File: base, Unit: r.Unit, Refused: r.Refused, Problems: r.Problems})
		if err != nil {
			a.Problems = ProblemsOf(r.Name, err)
			return a
		}
		if len(files) == 0 {
			continue
		}
		stem := strings.TrimSuffix(base, path.Ext(base))
		own := Fold(stem)
		for base := stem; taken[Fold(stem)] > 0; { // of another folder, or with another ending
			taken[own]++
			stem = fmt.Sprintf("%s-%d", base, taken[own])
		}
		taken[Fold(stem)] = 1
		for _, f := range files {
			a.To = append(a.To, r.Name)
			changes = append(changes, Change{Name: path.Join(t.Folder(), stem+f.Suffix), Bytes: f.Bytes, Else: Keep})
		}
	}
	kept, err := to.Apply(ctx, changes)
	if err != nil {
		a.Problems = ProblemsOf("", About(to, ".", err))
		return a
	}
	for _, c := range changes {
		a.Files = append(a.Files, to.Path(c.Name))
	}
	a.Kept, a.Done = KeptFiles(to, kept), true
	return a
}
