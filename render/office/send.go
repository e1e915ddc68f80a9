package office

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"path"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/problem"
)

// LetterTemplate is the built-in one of the e-mails that go to units.
const LetterTemplate = "thu-gui-don-vi"

// MaxAttached bounds a notice that goes along with e-mails, in bytes: few mail
// servers take more than 25 MB.
const MaxAttached = 15 << 20

// Errors of a notice that is to go along.
var (
	errNoPDF     = errors.New("no PDF")
	errLargeMail = errors.New("too large for an e-mail")
)

// A Sending says what units are sent.
type Sending struct {
	Order
	Notice *Place // the notice as it was signed; nil makes it
}

// A Sent is what was made of one record for its units. Nothing has left the
// office: they are drafts.
type Sent struct {
	Path string
	Made
	Units   []SentUnit
	NoTasks bool // nobody to write to
}

// A SentUnit is the draft to one unit.
type SentUnit struct {
	Unit    string
	Email   string // "" is to be filled in
	Tasks   int
	Nearest calendar.Date // of the deadlines; zero where there is none
	Files   []string      // as messages call them: the draft, the calendar if there is one, the workbook

	Subject, Text string // of the draft
}

// Poster prepares a press for Send: the notice, the workbooks of units and their
// e-mails, each by the template of its role that is asked for, else the built-in.
func Poster(w Wants) (*Press, error) {
	asked, err := ByRole(w.Templates)
	if err != nil {
		return nil, err
	}
	chosen := map[Role]Template{}
	for _, k := range []struct {
		role     Role
		template string
	}{{Notice, "thong-bao-ket-luan"}, {UnitReports, "theo-doi-don-vi"}, {Letters, LetterTemplate}} {
		t, named := asked[k.role]
		if !named {
			if t, err = BuiltIn(k.template); err != nil {
				return nil, err
			}
		}
		chosen[k.role] = t
		if !t.AsksQuestions() {
			delete(asked, k.role)
		}
	}
	for _, t := range asked {
		return nil, &Misuse{problem.Textf("mẫu %s không dùng để gửi đơn vị", "the template %s is nothing that units are sent", t.Name),
			problem.Textf("mẫu của thông báo, của bảng từng đơn vị hoặc của thư (%s)", "one of the notice, of the units' workbooks or of e-mails (%s)", LetterTemplate)}
	}
	family, err := readFamily(w.Faces)
	if err != nil {
		return nil, err
	}
	p := &Press{Family: family, Templates: chosen, Documents: []Template{chosen[Notice]}, Wants: w}
	p.Forms = replacing(p.Documents)
	p.Renderer, err = render.New(p.options())
	return p, err
}

// Send makes the drafts to the units of one record, with what goes along, and
// delivers all or none. The record passes the same gate as the notice.
func Send(ctx context.Context, p *Press, s Sending, f Found) Sent {
	if s.Stem == "" {
		s.Stem = f.Stem()
	}
	type made struct {
		Sent
		files []render.File
		ok    bool
	}
	all, whole := each(ctx, 1, []Found{f}, func(f Found) (m made) {
		m.Path = f.Path
		m.files, m.ok = m.post(p, s, f)
		return m
	}, nil)
	if !whole {
		return Sent{Path: f.Path}
	}
	out := all[0].Sent
	if all[0].ok {
		out.Made = out.deliver(ctx, s.Order, all[0].files)
	}
	return out
}

// post makes the files in memory. It is not ok where they must not go out, or
// there is nobody to write to.
func (m *Sent) post(p *Press, s Sending, f Found) (files []render.File, ok bool) {
	rec, ok := m.admit(p, s.Order, f)
	if !ok {
		return nil, false
	}
	if m.Problems = p.Templates[Letters].Missing(rec); len(m.Problems) > 0 {
		return nil, false
	}
	if m.NoTasks = len(rec.Tasks()) == 0; m.NoTasks {
		m.Done = true
		return nil, false
	}
	b := book{ledger: ledger.New("", rec)}
	if f.Source == nil { // standard input has none beside it
		b = s.kin(f).read(p.Renderer, f, rec)
	}
	if m.Problems = append(b.problems, ProblemsOf(f.Path, b.err)...); len(m.Problems) > 0 {
		return nil, false
	}
	post := render.Post{Template: p.Templates[Letters].Template, Stem: s.Stem, Moves: b.ledger.Moves(), Known: b.ledger.Known()}
	var err error
	if post.Notice, err = signed(s.Notice); err != nil {
		m.Problems = ProblemsOf("", err)
		return nil, false
	}
	posted, files, err := p.Post(rec, post)
	if err != nil {
		m.Problems = ProblemsOf(f.Path, err)
		return nil, false
	}
	for _, one := range posted {
		u := SentUnit{Unit: one.Unit.Name, Email: one.To, Tasks: one.Tasks, Nearest: one.Nearest, Subject: one.Subject, Text: one.Body}
		for _, c := range Parcels(s.Stem, one.Files, Keep) {
			u.Files = append(u.Files, s.Out.Path(c.Name))
		}
		m.Units = append(m.Units, u)
		files = append(files, one.Files...)
	}
	return files, true
}

// signed reads the notice that is to go along; nil where none is named.
func signed(p *Place) (*render.File, error) {
	if p == nil {
		return nil, nil
	}
	src, err := ReadFile(p.Folder, p.Name, MaxAttached)
	switch {
	case errors.Is(err, ErrTooLarge):
		err = errLargeMail
	case err == nil && !bytes.HasPrefix(src, []byte("%PDF-")):
		err = errNoPDF
	}
	if err != nil {
		return nil, &FileError{p.path(), cut(err)}
	}
	return &render.File{Suffix: path.Base(p.Name), Bytes: src}, nil
}

// The JSON of what was made. Days are 2020-11-20; "" is none.
type (
	sentJSON struct {
		File     string            `json:"file"`
		Units    []sentUnitJSON    `json:"units"`
		Files    []string          `json:"files,omitempty"` // all, also those of no one unit
		Kept     []KeptFile        `json:"kept,omitempty"`
		Problems []problem.Problem `json:"problems,omitempty"`
	}
	sentUnitJSON struct {
		Unit            string   `json:"unit"`
		Email           string   `json:"email"`
		Tasks           int      `json:"tasks"`
		NearestDeadline string   `json:"nearestDeadline"`
		Files           []string `json:"files"`
	}
)

// MarshalJSON gives the record with the drafts to its units, or with what is
// wrong.
func (s Sent) MarshalJSON() ([]byte, error) {
	j := sentJSON{File: s.Path, Units: []sentUnitJSON{}, Files: s.Files, Kept: s.Kept, Problems: s.Problems}
	if s.Done {
		for _, u := range s.Units {
			one := sentUnitJSON{Unit: u.Unit, Email: u.Email, Tasks: u.Tasks, Files: u.Files}
			if !u.Nearest.IsZero() {
				one.NearestDeadline = u.Nearest.String()
			}
			j.Units = append(j.Units, one)
		}
	}
	return json.Marshal(j)
}
