package check

import (
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A spot is a piece of a text, or a field as a whole.
type spot struct {
	p        *record.Passage // nil: the field as a whole
	from, to int
	field    string
}

func spotIn(p *record.Passage, from, to int) spot { return spot{p, from, to, p.Field} }

// spotOf is the value of a field: of a person the name where one is written
// apart.
func (n *notice) spotOf(field string) spot {
	for _, at := range []string{field + ".name", field + ".text", field} {
		if p := n.byField[at]; p != nil && p.Text != "" {
			return spotIn(p, 0, len(p.Text))
		}
	}
	return spot{field: field}
}

// disagree reports two places of which one at most can be right: the first is
// the finding's own, the other stands beside it.
func (f *found) disagree(a, b spot, message, hint problem.Text) {
	if f.full() {
		return
	}
	before := len(f.all)
	if a.p != nil {
		f.in(a.p, a.from, a.to, message, hint)
	} else {
		f.at(a.field, message, hint)
	}
	if len(f.all) == before {
		return
	}
	one := &f.all[before]
	if b.p != nil {
		s := b.p.Span(b.from, b.to)
		one.Other, one.OtherEnd, one.OtherField = s.Start, s.End, f.rec.Written(b.p.Field)
	} else {
		there := f.rec.Problem(b.field, message, hint)
		one.Other, one.OtherEnd, one.OtherField = there.Pos, there.Pos, there.Field
	}
	one.OtherSource = f.rec.Line(one.Other.File, one.Other.Line)
}

const ofMeeting = "Thực hành: các văn bản của một cuộc họp phải khớp nhau"

// agreeRules are about what the papers of a meeting say of the meeting itself.
var agreeRules = []*Rule{
	{
		ID: "HS-01", Severity: Warning, Place: ofMeeting, check: checkMeetingDays,
		Title:  problem.Textf("ngày họp một nơi nói như mọi nơi", "the day of the meeting is one everywhere"),
		Reason: problem.Textf("Giấy mời, biên bản, thông báo lấy ngày họp từ meeting-date; giờ có ghi ngày khác, hay lời văn nói cuộc họp ngày khác, thì các văn bản của một cuộc họp trái nhau. Ngày kết thúc sau ngày họp là họp nhiều ngày, không bị nêu.", "Invitation, minutes and notice take the day from meeting-date; a time with another day, or a text that has the meeting on one, makes papers that contradict each other. An end on a later day is a meeting of several days, and let be."),
		Wrong:  "meeting-date: 07/4/2026 … starts: 08 giờ 00, ngày 08/4/2026", Right: "starts: 08 giờ 00",
	},
	{
		ID: "HS-02", Severity: Warning, Place: ofMeeting, check: checkHours,
		Title:  problem.Textf("giờ trong chương trình nằm trong cuộc họp và nối nhau", "the hours of the agenda lie within the meeting, one after the other"),
		Reason: problem.Textf("Cuộc họp kết thúc sau khi bắt đầu; mục của chương trình không trước giờ bắt đầu, không sau giờ kết thúc, không chồng lên mục trước. Giờ họp nói trong lời văn là giờ bắt đầu.", "A meeting ends after it begins; a line of the agenda is not before the beginning, not after the end and not over the line before. An hour of the meeting in a text is that of its beginning."),
		Wrong:  "ends: 10 giờ 45 … time: 10:30 - 11:00", Right: "time: 10:30 - 10:45",
	},
	{
		ID: "HS-03", Severity: Warning, Place: ofMeeting, check: checkPlaceOfMeeting,
		Title:  problem.Textf("nơi họp một nơi nói như mọi nơi", "the place of the meeting is one everywhere"),
		Reason: problem.Textf("Chỉ xét phòng họp, hội trường có tên hay số nêu trong phần mở đầu, lưu ý và lời riêng của văn bản.", "Of rooms and halls with a name or a number in the opening, the notes and the words of a paper."),
		Wrong:  "place: Phòng họp số 2 … opening: …, tại phòng họp số 3, …", Right: "opening: …, tại phòng họp số 2, …",
	},
	{
		ID: "HS-04", Severity: Warning, Place: ofMeeting, check: checkMeetingName,
		Title:  problem.Textf("tên cuộc họp và trích yếu cùng quý, năm", "the meeting's name and the subject are of one quarter and year"),
		Reason: problem.Textf("Giấy mời và biên bản in tên cuộc họp, thông báo in trích yếu: quý, năm trong đó và trong phần mở đầu phải là một.", "Invitation and minutes print the name, the notice its subject: their quarters and years, and those of the opening, must be one."),
		Wrong:  "meeting: {name: cuộc họp giao ban Quý I năm 2026} … subject: … giao ban Quý II năm 2026", Right: "name: cuộc họp giao ban Quý II năm 2026",
	},
	{
		ID: "HS-05", Severity: Warning, Place: ofMeeting, check: checkNotedDays,
		Title:  problem.Textf("hạn nhắc trong giấy mời ở giữa ngày mời và ngày họp", "days that an invitation asks for lie between it and the meeting"),
		Reason: problem.Textf("Gửi tài liệu, xác nhận dự họp sau ngày họp hay trước ngày ký giấy mời thì không ai làm được.", "Nobody can send papers or confirm after the meeting, or before the invitation is signed."),
		Wrong:  "meeting-date: 07/4/2026 … notes: Xác nhận dự họp trước ngày 09/4/2026.", Right: "notes: Xác nhận dự họp trước ngày 06/4/2026.",
	},
	{
		ID: "HS-06", Severity: Warning, Place: ofMeeting, check: checkAttendance,
		Title:  problem.Textf("số người dự đúng với danh sách", "the number of those present fits the list"),
		Reason: problem.Textf("Mỗi người có tên là một, dòng chung tính theo count. Người chủ trì, thư ký không có trong danh sách thì tính hay không đều được. Danh sách có dòng không rõ bao nhiêu người thì chỉ nêu khi đã nhiều hơn số người dự. Số người nói trong lời văn cũng vậy.", "Each name counts one, a line for several its count. The chair and the secretary may be counted or not where the list has them not. Where a line does not tell how many it stands for, only more than the number is told. So with numbers in texts."),
		Wrong:  "attendance: 12 … present: 9 người", Right: "attendance: 9",
	},
}
