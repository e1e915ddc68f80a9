package deadline

import (
	"regexp"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A count is a number of days that words reckon from another: "trong 10 ngày
// làm việc kể từ ngày 12/10/2026". It has the moment at which it ends, or the
// reason why that is not known.
type count struct {
	from, to int
	n        int
	unit     string // ngày, ngày làm việc, tuần, tháng, quý, năm
	moment   *moment
	why      problem.Text
}

const notice = `(?:thông báo|văn bản|kết luận)(?: kết luận)?(?: này)?`

const numeral = `(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt)`

var (
	counted = regexp.MustCompile(`(?i)(?P<n>\d{1,3}|` + numeral + `(?: ` + numeral + `)*)(?: ?\([^()]{1,20}\))? (?P<unit>ngày làm việc|ngày|tuần|tháng|quý|năm)`)

	// numerals are those that people write out.
	numerals = map[string]int{
		"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
		"mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "bốn mươi lăm": 45, "sáu mươi": 60, "chín mươi": 90,
	}

	fromNotice  = regexp.MustCompile(`(?i)^ ?,? ?(?:kể từ|tính từ|từ|sau)(?: khi)?(?: ngày)? (?:(?:ký|ký, ban hành|ký ban hành|ban hành|phát hành|ra)(?: ` + notice + `)?|` + notice + `(?: được)?(?: ký| ban hành| có hiệu lực)?) ?(?:$|[,;.)])`)
	fromMeeting = regexp.MustCompile(`(?i)^ ?,? ?(?:kể từ|tính từ|từ|sau)(?: ngày)? (?:họp|kết luận|cuộc họp)(?: này)? ?(?:$|[,;.)])`)
	fromEvent   = regexp.MustCompile(`(?i)^ ?,? ?(?:(?:kể|tính) từ|từ|sau|trước)(?: |$)`)
	fromMoment  = regexp.MustCompile(`(?i)^ ?,? ?(?:(?:kể|tính|bắt đầu) từ|từ|sau|trước)(?: khi| ngày| thời điểm| hết| thứ \p{L}+,?)*(?: ngày)? ?$`)
	atLeast     = regexp.MustCompile(`(?i)(?:ít nhất|tối thiểu)(?: là)? ?$`)
	behind      = regexp.MustCompile(`(?i)^ ?,? ?(?:ít nhất|tối thiểu|chậm nhất)?(?: là)? ?$`)
	afterStart  = regexp.MustCompile(`(?i)^ ?,? ?(?:hoàn thành |thực hiện |xong )?(?:trong(?: vòng)?|không quá|chậm nhất)(?: là)? ?$`)
	limited     = regexp.MustCompile(`(?i)(?:nhất|quá|hơn|trong|vòng)(?: là)? sau ?$`)
)

// count finds the counts in what the moments left of the words.
func (t *text) count(rest string) {
	for _, m := range counted.FindAllStringSubmatchIndex(rest, maxMoments) {
		c := &count{from: m[0], to: m[1], unit: strings.ToLower(rest[m[4]:m[5]])}
		if !apart(t.words, c.from, c.to) {
			continue
		}
		number := strings.ToLower(rest[m[2]:m[3]])
		if c.n = numerals[number]; c.n == 0 {
			c.n, _ = strconv.Atoi(number)
		}
		t.counts = append(t.counts, c)
		t.reckon(c)
	}
}

// reckon finds the moment at which a count ends.
func (t *text) reckon(c *count) {
	head, tail := t.words[:c.from], t.words[c.to:]
	role := roleOf(head)
	var next, last *moment
	for _, m := range t.moments {
		if m.from >= c.to {
			next = m
			break
		}
		last = m
	}
	whole := problem.Textf("%q không đọc được là bao nhiêu ngày", "%q is not read as a number of days", t.words[c.from:c.to])
	switch {
	case c.n == 0:
		c.why = whole
	case last != nil && last.role == before && last.to <= c.from && behind.MatchString(t.words[last.to:c.from]):
		c.back(t, last) // trước ngày D 10 ngày
	case next != nil && fromMoment.MatchString(t.words[c.to:next.from]):
		c.between(t, next, head, role)
	case last != nil && last.role == start && afterStart.MatchString(t.words[last.to:c.from]):
		c.forward(t, last, head, role) // kể từ ngày D, trong 10 ngày
	case fromNotice.MatchString(tail):
		if t.setting.Notice.IsZero() {
			c.why = problem.Textf("tính từ ngày ban hành, mà ngày ấy còn để trống", "it counts from the notice's date, which is blank")
			return
		}
		c.ahead(t, t.setting.Notice)
	case fromMeeting.MatchString(tail) && !t.setting.Meeting.IsZero():
		c.ahead(t, t.setting.Meeting)
	case fromEvent.MatchString(tail):
		c.why = problem.Textf("tính từ một ngày mà bản ghi không có", "it counts from a day that the record does not have")
	default:
		c.why = problem.Textf("không nêu tính từ ngày nào", "it does not say from which day it counts")
	}
}

// between reckons a count with the moment behind it: "10 ngày trước ngày D" is
// before it; "10 ngày, trước ngày D" names another day.
func (c *count) between(t *text, next *moment, head string, r role) {
	gap := t.words[c.to:next.from]
	switch how := roleOf(gap); {
	case how != before:
		c.forward(t, next, head, r)
	case strings.Contains(gap, ","):
		c.why = problem.Textf("không nêu tính từ ngày nào", "it does not say from which day it counts")
	default:
		c.back(t, next)
	}
}

// forward counts from a moment on.
func (c *count) forward(t *text, from *moment, head string, r role) {
	switch {
	case from.kind == vague || !from.last.Valid():
		c.why = problem.Textf("ngày bắt đầu tính không rõ", "the day from which it counts is not sure")
	case atLeast.MatchString(head):
		c.why = problem.Textf("\"ít nhất\", \"tối thiểu\" không phải hạn cuối", "\"at least\" is no last day")
	case r == start && !limited.MatchString(head):
		c.why = problem.Textf("\"sau\" là lúc bắt đầu, không phải hạn cuối", "\"after\" is when it begins, not by when it is done")
	default:
		from.role = start
		c.ahead(t, from.last)
	}
}

// ahead counts from a day on, which is not counted (Bộ luật Dân sự 2015, Điều
// 147.2). A span that ends on a day off ends on the next working day (148.5).
func (c *count) ahead(t *text, from calendar.Date) {
	day := from
	n := 0
	switch c.unit {
	case "ngày làm việc":
		n = c.n
	case "ngày":
		day = from.Add(c.n)
	case "tuần":
		day = from.Add(7 * c.n)
	case "tháng":
		day = from.AddMonths(c.n)
	case "quý":
		day = from.AddMonths(3 * c.n)
	case "năm":
		day = from.AddMonths(12 * c.n)
	}
	day, doubtful := t.setting.Office.Step(day, n)
	c.ends(day, doubtful)
}

// back counts back from a moment.
func (c *count) back(t *text, from *moment) {
	if from.kind == vague || !from.first.Valid() {
		c.why = problem.Textf("ngày bắt đầu tính không rõ", "the day from which it counts is not sure")
		return
	}
	from.role = start
	var doubtful calendar.Date
	day := from.first
	switch c.unit {
	case "ngày làm việc":
		day, doubtful = t.setting.Office.Step(day, -c.n)
	case "ngày":
		day = day.Add(-c.n)
	case "tuần":
		day = day.Add(-7 * c.n)
	case "tháng":
		day = day.AddMonths(-c.n)
	case "quý":
		day = day.AddMonths(-3 * c.n)
	case "năm":
		day = day.AddMonths(-12 * c.n)
	}
	c.ends(day, doubtful)
}

func (c *count) ends(day, doubtful calendar.Date) {
	switch {
	case !doubtful.IsZero():
		c.why = problem.Textf("không chắc ngày %s có làm việc hay không; ghi vào holidays hoặc working-days của hồ sơ cơ quan", "it is not sure whether %s is worked; write it under holidays or working-days in the profile", doubtful.Slashed())
	case !day.Valid():
		c.why = problem.Textf("ngày tính ra không có trong lịch", "the day that it comes to is not in the calendar")
	default:
		c.moment = &moment{from: c.from, to: c.to, kind: aDay, role: end, dated: true, derived: true, counted: true, first: day, last: day}
	}
}
