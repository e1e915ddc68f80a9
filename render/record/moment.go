package record

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Moment is when something begins or ends. The zero Moment is not said.
type Moment struct {
	Words string // as typed; "" is not said
	Clock calendar.Clock
	Day   calendar.Date // as said, or the meeting's
	Dated bool          // the record says the day here
}

// A Slot is the time of a line of the agenda. The zero Slot is not said.
type Slot struct {
	Words    string // as typed; "" is not said
	From, To calendar.Clock
	Open     bool // says no end: To is From
}

// dayBehind is the day that may stand behind the time of a moment.
var dayBehind = regexp.MustCompile(`^(.*?)(?:,\s*|\s+)((?:[Nn]gày )?\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|[Nn]gày \d{1,2} tháng \d{1,2} năm \d{4})$`)

// moment reads a time of the day, with a day behind it or not.
func (r *reader) moment(n *yaml.Node, at string) Moment {
	words := r.text(n, at)
	if words == "" {
		return Moment{}
	}
	m := Moment{Words: words}
	clock := words
	if parts := dayBehind.FindStringSubmatch(words); parts != nil {
		clock = parts[1]
		day, shaped := calendar.ParseDate(strings.TrimPrefix(strings.TrimPrefix(parts[2], "ngày "), "Ngày "))
		if !shaped || !day.Valid() {
			r.problem(n, at, problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", parts[2]), calendarHint(day))
			return m
		}
		m.Day, m.Dated = day, true
	}
	m.Clock = r.clock(n, at, clock)
	return m
}

func (r *reader) clock(n *yaml.Node, at, s string) calendar.Clock {
	c, shaped := calendar.ParseClock(s)
	if !shaped || !c.Valid() {
		r.problem(n, at, problem.Textf("%q không phải giờ trong ngày", "%q is no time of the day", short(s)),
			problem.Textf("viết như \"08 giờ 00\" hoặc 08:00; khác ngày họp thì thêm ngày: \"16 giờ 30, 07/01/2026\"", "write it like 08:00; with a day where it is not the meeting's: \"16:30, 07/01/2026\""))
		return calendar.Clock{}
	}
	return c
}

var slotJoint = regexp.MustCompile(`\s*(?:-|–|—|đến)\s*`)

// slot reads the time of a line of the agenda: 08:00, 08:00 - 08:15.
func (r *reader) slot(n *yaml.Node, at string) Slot {
	words := r.text(n, at)
	if words == "" {
		return Slot{}
	}
	from, to, both := cutAt(slotJoint, strings.TrimPrefix(words, "từ "))
	s := Slot{Words: words, From: r.clock(n, at, from), Open: !both}
	if s.To = s.From; both {
		s.To = r.clock(n, at, to)
	}
	return s
}

// cutAt cuts a text at the first match of a pattern.
func cutAt(pattern *regexp.Regexp, s string) (before, after string, found bool) {
	m := pattern.FindStringIndex(s)
	if m == nil {
		return s, "", false
	}
	return s[:m[0]], s[m[1]:], true
}

// settleMeeting gives the times that name no day that of the meeting.
func (p *parser) settleMeeting() {
	for _, m := range []*Moment{&p.record.Meeting.Starts, &p.record.Meeting.Ends} {
		if m.Words != "" && !m.Dated {
			m.Day = p.record.MeetingDate
		}
	}
}
