package followup

import (
	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A Report is what a unit says of one of its tasks, or what an office wrote
// into the ledger itself.
type Report struct {
	Unit   string        // whose it is, by its name; "" is the office's own entry
	On     calendar.Date // when it was filled in
	Time   string        // of that day, as "09:13:22"; "" is not known
	Source string        // SHA-256 of the workbook it came in, in hexadecimal; "" was typed

	// Partner marks what a unit says that does not lead the task: it has only
	// the fields that everyone says.
	Partner bool

	// Shares are what each leading unit, by its name, says of its own part where
	// several lead the task; nil is not known apart.
	Shares map[string]report.Values

	report.Values
}

// IsZero reports whether r is no report at all.
func (r Report) IsZero() bool {
	return r.Unit == "" && r.On.IsZero() && r.Time == "" && r.Source == "" && !r.Partner && len(r.Values) == 0
}

// Standings are the reports that hold for tasks, by the tasks' IDs.
type Standings map[string]Report

// Assess judges a task by the report that holds for it.
func (s Standings) Assess(it *record.Item, asOf calendar.Date, soon int) Assessment {
	r := s[it.ID]
	return Assess(it.Deadline.Day, r.State(), r.Completed(), asOf, soon)
}
