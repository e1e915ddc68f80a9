package record

import (
	"regexp"
	"strconv"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A deadlineShape is a way in which words name a day, a month, a quarter or a
// year: its last day is what the task is due. Groups are named; a year that is
// left out is the one in which the day comes next after the meeting.
type deadlineShape struct {
	pattern *regexp.Regexp
	last    func(year, month, day, quarter int) calendar.Date
}

func exactDay(y, m, d, _ int) calendar.Date     { return calendar.Date{Year: y, Month: m, Day: d} }
func endOfMonth(y, m, _, _ int) calendar.Date   { return calendar.LastOfMonth(y, m) }
func endOfQuarter(y, _, _, q int) calendar.Date { return calendar.LastOfMonth(y, 3*q) }

// deadlineShapes are tried in this order; words that one has taken are not
// seen by those after it.
var deadlineShapes = []deadlineShape{
	{regexp.MustCompile(`\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm |/)(?P<y>\d{4})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`(?i)\b6 tháng đầu năm (?P<y>\d{4})\b`), func(y, _, _, _ int) calendar.Date { return calendar.Date{Year: y, Month: 6, Day: 30} }},
	{regexp.MustCompile(`(?i)tháng (?P<m>\d{1,2})(?:/| năm )(?P<y>\d{4})\b`), endOfMonth},
	{regexp.MustCompile(`(?i)quý (?P<q>IV|III|II|I|[1-4])(?:/| năm )(?P<y>\d{4})\b`), endOfQuarter},
	{regexp.MustCompile(`\b(?P<d>\d{1,2})/(?P<m>\d{1,2})\b`), exactDay},
	{regexp.MustCompile(`(?i)tháng (?P<m>\d{1,2})\b`), endOfMonth},
	{regexp.MustCompile(`(?i)quý (?P<q>IV|III|II|I|[1-4])\b`), endOfQuarter},
	{regexp.MustCompile(`(?i)(?:đầu|giữa) năm (?:\d{4})\b`), nil}, // no day that all would agree on
	{regexp.MustCompile(`(?i)năm (?P<y>\d{4})\b`), func(y, _, _, _ int) calendar.Date { return calendar.Date{Year: y, Month: 12, Day: 31} }},
}

// deadline reads a date or words. Words are kept as written; the day is the
// last that they name, the zero Date where they name none.
func (r *reader) deadline(n *yaml.Node, at string, meeting calendar.Date) Deadline {
	words := r.text(n, at)
	if d, shaped := calendar.ParseDate(words); shaped {
		if !d.Valid() {
			return Deadline{Words: words, Day: r.date(n, at)}
		}
		if calendar.IsISO(words) {
			words = d.Slashed()
		}
		return Deadline{Words: words, Day: d}
	}
	deadline := Deadline{Words: words}
	for _, d := range daysIn(words, meeting) {
		if !d.Valid() {
			r.problem(n, at, problem.Textf("thời hạn %q có ngày không có trong lịch", "the deadline %q names a day that the calendar does not have", short(words)), calendarHint(d))
			continue
		}
		if deadline.Day.IsZero() || deadline.Day.Before(d) {
			deadline.Day = d
		}
	}
	return deadline
}

// daysIn returns the days that words name; some may not be in the calendar.
func daysIn(words string, meeting calendar.Date) []calendar.Date {
	var days []calendar.Date
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
func (s deadlineShape) day(words string, match []int, meeting calendar.Date) (calendar.Date, bool) {
	group := func(name string) string {
		i := s.pattern.SubexpIndex(name)
		if i < 0 || match[2*i] < 0 {
			return ""
		}
		return words[match[2*i]:match[2*i+1]]
	}
	quarter := 0
	if q := group("q"); q != "" {
		quarter = calendar.QuarterNumber(q)
	}
	month := atoi(group("m"))
	if month > 12 {
		return calendar.Date{Year: 9999, Month: month, Day: 1}, true // reported as no day of the calendar
	}
	if y := group("y"); y != "" {
		return s.last(atoi(y), month, atoi(group("d")), quarter), true
	}
	if meeting.IsZero() {
		return calendar.Date{}, false
	}
	d := s.last(meeting.Year, month, atoi(group("d")), quarter)
	if d.Valid() && d.Before(meeting) {
		d = s.last(meeting.Year+1, month, atoi(group("d")), quarter)
	}
	return d, true
}

// atoi returns the number that digits write; the shapes let only digits through.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
