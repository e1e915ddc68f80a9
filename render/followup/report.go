package followup

import (
	"ketluan/render/calendar"
	"ketluan/render/record"
)

// A Report is what a unit says of one of its tasks, or what an office wrote
// into the ledger itself.
type Report struct {
	Unit   string        // whose it is, by its name; "" is the office's own entry
	On     calendar.Date // when it was filled in
	Time   string        // of that day, as "09:13:22"; "" is not known
	Source string        // SHA-256 of the workbook it came in, in hexadecimal; "" was typed

	// Partner marks what a unit says that does not lead the task: it has no
	// state, percent, completion and proposed deadline.
	Partner bool

	State        State
	Percent      *int          // 0 to 100; nil is not said
	Completed    calendar.Date // zero is not said
	Result       string
	Document     string // số, ký hiệu văn bản
	Difficulties string
	Proposed     calendar.Date // a later deadline that is asked for
}

// Standings are the reports that hold for tasks, by the tasks' IDs.
type Standings map[string]Report

// Assess judges a task by the report that holds for it.
func (s Standings) Assess(it *record.Item, asOf calendar.Date, soon int) Assessment {
	r := s[it.ID]
	return Assess(it.Deadline.Day, r.State, r.Completed, asOf, soon)
}
