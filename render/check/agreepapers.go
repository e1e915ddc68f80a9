package check

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// paperRules are about what the papers of a meeting say of each other.
var paperRules = []*Rule{
	{
		ID: "HS-21", Severity: Warning, Place: ofMeeting, check: checkPaperDays,
		Title:  problem.Textf("ngày của các văn bản theo đúng thứ tự", "the days of the papers are in their order"),
		Reason: problem.Textf("Giấy mời trước ngày họp; phiếu trình sau ngày họp và không sau thông báo; công văn giao việc không trước thông báo mà nó dẫn.", "The invitation is before the meeting; the sheet that submits the notice after it and not after the notice; letters with tasks not before the notice that they cite."),
		Wrong:  "date: 10/4/2026 … documents: [{template: cong-van-giao-viec, date: 09/4/2026}]", Right: "documents: [{template: cong-van-giao-viec, date: 13/4/2026}]",
	},
	{
		ID: "HS-22", Severity: Warning, Place: ofMeeting, check: checkOwnCitations,
		Title:  problem.Textf("số, ngày của nhau được dẫn đúng", "numbers and days that papers cite of each other are right"),
		Reason: problem.Textf("Lời văn dẫn giấy mời, biên bản, thông báo của chính cuộc họp thì số và ngày là số, ngày ở number, date, documents. Văn bản khác của cơ quan (số khác, ngày khác) không bị nêu.", "Where a text cites the invitation, minutes or notice of this meeting, number and day are those of number, date and documents. Another paper of the agency, of another number and day, is let be."),
		Wrong:  "number: \"41\" … documents: [{template: cong-van-giao-viec, text: Thực hiện Thông báo số 42/TB-SNNMT …}]", Right: "text: Thực hiện Thông báo số 41/TB-SNNMT …",
	},
	{
		ID: "HS-23", Severity: Warning, Place: ofMeeting, check: checkDoubleNumbers,
		Title:  problem.Textf("hai văn bản không cùng số", "no two papers have one number"),
		Reason: problem.Textf("Các công văn giao việc của một cuộc họp mỗi văn bản một số.", "Of the letters of one meeting each has a number of its own."),
		Wrong:  "[{template: cong-van-giao-viec, unit: KHTC, number: \"105\"}, {template: cong-van-giao-viec, unit: VP, number: \"105\"}]", Right: "number: \"106\"",
	},
	{
		ID: "HS-24", Severity: Warning, Place: ofMeeting, check: checkSaidTasks,
		Title:  problem.Textf("việc người chủ trì giao trong biên bản có trong kết luận", "what the chair assigns in the minutes is among the conclusions"),
		Reason: problem.Textf("Ý kiến của người chủ trì có câu giao, yêu cầu, đề nghị một đơn vị: đơn vị ấy phải có việc trong kết luận, và thời hạn nói ở đó là thời hạn của việc ấy. Đơn vị gọi bằng tên hay tên ngắn.", "Where what the chair said gives a unit a task, the unit has one among the conclusions, and the day said is the deadline of it. Units are found by their names."),
		Wrong:  "said: Giao Chi cục Thủy lợi trình phương án trước ngày 25/4/2026. … deadline: trước ngày 20/4/2026", Right: "deadline: trước ngày 25/4/2026",
	},
	{
		ID: "HS-25", Severity: Warning, Place: ofMeeting, check: checkSubmittedTo,
		Title:  problem.Textf("phiếu trình gửi đúng người ký", "what is submitted goes to who signs"),
		Reason: problem.Textf("Kính gửi của phiếu trình nêu chức vụ người ký thông báo thì nêu tên người ấy.", "Where the sheet is addressed to the post that signs the notice, the name is that of the signer."),
		Wrong:  "to: Phó Giám đốc Sở Nguyễn Văn Khác … signer: {position: Phó Giám đốc, name: Trần Thị Ví Dụ}", Right: "to: Phó Giám đốc Sở Trần Thị Ví Dụ",
	},
	{
		ID: "HS-26", Severity: Warning, Place: ofMeeting, check: checkNoticeTwice,
		Title:  problem.Textf("số, ngày của thông báo nói một lần", "number and day of the notice are said once"),
		Reason: problem.Textf("Số và ngày của thông báo là number và date của bản ghi; mục documents nói khác thì không dùng đến.", "They are number and date of the record; what documents says otherwise is not used."),
		Wrong:  "number: \"41\" … documents: [{template: thong-bao-ket-luan, number: \"42\"}]", Right: "number: \"41\"",
	},
	{
		ID: "HS-27", Severity: Warning, Place: ofMeeting, check: checkTemplateNames,
		Title:  problem.Textf("tên mẫu ở documents là tên của mẫu có thật", "the templates that documents names are there"),
		Reason: problem.Textf("Tên gõ sai một, hai chữ thì số, ngày ghi ở đó không vào văn bản nào. Mẫu riêng của cơ quan đặt tên khác hẳn mẫu có sẵn.", "Behind a name that is a letter or two off, number and day are printed nowhere. An agency's own template has another name."),
		Wrong:  "documents: [{template: giay-moii, number: \"27\"}]", Right: "documents: [{template: giay-moi, number: \"27\"}]",
	},
}

