package deadline

import (
	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A kind is what a moment is a piece of.
type kind int

// The kinds, from the shortest.
const (
	aDay kind = iota
	aMonth
	aQuarter
	aYear
	vague // no day that all would agree on
)

// A role is what the words before a moment make of it.
type role int

// The roles.
const (
	bare    role = iota // nothing before it says
	end                 // đến, trong, chậm nhất …
	before              // trước
	start               // từ, kể từ, sau …
	mention             // of something else: the day of a document, of a session
)

// A moment is a day or a span of days that words name.
type moment struct {
	from, to int // bytes of the words
	kind     kind
	role     role
	dated    bool // its year is written

	first, last calendar.Date // of the span; equal for a day

	// inYear returns first and last of a moment without a year in a given one.
	inYear func(year int) (first, last calendar.Date)

	derived     bool         // a day that the words do not name: reckoned from another, the end of a month
	counted     bool         // reckoned from another
	joined      joint        // to the moment before it
	why         problem.Text // there is no day
	fault, hint problem.Text
}

// due is the day by which something is to be done at the moment: before a month
// is by the last day of the one before it, but "before" a day counts that day.
func (m *moment) due() calendar.Date {
	if m.role == before && m.kind != aDay && m.kind != vague {
		return m.first.Add(-1)
	}
	return m.last
}

// in sets the year of a moment that names none.
func (m *moment) in(year int) { m.first, m.last = m.inYear(year) }

// next sets the year in which the moment ends next after the meeting.
func (m *moment) next(meeting calendar.Date) {
	m.in(meeting.Year)
	if m.last.Valid() && m.last.Before(meeting) {
		m.in(meeting.Year + 1)
	}
}

// holds reports whether m is a span in which another lies.
func (m *moment) holds(o *moment) bool {
	return !o.first.Before(m.first) && !m.last.Before(o.last) && (o.first != m.first || o.last != m.last)
}

func day(d calendar.Date) (kind, calendar.Date, calendar.Date) { return aDay, d, d }

func month(year, m int) (kind, calendar.Date, calendar.Date) {
	return aMonth, calendar.Date{Year: year, Month: m, Day: 1}, calendar.LastOfMonth(year, m)
}

func quarter(year, n int) (kind, calendar.Date, calendar.Date) {
	q := calendar.Quarter{Year: year, N: n}
	return aQuarter, q.First(), q.Last()
}

func months(year, from, to int) (kind, calendar.Date, calendar.Date) {
	return aYear, calendar.Date{Year: year, Month: from, Day: 1}, calendar.LastOfMonth(year, to)
}
