package page

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A lettersBody is the page of what units are sent.
type lettersBody struct {
	Day      calendar.Date // of the notice
	ID, Name string
	Sent     office.Sent
	Open     int    // units without an address
	Signed   string // the notice that goes along; "" is made
	Issued   bool
	Told     problem.Text
}

// post makes what units are sent, in memory, as ketluan send does: with the notice
// that is given, else with the one that was issued and signed since, else with a
// new one.
func (s *site) post(ctx context.Context, f office.Found, given *office.Place) (sent office.Sent, made *office.Memory, body lettersBody, err error) {
	body = lettersBody{ID: idOf(f), Name: f.Rel}
	press, err := s.makings.issuer(extras{})
	if err != nil {
		return sent, nil, body, err
	}
	in, e, err := office.EntryOf(press, f)
	if err != nil {
		return sent, nil, body, err
	}
	if in.Record != nil {
		body.Day = in.Record.Date
	}
	body.Issued = in.Record != nil && in.Record.Number != "" && !in.Record.Date.IsZero() && e.Document == nil // where the office keeps no register
	if e.Stands() {
		body.Issued, body.Day = true, e.Date
		files, err := office.FilesNow(s.out(), e.Document)
		if err != nil {
			return sent, nil, body, err
		}
		for _, one := range files {
			if given == nil && path.Ext(one.Name) == ".pdf" && one.State == office.FileAdded {
				given = &office.Place{Folder: s.out(), Name: one.Name}
				body.Signed = path.Base(one.Name)
			}
		}
	}
	poster, err := s.makings.poster()
	if err != nil {
		return sent, nil, body, err
	}
	made = office.NewMemory(nil)
	sent = office.Send(ctx, poster, office.Sending{Order: office.Order{Out: made}, Notice: given}, f)
	for _, u := range sent.Units {
		if u.Email == "" {
			body.Open++
		}
	}
	body.Sent = sent
	return sent, made, body, ctx.Err()
}

// letters shows what units are sent, with its words to be copied.
func (s *site) letters(w http.ResponseWriter, r *http.Request) {
	if f, ok := s.named(w, r); ok {
		s.showLetters(w, r, f, http.StatusOK, problem.Text{})
	}
}

func (s *site) showLetters(w http.ResponseWriter, r *http.Request, f office.Found, status int, told problem.Text) {
	_, _, body, err := s.post(r.Context(), f, nil)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	body.Told = told
	title := problem.Textf("Gửi đơn vị", "To the units")
	s.show(w, r, status, "issueletters.html", title.In(s.langOf(r))+" "+f.Rel, body)
}

// lettersZip sends all of it: drafts of e-mails, calendars, workbooks, the list.
func (s *site) lettersZip(w http.ResponseWriter, r *http.Request) {
	if f, ok := s.named(w, r); ok {
		s.sendLetters(w, r, f, nil)
	}
}

func (s *site) sendLetters(w http.ResponseWriter, r *http.Request, f office.Found, given *office.Place) {
	sent, made, body, err := s.post(r.Context(), f, given)
	switch {
	case err != nil:
		s.failBy(w, r, err)
		return
	case !sent.Done || sent.NoTasks:
		if given != nil {
			message, hint := problem.Text{}, problem.Text{}
			if len(sent.Problems) > 0 {
				message, hint = sent.Problems[0].Message, sent.Problems[0].Hint
			}
			s.showLetters(w, r, f, http.StatusUnprocessableEntity, problem.Text{VI: message.VI + " " + hint.VI, EN: message.EN + " " + hint.EN})
			return
		}
		s.showLetters(w, r, f, http.StatusConflict, problem.Text{})
		return
	}
	files := made.Files()
	sendZip(w, f.Stem()+"-thu.zip", body.Day, func(yield func(string, []byte) bool) {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !yield(name, []byte(files[name])) {
				return
			}
		}
	}, &err)
}

// lettersWithSigned sends it with the notice that was signed elsewhere, which is
// kept in memory and nowhere else.
func (s *site) lettersWithSigned(w http.ResponseWriter, r *http.Request) {
	f, ok := s.named(w, r)
	if !ok {
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, office.MaxAttached+1<<16)
	file, head, err := r.FormFile("tep")
	if err != nil {
		status, told := http.StatusBadRequest, problem.Textf("Chưa chọn tệp nào", "No file was chosen")
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			status, told = http.StatusRequestEntityTooLarge, problem.Textf("Tệp lớn quá 15 MB: nhiều máy chủ thư không nhận", "The file is larger than 15 MB: many mail servers do not take it")
		}
		s.showLetters(w, r, f, status, told)
		return
	}
	defer file.Close()
	defer r.MultipartForm.RemoveAll()
	src, err := office.ReadAll(file, office.MaxAttached)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	name := path.Base(strings.ReplaceAll(head.Filename, `\`, "/"))
	if !office.Portable(name) || path.Ext(name) != ".pdf" {
		name = f.Stem() + "-da-ky.pdf"
	}
	s.sendLetters(w, r, f, &office.Place{Folder: office.NewMemory(map[string]string{name: string(src)}), Name: name})
}
