package page

import (
	"net/http"
	"path"
	"strconv"
	"strings"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// An issuedBody is the page of a record that was issued.
type issuedBody struct {
	ID, Name, Title string
	Sum             string
	Told            problem.Text
	Problems        []problem.Problem
	New             bool // it has just been issued
	Entry           office.Entry
	Changes         []office.Difference
	Files           []issuedFile // the document, its workbook
	Units           []issuedFile // the workbooks of units
	Missing         int
	Signed          bool // the document has something behind what was issued
	Tasks           int
}

// An issuedFile is one that can be fetched, by its number.
type issuedFile struct {
	office.IssuedFile
	N    int
	Base string
}

// Sort is what the file is, in words.
func (f issuedFile) Sort() problem.Text {
	switch path.Ext(f.Base) {
	case ".pdf":
		return problem.Textf("Văn bản (PDF) để trình ký", "The document (PDF), to be signed")
	case ".docx":
		return problem.Textf("Văn bản (Word)", "The document (Word)")
	}
	return problem.Textf("Bảng theo dõi (Excel)", "Workbook (Excel)")
}

// showIssued shows what was issued, what became of it, and what comes next.
func (s *site) showIssued(w http.ResponseWriter, r *http.Request, f office.Found, in office.Opened, e office.Entry, status int, told problem.Text, problems []problem.Problem) {
	files, err := office.FilesNow(s.out(), e.Document)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	body := issuedBody{
		ID: idOf(f), Name: f.Rel, Title: e.Subject, Sum: office.SumOf(in.Source), Told: told, Problems: problems,
		New: r.Method == http.MethodGet && r.URL.Query().Get("moi") != "", Entry: e,
	}
	if e.Changed != nil {
		body.Changes = e.Differences(in.Record)
	}
	if in.Record != nil {
		body.Tasks = len(in.Record.Tasks())
	}
	for i, one := range files {
		file := issuedFile{one, i, path.Base(one.Name)}
		if one.State == office.FileMissing {
			body.Missing++
		}
		if path.Ext(one.Name) == ".pdf" && one.State == office.FileAdded {
			body.Signed = true
		}
		if strings.Contains(one.Name, "/don-vi/") {
			body.Units = append(body.Units, file)
		} else {
			body.Files = append(body.Files, file)
		}
	}
	title := problem.Textf("Đã phát hành", "Issued")
	s.show(w, r, status, "issued.html", title.In(s.langOf(r))+" "+e.Called(), body)
}

// entryOf is what the registers say of the record of a request, which was issued;
// false where it has said that it was not.
func (s *site) entryOf(w http.ResponseWriter, r *http.Request) (f office.Found, in office.Opened, e office.Entry, ok bool) {
	if f, ok = s.named(w, r); !ok {
		return f, in, e, false
	}
	press, err := s.makings.issuer(extras{})
	if err == nil {
		in, e, err = office.EntryOf(press, f)
	}
	switch {
	case err != nil:
		s.failBy(w, r, err)
	case e.Document == nil || !e.Stands():
		s.showIssue(w, r, f, http.StatusConflict, problem.Textf("Bản ghi chưa phát hành", "The record is not issued"), nil)
	default:
		return f, in, e, true
	}
	return f, in, e, false
}

// issuedFile sends one of the files that were issued, as it is now.
func (s *site) issuedFile(w http.ResponseWriter, r *http.Request) {
	_, _, e, ok := s.entryOf(w, r)
	if !ok {
		return
	}
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 0 || n >= len(e.Files) {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Không có tệp này", "There is no such file"), problem.Text{})
		return
	}
	src, err := office.ReadFile(s.out(), e.Files[n].Name, office.MaxPDF)
	if err != nil {
		s.failBy(w, r, office.About(s.out(), e.Files[n].Name, err))
		return
	}
	attach(w, path.Base(e.Files[n].Name))
	w.Write(src)
}

// issuedZip sends all of them that are there.
func (s *site) issuedZip(w http.ResponseWriter, r *http.Request) {
	f, _, e, ok := s.entryOf(w, r)
	if !ok {
		return
	}
	files, err := office.FilesNow(s.out(), e.Document)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	any := sendZip(w, f.Stem()+".zip", e.Date, func(yield func(string, []byte) bool) {
		for _, one := range files {
			if one.State == office.FileMissing {
				continue
			}
			var src []byte
			if src, err = office.ReadFile(s.out(), one.Name, office.MaxPDF); err != nil || !yield(one.Name, src) {
				return
			}
		}
	}, &err)
	if !any {
		s.showIssue(w, r, f, http.StatusNotFound, problem.Textf("Không còn tệp nào ở nơi ghi", "None of the files is there any more"), nil)
	}
}

// restore makes files anew that were issued and are not there any more.
func (s *site) restore(w http.ResponseWriter, r *http.Request) {
	f, ok := s.asked(w, r)
	if !ok {
		return
	}
	var e extras
	press, err := s.makings.issuer(e)
	if err == nil {
		var entry office.Entry
		if _, entry, err = office.EntryOf(press, f); err == nil && entry.Stands() {
			for _, one := range entry.Files {
				e.Units = e.Units || strings.Contains(one.Name, "/don-vi/")
				e.Word = e.Word || path.Ext(one.Name) == ".docx"
			}
		}
	}
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	one, ok := s.bringOut(w, r, f, e, office.Issuing{Out: s.out()})
	switch {
	case !ok:
	case !one.Done || len(one.Told) > 0:
		s.showIssue(w, r, f, http.StatusConflict, problem.Text{}, append(one.Problems, one.Told...))
	default:
		s.toIssue(w, r, f, "")
	}
}

// withdraw takes a document back, as ketluan issue --withdraw does: the number
// stays in the register.
func (s *site) withdraw(w http.ResponseWriter, r *http.Request) {
	f, ok := s.asked(w, r)
	if !ok {
		return
	}
	reason := strings.Join(strings.Fields(r.PostFormValue("ly-do")), " ")
	if reason == "" || len(reason) > 2000 {
		s.showIssue(w, r, f, http.StatusUnprocessableEntity, problem.Textf("Chưa ghi lý do thu hồi; chưa làm gì.", "No reason is given; nothing was done."), nil)
		return
	}
	one, ok := s.bringOut(w, r, f, extras{}, office.Issuing{Out: s.out(), Withdraw: reason})
	switch {
	case !ok:
	case !one.Done:
		s.showIssue(w, r, f, http.StatusConflict, problem.Text{}, one.Problems)
	default:
		s.toIssue(w, r, f, "")
	}
}

// unnumber lets a record be issued anew whose number was taken back.
func (s *site) unnumber(w http.ResponseWriter, r *http.Request) {
	f, ok := s.asked(w, r)
	if !ok {
		return
	}
	press, err := s.makings.issuer(extras{})
	if err == nil {
		err = office.Unnumber(r.Context(), press, f, r.PostFormValue("ban"))
	}
	if err != nil {
		s.showIssue(w, r, f, http.StatusConflict, problem.Text{}, office.ProblemsOf(f.Path, err))
		return
	}
	s.toIssue(w, r, f, "")
}