// The built-in templates that come in an order.
const (
	invitation  = "giay-moi"
	minutes     = "bien-ban"
	submission  = "phieu-trinh"
	assignments = "cong-van-giao-viec"
	noticeOf    = "thong-bao-ket-luan"
)

func checkPaperDays(n *notice, f *found) {
	rec := n.rec
	for _, p := range rec.Papers {
		if p.Date.IsZero() {
			continue
		}
		at := n.spotOf(p.Field() + ".date")
		tell := func(other string, vi, en string, day calendar.Date) {
			f.disagree(at, n.spotOf(other), problem.Text{VI: p.Date.Slashed() + " " + vi + " " + day.Slashed(), EN: p.Date.Slashed() + " " + en + " " + day.Slashed()},
				problem.Textf("sửa một trong hai", "mend one of them"))
		}
		held, out := rec.MeetingDate, rec.Date
		switch {
		case p.Template == invitation && !held.IsZero() && !p.Date.Before(held):
			tell("meeting-date", "không trước ngày họp", "is not before the meeting of", held)
		case p.Template == submission && !held.IsZero() && p.Date.Before(held):
			tell("meeting-date", "trước ngày họp", "is before the meeting of", held)
		case p.Template == minutes && !held.IsZero() && p.Date.Before(held):
			tell("meeting-date", "trước ngày họp", "is before the meeting of", held)
		case p.Template == submission && !out.IsZero() && out.Before(p.Date):
			tell("date", "sau ngày thông báo", "is after the notice of", out)
		case p.Template == assignments && !out.IsZero() && p.Date.Before(out):
			tell("date", "trước thông báo mà nó dẫn", "is before the notice that it cites, of", out)
		}
	}
}

// ownCitation is a paper of some agency, with the day behind it or not.
var ownCitation = regexp.MustCompile(`(Giấy mời|Biên bản|Thông báo kết luận|Thông báo) số (\d{1,5})/(?:GM|BB|TB)-([\pL\d&]+(?:[.-][\pL\d&]+)*)(?:,? (?:ký )?ngày (\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}))?`)

func checkOwnCitations(n *notice, f *found) {
	for _, p := range n.prose {
		if !strings.Contains(p.Text, " số ") {
			continue
		}
		for _, m := range ownCitation.FindAllStringSubmatchIndex(p.Text, -1) {
			if p.Text[m[6]:m[7]] != n.rec.Agency.Code {
				continue
			}
			day := calendar.Date{}
			if m[8] >= 0 {
				day = dayOf(dayInWords.FindStringSubmatch(p.Text[m[8]:m[9]]))
			}
			n.checkOwnCitation(f, p, m, day)
		}
	}
}

