package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// tellingFields tell of the meeting in words, beside the conclusions.
func (n *notice) telling() []*record.Passage {
	var all []*record.Passage
	for _, p := range n.prose {
		root, _, _ := strings.Cut(p.Field, "[")
		if root == "opening" || root == "closing" || strings.HasPrefix(p.Field, "meeting.notes") || root == "documents" && slices.Contains([]string{"text", "subject"}, lastPart(p.Field)) {
			all = append(all, p)
		}
	}
	return all
}

// dayInWords is a day as documents write it.
var dayInWords = regexp.MustCompile(`(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})`)

// heldOn is a day on which a text says that the meeting is held.
var heldOn = regexp.MustCompile(`(?:[Cc]uộc họp|[Hh]ội nghị|họp giao ban)[^.;\n]{0,60}? (?:vào |tổ chức )?ngày (\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4})`)

// earlier are the words behind which a text goes on about another meeting.
var earlier = regexp.MustCompile(`(?i)(?:tiếp theo|theo|sau|trước|từ|so với|kết luận|thông báo|ý kiến)[^.;\n]{0,40}$`)

func dayOf(m []string) calendar.Date {
	d, _ := strconv.Atoi(m[1])
	mo, _ := strconv.Atoi(m[2])
	y, _ := strconv.Atoi(m[3])
	return calendar.Date{Year: y, Month: mo, Day: d}
}

// days calls see with each day that a text writes in full.
func days(p *record.Passage, see func(day calendar.Date, from, to int)) {
	for _, m := range dayInWords.FindAllStringSubmatchIndex(p.Text, -1) {
		day := dayOf([]string{"", p.Text[m[2]:m[3]], p.Text[m[4]:m[5]], p.Text[m[6]:m[7]]})
		if day.Valid() && apartFromWords(p.Text, m[0], m[1]) {
			see(day, m[0], m[1])
		}
	}
}

func checkMeetingDays(n *notice, f *found) {
	rec := n.rec
	held := rec.MeetingDate
	if held.IsZero() {
		return
	}
	starts, ends := rec.Meeting.Starts, rec.Meeting.Ends
	if starts.Dated && starts.Day != held {
		f.disagree(n.spotOf("meeting.starts"), n.spotOf("meeting-date"), problem.Textf("cuộc họp bắt đầu ngày %s mà meeting-date là %s", "the meeting begins on %s and meeting-date is %s", starts.Day.Slashed(), held.Slashed()),
			problem.Textf("sửa một trong hai; giờ của chính ngày họp thì không cần ghi ngày", "mend one of them; a time of the day itself needs none"))
	}
	if ends.Dated && ends.Day.Before(held) {
		f.disagree(n.spotOf("meeting.ends"), n.spotOf("meeting-date"), problem.Textf("cuộc họp kết thúc ngày %s, trước ngày họp %s", "the meeting ends on %s, before its day %s", ends.Day.Slashed(), held.Slashed()),
			problem.Textf("sửa một trong hai", "mend one of them"))
	}
	last := held
	if ends.Dated && held.Before(ends.Day) {
		last = ends.Day
	}
	if !rec.Says("meeting") { // a notice alone may tell of other meetings
		return
	}
	for _, p := range n.telling() {
		for _, m := range heldOn.FindAllStringSubmatchIndex(p.Text, -1) {
			said := dayOf(dayInWords.FindStringSubmatch(p.Text[m[2]:m[3]]))
			if said.Valid() && !earlier.MatchString(p.Text[:m[0]]) && (said.Before(held) || last.Before(said)) && said.Year == held.Year {
				f.disagree(spotIn(p, m[2], m[3]), n.spotOf("meeting-date"), problem.Textf("lời văn nói cuộc họp ngày %s mà meeting-date là %s", "the text has the meeting on %s and meeting-date is %s", said.Slashed(), held.Slashed()),
					problem.Textf("sửa một trong hai; cuộc họp khác thì để nguyên", "mend one of them; let another meeting be"))
			}
		}
	}
}

// hourInWords is an hour that a text gives the meeting.
var hourInWords = regexp.MustCompile(`(?:lúc|vào hồi|từ) (\d{1,2}(?: giờ|h)(?: ?\d{1,2})?(?: phút)?)`)

func checkHours(n *notice, f *found) {
	m := n.rec.Meeting
	oneDay := m.Starts.Words != "" && m.Ends.Words != "" && m.Starts.Day == m.Ends.Day
	if oneDay && !m.Starts.Clock.Before(m.Ends.Clock) {
		f.disagree(n.spotOf("meeting.ends"), n.spotOf("meeting.starts"), problem.Textf("kết thúc %s không sau bắt đầu %s", "the end %s is not after the beginning %s", m.Ends.Clock, m.Starts.Clock), problem.Textf("sửa một trong hai", "mend one of them"))
		return
	}
	if m.Starts.Words != "" {
		n.hoursInWords(f)
	}
	var last *record.Session
	for _, s := range m.Agenda {
		if s.Slot.Words == "" {
			continue
		}
		at := n.spotOf(s.Field() + ".time")
		switch {
		case s.Slot.To.Before(s.Slot.From):
			f.disagree(at, n.spotOf(s.Field()+".content"), problem.Textf("mục này kết thúc %s trước khi bắt đầu %s", "the line ends at %s before it begins at %s", s.Slot.To, s.Slot.From), problem.Textf("sửa giờ", "mend the hours"))
		case m.Starts.Words != "" && s.Slot.From.Before(m.Starts.Clock) && (m.Ends.Words == "" || oneDay):
			f.disagree(at, n.spotOf("meeting.starts"), problem.Textf("%s trước giờ bắt đầu %s", "%s is before the beginning %s", s.Slot.From, m.Starts.Clock), problem.Textf("sửa giờ của mục hoặc của cuộc họp", "mend the hour of the line or of the meeting"))
		case oneDay && m.Ends.Clock.Before(s.Slot.To):
			f.disagree(at, n.spotOf("meeting.ends"), problem.Textf("%s sau giờ kết thúc %s", "%s is after the end %s", s.Slot.To, m.Ends.Clock), problem.Textf("sửa giờ của mục hoặc của cuộc họp", "mend the hour of the line or of the meeting"))
		case last != nil && oneDay && s.Slot.From.Before(last.Slot.To):
			f.disagree(at, n.spotOf(last.Field()+".time"), problem.Textf("%s khi mục trước chưa xong (%s)", "%s is before the line above has ended (%s)", s.Slot.From, last.Slot.To), problem.Textf("sửa giờ, hoặc đổi thứ tự", "mend the hours, or the order"))
		}
		last = s
	}
}

