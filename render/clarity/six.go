package clarity

import (
	"ketluan/render/problem"
	"ketluan/render/record"
)

// person: one unit leads, or one of several is said to answer for all.
func person(t *task) (Question, bool) {
	switch {
	case len(t.Leads) > 1 && !t.text.has(answering) && !t.eachNamed():
		return Question{Text: problem.Textf("đơn vị nào chịu trách nhiệm chính?", "which unit answers for it?"), Choices: choices(t.Leads)}, true
	case len(t.Leads) == 1 && isGroup(t.Leads[0]) && !t.Deadline.Day.IsZero() && !t.text.has(answering) && !t.saysTo(reporting):
		return Question{Text: problem.Textf("đơn vị nào đầu mối, tổng hợp?", "which unit gathers the results?")}, true
	}
	return Question{}, false
}

func isGroup(u *record.Unit) bool { return u.Everybody || len(u.Members) > 1 }

// maxNamed is how many leads are looked for in a text.
const maxNamed = 20

// eachNamed reports whether the text says of each lead what it does: it names
// all of them, each in a part of its own.
func (t *task) eachNamed() bool {
	if len(t.Leads) > maxNamed {
		return false
	}
	taken := map[int]bool{}
	for _, u := range t.Leads {
		part := t.text.partOf(u)
		if part < 0 || taken[part] {
			return false
		}
		taken[part] = true
	}
	return true
}

func choices(units []*record.Unit) []string {
	if len(units) > maxChoices {
		return nil
	}
	var all []string
	for _, u := range units {
		if u.Short != "" {
			all = append(all, u.Short)
		} else {
			all = append(all, u.Name)
		}
	}
	return all
}

// work: the text says something that can be done, or when or with what it ends.
func work(t *task) (Question, bool) {
	if t.Product != "" || !t.Deadline.Day.IsZero() || !t.begins(vague) || t.begins(concrete) {
		return Question{}, false
	}
	return Question{Text: problem.Textf("làm cụ thể việc gì, đến mức nào?", "what is to be done exactly, and how much?")}, true
}

// time: the deadline names a day, or the days on which what recurs is told.
func time(t *task) (Question, bool) {
	words := newSaid(t.Deadline.Words)
	switch {
	case !t.Deadline.Day.IsZero():
		return Question{}, false
	case t.Deadline.Words == "":
		if t.text.namesDay() {
			return Question{}, false
		}
		return Question{Text: problem.Textf("hoàn thành ngày nào?", "by which day?")}, true
	case words.has(recurring):
		if words.hasDigit() || t.text.has(recurring) && t.text.hasDigit() {
			return Question{}, false
		}
		return Question{Text: problem.Textf("%q: báo cáo vào ngày nào?", "%q: on which days is it reported?", short(t.Deadline.Words))}, true
	}
	return Question{Text: problem.Textf("%q: hoàn thành ngày nào?", "%q: by which day?", short(t.Deadline.Words))}, true
}

// responsibility: each of several units has its part, and partners are named.
func responsibility(t *task) (Question, bool) {
	switch {
	case len(t.Leads) > 1 && !t.eachNamed():
		return Question{Text: problem.Textf("mỗi đơn vị chủ trì làm phần nào?", "which part does each leading unit do?")}, true
	case len(t.Partners) == 0 && t.text.together(with, unnamed):
		return Question{Text: problem.Textf("những đơn vị nào phối hợp, làm phần nào?", "which units partner, and do what?")}, true
	}
	return Question{}, false
}

// product: what is handed in is a field, or stands in the text. What is never
// done has none.
func product(t *task) (Question, bool) {
	if t.Product != "" || newSaid(t.Deadline.Words).has(recurring) || t.text.namesProduct() {
		return Question{}, false
	}
	return Question{Text: problem.Textf("sản phẩm là gì?", "what is handed in?"), Choices: []string{"báo cáo", "kế hoạch", "tờ trình"}}, true
}

// authority: what is put before somebody names whom.
func authority(t *task) (Question, bool) {
	switch {
	case t.text.saysTo(submitting):
		return Question{}, false
	case t.text.does(submitting):
		return Question{Text: problem.Textf("trình ai, ai quyết định?", "who decides?")}, true
	case newSaid(t.Product).opens(drafts) && !t.text.saysTo(approving) && !newSaid(t.Product).namesSomebody():
		return Question{Text: problem.Textf("ai phê duyệt, ban hành?", "who approves it?")}, true
	case t.text.does(reporting) && !t.saysTo(reporting):
		return Question{Text: problem.Textf("báo cáo ai?", "to whom is it reported?")}, true
	}
	return Question{}, false
}

// saysTo reports whether the text, or the record for all tasks, says to whom.
func (t *task) saysTo(verbs []string) bool { return t.rec.ReportTo != "" || t.text.saysTo(verbs) }

// short cuts long words for a question.
func short(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
