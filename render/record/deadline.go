package record

import (
	"regexp"

	"gopkg.in/yaml.v3"
)

// A deadlineShape is a way in which words name a day, a month, a quarter or a
// year: its last day is what the task is due. Groups are named; a year that is
// left out is the one in which the day comes next after the meeting.
type deadlineShape struct {
	pattern *regexp.Regexp
	last    func(year, month, day, quarter int) Date
}

func lastOfMonth(year, month int) Date {
	t := Date{year, month + 1, 0}.Time()
	return Date{t.Year(), int(t.Month()), t.Day()}
}

func exactDay(y, m, d, _ int) Date     { return Date{y, m, d} }
func endOfMonth(y, m, _, _ int) Date   { return lastOfMonth(y, m) }
func endOfQuarter(y, _, _, q int) Date { return lastOfMonth(y, 3*q) }

// deadlineShapes are tried in this order; words that one has taken are not
// seen by those after it.
var deadlineShapes = []deadlineShape{
	{regexp.MustCompile(`\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm |/)(?P<y>\d{4})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b6 tháng đầu năm (?P<y>\d{4})\b`), func(y, _, _, _ int) Date { return Date{y, 6, 30} }},
	{regexp.MustCompile(`(?i)tháng (?P<m>\d{1,2})(?:/| năm )(?P<y>\d{4})\b`), endOfMonth},
	{regexp.MustCompile(`(?i)quý (?P<q>IV|III|II|I|[1-4])(?:/| năm )(?P<y>\d{4})\b`), endOfQuarter},
	{regexp.MustCompile(`\b(?P<d>\d{1,2})/(?P<m>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`(?i)tháng (?P<m>\d{1,2})\b`), endOfMonth},
	{regexp.MustCompile(`(?i)quý (?P<q>IV|III|II|I|[1-4])\b`), endOfQuarter},
	{regexp.MustCompile(`(?i)(?:đầu|giữa) năm (?:\d{4})\b`), nil}, // no day that all would agree on
	{regexp.MustCompile(`(?i)năm (?P<y>\d{4})\b`), func(y, _, _, _ int) Date { return Date{y, 12, 31} }},
}

// deadline reads a date or words. Words are kept as written; the day is the
// last that they name, the zero Date where they name none.
func (r *reader) deadline(n *yaml.Node, at string, meeting Date) Deadline {
	words := r.text(n, at)
	if d, shaped := parseDate(words); shaped {
		if !d.Valid() {
			return Deadline{Words: words, Day: r.date(n, at)}
		}
		if isoDate.MatchString(words) {
			words = d.slashed()
		}
		return Deadline{Words: words, Day: d}
	}
	deadline := Deadline{Words: words}
	for _, d := range daysIn(words, meeting) {
		if !d.Valid() {
			r.problem(n, at, textf("thời hạn %q có ngày không có trong lịch", "the deadline %q names a day that the calendar does not have", short(words)), calendarHint(d))
			continue
		}
		if deadline.Day.IsZero() || deadline.Day.Before(d) {
			deadline.Day = d
		}
	}
	return deadline
}

// slashed returns d as 15/10/2020, the way notices write deadlines.
func (d Date) slashed() string { return d.Time().Format("02/01/2006") }

// daysIn returns the days that words name; some may not be in the calendar.
func daysIn(words string, meeting Date) []Date {
	var days []Date
	for _, shape := range deadlineShapes {
		for {
			m := shape.pattern.FindStringSubmatchIndex(words)
			if m == nil {
				break
			}
			if shape.last != nil {
				if d, ok := shape.day(words, m, meeting); ok {
					days = append(days, d)
				}
			}
			words = words[:m[0]] + "\n" + words[m[1]:]
		}
	}
	return days
}

// day returns the day that one match names; without a year there is none
// unless the meeting's day is known.
func (s deadlineShape) day(words string, match []int, meeting Date) (Date, bool) {
	group := func(name string) string {
		i := s.pattern.SubexpIndex(name)
		if i < 0 || match[2*i] < 0 {
			return ""
		}
		return words[match[2*i]:match[2*i+1]]
	}
	quarter := 0
	if q := group("q"); q != "" {
		quarter = quarterNumber(q)
	}
	month := atoi(group("m"))
	if month > 12 {
		return Date{9999, month, 1}, true // reported as no day of the calendar
	}
	if y := group("y"); y != "" {
		return s.last(atoi(y), month, atoi(group("d")), quarter), true
	}
	if meeting.IsZero() {
		return Date{}, false
	}
	d := s.last(meeting.Year, month, atoi(group("d")), quarter)
	if d.Valid() && d.Before(meeting) {
		d = s.last(meeting.Year+1, month, atoi(group("d")), quarter)
	}
	return d, true
}
