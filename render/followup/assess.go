// Package followup is what becomes of tasks once the notice is out: what units
// report, and how that stands against the deadlines. It knows no clock: every
// judgement is as of a day that it is given.
package followup

import (
	"ketluan/render/calendar"
	"ketluan/render/report"
)

// An Assessment is how a task stands against its deadline.
type Assessment int

// The assessments; each task has one of them.
const (
	DoneInTime Assessment = iota // hoàn thành đúng hạn
	DoneLate                     // hoàn thành quá hạn
	InTime                       // trong hạn
	DueSoon                      // sắp đến hạn
	Overdue                      // quá hạn
	NoDeadline                   // không có thời hạn
)

var assessmentNames = [...]string{"hoàn thành đúng hạn", "hoàn thành quá hạn", "trong hạn", "sắp đến hạn", "quá hạn", "không có thời hạn"}

// String returns the assessment as the formulas of workbooks have it.
func (a Assessment) String() string { return assessmentNames[a] }

// Assessments are all, in their order.
func Assessments() []Assessment {
	return []Assessment{DoneInTime, DoneLate, InTime, DueSoon, Overdue, NoDeadline}
}

// Completed reports whether the task is done.
func (a Assessment) Completed() bool { return a == DoneInTime || a == DoneLate }

// Assess judges a task as of a day. These are the rules, which the formulas of
// the workbooks repeat:
//
//   - the day of the deadline is in time; from the day after it is overdue;
//   - what is called done counts as done with its day of completion only, and
//     on the day of the deadline it is done in time;
//   - what has no deadline cannot be late: done it is done in time;
//   - a pause, or a longer time asked for, does not move the deadline;
//   - the last soon days, and the day of the deadline itself, are "due soon".
func Assess(deadline calendar.Date, s report.State, completed, asOf calendar.Date, soon int) Assessment {
	switch {
	case s == report.Done && !completed.IsZero() && !deadline.IsZero() && calendar.DaysBetween(deadline, completed) > 0:
		return DoneLate
	case s == report.Done && !completed.IsZero():
		return DoneInTime
	case deadline.IsZero():
		return NoDeadline
	}
	switch left := calendar.DaysBetween(asOf, deadline); {
	case left < 0:
		return Overdue
	case left <= soon:
		return DueSoon
	}
	return InTime
}
