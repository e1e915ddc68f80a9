package deadline

import (
	"regexp"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A shape is a way in which words name a moment. Its groups are y, m, d, q
// (the year, month, day and quarter) and part (đầu, giữa, cuối). Span is the
// moment in a year, read of the groups; without it the shape is one that names
// no day, for the reason why, or one that must not be printed, for its fault.
type shape struct {
	gate        string // one of these words stands in small letters in all that it matches; a|b is either
	pattern     *regexp.Regexp
	span        func(year int, g groups) (kind, calendar.Date, calendar.Date)
	why         problem.Text
	fault, hint problem.Text
	allowed     func(text string, from, to int, g groups) bool // nil: everywhere
}

// groups returns the text of a group by its name, "" where it is not.
type groups func(name string) string

func (g groups) number(name string) int {
	n, _ := strconv.Atoi(g(name))
	return n
}

const (
	roman   = `(?P<q>[IVXLivxl]{1,5}|\d{1,2})`
	ofYear  = `(?: ?/ ?| ?- ?| năm )(?P<y>\d{4})`
	clockAt = `[T ](?P<clock>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?`
	english = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
)

func find(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

func oneDay(y int, g groups) (kind, calendar.Date, calendar.Date) {
	return day(calendar.Date{Year: y, Month: g.number("m"), Day: g.number("d")})
}

func oneMonth(y int, g groups) (kind, calendar.Date, calendar.Date) { return month(y, g.number("m")) }

func oneQuarter(y int, g groups) (kind, calendar.Date, calendar.Date) {
	return quarter(y, calendar.QuarterNumber(strings.TrimLeft(g("q"), "0")))
}

// partOfMonth: Bộ luật Dân sự 2015, Điều 146.2.
func partOfMonth(y int, g groups) (kind, calendar.Date, calendar.Date) {
	m := g.number("m")
	switch strings.ToLower(g("part")) {
	case "đầu":
		return day(calendar.Date{Year: y, Month: m, Day: 1})
	case "giữa":
		return day(calendar.Date{Year: y, Month: m, Day: 15})
	}
	return day(calendar.LastOfMonth(y, m))
}

// partOfYear is the first or the last of so many months.
func partOfYear(y int, g groups) (kind, calendar.Date, calendar.Date) {
	n := g.number("d")
	if strings.EqualFold(g("part"), "đầu") {
		return months(y, 1, n)
	}
	return months(y, 13-n, 12)
}

func wholeYear(y int, _ groups) (kind, calendar.Date, calendar.Date) { return months(y, 1, 12) }

var (
	noSuchDay = problem.Textf("có ngày không có trong lịch", "names a day that the calendar does not have")
	shortYear = problem.Textf("có năm chỉ hai chữ số", "has a year of two digits")
	inEnglish = problem.Textf("có tháng viết bằng tiếng Anh, như bảng tính hay viết", "has an English month, as spreadsheets write it")
	hasClock  = problem.Textf("có giờ như phần mềm viết, không chắc là ngày nào", "has the time as programs write it, and the day is not sure")

	writeDay = problem.Textf("viết như 15/10/2026", "write it like 15/10/2026")
	fourYear = problem.Textf("năm viết đủ bốn chữ số, như 15/10/2026", "write the year with four digits, as in 15/10/2026")
	hourDay  = problem.Textf("viết ngày như 15/10/2026, giờ như \"trước 17 giờ ngày 15/10/2026\"", "write the day like 15/10/2026, the hour like \"trước 17 giờ ngày 15/10/2026\"")

	noWeek    = problem.Textf("tuần không có ngày cuối ghi rõ", "a week is no day of the calendar")
	noMonth   = problem.Textf("thiếu tháng", "the month is missing")
	whichSpan = problem.Textf("không nói rõ tháng, quý, năm nào", "it does not say which month, quarter or year")
	noPart    = problem.Textf("đầu năm, giữa năm, đầu quý, giữa quý không phải một ngày", "the beginning or middle of a year or quarter is no day")
	tenDays   = problem.Textf("một phần của tháng không phải một ngày", "a part of a month is no day")
)

// shapes are tried in this order; words that one has taken are not seen by
// those after it.
var shapes = []shape{
	{gate: ":", pattern: find(`(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})` + clockAt), span: oneDay, allowed: atMidnight},
	{gate: ":", pattern: find(`\d{4}-\d{1,2}-\d{1,2}` + clockAt), fault: hasClock, hint: hourDay},
	{gate: "-", pattern: find(`(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})`), span: oneDay},
	{gate: "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", pattern: find(`\d{1,2}[-/ .]*` + english + `[-/ .,]*(?:\d{4}|\d{2})|` + english + `[-/ .]+(?:\d{1,2},? )?(?:\d{4}|\d{2})`), fault: inEnglish, hint: writeDay},
	{gate: "/", pattern: find(`(?P<d>\d{1,2}) ?/ ?(?P<m>\d{1,2}) ?/ ?(?P<y>\d{4})`), span: oneDay},
	{gate: "-", pattern: find(`(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})`), span: oneDay},
	{gate: ".", pattern: find(`(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})`), span: oneDay},
	{gate: "/|-|.", pattern: find(`\d{1,2}/\d{1,2}/\d{2}|\d{1,2}-\d{1,2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2}`), fault: shortYear, hint: fourYear, allowed: noMoreDate},
	{gate: "tuần", pattern: find(`tuần (?:lễ )?(?:thứ )?(?:này|tới|sau|đầu|giữa|cuối|\d{1,2}|I{1,3}V?|IV|hai|ba|tư|năm|một|nhất|nhì)(?: của| trong)?(?: tháng \d{1,2}(?:` + ofYear + `)?)?`), why: noWeek},
	{gate: "tháng", pattern: find(`(?:nửa (?:đầu|cuối)|\d{1,2} ngày (?:đầu|cuối)|(?:thượng|trung|hạ) tuần)(?: của)? tháng (?:\d{1,2}(?:` + ofYear + `)?|này|tới|sau)`), why: tenDays},
	{gate: "tháng", pattern: find(`(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?:,? năm |/)(?P<y>\d{4})`), span: oneDay},
	{gate: "tháng", pattern: find(`(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})`), span: oneDay, allowed: noTimes},
	{gate: "tháng", pattern: find(`0?(?P<d>[369]) tháng (?P<part>đầu|cuối) năm(?: (?P<y>\d{4}))?`), span: partOfYear},
	{gate: "tháng", pattern: find(`(?P<part>đầu|giữa|cuối) tháng (?P<m>\d{1,2})(?:` + ofYear + `)?`), span: partOfMonth},
	{gate: "tháng", pattern: find(`tháng (?P<m>\d{1,2})` + ofYear), span: oneMonth},
	{gate: "đầu|giữa", pattern: find(`(?:đầu|giữa) (?:qu[ýí] ` + roman + `(?:` + ofYear + `)?|năm(?: \d{4})?|qu[ýí])`), why: noPart},
	{gate: "quý|quí", pattern: find(`qu[ýí] ` + roman + `(?:` + ofYear + `)?`), span: oneQuarter, allowed: noTimes},
	{gate: "q", pattern: find(`(?P<y>\d{4})-Q(?P<q>\d)`), span: oneQuarter},
	{gate: "q", pattern: find(`Q(?P<q>[1-4])(?:` + ofYear + `)?`), span: oneQuarter},
	{gate: "/", pattern: find(`(?P<q>IV|III|II|I) ?/ ?(?P<y>\d{4})`), span: oneQuarter},
	{gate: "/|-", pattern: find(`(?P<m>\d{1,2})(?: ?/ ?|-)(?P<y>\d{4})`), span: oneMonth, allowed: noNumber},
	{gate: "/", pattern: find(`(?P<d>\d{1,2})/(?P<m>\d{1,2})`), span: oneDay, allowed: noNumber},
	{gate: "tháng", pattern: find(`tháng (?P<m>\d{1,2})`), span: oneMonth},
	{gate: "năm", pattern: find(`năm (?:học|ngân sách|tài chính|thứ)`), why: whichSpan},
	{gate: "năm", pattern: find(`năm (?P<y>\d{4})`), span: wholeYear, allowed: noMoreDate},
	{gate: "năm", pattern: find(`(?:trong|hết|cuối) năm nay|(?:cuối|hết) năm`), span: wholeYear, allowed: noSchool},
	{gate: "này|nay|tới|sau|đầu|giữa|cuối|trong|hết", pattern: find(`(?:(?:đầu|giữa|cuối|trong|hết) (?:tháng|qu[ýí]|năm)|(?:tháng|qu[ýí]|năm))(?: này| nay| tới| sau)?`), why: whichSpan, allowed: alone},
	{gate: "ngày", pattern: find(`ngày (?:mồng |mùng )?\d{1,2}(?: tháng (?:này|tới|sau))?`), why: noMonth},
}
