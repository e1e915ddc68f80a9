package record

import (
	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/deadline"
	"ketluan/render/problem"
)

// deadline reads a date or words. Words are kept as written, but for what is no
// Vietnamese; those that must not be printed are a problem.
func (r *reader) deadline(n *yaml.Node, at string) Deadline {
	words := r.text(n, at)
	if d, shaped := calendar.ParseDate(words); shaped && !d.Valid() {
		return Deadline{Words: words, Day: r.date(n, at)}
	}
	rec := r.parser.record
	read := deadline.Read(words, deadline.Setting{Meeting: rec.Begins(), Notice: rec.Date, Office: rec.Workdays})
	if fault := read.Fault; fault != (problem.Text{}) {
		said := problem.Textf("thời hạn %q ", "the deadline %q ", short(words))
		r.problem(n, at, problem.Text{VI: said.VI + fault.VI, EN: said.EN + fault.EN}, read.Hint)
	}
	return Deadline{Words: read.Words, Day: read.Day, On: read.On, Also: read.Also, Why: read.Why}
}
