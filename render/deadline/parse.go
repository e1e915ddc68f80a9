package deadline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A text is words with the moments that they name, in their order.
type text struct {
	words   string
	setting Setting
	moments []*moment
	counts  []*count
}

// parse finds the moments of words.
func parse(words string, s Setting) *text {
	t := &text{words: words, setting: s}
	rest := []byte(words) // with what is taken blotted out
	small := strings.ToLower(words)
	for _, shape := range shapes {
		if len(t.moments) >= maxMoments {
			break
		}
		if !shape.passes(small) {
			continue
		}
		for _, m := range shape.pattern.FindAllSubmatchIndex(rest, maxMoments) {
			t.take(shape, m, rest)
		}
	}
	slices.SortFunc(t.moments, func(a, b *moment) int { return cmp.Compare(a.from, b.from) })
	t.relate()
	t.count(string(rest))
	return t
}

// passes reports whether the shape may match: a gate is quicker than a pattern.
func (s shape) passes(small string) bool {
	for gate := range strings.SplitSeq(s.gate, "|") {
		if strings.Contains(small, gate) {
			return true
		}
	}
	return false
}

// take takes one match of a shape up, unless it is part of longer words.
func (t *text) take(s shape, match []int, rest []byte) {
	from, to := match[0], match[1]
	g := func(name string) string {
		i := s.pattern.SubexpIndex(name)
		if i < 0 || match[2*i] < 0 {
			return ""
		}
		return t.words[match[2*i]:match[2*i+1]]
	}
	if !apart(t.words, from, to) || s.allowed != nil && !s.allowed(t.words, from, to, g) {
		return
	}
	m := &moment{from: from, to: to, kind: vague, why: s.why, fault: s.fault, hint: s.hint}
	if s.span != nil {
		t.place(m, s, g)
	}
	t.moments = append(t.moments, m)
	for i := from; i < to; i++ {
		rest[i] = '\n'
	}
}

// place sets the days of a moment.
func (t *text) place(m *moment, s shape, g groups) {
	switch {
	case g("q") != "" && !realQuarter.MatchString(g("q")):
		m.fault = problem.Textf("nêu quý %s, mà một năm có bốn quý", "names a quarter %s, and a year has four", g("q"))
		m.hint = problem.Textf("các quý là I, II, III, IV", "the quarters are I, II, III, IV")
		return
	case g("m") != "" && (g.number("m") < 1 || g.number("m") > 12):
		m.fault = noSuchDay
		m.hint = problem.Textf("tháng từ 1 đến 12; ngày đứng trước tháng", "months go from 1 to 12; the day stands before the month")
		return
	}
	m.inYear = func(year int) (first, last calendar.Date) {
		_, first, last = s.span(year, g)
		return first, last
	}
	year := g.number("y")
	m.dated = year > 0
	m.kind, m.first, m.last = s.span(year, g)
	m.derived = g("part") != ""
	meeting := t.setting.Meeting
	switch {
	case m.dated:
	case m.kind == aYear && g("part") == "" && meeting.Month == 12 && !thisYear.MatchString(t.words[m.from:m.to]):
		m.kind, m.why = vague, whichSpan // "cuối năm", said in December
		return
	case meeting.IsZero():
		m.kind, m.why = vague, problem.Textf("không rõ năm", "the year is not known")
		return
	case g("part") != "" && g("m") != "": // đầu tháng 10 is of this year while the month is not over
		m.in(meeting.Year)
		if calendar.LastOfMonth(meeting.Year, g.number("m")).Before(meeting) {
			m.in(meeting.Year + 1)
		}
	default:
		m.next(meeting)
	}
	if !m.last.Valid() {
		m.fault = noSuchDay
		m.hint = lastDay(m.last)
	}
}

var thisYear = regexp.MustCompile(`(?i)nay$`)

var realQuarter = regexp.MustCompile(`(?i)^(?:IV|I{1,3}|0?[1-4])$`)

// lastDay says what the calendar has near a day that it does not have.
func lastDay(d calendar.Date) problem.Text {
	if d.Year < 1900 {
		return problem.Textf("năm viết đủ bốn chữ số", "write the year with four digits")
	}
	return problem.Textf("tháng %d năm %d có %d ngày", "month %d of %d has %d days", d.Month, d.Year, calendar.LastOfMonth(d.Year, d.Month).Day)
}

// relate gives the moments their roles, and joins those of one span.
func (t *text) relate() {
	at := 0
	for i, m := range t.moments {
		gap := t.words[at:m.from]
		m.role = roleOf(gap)
		if m.role == bare && document.MatchString(gap) {
			m.role = mention
		}
		if i > 0 {
			m.joined = jointOf(gap)
			t.moments[i-1].join(m)
		}
		at = m.to
	}
}

// join makes one span of m and the moment next behind it where they are one.
func (m *moment) join(next *moment) {
	if next.joined == apartFrom || m.kind == vague || next.kind == vague || m.inYear == nil || next.inYear == nil {
		return
	}
	if !m.dated && next.dated {
		m.in(next.last.Year)
		if next.joined == toThat && next.last.Before(m.first) {
			m.in(next.last.Year - 1)
		}
	}
	follows := m.kind == next.kind && m.kind != aDay && m.last.Add(1) == next.first
	if next.joined == toThat && m.role != before || next.joined == andThat && follows {
		if m.role == bare || m.role == end {
			next.first = m.first
		}
		if next.role == bare && m.role != bare {
			next.role = end
		}
		m.role = start
	}
}

// fault is what is wrong with the first moment that must not be printed.
func (t *text) fault() (fault, hint problem.Text) {
	for _, m := range t.moments {
		if m.fault != (problem.Text{}) {
			return m.fault, m.hint
		}
	}
	return notAll(t)
}

// ends are the moments by which something is to be done: the days, and the
// spans that words say it of; others only where there is nothing else, for
// "báo cáo quý III trước ngày 15/10" names a quarter for something else. A span
// in which another lies is only that other.
func (t *text) ends() []*moment {
	var all, spare []*moment
	for _, m := range t.moments {
		switch {
		case m.kind == vague || m.role == start || m.role == mention:
		case m.role == bare && m.kind != aDay:
			spare = append(spare, m)
		default:
			all = append(all, m)
		}
	}
	for _, c := range t.counts {
		if c.moment != nil {
			all = append(all, c.moment)
		}
	}
	if len(all) == 0 {
		all = spare
	}
	spans := slices.Clone(all)
	return slices.DeleteFunc(all, func(m *moment) bool {
		return m.role != before && slices.ContainsFunc(spans, func(o *moment) bool { return m.holds(o) })
	})
}

// why is the reason why there is no end.
func (t *text) why() problem.Text {
	for _, c := range t.counts {
		if c.why != (problem.Text{}) {
			return c.why
		}
	}
	for _, m := range t.moments {
		switch {
		case m.why != (problem.Text{}):
			return m.why
		case m.role == start:
			said := strings.TrimSpace(t.words[m.from:m.to])
			return problem.Textf("%q là lúc bắt đầu, không phải hạn cuối", "%q is when it begins, not by when it is done", said)
		case m.role == mention:
			return problem.Textf("chỉ có ngày của một văn bản hay cuộc họp", "it has only the day of a document or a meeting")
		}
	}
	return problem.Textf("không nêu ngày, tháng, quý hay năm nào", "it names no day, month, quarter or year")
}