// checkOwnCitation compares a citation with the paper that it may mean: one of
// the same number or the same day, or, of papers with no day behind them, the
// one of this meeting that the text is written for.
func (n *notice) checkOwnCitation(f *found, p *record.Passage, m []int, day calendar.Date) {
	number, date, numberAt, dateAt := n.rec.Number, n.rec.Date, "number", "date"
	if template := map[string]string{"Giấy mời": invitation, "Biên bản": minutes}[p.Text[m[2]:m[3]]]; template != "" {
		paper := n.rec.PaperOf(template, nil)
		if paper == nil {
			return
		}
		number, date, numberAt, dateAt = paper.Number, paper.Date, paper.Field()+".number", paper.Field()+".date"
	}
	cited := strings.TrimLeft(p.Text[m[4]:m[5]], "0")
	same := cited == strings.TrimLeft(number, "0")
	ofPaper := strings.HasPrefix(p.Field, "documents[") || strings.HasPrefix(p.Field, "opening") || strings.HasPrefix(p.Field, "meeting.")
	switch {
	case number == "":
	case same && !day.IsZero() && !date.IsZero() && day != date:
		f.disagree(spotIn(p, m[8], m[9]), n.spotOf(dateAt), problem.Textf("dẫn ngày %s mà văn bản ấy ngày %s", "it is cited of %s, and is of %s", day.Slashed(), date.Slashed()), problem.Textf("sửa một trong hai", "mend one of them"))
	case !same && (!day.IsZero() && day == date || day.IsZero() && ofPaper):
		f.disagree(spotIn(p, m[4], m[5]), n.spotOf(numberAt), problem.Textf("dẫn số %s mà văn bản ấy số %s", "it is cited as number %s, and is %s", p.Text[m[4]:m[5]], number), problem.Textf("sửa một trong hai", "mend one of them"))
	}
}

func checkDoubleNumbers(n *notice, f *found) {
	first := map[[2]string]*record.Paper{}
	for _, p := range n.rec.Papers {
		key := [2]string{p.Template, strings.TrimLeft(p.Number, "0")}
		if p.Number == "" {
			continue
		}
		if other := first[key]; other != nil {
			f.disagree(n.spotOf(p.Field()+".number"), n.spotOf(other.Field()+".number"), problem.Textf("số %s đã là của văn bản ở chỗ kia", "the number %s is that of the paper there", p.Number), problem.Textf("sửa một trong hai", "mend one of them"))
			continue
		}
		first[key] = p
	}
}

func checkSubmittedTo(n *notice, f *found) {
	s := n.rec.Signer
	paper := n.rec.PaperOf(submission, nil)
	if paper == nil || s.Name == "" || s.Position == "" {
		return
	}
	for i, to := range paper.To {
		words := strings.Fields(to)
		for k := max(len(words)-maxNameWords, 1); k < len(words); k++ {
			post, name := strings.TrimRight(strings.Join(words[:k], " "), ","), strings.Join(words[k:], " ")
			if !isPersonName(name) || name == s.Name || strings.HasSuffix(s.Name, name) || !n.samePost(post, s.Position) {
				continue
			}
			at := n.spotOf(paper.Field() + ".to")
			for _, field := range []string{paper.Field() + ".to", indexed(paper.Field()+".to", i)} {
				if p := n.byField[field]; p != nil && strings.HasSuffix(p.Text, name) {
					at = spotIn(p, len(p.Text)-len(name), len(p.Text))
				}
			}
			f.disagree(at, n.spotOf("signer"), problem.Textf("trình %s mà người ký là %s", "it is submitted to %s, and %s signs", name, s.Name), problem.Textf("sửa một trong hai", "mend one of them"))
			break
		}
	}
}

func checkNoticeTwice(n *notice, f *found) {
	p := n.rec.PaperOf(noticeOf, nil)
	if p == nil {
		return
	}
	if p.Number != "" && strings.TrimLeft(p.Number, "0") != strings.TrimLeft(n.rec.Number, "0") {
		f.disagree(n.spotOf(p.Field()+".number"), n.spotOf("number"), problem.Textf("số %s ở đây không dùng đến: thông báo lấy number %q", "the number %s here is not used: the notice takes number, %q", p.Number, n.rec.Number), problem.Textf("ghi số ở number, bỏ ở đây", "write it in number, and take it away here"))
	}
	if !p.Date.IsZero() && p.Date != n.rec.Date {
		f.disagree(n.spotOf(p.Field()+".date"), n.spotOf("date"), problem.Textf("ngày %s ở đây không dùng đến: thông báo lấy date", "the day %s here is not used: the notice takes date", p.Date.Slashed()), problem.Textf("ghi ngày ở date, bỏ ở đây", "write it in date, and take it away here"))
	}
}

// ofRecords are the built-in templates of documents that a record may number.
var ofRecords = []string{
	"bao-cao-ket-qua", minutes, "chuong-trinh", "cong-van-don-doc", assignments,
	"dang-bao-cao", "dang-cong-van", "dang-giay-moi", "dang-thong-bao", invitation, submission, noticeOf,
}

