package office

import (
	"context"
	"encoding/json"
	"slices"

	"ketluan/render/problem"
	"ketluan/render/tmpl"
)

// QuestionSheet is the template of the sheet that a clerk takes to the chair.
const QuestionSheet = "cau-hoi"

// An Inquiry is what one record leaves open, as questions to the chair of its
// meeting.
type Inquiry struct {
	Path  string
	Tasks int // of the record
	Asked []tmpl.Asked
	Made  // the sheet; nothing where none was asked for, or nothing is open

	in Opened
}

// Inquiring says how records are asked about.
type Inquiring struct {
	Out  Folder // where the sheets go; nil makes none
	Tick func(done, failed int)
}

// Questioner prepares a press whose document is a sheet of questions: the one
// built in, or another that asks too.
func Questioner(asked []Template) (*Press, error) {
	if len(asked) == 0 {
		t, err := BuiltIn(QuestionSheet)
		if err != nil {
			return nil, err
		}
		asked = []Template{t}
	}
	if len(asked) > 1 || !asked[0].AsksQuestions() {
		return nil, &Misuse{problem.Textf("mẫu %s không phải phiếu hỏi", "the template %s is no sheet of questions", asked[len(asked)-1].Name),
			problem.Textf("bỏ -t, hoặc dùng một mẫu có needs: questions, như %s", "leave out -t, or name one template with needs: questions, as %s", QuestionSheet)}
	}
	return NewPress(Wants{Templates: asked, Only: "pdf"})
}

// Inquire asks about records, in their order, and makes the sheets of those that
// leave something open. What cannot be read stops no other; profiles that stand
// among them under any name are left out. It reports whether it came to its end.
func Inquire(ctx context.Context, p *Press, a Inquiring, records []Found) ([]Inquiry, bool) {
	all, whole := each(ctx, 1, records, func(f Found) Inquiry { return inquire(ctx, p, a, f) }, a.Tick)
	read := profiles{}
	for _, q := range all {
		read.add(q.in)
	}
	return slices.DeleteFunc(all, func(q Inquiry) bool { return read.has(q.in) }), whole
}

func inquire(ctx context.Context, p *Press, a Inquiring, f Found) Inquiry {
	in := Open(p.Renderer, f)
	q := Inquiry{Path: f.Path, in: in}
	q.Problems = append(in.Problems, ProblemsOf(f.Path, in.Err)...)
	if len(q.Problems) > 0 {
		return q
	}
	q.Tasks = len(in.Record.Tasks())
	q.Asked = p.Document(in.Record).Questions(in.Record)
	if a.Out == nil || len(q.Asked) == 0 {
		q.Done = true
		return q
	}
	files, err := p.Files(in.Record)
	if err != nil {
		q.Problems = ProblemsOf(f.Path, err)
		return q
	}
	q.Made = q.deliver(ctx, Order{Out: a.Out, Stem: f.Stem()}, files)
	return q
}

// The JSON of an inquiry. Texts are in both languages.
type (
	inquiryJSON struct {
		File     string            `json:"file"`
		Tasks    int               `json:"tasks"`
		Open     []askedJSON       `json:"open"`
		Files    []string          `json:"files,omitempty"`
		Problems []problem.Problem `json:"problems,omitempty"`
	}
	askedJSON struct {
		ID        string         `json:"id,omitempty"`
		Label     string         `json:"label"`
		Line      int            `json:"line"`
		Text      string         `json:"text"`
		Questions []questionJSON `json:"questions"`
	}
	questionJSON struct {
		Clarity  string       `json:"clarity"`
		Name     problem.Text `json:"name"`
		Question problem.Text `json:"question"`
		Choices  []string     `json:"choices,omitempty"`
	}
)

// MarshalJSON gives the file with what is open in it, or with what is wrong.
func (q Inquiry) MarshalJSON() ([]byte, error) {
	j := inquiryJSON{File: q.Path, Tasks: q.Tasks, Open: []askedJSON{}, Files: q.Files, Problems: q.Problems}
	for _, a := range q.Asked {
		one := askedJSON{ID: a.Item.ID, Label: a.Label, Text: a.Item.Text, Line: q.in.Record.Problem(a.Item.Field(), problem.Text{}, problem.Text{}).Pos.Line}
		for _, o := range a.Questions {
			one.Questions = append(one.Questions, questionJSON{string(o.Clarity), o.Clarity.Name(), o.Text, o.Choices})
		}
		j.Open = append(j.Open, one)
	}
	return json.Marshal(j)
}
