package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// eachOwnDeadline calls see with the items that have a deadline of their own,
// but for tasks that are carried over, whose deadline may have passed.
func (n *notice) eachOwnDeadline(see func(it *record.Item, p *record.Passage)) {
	n.rec.EachItem(func(it *record.Item) {
		carried := it.Since != (calendar.Quarter{}) || it.ID != "" && !strings.HasPrefix(it.ID, n.rec.Code+"/")
		if carried {
			return
		}
		if p := n.byField[it.Field()+".deadline"]; p != nil && p.Text != "" {
			see(it, p)
		}
	})
}

func checkPastDeadline(n *notice, f *found) {
	first, vi, en := n.rec.MeetingDate, "ngày họp", "the meeting"
	if !n.concludes() && n.rec.Date.Before(first) && !n.rec.Date.IsZero() { // what is to be done before a meeting to come
		first, vi, en = n.rec.Date, "ngày ban hành", "the notice"
	}
	if first.IsZero() {
		return
	}
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		if day := it.Deadline.Day; it.Since == (calendar.Quarter{}) && !day.IsZero() && day.Before(first) {
			f.in(p, 0, len(p.Text), problem.Text{
				VI: fmt.Sprintf("thời hạn %s trước %s %s", day.Slashed(), vi, first.Slashed()), EN: fmt.Sprintf("the deadline %s is before %s of %s", day.Slashed(), en, first.Slashed()),
			}, problem.Textf("xem lại ngày, tháng, năm của thời hạn hoặc của meeting-date", "look at the day, month and year of the deadline, or of meeting-date"))
		}
	})
}

func checkDeadlineBeforeNotice(n *notice, f *found) {
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		day := it.Deadline.Day
		if !day.IsZero() && day.Before(n.rec.Date) && !day.Before(n.rec.MeetingDate) {
			f.in(p, 0, len(p.Text), problem.Textf("thời hạn %s trước ngày ban hành %s", "the deadline %s is before the notice of %s", day.Slashed(), n.rec.Date.Slashed()),
				problem.Textf("đơn vị nhận thông báo khi đã quá hạn; lùi thời hạn", "the units would read of it too late; put it later"))
		}
	})
}

func checkWeekend(n *notice, f *found) {
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		day := it.Deadline.Day
		if works, _ := n.rec.Workdays.Works(day); it.Deadline.On && calendar.IsWeekend(day) && !works {
			f.in(p, 0, len(p.Text), problem.Textf("thời hạn %s là %s", "the deadline %s is a weekend (%s)", day.Slashed(), calendar.Weekday(day)),
				problem.Textf("lấy ngày làm việc gần nhất, hoặc tắt quy tắc cho dòng này nếu cố ý", "take the nearest working day, or switch the rule off for this line"))
		}
	})
}

func checkHoliday(n *notice, f *found) {
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		day := it.Deadline.Day
		if name := n.rec.Workdays.Holiday(day); it.Deadline.On && name != (problem.Text{}) {
			f.in(p, 0, len(p.Text), problem.Text{VI: "thời hạn " + day.Slashed() + " là " + name.VI, EN: "the deadline " + day.Slashed() + " is " + name.EN},
				problem.Textf("lấy ngày làm việc gần nhất", "take the nearest working day"))
		}
	})
}

var weekdayDate = regexp.MustCompile(`(?i)(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:, ?| \(| )(?:ngày )?(\d{1,2})(?:/| tháng )(\d{1,2})(?:(?:/| năm )(\d{4}))?`)

// ordinals come before a "thứ" that counts.
var countsBefore = strings.Fields("lần họp kỳ khóa khoá phiên hội nghị đợt ngày người điểm mục điều khoản")

// weekdayNames are the days of the week in small letters, from Sunday.
var weekdayNames = [7][]string{{"chủ nhật"}, {"thứ hai", "thứ 2"}, {"thứ ba", "thứ 3"}, {"thứ tư", "thứ 4"}, {"thứ năm", "thứ 5"}, {"thứ sáu", "thứ 6"}, {"thứ bảy", "thứ 7"}}

func checkWeekdays(n *notice, f *found) {
	for _, gate := range []string{"hứ ", "hủ nhật"} {
		each(n.prose, gate, weekdayDate, func(p *record.Passage, m []int) {
			named := strings.ToLower(p.Text[m[2]:m[3]])
			if !strings.Contains(named, gate) || countsOn(p.Text[:m[0]]) {
				return
			}
			year := n.rec.MeetingDate.Year
			if m[8] >= 0 {
				year, _ = strconv.Atoi(p.Text[m[8]:m[9]])
			}
			d, _ := strconv.Atoi(p.Text[m[4]:m[5]])
			mo, _ := strconv.Atoi(p.Text[m[6]:m[7]])
			day := calendar.Date{Year: year, Month: mo, Day: d}
			if m[8] < 0 && day.Valid() && day.Time().AddDate(0, 2, 0).Before(n.rec.MeetingDate.Time()) {
				day.Year++
			}
			if day.Valid() && !slices.Contains(weekdayNames[day.Time().Weekday()], named) {
				f.in(p, m[0], m[1], problem.Textf("ngày %s là %s", "%s is %s", day.Slashed(), calendar.Weekday(day)), problem.Textf("sửa thứ hoặc sửa ngày", "mend the weekday or the date"))
			}
		})
	}
}

