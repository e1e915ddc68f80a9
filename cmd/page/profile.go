package page

import (
	"context"
	"errors"
	"net/http"

	"ketluan/render/amend"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A profilesBody is the page of the profiles of a folder.
type profilesBody struct{ Profiles []profileLink }

type profileLink struct{ ID, Name string }

// A profileBody is the page of a profile.
type profileBody struct {
	ID, Name string
	Others   bool // the folder has more of them
	Content  fileContent
	Typed    string // what was typed where the file was changed meanwhile; else ""
	Saved    bool
	Proof    profileJSON
}

// A profileJSON is what a profile comes to as it stands.
type profileJSON struct {
	Findings []findingJSON `json:"findings"`
	Users    []profileUser `json:"users"`
	More     bool          `json:"more"`

	*Amended                // what became of the steps
	Form     *amend.Profile `json:"form,omitempty"`
	Formless *formless      `json:"formless,omitempty"`
}

// A profileUser is a record that names a profile.
type profileUser struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Problems []string `json:"problems"` // some
	Count    int      `json:"count"`    // of all
}

// profiles lists the profiles, or leads to the only one.
func (s *site) profiles(w http.ResponseWriter, r *http.Request) {
	listing, err := s.find(r.Context())
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	var body profilesBody
	for _, f := range listing.ProfileFiles {
		body.Profiles = append(body.Profiles, profileLink{idOf(f), f.Rel})
	}
	if len(body.Profiles) == 1 {
		http.Redirect(w, r, s.Root+"/ho-so/"+body.Profiles[0].ID, http.StatusSeeOther)
		return
	}
	s.show(w, r, http.StatusOK, "profiles.html", problem.Textf("Cơ quan và đơn vị", "Agency and units").In(s.langOf(r)), body)
}

// profileNamed returns the profile that the address of a request names, with the
// records of the folder; false where it has said that there is none.
func (s *site) profileNamed(w http.ResponseWriter, r *http.Request) (f office.Found, listing office.Listing, ok bool) {
	listing, err := s.find(r.Context())
	if err != nil && len(listing.ProfileFiles) == 0 {
		s.failBy(w, r, err)
		return f, listing, false
	}
	for _, f := range listing.ProfileFiles {
		if id := idOf(f); id == r.PathValue("id") || id == r.PathValue("profile") {
			return f, listing, true
		}
	}
	s.fail(w, r, http.StatusNotFound, problem.Textf("Thư mục không còn hồ sơ này", "This profile is not in the folder any more"),
		problem.Textf("Hồ sơ đã được đổi tên, chuyển chỗ hoặc xóa", "It was renamed, moved or removed"))
	return f, listing, false
}

// profile shows a profile: its text, and what it means for the records.
func (s *site) profile(w http.ResponseWriter, r *http.Request) {
	f, listing, ok := s.profileNamed(w, r)
	if !ok {
		return
	}
	s.showProfile(w, r, http.StatusOK, f, listing, profileBody{Saved: r.URL.Query().Has("da-luu")})
}

func (s *site) showProfile(w http.ResponseWriter, r *http.Request, status int, f office.Found, listing office.Listing, body profileBody) {
	c, src, err := content(f)
	if err == nil {
		body.Proof, err = s.proveProfile(r.Context(), f, listing, src, s.langOf(r))
	}
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	body.ID, body.Name, body.Others, body.Content = idOf(f), f.Rel, len(listing.ProfileFiles) > 1, c
	s.show(w, r, status, "profile.html", problem.Textf("Cơ quan và đơn vị", "Agency and units").In(s.langOf(r)), body)
}

// profileFile says what the file is now.
func (s *site) profileFile(w http.ResponseWriter, r *http.Request) {
	f, _, ok := s.profileNamed(w, r)
	if !ok {
		return
	}
	c, _, err := content(f)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	if r.URL.Query().Get("sum") == c.Sum {
		c.Text = ""
	}
	answer(w, http.StatusOK, c)
}

// maxShown are the problems that are shown of each record.
const maxShown = 3

func (s *site) proveProfile(ctx context.Context, f office.Found, listing office.Listing, text []byte, l problem.Lang) (profileJSON, error) {
	press, err := s.reader()
	if err != nil {
		return profileJSON{}, err
	}
	proof := office.ProveProfile(ctx, press, f, text, listing.Records)
	out := profileJSON{Findings: []findingJSON{}, Users: []profileUser{}, More: proof.More}
	for _, p := range proof.Problems {
		out.Findings = append(out.Findings, findingJSON{Severity: "error", Called: severities["error"].In(l), Line: p.Pos.Line, Col: p.Pos.Col, Message: worded(p.Message, l), Hint: hinted(p.Hint, l), Field: p.Path})
	}
	for _, u := range proof.Users {
		one := profileUser{ID: idOf(u.Found), Name: u.Rel, Problems: []string{}, Count: len(u.Problems)}
		for _, p := range u.Problems[:min(len(u.Problems), maxShown)] {
			one.Problems = append(one.Problems, worded(p.Message, l))
		}
		out.Users = append(out.Users, one)
	}
	return out, nil
}

