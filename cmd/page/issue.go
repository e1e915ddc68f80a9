package page

import (
	"context"
	"net/http"
	"strings"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/check"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// An issueForm is what is asked for when a record is issued.
type issueForm struct {
	Number, Date string // as typed
	extras
}

// formOf reads it; until something is asked for, all files are.
func issueFormOf(r *http.Request) issueForm {
	if r.FormValue("co") == "" {
		return issueForm{extras: extras{true, true}}
	}
	return issueForm{strings.TrimSpace(r.FormValue("so")), strings.TrimSpace(r.FormValue("ngay")), extras{r.FormValue("don-vi") != "", r.FormValue("word") != ""}}
}

// An issueBody is the page on which a record is issued.
type issueBody struct {
	ID, Name, Title string
	Sum             string // of the record, as the page shows it
	Told            problem.Text
	Entry           office.Entry
	Gone            bool // its number was taken back
	Own             bool // the record says its number itself
	Form            issueForm
	Stops           []findingJSON // what the gate holds it back for
	Line            int           // of the first of them
	Warnings        int
	Tasks           int                  // that will be followed up
	Only            int                  // texts that are printed and not followed up, having no lead
	Would           *office.IssuedRecord // what would be issued; nil: nothing can be
	Problems        []problem.Problem
	Path            string // as messages call the record
}

// issuePage shows what would be issued, or what was.
func (s *site) issuePage(w http.ResponseWriter, r *http.Request) {
	if f, ok := s.named(w, r); ok {
		s.showIssue(w, r, f, http.StatusOK, problem.Text{}, nil)
	}
}

// showIssue shows it for the form of the request, with what is to be told first.
func (s *site) showIssue(w http.ResponseWriter, r *http.Request, f office.Found, status int, told problem.Text, problems []problem.Problem) {
	press, err := s.makings.issuer(issueFormOf(r).extras)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	in, entry, err := office.EntryOf(press, f)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	if entry.Stands() {
		s.showIssued(w, r, f, in, entry, status, told, problems)
		return
	}
	body := issueBody{ID: idOf(f), Name: f.Rel, Title: titleOf(in), Sum: office.SumOf(in.Source), Told: told, Entry: entry, Form: issueFormOf(r), Problems: problems, Path: f.Path}
	body.judge(r.Context(), press, f, s.langOf(r))
	if body.Gone = entry.Document != nil && entry.Gone() && in.Record != nil && sameText(entry.Number, in.Record.Number); len(body.Stops) == 0 && !body.Gone {
		s.foresee(r.Context(), press, f, in, &body)
	}
	if in.Record != nil {
		body.Own, body.Tasks = in.Record.Number != "", len(in.Record.Tasks())
		body.Only = printedOnly(in.Record.Conclusions)
	}
	title := problem.Textf("Phát hành", "Issue")
	s.show(w, r, status, "issue.html", title.In(s.langOf(r))+" "+f.Rel, body)
}

// printedOnly counts the texts with nothing below them that are no task.
func printedOnly(items []*record.Item) (n int) {
	for _, it := range items {
		if len(it.Items) == 0 && it.Text != "" && !it.Task {
			n++
		}
		n += printedOnly(it.Items)
	}
	return n
}

// sameText compares numbers of documents: 5 and 05 are one.
func sameText(a, b string) bool { return strings.TrimLeft(a, "0") == strings.TrimLeft(b, "0") }

func titleOf(in office.Opened) string {
	if in.Record != nil && in.Record.Subject != "" {
		return in.Record.Subject
	}
	return in.Rel
}

// judge lets the record pass the gate or not.
func (b *issueBody) judge(ctx context.Context, p *office.Press, f office.Found, l problem.Lang) {
	reviews, whole := office.Check(ctx, p, office.Checking{Jobs: 1}, []office.Found{f})
	if !whole || len(reviews) == 0 {
		return
	}
	blocking := check.Blocking(reviews[0].Findings, false)
	b.Warnings = len(reviews[0].Findings) - len(blocking)
	for _, found := range blocking {
		j := findingOf(office.Proof{Review: reviews[0]}, found, l)
		if b.Line == 0 {
			b.Line = j.Line
		}
		b.Stops = append(b.Stops, j)
	}
}

// foresee finds out what would be issued, and writes nothing.
func (s *site) foresee(ctx context.Context, p *office.Press, f office.Found, in office.Opened, b *issueBody) {
	o := office.Issuing{Out: s.out(), DryRun: true}
	if !b.Entry.Half() {
		if b.Form.Date == "" {
			b.Form.Date = dateFor(in.Record, s.Today()).Slashed()
		}
		day, ok := dayOf(b.Form.Date)
		if !ok {
			b.Problems = append(b.Problems, noDay(f.Path, b.Form.Date, s.Today()))
			return
		}
		o.Number, o.Date = b.Form.Number, day
	}
	out, whole, err := office.Issue(ctx, p, o, []office.Found{f})
	switch {
	case err != nil:
		b.Problems = append(b.Problems, office.ProblemsOf(f.Path, err)...)
		return
	case !whole || len(out.Documents) == 0:
		return
	}
	would := out.Documents[0]
	if len(b.Problems) == 0 { // else they are those of the same question
		b.Problems = would.Problems
	}
	if would.Done {
		b.Would = &would
		b.Form.Number = would.Number
	}
}

// dateFor is the date that is proposed: that of the record, else today, and not
// before the meeting.
func dateFor(rec *record.Record, today calendar.Date) calendar.Date {
	switch {
	case !rec.Date.IsZero():
		return rec.Date
	case today.Before(rec.MeetingDate):
		return rec.MeetingDate
	}
	return today
}

// dayOf reads a day as it is typed, or as the browser's own field gives it.
func dayOf(s string) (calendar.Date, bool) {
	d, shaped := calendar.ParseDate(s)
	return d, shaped && d.Valid()
}

func noDay(path, typed string, today calendar.Date) problem.Problem {
	return problem.Problem{Pos: problem.Pos{File: path}, Message: problem.Textf("%q không phải ngày", "%q is no day", typed), Hint: problem.Textf("viết như %s", "write it like %s", today.Slashed())}
}

// maxIssueForm bounds a form of issuing, in bytes.
const maxIssueForm = 1 << 16

// asked reads a form about a record, and sees that the record is what the page
// showed. False where it has said what is wrong.
func (s *site) asked(w http.ResponseWriter, r *http.Request) (f office.Found, ok bool) {
	r.Body = http.MaxBytesReader(w, r.Body, maxIssueForm)
	if f, ok = s.named(w, r); !ok {
		return f, false
	}
	src, err := office.ReadFile(f.Folder, f.Name, office.MaxRecord)
	if err != nil {
		s.failBy(w, r, office.About(f.Folder, f.Name, err))
		return f, false
	}
	if r.PostFormValue("ban") != office.SumOf(src) {
		s.showIssue(w, r, f, http.StatusConflict, problem.Textf("Bản ghi đã đổi từ khi trang này được mở; lần bấm vừa rồi không làm gì. Dưới đây là tình trạng bây giờ.", "The record has changed since this page was opened; nothing was done. This is how it stands now."), nil)
		return f, false
	}
	return f, true
}

// within is how long issuing may take: whoever leaves the page does not leave a
// document half issued.
const within = time.Minute

// issue gives the record its number and makes its files, as ketluan issue does.
func (s *site) issue(w http.ResponseWriter, r *http.Request) {
	f, ok := s.asked(w, r)
	if !ok {
		return
	}
	form := issueFormOf(r)
	o := office.Issuing{Out: s.out(), Number: form.Number}
	if form.Number+" "+form.Date != r.PostFormValue("xem") {
		s.showIssue(w, r, f, http.StatusUnprocessableEntity, problem.Textf("Số hay ngày vừa đổi: xem lại, rồi bấm Phát hành.", "The number or the date is another now: look at it, then press Issue."), nil)
		return
	}
	if form.Date != "" {
		if o.Date, ok = dayOf(form.Date); !ok {
			s.showIssue(w, r, f, http.StatusUnprocessableEntity, problem.Text{}, nil)
			return
		}
	}
	one, ok := s.bringOut(w, r, f, form.extras, o)
	switch {
	case !ok:
	case !one.Done:
		s.showIssue(w, r, f, http.StatusConflict, problem.Textf("Chưa phát hành được; chưa cấp số nào.", "It was not issued, and no number was given."), one.Problems)
	case one.Again:
		s.showIssue(w, r, f, http.StatusConflict, problem.Textf("Bản ghi vừa được phát hành ở nơi khác, số %s; lần bấm này không làm gì thêm.", "The record has just been issued elsewhere, as %s; nothing more was done.", one.Symbol), nil)
	default:
		s.toIssue(w, r, f, "?moi=1")
	}
}

// bringOut issues one record, or takes it back, and comes to its end though the
// browser goes.
func (s *site) bringOut(w http.ResponseWriter, r *http.Request, f office.Found, e extras, o office.Issuing) (one office.IssuedRecord, ok bool) {
	press, err := s.makings.issuer(e)
	if err == nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), within)
		defer cancel()
		var out office.Issuance
		var whole bool
		if out, whole, err = office.Issue(ctx, press, o, []office.Found{alone(f)}); err == nil && whole && len(out.Documents) == 1 {
			return out.Documents[0], true
		}
		if err == nil {
			err = context.DeadlineExceeded
		}
	}
	s.failBy(w, r, err)
	return one, false
}

func (s *site) toIssue(w http.ResponseWriter, r *http.Request, f office.Found, query string) {
	http.Redirect(w, r, s.Root+"/ban-ghi/"+idOf(f)+"/phat-hanh"+query, http.StatusSeeOther)
}
