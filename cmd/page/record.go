package page

import (
	"context"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"net/http"
	"path"

	"ketluan/render/amend"
	"ketluan/render/check"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/svg"
)

// A recordBody is the page of a record.
type recordBody struct {
	ID, Name, Title string
	Content         fileContent
	Issue           *office.Entry // what the registers say; nil where that cannot be known
}

// A fileContent is a file as it is edited. Only text in UTF-8 is.
type fileContent struct {
	Text     string `json:"text"`
	Sum      string `json:"sum"` // of the bytes: what a change is based on
	ReadOnly bool   `json:"readOnly,omitempty"`
}

// content reads the file of a record.
func content(f office.Found) (c fileContent, src []byte, err error) {
	if f.Err != nil {
		return c, nil, &office.FileError{Path: f.Path, Err: f.Err}
	}
	if src, err = office.ReadFile(f.Folder, f.Name, office.MaxRecord); err != nil {
		return c, nil, office.About(f.Folder, f.Name, err)
	}
	c.Text, c.ReadOnly = edited(src)
	c.Sum = office.SumOf(src)
	return c, src, nil
}

// open reads the record that is asked for, or says why not.
func (s *site) open(w http.ResponseWriter, r *http.Request) (f office.Found, c fileContent, ok bool) {
	if f, ok = s.named(w, r); !ok {
		return f, c, false
	}
	c, _, err := content(f)
	if err != nil {
		s.failBy(w, r, err)
	}
	return f, c, err == nil
}

// record shows a record: its text beside its pages.
func (s *site) record(w http.ResponseWriter, r *http.Request) {
	f, c, ok := s.open(w, r)
	if !ok {
		return
	}
	body := recordBody{ID: idOf(f), Name: f.Rel, Title: f.Path, Content: c}
	if press, err := s.makings.issuer(extras{}); err == nil {
		if _, e, err := office.EntryOf(press, f); err == nil {
			body.Issue = &e
		}
	}
	s.show(w, r, http.StatusOK, "record.html", path.Base(f.Name), body)
}

// file says what the file is now: another program may have changed it.
func (s *site) file(w http.ResponseWriter, r *http.Request) {
	_, c, ok := s.open(w, r)
	if !ok {
		return
	}
	if r.URL.Query().Get("sum") == c.Sum {
		c.Text = ""
	}
	answer(w, http.StatusOK, c)
}

// A question is a record's text as it is in the browser.
type question struct {
	Text string   `json:"text"`
	Have []string `json:"have"` // sums of the pages that the browser shows
	Base string   `json:"base"` // what the text is a change of
	Rule string   `json:"rule"` // of the finding that is to be mended
	Line int      `json:"line"` // and its place
	Col  int      `json:"col"`

	Form  bool         `json:"form"`  // the record is wanted as a form
	Steps []amend.Step `json:"steps"` // to be carried out in the text first
}

// maxQuestion is more than a record's text takes in JSON.
const maxQuestion = 3*office.MaxRecord + 1<<16

// ask reads a question about a record; false where it has said what is wrong.
func (s *site) ask(w http.ResponseWriter, r *http.Request) (f office.Found, q question, ok bool) {
	if f, ok = s.named(w, r); !ok {
		return f, q, false
	}
	if err := read(w, r, maxQuestion, &q); err != nil {
		status, message := http.StatusBadRequest, problem.Textf("Câu hỏi gửi lên không đọc được", "What was sent cannot be read")
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			status, message = http.StatusRequestEntityTooLarge, problem.Textf("Bản ghi lớn quá 4 MB", "The record is larger than 4 MB")
		}
		s.fail(w, r, status, message, problem.Text{})
		return f, q, false
	}
	return f, q, true
}

type (
	// A proofJSON is what a record comes to as it stands.
	proofJSON struct {
		State    string         `json:"state"` // draft, faulty or good
		Pages    []pageJSON     `json:"pages"` // none: those before stay
		Lines    map[string]int `json:"lines"` // of the texts of the pages, by their places
		Findings []findingJSON  `json:"findings"`
		Fault    string         `json:"fault,omitempty"`
		*Amended                // what became of the steps
		*Formed                 // the record as a form
	}
	pageJSON struct {
		Sum string `json:"sum"`
		SVG string `json:"svg,omitempty"` // "" where the browser has it
	}
	findingJSON struct {
		Rule     string         `json:"rule"`
		Severity check.Severity `json:"severity"`
		Called   string         `json:"called"` // the severity in words
		Line     int            `json:"line"`   // 0: in another file, or in no line
		Col      int            `json:"col"`
		EndLine  int            `json:"endLine"`
		EndCol   int            `json:"endCol"`
		File     string         `json:"file,omitempty"` // where it is another
		Message  string         `json:"message"`
		Hint     string         `json:"hint,omitempty"`
		Reason   string         `json:"reason,omitempty"`
		Place    string         `json:"place"` // in the decree
		Field    string         `json:"field"` // of the form
		Mendable bool           `json:"mendable"`
	}
)

