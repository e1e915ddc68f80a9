package office

import (
	"encoding/json"

	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/report"
)

// A Standing is how the tasks of records stand, with what it was read from.
type Standing struct {
	followup.Status
	Fields    report.Table // that reports have
	Accounts  []followup.Account
	Problems  []problem.Problem
	books     []book            // of the accounts
	NoLedgers []string          // that were looked for and are not there
	Borrowed  []string          // IDs of tasks that reports made after the day count for
	Later     []string          // records of meetings after the day, not counted
	Remarks   []followup.Remark // what units wrote in none of the columns, a task of several records once
}

// The JSON of status. Days are 2020-11-20; "" is none.
type (
	standingJSON struct {
		AsOf    string            `json:"asOf"`
		Records []string          `json:"records"`
		Total   figuresJSON       `json:"total"`
		Units   []unitJSON        `json:"units"`
		Overdue []Late            `json:"overdue"`
		Remarks []remarkJSON      `json:"remarks,omitempty"` // of units, in none of the columns
		Failed  []problem.Problem `json:"failed,omitempty"`  // what the figures are without
	}
	figuresJSON struct {
		Tasks       int `json:"tasks"`
		DoneInTime  int `json:"doneInTime"`
		DoneLate    int `json:"doneLate"`
		DoneUndated int `json:"doneUndated"` // called done without a day
		OnTrack     int `json:"onTrack"`
		DueSoon     int `json:"dueSoon"` // of those on track
		Overdue     int `json:"overdue"`
		NoDeadline  int `json:"noDeadline"`
	}
	unitJSON struct {
		Unit string `json:"unit"`
		figuresJSON
	}
	lateJSON struct {
		ID       string   `json:"id"`
		Text     string   `json:"text"`
		Leads    []string `json:"leads"`
		Owing    []string `json:"owing"` // units that have not done their parts
		Deadline string   `json:"deadline"`
		DaysLate int      `json:"daysLate"`
	}
	remarkJSON struct {
		ID   string `json:"id"`
		Unit string `json:"unit"`
		Text string `json:"text"`
	}
)

// A Late is an overdue task as JSON has it, with the fields that are shown
// behind it.
type Late struct {
	lateJSON
	fields report.Table
	values report.Values
}

// MarshalJSON has the fields in the order of their table.
func (l Late) MarshalJSON() ([]byte, error) { return l.fields.AppendJSON(l.lateJSON, l.values) }

// Late returns the overdue tasks for JSON.
func (s Standing) Late() []Late {
	all := []Late{}
	for _, l := range s.Overdue {
		one := lateJSON{ID: l.Task.ID, Text: l.Task.Text, Owing: l.Owing, Deadline: l.Task.Deadline.Day.String(), DaysLate: l.Days}
		for _, u := range l.Task.Leads {
			one.Leads = append(one.Leads, u.Name)
		}
		all = append(all, Late{one, s.Fields, l.Report.Values})
	}
	return all
}

// MarshalJSON gives the figures, and what they are without.
func (s Standing) MarshalJSON() ([]byte, error) {
	j := standingJSON{AsOf: s.AsOf.String(), Total: figuresOf(s.Total), Units: []unitJSON{}, Overdue: s.Late(), Failed: s.Problems}
	for _, account := range s.Accounts {
		j.Records = append(j.Records, account.Record.Code)
	}
	for _, r := range s.Remarks {
		j.Remarks = append(j.Remarks, remarkJSON(r))
	}
	for _, u := range s.Units {
		j.Units = append(j.Units, unitJSON{u.Unit, figuresOf(u.Figures)})
	}
	return json.Marshal(j)
}

func figuresOf(f followup.Figures) figuresJSON {
	return figuresJSON{f.Tasks, f.DoneInTime, f.DoneLate, f.DoneUndated, f.OnTrack(), f.DueSoon, f.Overdue, f.NoDeadline}
}

// Tasks says how each task that is counted stands, in the order of the records.
func (s Standing) Tasks() []followup.TaskStanding {
	return followup.TasksOf(s.Accounts, s.AsOf, dueSoon)
}

// Found returns the files of the records that are counted, in the order of Accounts.
func (s Standing) Found() (all []Found) {
	for _, b := range s.books {
		all = append(all, b.of)
	}
	return all
}
