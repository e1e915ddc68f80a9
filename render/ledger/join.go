package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A bearer is a ledger that has a task, with what it says of it on its own.
type bearer struct {
	book    *Ledger
	task    *Task
	reports []followup.Report
	byHand  bool
	holds   followup.Report
}

// Join gives each of several ledgers what the others know of a task that was
// carried over: it keeps its ID, and its history counts whichever record a
// report came in under, as does what was written in by hand. It is for reading:
// the ledgers are not written so. It tells, once for each task, what they
// contradict each other in.
func Join(ledgers []*Ledger) (told []problem.Problem) {
	same := map[string][]bearer{}
	for _, l := range ledgers {
		for _, t := range l.Tasks {
			id := record.FoldCode(t.ID)
			same[id] = append(same[id], bearer{l, t, t.Reports, t.ByHand, t.Holds})
		}
	}
	for _, all := range same {
		slices.SortStableFunc(all, func(a, b bearer) int { return byAge(a.book.record, b.book.record) })
	}
	once := map[string]bool{}
	for _, l := range ledgers {
		carried := false
		for _, t := range l.Tasks {
			id := record.FoldCode(t.ID)
			if len(same[id]) < 2 {
				continue
			}
			if !carried {
				carried = true
				*l.units = names{records: kinOf(l, same)}
			}
			if message, hint := t.join(same[id]); message != (problem.Text{}) && !once[id] {
				once[id] = true
				told = append(told, problem.Problem{Pos: problem.Pos{File: l.Name}, Field: t.ID, Message: message, Hint: hint})
			}
		}
		if carried {
			l.Settle()
		}
	}
	return told
}

// HasAny reports whether the ledger has one of some tasks, by their IDs as
// record.FoldCode has them.
func (l *Ledger) HasAny(ids map[string]bool) bool {
	return slices.ContainsFunc(l.Tasks, func(t *Task) bool { return ids[record.FoldCode(t.ID)] })
}

// kinOf are the records that share tasks with that of l, and it, the newest
// first.
func kinOf(l *Ledger, same map[string][]bearer) []*record.Record {
	all := []*record.Record{l.record}
	known := map[*record.Record]bool{l.record: true}
	for _, t := range l.Tasks {
		for _, b := range same[record.FoldCode(t.ID)] {
			if !known[b.book.record] {
				known[b.book.record] = true
				all = append(all, b.book.record)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *record.Record) int { return byAge(b, a) })
	return all
}

// byAge is the order of records in which a task goes from one to the next.
func byAge(a, b *record.Record) int {
	return cmp.Or(days(a.Begins(), b.Begins()), cmp.Compare(a.Code, b.Code))
}

func days(a, b calendar.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// join takes what all bearers of a task say of it. It returns what the office
// must know of it, and what to do; often nothing. The oldest bearer comes first.
func (t *Task) join(all []bearer) (message, hint problem.Text) {
	t.bearers = all
	own := len(t.Reports)
	t.addAll(all)
	if message, hint = t.takeHand(all); message != (problem.Text{}) {
		return message, hint
	}
	if _, clashes := t.derive(); len(clashes) > 0 && len(t.Reports) > own {
		return clashes[0].told()
	}
	return message, hint
}

// An origin is how a report is known: by the file it came in and its unit; one
// that was typed by all that it says.
type origin struct {
	source, unit string
	typed        string // all that it says
}

func (t *Task) originOf(r followup.Report) origin {
	if r.Source != "" {
		return origin{r.Source, r.Unit, ""}
	}
	var typed strings.Builder
	fmt.Fprint(&typed, moment(r), r.Partner)
	for _, f := range t.fields {
		if v := r.Values[f.Key]; v != nil {
			fmt.Fprint(&typed, "\n", f.Key, v.YAML())
		}
	}
	return origin{"", r.Unit, typed.String()}
}

// addAll adds the reports that other ledgers have on the task, each once.
func (t *Task) addAll(all []bearer) {
	have := map[origin]bool{}
	for _, r := range t.Reports {
		have[t.originOf(r)] = true
	}
	reports := slices.Clone(t.Reports)
	for _, b := range all {
		if b.task == t {
			continue
		}
		for _, r := range b.reports {
			if id := t.originOf(r); !have[id] {
				have[id] = true
				reports = append(reports, r)
			}
		}
	}
	slices.SortStableFunc(reports, order)
	t.Reports = reports
}

// takeHand lets what was written in by hand hold in every ledger that has the
// task, until leading units report under a later record; where several were,
// that of the latest.
func (t *Task) takeHand(all []bearer) (message, hint problem.Text) {
	i := len(all) - 1
	for i >= 0 && !all[i].byHand {
		i--
	}
	if i < 0 {
		return message, hint
	}
	hand := all[i]
	if later := slices.IndexFunc(all[i+1:], func(b bearer) bool { return slices.ContainsFunc(b.reports, leads) }); later >= 0 {
		t.ByHand = false
		if by := all[i+1+later]; by.task.fresh {
			message = problem.Textf("sổ %s đã sửa tay nhiệm vụ này (%s), thôi giữ vì sổ của bản ghi sau có báo cáo", "the ledger %s was changed by hand for this task (%s), which holds no more, for there are reports under the next record", hand.book.Name, brief(hand.holds))
			hint = problem.Textf("chưa đúng thì sửa tay ở sổ %s", "if that is wrong change the ledger %s by hand", by.book.Name)
		}
		return message, hint
	}
	for _, b := range all[:i] {
		if b.byHand && !b.holds.Equal(hand.holds.Values) {
			message = problem.Textf("hai sổ đều sửa tay mà ghi khác nhau: %s (%s) và %s (%s); tính theo sổ sau", "two ledgers were changed by hand and differ: %s (%s) and %s (%s); the later counts",
				b.book.Name, brief(b.holds), hand.book.Name, brief(hand.holds))
			hint = problem.Textf("sửa cho hai sổ giống nhau, hoặc xóa phần sửa tay ở một sổ", "make them agree, or delete the lines in one of them")
		}
	}
	if hand.task != t {
		t.ByHand, t.Holds = true, hand.holds
		if t.fresh {
			message = problem.Textf("sổ %s đã sửa tay nhiệm vụ này (%s), giữ nguyên; báo cáo mới chỉ ghi vào lịch sử", "the ledger %s was changed by hand for this task (%s) and stays; the new report is in the history only", hand.book.Name, brief(hand.holds))
			hint = problem.Textf("muốn theo báo cáo thì xóa phần sửa tay của nhiệm vụ này trong sổ ấy", "to follow the report delete the lines of this task in that ledger")
		}
	}
	return message, hint
}

// leads reports whether a report is of the state of its task.
func leads(r followup.Report) bool { return !r.Partner }
