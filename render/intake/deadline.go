package intake

import (
	"regexp"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/deadline"
	"ketluan/render/problem"
)

// deadline finds by when. Two days are one too many.
func (a *assigner) deadline(it *Item, text string) {
	setting := deadline.Setting{Meeting: a.meeting, Notice: a.notice}
	if setting.Meeting.IsZero() {
		setting.Meeting = a.notice
	}
	var found []deadline.Phrase
	for _, p := range deadline.Find(text, setting) {
		from := a.meeting
		if from.IsZero() {
			from = a.notice
		}
		if !p.Day.IsZero() && p.Day.Before(from) || p.Day.IsZero() && from.IsZero() {
			continue
		}
		if horizon.MatchString(text[p.From:p.To]) {
			continue
		}
		found = append(found, p)
	}
	switch len(found) {
	case 0:
		if day := onDay(text, a.meeting); day != "" {
			it.Deadline = day
		} else if m := byLabel.FindStringSubmatch(text); m != nil {
			words := strings.TrimSpace(m[1] + m[2])
			if r := deadline.Read(words, setting); r.Fault == (problem.Text{}) && (!r.Day.IsZero() || r.Why == (problem.Text{})) {
				it.Deadline = r.Words
			}
		}
	case 1:
		words := text[found[0].From:found[0].To]
		it.Deadline = lowerFirst(words)
	default:
		var all []string
		for _, p := range found {
			all = append(all, text[p.From:p.To])
		}
		it.doubt("deadline", "lời văn nêu nhiều thời hạn: "+strings.Join(all, "; "))
	}
}

// doneOn is the day on which something is to be handed in or done; what has a
// number before it is the day of a document.
var (
	doneOn = regexp.MustCompile(`(?:[Hh]oàn thành|xong|trình|[Bb]áo cáo|[Gg]ửi|[Nn]ộp|tổng duyệt|khai mạc|[Tt]ổ chức)([^.;:/]{0,60}?)(?:,| vào)? ((?:ngày|vào ngày) (\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))`)
	doneIn = regexp.MustCompile(`(?:[Hh]oàn thành|xong)(?: vào)? (quý (?:I{1,3}|IV)(?:/| năm )\d{4}|tháng \d{1,2}/\d{4})(?:$|[ ,.;])`)
	cited  = regexp.MustCompile(`số \d|(?:^| )(?:kể|tính|từ|sau)(?: |$)`)
)

// onDay returns the words of the one day on which something is to be done.
func onDay(text string, meeting calendar.Date) string {
	if m := doneIn.FindStringSubmatch(text); m != nil {
		if r := deadline.Read(m[1], deadline.Setting{Meeting: meeting}); !r.Day.IsZero() && !r.Day.Before(meeting) && !meeting.IsZero() {
			return m[1]
		}
	}
	all := doneOn.FindAllStringSubmatch(text, 2)
	if len(all) != 1 || meeting.IsZero() || cited.MatchString(all[0][1]) {
		return ""
	}
	m := all[0]
	if d := (calendar.Date{Year: digits(m[5]), Month: digits(m[4]), Day: digits(m[3])}); !d.Valid() || d.Before(meeting) {
		return ""
	}
	return strings.TrimPrefix(m[2], "vào ")
}

// byLabel is a deadline that is called one.
var byLabel = regexp.MustCompile(`(?i)(?:thời hạn|thời gian|hạn)(?: thực hiện| hoàn thành| báo cáo)*(?:(?: là)? ?: ?([^.;()]{3,80})| (?:là )?((?:trước )?(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?))`)

// horizon is a year in the name of a plan, and no deadline.
var horizon = regexp.MustCompile(`^(?:đến|tới|vào) (?:hết )?năm \d{4}$`)

func lowerFirst(s string) string {
	for _, w := range []string{"Trước", "Trong", "Đến", "Chậm", "Hết"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.ToLower(w) + rest
		}
	}
	return s
}
