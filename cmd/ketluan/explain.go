package main

import (
	"fmt"
	"strings"

	"ketluan/render/check"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// severities are the words for how much a finding weighs.
var severities = map[check.Severity]problem.Text{
	check.Error: problem.Textf("lỗi", "error"), check.Warning: problem.Textf("cảnh báo", "warning"), check.Note: problem.Textf("lưu ý", "note"),
}

// explain prints all that there is to know of a rule.
func (a *app) explain(id string) error {
	rule := check.RuleByID(strings.ToUpper(id))
	if rule == nil {
		e := &office.Misuse{
			Message: problem.Textf("không có quy tắc %q", "there is no rule %q", id),
			Hint:    problem.Textf("các mã: ketluan check --rules", "the IDs: ketluan check --rules"),
		}
		small := ruleIDs()
		for i := range small {
			small[i] = strings.ToLower(small[i])
		}
		if near := problem.Nearest(id, small); near != "" {
			e.Hint = didYouMean(strings.ToUpper(near))
		}
		return e
	}
	say := func(label, value problem.Text) {
		fmt.Fprintf(a.out, "%s: %s\n", label.In(a.lang), value.In(a.lang))
	}
	plain := func(s string) problem.Text { return problem.Text{VI: s, EN: s} }
	fmt.Fprintf(a.out, "%s (%s): %s\n\n", rule.ID, severities[rule.Severity].In(a.lang), rule.Title.In(a.lang))
	fmt.Fprintf(a.out, "%s\n\n", rule.Reason.In(a.lang))
	say(problem.Textf("căn cứ", "after"), plain(rule.Place))
	say(problem.Textf("sai", "wrong"), plain(rule.Wrong))
	say(problem.Textf("đúng", "right"), plain(rule.Right))
	if fix := rule.Fix(); fix != (problem.Text{}) {
		say(problem.Textf("--fix", "--fix"), fix)
	}
	if check.CanBeOff(rule.ID) {
		say(problem.Textf("\ntắt cho một dòng", "\noff for one line"), plain("# ketluan: bỏ qua "+rule.ID))
		say(problem.Textf("tắt trong hồ sơ", "off in the profile"), problem.Text{VI: "checks-off: {" + rule.ID + ": lý do}", EN: "checks-off: {" + rule.ID + ": the reason}"})
	}
	return nil
}

func (a *app) listRules() {
	for _, r := range check.Rules() {
		fmt.Fprintf(a.out, "%-11s %-9s %s\n", r.ID, severities[r.Severity].In(a.lang), r.Title.In(a.lang))
	}
}

func ruleIDs() []string {
	var ids []string
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}