// profileAsked reads a question about a profile.
func (s *site) profileAsked(w http.ResponseWriter, r *http.Request) (f office.Found, listing office.Listing, q question, ok bool) {
	if f, listing, ok = s.profileNamed(w, r); !ok {
		return f, listing, q, false
	}
	if err := read(w, r, maxQuestion, &q); err != nil {
		s.fail(w, r, http.StatusBadRequest, problem.Textf("Câu hỏi gửi lên không đọc được", "What was sent cannot be read"), problem.Text{})
		return f, listing, q, false
	}
	return f, listing, q, true
}

// profileProof says what the text in the browser comes to. Nothing is written.
func (s *site) profileProof(w http.ResponseWriter, r *http.Request) {
	f, listing, q, ok := s.profileAsked(w, r)
	if !ok {
		return
	}
	l := s.langOf(r)
	text, done, draft := s.carryOut(q, nil, l)
	proof, err := s.proveProfile(r.Context(), f, listing, []byte(text), l)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	if proof.Amended = done; q.Form {
		proof.formed(text, draft, l)
	}
	answer(w, http.StatusOK, proof)
}

// formed adds the profile as a form, and to which of its fields the findings are.
func (p *profileJSON) formed(text string, draft *amend.Draft, l problem.Lang) {
	var err error
	if draft == nil {
		draft, err = amend.Open([]byte(text))
	}
	if err != nil {
		r := unmadeOf(err, l)
		p.Formless = &formless{Message: r.Message, Hint: r.Hint}
		if len(p.Findings) > 0 {
			p.Formless.Line = p.Findings[0].Line
		}
		return
	}
	p.Form = draft.Profile(l)
	called(p.Form.Fields, l)
	for i := range p.Findings {
		p.Findings[i].Field = draft.ProfilePlace(p.Findings[i].Field)
	}
}

// profileSave writes the text in the browser, as that of a record is.
func (s *site) profileSave(w http.ResponseWriter, r *http.Request) {
	f, _, q, ok := s.profileAsked(w, r)
	if !ok {
		return
	}
	text, _, _ := s.carryOut(q, nil, s.langOf(r)) // steps are of a form that is left before they were carried out
	switch c, err := putProfile(r.Context(), f, text, q.Base); {
	case errors.Is(err, office.ErrMoved):
		answer(w, http.StatusConflict, c)
	case err != nil:
		s.failProfile(w, r, err)
	default:
		answer(w, http.StatusOK, c)
	}
}

// profilePosted does the same for a form that is sent without a script.
func (s *site) profilePosted(w http.ResponseWriter, r *http.Request) {
	f, listing, ok := s.profileNamed(w, r)
	if !ok {
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxQuestion)
	text := unified(r.PostFormValue("text"))
	if text == "" {
		s.fail(w, r, http.StatusBadRequest, problem.Textf("Không nhận được chữ nào, chưa ghi gì", "No text has arrived, nothing is written"), problem.Text{})
		return
	}
	switch _, err := putProfile(r.Context(), f, text, r.PostFormValue("base")); {
	case errors.Is(err, office.ErrMoved):
		s.showProfile(w, r, http.StatusConflict, f, listing, profileBody{Typed: text})
	case err != nil:
		s.failProfile(w, r, err)
	default:
		http.Redirect(w, r, s.Root+"/ho-so/"+idOf(f)+"?da-luu", http.StatusSeeOther)
	}
}

// errNoText is said of a file that is no text in UTF-8.
var errNoText = errors.New("not in UTF-8")

// failProfile says why a profile is not written.
func (s *site) failProfile(w http.ResponseWriter, r *http.Request, err error) {
	message, hint := office.InWords(err)
	if errors.Is(err, errNoText) {
		message, hint = problem.Textf("Tệp này không ở dạng UTF-8, không sửa được ở đây", "This file is not in UTF-8 and cannot be edited here"), problem.Textf("lưu lại thành UTF-8 bằng trình soạn thảo", "save it as UTF-8 in an editor")
	}
	s.fail(w, r, http.StatusConflict, message, hint)
}

// putProfile writes a text into the file that it is a change of: whole, and into
// no other (ErrMoved, with what it is now).
func putProfile(ctx context.Context, f office.Found, text, base string) (c fileContent, err error) {
	now, src, err := content(f)
	if err != nil {
		return c, err
	}
	if now.ReadOnly {
		return c, errNoText
	}
	if now.Sum != base {
		return now, office.ErrMoved
	}
	made := into(src, text)
	if len(made) > office.MaxRecord {
		return c, office.ErrTooLarge
	}
	if _, err := f.Folder.Apply(ctx, []office.Change{{Name: f.Name, Bytes: made, Was: []string{base}, MustStand: true}}); err != nil {
		if now, _, again := content(f); errors.Is(err, office.ErrMoved) && again == nil {
			return now, err
		}
		return c, office.About(f.Folder, f.Name, err)
	}
	return fileContent{Sum: office.SumOf(made)}, nil
}
