package page

import (
	"errors"
	"net/http"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A carryBody is the page on which open tasks go over to the next quarter.
type carryBody struct {
	ID, Name string
	Sum      string
	To, Day  string // as typed
	Told     problem.Text
	Would    office.Carried
	Rows     []boardRow
	Later    calendar.Quarter
}

// carryPage shows what would go over.
func (s *site) carryPage(w http.ResponseWriter, r *http.Request) {
	if f, ok := s.named(w, r); ok {
		s.showCarry(w, r, f, http.StatusOK, problem.Text{})
	}
}

// carrying reads what is asked for: the quarter behind the record's, the day
// today, where nothing is said.
func (s *site) carrying(r *http.Request, f office.Found) (c office.Carrying, told problem.Text, err error) {
	press, err := s.makings.reader()
	if err != nil {
		return c, told, err
	}
	c = office.Carrying{Record: alone(f), AsOf: s.Today()}
	if in := office.Open(press.Renderer, f); in.Record != nil && in.Record.Quarter.N > 0 {
		c.To = in.Record.Quarter.Last().Add(1).Quarter()
	}
	if typed := r.FormValue("quy"); typed != "" {
		q, ok := calendar.ParseQuarter(typed)
		if !ok {
			told = problem.Textf("%q không phải quý; viết như 2026-Q2", "%q is no quarter; write it like 2026-Q2", typed)
		} else {
			c.To = q
		}
	}
	if typed := r.FormValue("ngay"); typed != "" {
		d, ok := dayOf(typed)
		if !ok {
			told = problem.Textf("%q không phải ngày", "%q is no day", typed)
		} else {
			c.AsOf = d
		}
	}
	return c, told, nil
}

func (s *site) showCarry(w http.ResponseWriter, r *http.Request, f office.Found, status int, told problem.Text) {
	c, wrong, err := s.carrying(r, f)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	if wrong != (problem.Text{}) {
		status, told = http.StatusUnprocessableEntity, wrong
	}
	c.DryRun = true
	body := carryBody{ID: idOf(f), Name: f.Rel, To: c.To.String(), Day: c.AsOf.Slashed(), Told: told}
	if src, err := office.ReadFile(f.Folder, f.Name, office.MaxRecord); err == nil {
		body.Sum = office.SumOf(src)
	}
	press, err := s.makings.reader()
	if err == nil {
		body.Would, err = office.Carry(r.Context(), press, c)
	}
	var early *office.NotAfterError
	switch {
	case errors.As(err, &early):
		body.Would.Problems = []problem.Problem{{Pos: problem.Pos{File: f.Path}, Message: problem.Textf("quý %s không sau quý của bản ghi, %s", "%s is not after the record's quarter, %s", early.To, early.Of), Hint: problem.Textf("chọn quý sau", "choose a later one")}}
	case err != nil:
		s.failBy(w, r, err)
		return
	}
	for _, it := range body.Would.Open {
		one := boardRow{ID: it.ID, Text: it.Text, Deadline: it.Deadline.Words}
		if !it.Deadline.Day.IsZero() {
			one.Deadline = it.Deadline.Day.Slashed()
		}
		body.Rows = append(body.Rows, one)
	}
	title := problem.Textf("Chuyển sang quý sau", "Carry over")
	s.show(w, r, status, "boardcarry.html", title.In(s.langOf(r))+" "+f.Rel, body)
}

// carry writes the draft of the next record, as ketluan carry does, and leads
// there. No file that is there is touched.
func (s *site) carry(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxIssueForm)
	f, ok := s.named(w, r)
	if !ok {
		return
	}
	c, wrong, err := s.carrying(r, f)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	if src, err := office.ReadFile(f.Folder, f.Name, office.MaxRecord); err == nil && office.SumOf(src) != r.PostFormValue("ban") {
		wrong = problem.Textf("Bản ghi đã đổi từ khi trang này được mở; chưa làm gì.", "The record has changed since this page was opened; nothing was done.")
	} else if wrong == (problem.Text{}) && c.To.String()+" "+c.AsOf.Slashed() != r.PostFormValue("xem") {
		wrong = problem.Textf("Quý hay ngày vừa đổi: xem lại, rồi bấm Chuyển.", "The quarter or the day is another now: look at it, then press Carry over.")
	}
	if wrong != (problem.Text{}) {
		s.showCarry(w, r, f, http.StatusUnprocessableEntity, wrong)
		return
	}
	press, err := s.makings.reader()
	var out office.Carried
	if err == nil {
		out, err = office.Carry(r.Context(), press, c)
	}
	if err != nil || out.File == "" {
		s.showCarry(w, r, f, http.StatusConflict, problem.Text{}) // which says why
		return
	}
	listing, _ := s.find(r.Context())
	to := s.Root + "/"
	for _, found := range listing.Records {
		if found.Path == out.File {
			to += "ban-ghi/" + idOf(found)
		}
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}
