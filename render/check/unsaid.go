package check

import (
	"fmt"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/wording"
)

// unsaidRule is about what a notice does not say of the assignments that are
// followed up.
var unsaidRule = &Rule{
	ID: "NV-18", Severity: Warning, Kinds: giving, Place: "Thực hành", check: checkUnsaid,
	Title:  problem.Textf("lời văn nói chủ trì, phối hợp, thời hạn đã ghi", "texts say the lead, partners and deadline that are given"),
	Reason: problem.Textf("Thông báo chỉ in lời văn. Điều ghi ở lead, partners, deadline mà lời văn và các mục trên không nói thì đơn vị nhận thông báo không biết, còn bảng theo dõi vẫn đòi. assignments: printed thì thông báo in thêm thành một câu; annex: tasks thì phụ lục có đủ, quy tắc này không xét.", "Only texts are printed. What lead, partners and deadline give and neither the text nor what stands above says, a unit does not read in the notice, and is asked for all the same. With assignments: printed the notice adds a sentence; with annex: tasks the annex has it all, and nothing is looked at."),
	Wrong:  "text: Phòng Ngân sách lập dự toán.  deadline: trước ngày 15/11/2026", Right: "text: Phòng Ngân sách lập dự toán trước ngày 15/11/2026.  deadline: trước ngày 15/11/2026",
}

// checkUnsaid reports the tasks of whose assignment the printed notice does not
// tell all. An annex of the tasks has it in its columns.
func checkUnsaid(n *notice, f *found) {
	isOpen := func(it *record.Item) bool { return wording.Open(it.Text) || strings.Contains(it.Field(), ".parts[") }
	if n.rec.Annex == "tasks" || n.rec.AssignmentsPrinted && !slices.ContainsFunc(n.tasks, isOpen) {
		return
	}
	unsaid := wording.Unsaid(n.rec)
	for _, it := range n.tasks {
		rest, ok := unsaid[it]
		open := isOpen(it)
		if !ok || n.rec.AssignmentsPrinted && !open {
			continue
		}
		hint := problem.Textf("thêm vào lời văn, hoặc ghi assignments: printed để thông báo in thêm thành một câu", "put it into the text, or write assignments: printed for the notice to add a sentence")
		if open {
			hint = problem.Textf("thêm vào lời văn (sau dấu hai chấm, trong vế của một câu thông báo không ghi thêm gì), hoặc task: no nếu mục này chỉ dẫn vào các mục sau",
				"put it into the text (nothing is added behind a colon or to a part of a sentence), or task: no where it only leads to what follows")
		}
		field := it.Field()
		if p := n.textOf(it); p != nil {
			field = p.Field
		}
		f.at(field, unsaidOf(rest), hint)
	}
}

func unsaidOf(rest wording.Rest) problem.Text {
	var vi, en []string
	if len(rest.Leads) > 0 {
		vi, en = append(vi, listed(rest.Leads)+" chủ trì"), append(en, "lead "+listed(rest.Leads))
	}
	if len(rest.Partners) > 0 {
		vi, en = append(vi, listed(rest.Partners)+" phối hợp"), append(en, "partners "+listed(rest.Partners))
	}
	if rest.Deadline.Words != "" {
		vi, en = append(vi, "thời hạn "+short(rest.Deadline.Words)), append(en, "deadline "+short(rest.Deadline.Words))
	}
	return problem.Text{VI: "lời văn không nói " + strings.Join(vi, ", "), EN: "the text does not say " + strings.Join(en, ", ")}
}

// listed names units, the first few of many.
func listed(units []*record.Unit) string {
	const most = 4
	var names []string
	for i, u := range units {
		if i == most {
			names = append(names, fmt.Sprintf("… (%d)", len(units)))
			break
		}
		names = append(names, short(u.Name))
	}
	return strings.Join(names, ", ")
}
