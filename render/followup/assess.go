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
	DoneInTime  Assessment = iota // hoàn thành đúng hạn
	DoneLate                      // hoàn thành quá hạn
	DoneUndated                   // hoàn thành, chưa ghi ngày: nobody can say whether in time
	InTime                        // trong hạn
	DueSoon                       // sắp đến hạn
	Overdue                       // quá hạn
	NoDeadline                    // không có thời hạn
)

var assessmentNames = [...]string{
	"hoàn thành đúng hạn", "hoàn thành quá hạn", "hoàn thành, chưa ghi ngày", "trong hạn", "sắp đến hạn", "quá hạn", "không có thời hạn",
}

// String returns the assessment as the formulas of workbooks have it.
func (a Assessment) String() string { return assessmentNames[a] }

// Assessments are all, in their order.
func Assessments() []Assessment {
	return []Assessment{DoneInTime, DoneLate, DoneUndated, InTime, DueSoon, Overdue, NoDeadline}
}

// Completed reports whether the task counts as done: on a day that is known.
func (a Assessment) Completed() bool { return a == DoneInTime || a == DoneLate }

// Assess judges a task as of a day. These are the rules, which the formulas of
// the workbooks repeat:
//
//   - the day of the deadline is in time; from the day after it is overdue;
//   - what is done on the day of the deadline is done in time;
//   - what is called done without a day of completion is neither done in time
//     nor late, and not overdue: the unit owes the day, not the work;
//   - what is done on a later day than that of the judgement is not done yet;
//   - what has no deadline cannot be late: done it is done in time;
//   - a pause, or a longer time asked for, does not move the deadline;
//   - the last soon days, and the day of the deadline itself, are "due soon".
func Assess(deadline calendar.Date, s report.State, completed, asOf calendar.Date, soon int) Assessment {
	switch done := s == report.Done && !asOf.Before(completed); {
	case done && completed.IsZero():
		return DoneUndated
	case done && !deadline.IsZero() && deadline.Before(completed):
		return DoneLate
	case done:
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
