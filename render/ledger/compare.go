package ledger

import (
	"ketluan/render/calendar"
	"ketluan/render/followup"
)

// said are the parts of a report that can be said apart, as text; the state
// goes with its percentage and its day.
func said(r followup.Report) [5]string {
	state := ""
	if r.State != followup.Unsaid || r.Percent != nil || !r.Completed.IsZero() {
		state = brief(r)
	}
	proposed := ""
	if !r.Proposed.IsZero() {
		proposed = r.Proposed.Slashed()
	}
	return [...]string{state, r.Result, r.Document, r.Difficulties, proposed}
}

var saidNames = [...]string{"state", "result", "document", "difficulties", "proposed"}

// same reports whether two reports say the same, whoever says it.
func same(a, b followup.Report) bool { return said(a) == said(b) }

// agreed is what reports of one unit and one moment say together: in what they
// differ they say nothing.
func agreed(reports []followup.Report) (followup.Report, []clash) {
	sum := reports[0]
	var clashes []clash
	silent := [5]bool{}
	for _, r := range reports[1:] {
		a, b := said(reports[0]), said(r)
		for i := range a {
			if a[i] != b[i] && !silent[i] {
				silent[i] = true
				clashes = append(clashes, clash{reports[0], r, saidNames[i]})
			}
		}
	}
	for i, forget := range [...]func(){
		func() { sum.State, sum.Percent, sum.Completed = followup.Unsaid, nil, calendar.Date{} },
		func() { sum.Result = "" }, func() { sum.Document = "" }, func() { sum.Difficulties = "" },
		func() { sum.Proposed = calendar.Date{} },
	} {
		if silent[i] {
			forget()
		}
	}
	return sum, clashes
}

// when is the moment of a report, for reading.
func when(r followup.Report) string {
	if r.Time != "" {
		return r.On.Slashed() + " " + r.Time
	}
	return r.On.Slashed()
}
