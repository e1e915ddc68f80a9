package page

import (
	"cmp"
	"net/http"
	"slices"

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
	body.Seasons = seasonsOf(survey.Records)
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
