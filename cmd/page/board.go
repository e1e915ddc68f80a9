package page

import (
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A boardForm is what a board is asked for.
type boardForm struct {
	Quarter, Day, Unit, State, Text, Record string // as in the address
	Page                                    int
}

// perPage is how many tasks a board lists at once.
const perPage = 200

// A boardBody is the state of the tasks of a folder, a quarter or a record.
type boardBody struct {
	Path     string
	Form     boardForm
	Title    string // of the one record
	Quarters []calendar.Quarter
	Standing office.Standing
	Columns  []office.StatusColumn
	Figures  followup.Figures // of all, or of the one unit that is asked for
	Classes  []boardClass
	Rows     []boardRow
	Matching int // rows on all pages
	Next     string
	Chart    template.HTML
	Failed   []problem.Problem
	Carry    []carriable
	Query    string
	Wrong    problem.Text // of the day that was asked for
}

// A boardClass is an official state with its number.
type boardClass struct {
	Name   problem.Text
	Class  string
	Count  int
	Query  string // leads to those alone
	Chosen bool
}

// askedBoard reads the address; a day that is none is told.
func (s *site) askedBoard(r *http.Request) (f boardForm, a office.Asking, wrong problem.Text) {
	q := r.URL.Query()
	text := func(key string) string { return norm.NFC.String(strings.TrimSpace(cut(q.Get(key), 300))) }
	f = boardForm{Quarter: text("quy"), Day: text("ngay"), Unit: text("don-vi"), State: text("tinh-trang"), Text: text("tim"), Record: text("ban-ghi")}
	if n, err := strconv.Atoi(q.Get("trang")); err == nil && n > 1 && n < 10_000 {
		f.Page = n - 1
	}
	a = office.Asking{AsOf: s.Today(), Jobs: jobs()}
	if d, ok := dayOf(f.Day); ok {
		a.AsOf = d
	} else if f.Day != "" {
		wrong = problem.Textf("%q không phải ngày; số liệu dưới đây đến hết hôm nay", "%q is no day; the figures below are as of today", f.Day)
	}
	f.Day = a.AsOf.Slashed()
	var ok bool
	if a.Quarter, ok = calendar.ParseQuarter(f.Quarter); !ok {
		f.Quarter = ""
	}
	return f, a, wrong
}

func cut(s string, n int) string {
	if len(s) > n {
		return strings.ToValidUTF8(s[:n], "")
	}
	return s
}

// With is the address of the same board, with another value of a key.
func (f boardForm) With(key, value string) string {
	q := url.Values{}
	for k, v := range map[string]string{"quy": f.Quarter, "ngay": f.Day, "don-vi": f.Unit, "tinh-trang": f.State, "tim": f.Text, "ban-ghi": f.Record, key: value} {
		if v != "" {
			q.Set(k, v)
		}
	}
	return "?" + q.Encode()
}

// standing finds out how the tasks stand that are asked for: of all records, of a
// quarter, of one record; as ketluan status does. False where it has said why not.
func (s *site) standing(w http.ResponseWriter, r *http.Request, f boardForm, a office.Asking) (survey office.Survey, l office.Listing, ok bool) {
	boards, err := s.makings.boards()
	if err == nil {
		l, err = s.find(r.Context())
	}
	if err != nil && len(l.Records) == 0 {
		s.failBy(w, r, err)
		return survey, l, false
	}
	if f.Record != "" {
		at := slices.IndexFunc(l.Records, func(found office.Found) bool { return idOf(found) == f.Record })
		if at < 0 {
			s.fail(w, r, http.StatusNotFound, problem.Textf("Thư mục không còn bản ghi này", "This record is not in the folder any more"), problem.Text{})
			return survey, l, false
		}
		reader, err := s.makings.reader()
		if err != nil {
			s.failBy(w, r, err)
			return survey, l, false
		}
		l.Records, l.Seconds = l.Records[at:at+1], nil
		survey.Standing, ok = office.Status(r.Context(), reader, a, l)
		return survey, l, ok
	}
	survey, ok = boards.Look(r.Context(), a, l)
	return survey, l, ok
}

// board shows how the tasks stand: by unit, by state, one by one.
func (s *site) board(w http.ResponseWriter, r *http.Request) {
	f, a, wrong := s.askedBoard(r)
	survey, l, ok := s.standing(w, r, f, a)
	if !ok {
		return
	}
	standing := survey.Standing
	lang := s.langOf(r)
	body := boardBody{Path: s.Place.Folder.Path("."), Form: f, Standing: standing, Columns: office.StatusColumns(), Failed: standing.Problems, Query: f.With("", ""), Wrong: wrong}
	body.Quarters = quartersOf(survey)
	if f.Record != "" {
		body.Title = l.Records[0].Rel
		if len(standing.Accounts) == 1 {
			body.Title = standing.Accounts[0].Record.Subject
		}
	}
	tasks := standing.Tasks()
	body.Figures = standing.Total
	for _, u := range standing.Units {
		if u.Unit == f.Unit {
			body.Figures = u.Figures
		}
	}
	body.Classes = classesOf(body.Figures, f)
	places := matching(standing, tasks, f)
	body.Matching = len(places)
	from := min(f.Page*perPage, len(places))
	body.Rows = rowsOf(standing, tasks, places[from:min(from+perPage, len(places))], f, lang)
	if from+perPage < len(places) {
		body.Next = f.With("trang", strconv.Itoa(f.Page+2))
	}
	body.Chart = chartOf(standing.Units, lang)
	body.Carry = carryRows(standing, tasks)
	title := problem.Textf("Tình hình thực hiện", "How the tasks stand")
	s.show(w, r, http.StatusOK, "board.html", title.In(lang), body)
}

// quartersOf are those of the records there are, the latest first.
func quartersOf(survey office.Survey) (all []calendar.Quarter) {
	for _, season := range seasonsOf(survey.Records) {
		if season.Quarter.N > 0 {
			all = append(all, season.Quarter)
		}
	}
	return all
}

// A classOf is one or two of the states that are shown as one.
type classOf struct {
	key, class string
	are        []followup.Assessment
	name       problem.Text
}

// classNames are the states of tasks in the order in which they want a reader,
// with the classes of their colours and patterns.
var classNames = []classOf{
	{"qua-han", "late", []followup.Assessment{followup.Overdue}, problem.Textf("Quá hạn, chưa hoàn thành", "Overdue, not done")},
	{"trong-han", "track", []followup.Assessment{followup.DueSoon, followup.InTime}, problem.Textf("Đang thực hiện (trong hạn)", "Under way (in time)")},
	{"sap-han", "soon", []followup.Assessment{followup.DueSoon}, problem.Textf("trong đó sắp đến hạn", "of them due soon")},
	{"khong-han", "open", []followup.Assessment{followup.NoDeadline}, problem.Textf("Không có thời hạn", "Without deadline")},
	{"chua-ngay", "undated", []followup.Assessment{followup.DoneUndated}, problem.Textf("Hoàn thành, chưa ghi ngày", "Done, without a day")},
	{"ht-qua-han", "donelate", []followup.Assessment{followup.DoneLate}, problem.Textf("Hoàn thành quá hạn", "Done late")},
	{"ht-dung-han", "done", []followup.Assessment{followup.DoneInTime}, problem.Textf("Hoàn thành đúng hạn", "Done in time")},
}

// countOf is how many of the figures are of one state.
func countOf(f followup.Figures, a followup.Assessment) int {
	return [...]int{
		followup.DoneInTime: f.DoneInTime, followup.DoneLate: f.DoneLate, followup.DoneUndated: f.DoneUndated,
		followup.InTime: f.InTime, followup.DueSoon: f.DueSoon, followup.Overdue: f.Overdue, followup.NoDeadline: f.NoDeadline,
	}[a]
}

func classesOf(total followup.Figures, f boardForm) (all []boardClass) {
	for _, c := range classNames {
		one := boardClass{Name: c.name, Class: c.class, Chosen: f.State == c.key}
		for _, a := range c.are {
			one.Count += countOf(total, a)
		}
		if one.Query = f.With("tinh-trang", c.key); one.Chosen {
			one.Query = f.With("tinh-trang", "")
		}
		all = append(all, one)
	}
	return all
}