func checkTemplateNames(n *notice, f *found) {
	for _, p := range n.rec.Papers {
		if meant := problem.Slip(p.Template, ofRecords); meant != "" && !strings.HasPrefix(p.Template, meant+"-") { // giay-moi-2 is on purpose
			f.at(p.Field()+".template", problem.Textf("không có mẫu nào tên %q, nên mục này không vào văn bản nào", "there is no template %q, and so this is printed nowhere", p.Template),
				problem.Textf("có phải %q không? mẫu riêng thì đặt tên khác hẳn", "is it %q? give a template of your own another name", meant))
		}
	}
}

// assigning are the words by which a chair gives a task.
var assigning = regexp.MustCompile(`(?i)(?:^|[ ,;])(?:giao|yêu cầu|đề nghị) `)

var sentenceEnd = regexp.MustCompile(`[.;](?: |$)|\n`)

func checkSaidTasks(n *notice, f *found) {
	chair, _ := calledName(&n.rec.Meeting.Chair)
	if chair == "" || len(n.tasks) == 0 || len(n.rec.Units) > maxUnits {
		return
	}
	assigned := 0
	for _, s := range n.rec.Meeting.Said {
		if !slices.ContainsFunc(s.Speakers, func(p *record.Person) bool { name, _ := calledName(p); return name == chair }) {
			continue
		}
		for _, p := range n.textsOf(s.Field() + ".text") {
			from := 0
			for _, end := range append(sentenceEnd.FindAllStringIndex(p.Text, -1), []int{len(p.Text), len(p.Text)}) {
				if from < end[0] && assigned < maxAssigned && assigning.MatchString(p.Text[from:end[0]]) {
					assigned++
					n.saidTask(f, p, from, end[0])
				}
				from = end[1]
			}
		}
	}
}

// textsOf are the passages of a field that is one text or a list of some.
func (n *notice) textsOf(field string) []*record.Passage {
	if p := n.byField[field]; p != nil {
		return []*record.Passage{p}
	}
	var all []*record.Passage
	for p := n.byField[indexed(field, 0)]; p != nil; p = n.byField[indexed(field, len(all))] {
		all = append(all, p)
	}
	return all
}

// maxAssigned bounds the sentences that are compared with the tasks.
const maxAssigned = 1000

// saidTask compares a sentence that gives a unit a task with the tasks.
func (n *notice) saidTask(f *found, p *record.Passage, from, to int) {
	words := fold(p.Text[from:to])
	var unit *record.Unit
	var at []int
	for _, u := range n.rec.Units {
		for _, name := range []string{u.Name, u.Short} {
			if here, _ := words.find(fold(name).s); here != nil && (at == nil || here[0] < at[0] || here[0] == at[0] && here[1] > at[1]) {
				unit, at = u, here
			}
		}
	}
	if unit == nil || len(unit.Members) > 0 || unit.Everybody {
		return
	}
	var own []*record.Item
	for _, t := range n.tasks {
		if record.Answers(slices.Concat(t.Leads, t.Partners), func(u *record.Unit) bool { return u == unit }) {
			own = append(own, t)
		}
	}
	if len(own) == 0 {
		f.disagree(spotIn(p, from+at[0], from+at[1]), n.listOf("conclusions"), problem.Textf("biên bản giao việc cho %s mà kết luận không có việc nào của đơn vị ấy", "the minutes give %s a task, and the conclusions have none of it", unit.Name), problem.Textf("thêm vào kết luận, hoặc sửa ý kiến", "add it to the conclusions, or mend what was said"))
		return
	}
	for _, m := range dayInWords.FindAllStringIndex(p.Text[from:to], -1) {
		day := dayOf(dayInWords.FindStringSubmatch(p.Text[from+m[0] : from+m[1]]))
		if !day.Valid() || slices.ContainsFunc(own, func(t *record.Item) bool { return t.Deadline.Day == day || t.Deadline.Day.IsZero() }) {
			continue
		}
		f.disagree(spotIn(p, from+m[0], from+m[1]), n.spotOf(own[0].Field()+".deadline"), problem.Textf("biên bản nói %s, kết luận giao %s đến %s", "the minutes say %s, and the conclusions give %s until %s", day.Slashed(), unit.Name, own[0].Deadline.Day.Slashed()), problem.Textf("sửa một trong hai", "mend one of them"))
	}
}
