package check

import (
	"ketluan/render/problem"
	"ketluan/render/record"
)

// timingRules are about what deadlines say, and of whom.
var timingRules = []*Rule{
	{
		ID: "TH-01", Severity: Error, Kinds: giving, Place: "Thực hành", check: checkSeveralDays,
		Title:  problem.Textf("một nhiệm vụ có một thời hạn", "a task has one deadline"),
		Reason: problem.Textf("Một dòng của bảng theo dõi có một ngày: hai ngày trong một mục thì ngày sớm hơn mất trong im lặng. Hai việc, hoặc việc của hai đơn vị, là hai mục. Khoảng ngày (từ ngày … đến ngày …) có một ngày cuối và không bị nêu. Tắt quy tắc này thì ngày cuối cùng được lấy.", "A row of the workbook has one day: of two days in one item the earlier is lost in silence. Two duties, or those of two units, are two items. A span has one last day. With the rule off the last day is taken."),
		Wrong:  "deadline: trước ngày 20/10/2026, trước ngày 30/11/2026", Right: "hai mục: {text: Trình dự thảo., deadline: trước ngày 20/10/2026} và {text: Hoàn thiện., deadline: trước ngày 30/11/2026}",
	},
	{
		ID: "TH-02", Severity: Note, Place: "Bộ luật Dân sự 2015, Điều 146-148", check: checkNoDay,
		Title:  problem.Textf("thời hạn cho một ngày", "a deadline gives a day"),
		Reason: problem.Textf("Thời hạn không cho ngày nào thì nhiệm vụ không bao giờ quá hạn, không có công văn đôn đốc. \"Từ ngày\", \"sau ngày\" là lúc bắt đầu; đầu năm, đầu quý, tuần không phải một ngày; số ngày phải có ngày để tính từ đó, và không chắc ngày nào nghỉ thì không tính. Việc thường xuyên, hằng tháng, định kỳ không bị nêu.", "What gives no day is never overdue. \"From\" and \"after\" are when it begins; the beginning of a year or quarter, and a week, are no day; a number of days needs one to count from, and is not counted where it is not sure what is off. What recurs is let be."),
		Wrong:  "deadline: trong 10 ngày làm việc", Right: "deadline: trong 10 ngày làm việc kể từ ngày 12/10/2026",
	},
	{
		ID: "TH-03", Severity: Warning, Kinds: giving, Place: "Thực hành", check: checkOwnDuty,
		Title:  problem.Textf("mục có thời hạn và có mục con thì nói rõ có theo dõi không", "an item with a deadline and items below says whether it is followed up"),
		Reason: problem.Textf("Mục có mục con không phải một nhiệm vụ, trừ khi ghi task: yes; đơn vị chủ trì của nó có thể còn việc của chính mình với thời hạn ấy.", "An item with items below is no task unless task: yes says so; its lead may have a duty of its own by that deadline."),
		Wrong:  "{text: Trình Đề án., lead: Phòng Tài chính, deadline: 20/10/2026, items: […]}", Right: "{text: Trình Đề án., lead: Phòng Tài chính, deadline: 20/10/2026, task: yes, items: […]}",
	},
}

func checkSeveralDays(n *notice, f *found) {
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		if d := it.Deadline; !d.Also.IsZero() {
			f.in(p, 0, len(p.Text), problem.Textf("một nhiệm vụ có hai thời hạn: %s và %s", "one task has two deadlines: %s and %s", d.Also.Slashed(), d.Day.Slashed()),
				problem.Textf("tách thành hai mục dưới một heading, mỗi mục một text và một deadline: {text: …, deadline: %s} và {text: …, deadline: %s}",
					"part it into two items below a heading, each with a text and a deadline: {text: …, deadline: %s} and {text: …, deadline: %s}", d.Also.Slashed(), d.Day.Slashed()))
		}
	})
}

func checkNoDay(n *notice, f *found) {
	n.eachOwnDeadline(func(it *record.Item, p *record.Passage) {
		if why := it.Deadline.Why; why != (problem.Text{}) {
			f.in(p, 0, len(p.Text), problem.Text{VI: "thời hạn này không cho ngày nào để theo dõi: " + why.VI, EN: "the deadline gives no day to follow up: " + why.EN},
				problem.Textf("ghi rõ ngày, tháng hay quý cuối cùng; nếu đúng là không có ngày thì để nguyên", "write the last day, month or quarter; let it be where there is none"))
		}
	})
}

// checkOwnDuty asks about what has all that a task has, and items below.
func checkOwnDuty(n *notice, f *found) {
	n.rec.EachItem(func(it *record.Item) {
		if it.Said || it.Text == "" || len(it.Leads) == 0 || len(it.Items) == 0 || n.byField[it.Field()+".deadline"] == nil {
			return
		}
		f.at(it.Field(), problem.Textf("mục này có lời văn, đơn vị chủ trì, thời hạn và mục con, nên chính nó không được theo dõi", "the item has a text, a lead, a deadline and items below, so it is not followed up itself"),
			problem.Textf("ghi task: yes nếu chính nó cũng là một nhiệm vụ, task: no nếu chỉ các mục con là nhiệm vụ", "write task: yes if it is a task too, task: no if only the items below are"))
	})
}