// proof judges and lays out the text in the browser. Nothing is written.
func (s *site) proof(w http.ResponseWriter, r *http.Request) {
	f, q, ok := s.ask(w, r)
	if !ok {
		return
	}
	l := s.langOf(r)
	text, done, draft := s.carryOut(q, func() amend.Knowledge { return s.knows(r.Context(), f, q.Text) }, l)
	proof, err := s.prove(r.Context(), f, text)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	out := proofOf(proof, q.Have, l)
	out.Amended = done
	if q.Form {
		out.Formed = s.formOf(proof, draft, &out, l)
	}
	answer(w, http.StatusOK, out)
}

func (s *site) prove(ctx context.Context, f office.Found, text string) (office.Proof, error) {
	p, err := s.presses()
	if err != nil {
		return office.Proof{}, err
	}
	if ctx.Err() != nil {
		return office.Proof{}, ctx.Err()
	}
	proof := p.proofer.Proof(f, []byte(text))
	return proof, proof.Err
}

func proofOf(p office.Proof, have []string, l problem.Lang) proofJSON {
	j := proofJSON{State: "good", Lines: map[string]int{}, Findings: []findingJSON{}, Pages: []pageJSON{}}
	switch {
	case p.Draft:
		j.State = "draft"
	case p.Blocked(false):
		j.State = "faulty"
	}
	if p.Fault != nil {
		message, _ := office.InWords(p.Fault)
		j.Fault = message.In(l)
	}
	known := map[string]bool{}
	for _, sum := range have {
		known[sum] = true
	}
	for _, page := range p.Pages {
		drawn := svg.Append(nil, page)
		h := fnv.New128a()
		h.Write(drawn)
		one := pageJSON{Sum: hex.EncodeToString(h.Sum(nil))}
		if !known[one.Sum] {
			one.SVG = string(drawn)
		}
		j.Pages = append(j.Pages, one)
		for _, place := range svg.Places(page) {
			if _, seen := j.Lines[place]; !seen {
				j.Lines[place] = p.Line(place)
			}
		}
	}
	for _, f := range p.Findings {
		j.Findings = append(j.Findings, findingOf(p, f, l))
	}
	return j
}

func findingOf(p office.Proof, f check.Finding, l problem.Lang) findingJSON {
	j := findingJSON{
		Rule: f.Rule.ID, Severity: f.Rule.Severity, Called: severities[f.Rule.Severity].In(l), Message: worded(f.Message, l), Hint: hinted(f.Hint, l),
		Reason: worded(f.Rule.Reason, l), Place: f.Rule.Place, Mendable: p.Mendable(f),
		Field: amend.PlaceOf(f.Field),
	}
	if f.Pos.File == p.Path {
		j.Line, j.Col, j.EndLine, j.EndCol = f.Pos.Line, f.Pos.Col, f.End.Line, f.End.Col
	} else {
		j.File = f.Pos.String()
	}
	return j
}

// mend carries out one finding that has one right answer, in the text in the
// browser. Nothing is written.
func (s *site) mend(w http.ResponseWriter, r *http.Request) {
	f, q, ok := s.ask(w, r)
	if !ok {
		return
	}
	proof, err := s.prove(r.Context(), f, q.Text)
	var made []byte
	if err == nil {
		made, err = proof.Mend(q.Rule, problem.Pos{Line: q.Line, Col: q.Col})
	}
	if err != nil {
		message, hint := office.InWords(err)
		s.fail(w, r, http.StatusConflict, message, hint)
		return
	}
	answer(w, http.StatusOK, fileContent{Text: string(made)})
}

// save writes the text in the browser into the file: whole, and only where the
// file is still what the text is a change of. Of another it says what it is.
func (s *site) save(w http.ResponseWriter, r *http.Request) {
	f, q, ok := s.ask(w, r)
	if !ok {
		return
	}
	now, src, err := content(f)
	switch {
	case err != nil:
		s.failBy(w, r, err)
		return
	case now.ReadOnly:
		s.fail(w, r, http.StatusConflict, problem.Textf("Tệp này không ở dạng UTF-8, không sửa được ở đây", "This file is not in UTF-8 and cannot be edited here"),
			problem.Textf("lưu lại thành UTF-8 bằng trình soạn thảo", "save it as UTF-8 in an editor"))
		return
	case now.Sum != q.Base:
		answer(w, http.StatusConflict, now)
		return
	}
	// Steps are of a form that is left before they were carried out.
	text, _, _ := s.carryOut(q, func() amend.Knowledge { return s.knows(r.Context(), f, q.Text) }, s.langOf(r))
	made := into(src, text)
	if len(made) > office.MaxRecord {
		s.fail(w, r, http.StatusRequestEntityTooLarge, problem.Textf("Bản ghi lớn quá 4 MB", "The record is larger than 4 MB"), problem.Text{})
		return
	}
	change := office.Change{Name: f.Name, Bytes: made, Was: []string{q.Base}, MustStand: true}
	if _, err := f.Folder.Apply(r.Context(), []office.Change{change}); err != nil {
		if now, _, again := content(f); errors.Is(err, office.ErrMoved) && again == nil {
			answer(w, http.StatusConflict, now)
			return
		}
		s.failBy(w, r, office.About(f.Folder, f.Name, err))
		return
	}
	answer(w, http.StatusOK, fileContent{Sum: office.SumOf(made)})
}