// countsOn reports a text that ends in a word behind which "thứ hai" is the second.
func countsOn(before string) bool {
	words := strings.Fields(strings.ToLower(tail(before, 60)))
	return len(words) > 0 && slices.Contains(countsBefore, words[len(words)-1])
}

func checkLateNotice(n *notice, f *found) {
	if n.rec.Date.IsZero() || n.rec.MeetingDate.IsZero() || n.rec.Date.Before(n.rec.MeetingDate) {
		return
	}
	if days := n.rec.Workdays.Between(n.rec.MeetingDate, n.rec.Date); days > 5 {
		f.field(n, "date", problem.Textf("thông báo ra sau cuộc họp %d ngày làm việc", "the notice is %d working days after the meeting", days),
			problem.Textf("quy định là 5 ngày làm việc", "five are allowed"))
	}
}

var quarterInWords = regexp.MustCompile(`[Qq]u[ýí] (IV|III|II|I|[1-4])(?:(?:/|,? năm |\s)(\d{4}))?`)

func checkQuarter(n *notice, f *found) {
	rec, meeting := n.rec, n.rec.MeetingDate
	if meeting.IsZero() {
		return
	}
	q := rec.Quarter
	first := calendar.Date{Year: q.Year, Month: 3*q.N - 2, Day: 1}
	if q.Year > 0 && (meeting.Time().Before(first.Time().AddDate(0, -1, 0)) || !meeting.Time().Before(first.Time().AddDate(0, 4, 0))) {
		f.field(n, "quarter", problem.Textf("quý %d năm %d không hợp với ngày họp %s", "quarter %d of %d does not fit the meeting of %s", q.N, q.Year, meeting.Slashed()),
			problem.Textf("sửa quarter hoặc meeting-date", "mend quarter or meeting-date"))
		return
	}
	p := n.byField["subject"]
	if p == nil || !strings.Contains(p.Text, "iao ban") {
		return // a meeting about a quarter may be in the next
	}
	for _, m := range quarterInWords.FindAllStringSubmatch(p.Text, -1) {
		year, _ := strconv.Atoi(m[2])
		if calendar.QuarterNumber(m[1]) == q.N && (year == 0 || year == q.Year) {
			return
		}
	}
	if m := quarterInWords.FindStringSubmatchIndex(p.Text); m != nil && apartFromWords(p.Text, m[0], m[1]) {
		said := p.Text[m[0]:m[1]]
		f.in(p, m[0], m[1], problem.Textf("trích yếu nói %q mà bản ghi thuộc quý %d năm %d (mã %s)", "the subject says %q, and the record is of quarter %d of %d (%s)", said, q.N, q.Year, rec.Code),
			problem.Textf("thêm dòng quarter: đúng với trích yếu, hoặc sửa trích yếu", "add a line quarter: as in the subject, or mend the subject"))
	}
}

var openingDate = regexp.MustCompile(`^Ngày (\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})`)

func checkOpeningDate(n *notice, f *found) {
	p := n.byField["opening"]
	if p == nil {
		p = n.byField["opening[1]"]
	}
	if p == nil || n.rec.MeetingDate.IsZero() {
		return
	}
	if m := openingDate.FindStringSubmatch(p.Text); m != nil {
		d, _ := strconv.Atoi(m[1])
		mo, _ := strconv.Atoi(m[2])
		y, _ := strconv.Atoi(m[3])
		if said := (calendar.Date{Year: y, Month: mo, Day: d}); said.Valid() && said != n.rec.MeetingDate {
			f.disagree(spotIn(p, 0, len(m[0])), n.spotOf("meeting-date"), problem.Textf("phần mở đầu nói ngày %s mà meeting-date là %s", "the opening says %s and meeting-date %s", said.Slashed(), n.rec.MeetingDate.Slashed()),
				problem.Textf("sửa một trong hai; có thể còn sót từ thông báo trước", "mend one of them; it may be left of an earlier notice"))
		}
	}
}

// field reports a field's value where it is written, or the last of a list, or
// the field where it is not.
func (f *found) field(n *notice, field string, message, hint problem.Text) {
	p := n.byField[field]
	for i := 1; p == nil && n.byField[fmt.Sprintf("%s[%d]", field, i)] != nil; i++ {
		if next := fmt.Sprintf("%s[%d]", field, i+1); n.byField[next] == nil {
			p = n.byField[fmt.Sprintf("%s[%d]", field, i)]
		}
	}
	if p != nil && p.Text != "" {
		f.in(p, 0, len(p.Text), message, hint)
		return
	}
	f.at(field, message, hint)
}