// hoursInWords finds hours of the meeting in texts that are not that of its
// beginning.
func (n *notice) hoursInWords(f *found) {
	starts := n.rec.Meeting.Starts
	for _, p := range n.telling() {
		for _, m := range hourInWords.FindAllStringSubmatchIndex(p.Text, -1) {
			said, ok := calendar.ParseClock(p.Text[m[2]:m[3]])
			if !ok || said == starts.Clock || !ofAMeeting(p.Text, m[0], m[1]) {
				continue
			}
			f.disagree(spotIn(p, m[2], m[3]), n.spotOf("meeting.starts"), problem.Textf("lời văn nói %s mà cuộc họp bắt đầu %s", "the text says %s and the meeting begins at %s", said, starts.Clock),
				problem.Textf("sửa một trong hai; giờ của việc khác thì để nguyên", "mend one of them; let the hour of something else be"))
		}
	}
}

// ofAMeeting reports a piece whose sentence speaks of a meeting.
func ofAMeeting(s string, from, to int) bool {
	if i := strings.LastIndexAny(s[:from], ".;\n"); i >= 0 {
		s, to = s[i+1:], to-i-1
	}
	if i := strings.IndexAny(s[to:], ".;\n"); i >= 0 {
		s = s[:to+i]
	}
	s = strings.ToLower(s)
	return strings.Contains(s, "họp") || strings.Contains(s, "hội nghị")
}

// rooms are the names of rooms in texts, and in the place of a meeting.
var rooms = regexp.MustCompile(`((?i:phòng họp|hội trường|phòng khánh tiết))( (?:lớn|trực tuyến|tầng \d+|(?:số )?\d+[a-z]?|[A-Z]\d?\b))?`)

func checkPlaceOfMeeting(n *notice, f *found) {
	place := n.byField["meeting.place"]
	if place == nil {
		return
	}
	room := rooms.FindStringSubmatch(place.Text)
	if room == nil || room[2] == "" {
		return
	}
	for _, p := range n.telling() {
		for _, m := range rooms.FindAllStringSubmatchIndex(p.Text, -1) {
			if said := p.Text[m[0]:m[1]]; m[4] >= 0 && !strings.EqualFold(said, room[0]) {
				f.disagree(spotIn(p, m[0], m[1]), n.spotOf("meeting.place"), problem.Textf("lời văn nói %q mà nơi họp là %q", "the text says %q and the place is %q", said, short(place.Text)), problem.Textf("sửa một trong hai", "mend one of them"))
			}
		}
	}
}

func checkMeetingName(n *notice, f *found) {
	name := n.byField["meeting.name"]
	if name == nil {
		return
	}
	own := quarterInWords.FindStringSubmatch(name.Text)
	if own == nil {
		return
	}
	for _, p := range append([]*record.Passage{n.byField["subject"]}, n.telling()...) {
		if p == nil {
			continue
		}
		all := quarterInWords.FindAllStringSubmatchIndex(p.Text, -1)
		same := slices.ContainsFunc(all, func(m []int) bool {
			year := ""
			if m[4] >= 0 {
				year = p.Text[m[4]:m[5]]
			}
			return calendar.QuarterNumber(p.Text[m[2]:m[3]]) == calendar.QuarterNumber(own[1]) && (year == "" || own[2] == "" || year == own[2])
		})
		if len(all) == 0 || same || p.Field != "subject" && !strings.Contains(p.Text, "họp") {
			continue
		}
		m := all[0]
		f.disagree(spotIn(p, m[0], m[1]), n.spotOf("meeting.name"), problem.Textf("ở đây là %q mà tên cuộc họp là %q", "here it is %q, and the meeting is called %q", p.Text[m[0]:m[1]], short(name.Text)), problem.Textf("sửa một trong hai", "mend one of them"))
		return // the others say the same
	}
}

func checkNotedDays(n *notice, f *found) {
	held := n.rec.MeetingDate
	invited := n.rec.PaperOf("giay-moi", nil)
	for _, p := range n.prose {
		if !strings.HasPrefix(p.Field, "meeting.notes") || held.IsZero() {
			continue
		}
		days(p, func(day calendar.Date, from, to int) {
			switch {
			case held.Before(day):
				f.disagree(spotIn(p, from, to), n.spotOf("meeting-date"), problem.Textf("%s là sau ngày họp %s", "%s is after the meeting of %s", day.Slashed(), held.Slashed()), problem.Textf("sửa một trong hai", "mend one of them"))
			case invited != nil && !invited.Date.IsZero() && day.Before(invited.Date):
				f.disagree(spotIn(p, from, to), n.spotOf(invited.Field()+".date"), problem.Textf("%s là trước ngày giấy mời %s", "%s is before the invitation of %s", day.Slashed(), invited.Date.Slashed()), problem.Textf("sửa một trong hai", "mend one of them"))
			}
		})
	}
}
