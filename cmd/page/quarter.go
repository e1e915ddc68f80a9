package page

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A row is a record in the list.
type row struct {
	office.Surveyed
	ID     string
	Title  string
	Number string
	Date   calendar.Date
	Lines  int // of findings that are no errors
}

// A season is the records of one quarter.
type season struct {
	Quarter calendar.Quarter // zero: of records that cannot be read so far
	Rows    []row
}

// A quarterBody is the page of a folder.
type quarterBody struct {
	Path     string
	AsOf     calendar.Date
	Seasons  []season
	Records  int
	Total    followup.Figures
	Problems []problem.Problem // what the figures are without
	Failed   []problem.Problem // folders that cannot be read
	First    *row              // whose next step comes before all others; nil: none has one
}

// quarter shows the folder: its records with their states, and what comes next.
func (s *site) quarter(w http.ResponseWriter, r *http.Request) {
	p, err := s.presses()
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	listing, err := s.find(r.Context())
	if err != nil && len(listing.Records) == 0 {
		s.failBy(w, r, err)
		return
	}
	if err == nil && len(listing.Records) == 0 {
		s.showStart(w, r, http.StatusOK, s.firstForm())
		return
	}
	body := quarterBody{Path: s.Place.Folder.Path("."), AsOf: s.Today(), Failed: office.ProblemsOf("", err)}
	survey, whole := p.shelf.Look(r.Context(), office.Asking{AsOf: body.AsOf, Jobs: jobs()}, listing)
	if !whole {
		return // the browser has gone
	}
	body.Records, body.Total, body.Problems = len(survey.Records), survey.Standing.Total, ledgersOnly(survey)
	body.Problems = append(body.Problems, survey.Problems...)
	body.Seasons = seasonsOf(survey.Records)
	body.First = firstOf(body.Seasons, body.AsOf)
	s.show(w, r, http.StatusOK, "quarter.html", "", body)
}

// ledgersOnly are the problems of the figures that no record's row shows.
func ledgersOnly(s office.Survey) []problem.Problem {
	shown := map[problem.Pos]bool{}
	for _, v := range s.Records {
		for _, p := range v.Problems {
			shown[p.Pos] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(s.Standing.Problems), func(p problem.Problem) bool { return shown[p.Pos] })
}

// firstOf is the record whose next step comes before all others: of the latest
// quarter with something to be done the first that is to be written in or issued,
// else the one with most tasks overdue.
func firstOf(seasons []season, asOf calendar.Date) *row {
	var late *row
	for _, s := range seasons {
		for i := range s.Rows {
			switch one := &s.Rows[i]; {
			case one.Next == office.ToMend || one.Next == office.ToIssue:
				if one.Date.IsZero() || !asOf.Before(one.Date) {
					return one
				}
			case one.Figures.Overdue > 0 && (late == nil || one.Figures.Overdue > late.Figures.Overdue):
				late = one
			}
		}
	}
	return late
}

// To is where the next step of a record is done, below the root of the addresses.
func (r row) To() string {
	switch {
	case r.Next == office.ToIssue:
		return "/ban-ghi/" + r.ID + "/phat-hanh"
	case r.Next == office.ToFollow:
		return "/tinh-hinh?ban-ghi=" + r.ID
	case r.Line > 0:
		return "/ban-ghi/" + r.ID + "#L" + strconv.Itoa(r.Line)
	}
	return "/ban-ghi/" + r.ID
}

// seasonsOf parts records by their quarters, the latest first; in each what is
// to be done stands before what is done, in the order of the names.
func seasonsOf(records []office.Surveyed) []season {
	by := map[calendar.Quarter][]row{}
	for _, v := range records {
		one := row{Surveyed: v, ID: idOf(v.Found), Title: v.Rel}
		var q calendar.Quarter
		if v.Record != nil {
			q = v.Record.Quarter
			one.Number, one.Date = v.Record.Number, v.Record.Date
			one.Title = cmp.Or(v.Record.Subject, v.Rel)
		}
		if v.Entry.Stands() {
			one.Number, one.Date = v.Entry.Number, v.Entry.Date
		}
		by[q] = append(by[q], one)
	}
	var all []season
	for q, rows := range by {
		all = append(all, season{q, rows})
	}
	slices.SortFunc(all, func(a, b season) int {
		return cmp.Or(cmp.Compare(b.Quarter.Year, a.Quarter.Year), cmp.Compare(b.Quarter.N, a.Quarter.N))
	})
	return all
}
