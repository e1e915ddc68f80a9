// Package deadline reads the words in which a notice says by when something is
// to be done: words in, the day out, or the reason why they give none. What it
// is not sure of it says; it guesses no day. It knows nothing of records.
package deadline

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Setting is what words are read against.
type Setting struct {
	Meeting calendar.Date   // a day without a year is the next after it
	Notice  calendar.Date   // what is counted "kể từ ngày ban hành"; often zero
	Office  calendar.Office // whose working days are counted
}

// A Reading is what words say of a task's time.
type Reading struct {
	// Words are those that are printed: as written, but for days like
	// 2026-10-15, which are written 15/10/2026.
	Words string

	Day  calendar.Date // by which the task is to be done; zero where the words name none
	On   bool          // the words name Day itself: not "before" it, no month or quarter, not counted
	Also calendar.Date // the earliest of several days, of which Day is the last; else zero

	// Why is the reason why there is no day; empty with a day, with no words,
	// and where the task has no end by its nature ("hằng tháng").
	Why problem.Text

	// Fault is what is wrong with words that must not be printed, Hint how to
	// mend them.
	Fault, Hint problem.Text
}

// maxMoments is how many moments of one text are looked at: a deadline has one
// or two.
const maxMoments = 20

// Read reads the words of a deadline.
func Read(words string, s Setting) Reading {
	if d, ok := written(words); ok {
		r := Reading{Words: words, Day: d, On: !strings.HasPrefix(words, "trước ")}
		if calendar.IsISO(words) {
			r.Words = d.Slashed()
		}
		return r
	}
	r := Reading{Words: slashed(words)}
	text := strings.ReplaceAll(words, "\u00A0", " ")
	if strings.TrimSpace(text) == "" {
		return r
	}
	if r.Fault, r.Hint = notWords(text); r.Fault != (problem.Text{}) {
		return r
	}
	if r.Why = elsewhere(text); r.Why != (problem.Text{}) {
		return r
	}
	t := parse(text, s)
	if r.Fault, r.Hint = t.fault(); r.Fault != (problem.Text{}) {
		return r
	}
	ends := t.ends()
	if recurring.MatchString(text) {
		ends = slices.DeleteFunc(ends, func(m *moment) bool { return !m.dated || m.role == bare })
	}
	r.settle(ends)
	if r.Day.IsZero() && !endless.MatchString(text) && !recurring.MatchString(text) {
		r.Why = t.why()
	}
	return r
}

// written reads what most deadlines are: a day, or "trước ngày" a day.
func written(words string) (calendar.Date, bool) {
	day := strings.TrimPrefix(strings.TrimPrefix(words, "trước "), "ngày ")
	d, shaped := calendar.ParseDate(day)
	return d, shaped && d.Valid() && (day == words || !calendar.IsISO(day))
}

// settle takes the day of the ends.
func (r *Reading) settle(ends []*moment) {
	for _, m := range ends {
		day := m.due()
		switch {
		case r.Day.IsZero():
			r.Day, r.On = day, m.kind == aDay && m.role != before && !m.derived
		case day == r.Day:
			r.On = r.On && m.role != before
		case day.Before(r.Day):
			if r.Also.IsZero() || day.Before(r.Also) {
				r.Also = day
			}
		default:
			if r.Also.IsZero() {
				r.Also = r.Day
			}
			r.Day, r.On = day, false
		}
	}
}

// Days returns the last days of all moments that any words name, in their
// order, each once: of a sentence, for what it says of time.
func Days(words string, s Setting) []calendar.Date {
	var days []calendar.Date
	for _, m := range parse(strings.ReplaceAll(words, "\u00A0", " "), s).moments {
		if d := m.due(); d.Valid() && !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	return days
}

var (
	// recurring work has no last day unless the words name one.
	recurring = regexp.MustCompile(`(?i)(?:^|[ ,;(])(?:h[ằà]ng|mỗi) (?:ngày|tuần|tháng|quý|năm|\d)|định kỳ|(?:1|một) lần|\d lần ?/`)

	// endless are deadlines that need no day.
	endless = regexp.MustCompile(`(?i)^(?:thường xuyên|liên tục|ngay(?: lập tức)?[.,;]?$|ngay sau (?:cuộc )?họp|khi (?:có|được) yêu cầu|theo (?:tiến độ|kế hoạch|quy định|yêu cầu|chương trình))`)

	laterYear = regexp.MustCompile(`(?i)năm (?:sau|tới|tiếp theo|kế tiếp)|sang năm`)
	lunarDay  = regexp.MustCompile(`(?i)âm lịch|tháng (?:chạp|giêng)`)
)

// elsewhere is why words name no day that the calendar or the record can tell.
func elsewhere(text string) problem.Text {
	switch {
	case lunarDay.MatchString(text):
		return problem.Textf("ngày âm lịch chưa được đổi ra dương lịch", "a day of the lunar calendar is not turned into one of the solar")
	case laterYear.MatchString(text):
		return problem.Textf("\"năm sau\", \"năm tới\" không nói rõ năm nào", "\"next year\" does not say which")
	}
	return problem.Text{}
}

var iso = regexp.MustCompile(`(?i)(\d{4}-\d{1,2}-\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`)

// slashed writes days like 2026-10-15 as 15/10/2026.
func slashed(words string) string {
	if strings.Count(words, "-") < 2 {
		return words
	}
	var b strings.Builder
	at := 0
	for _, m := range iso.FindAllStringSubmatchIndex(words, -1) {
		if d, ok := calendar.ParseDate(words[m[2]:m[3]]); ok && d.Valid() && apart(words, m[0], m[1]) {
			b.WriteString(words[at:m[0]] + d.Slashed())
			at = m[1]
		}
	}
	return b.String() + words[at:]
}
