package office

import (
	"context"

	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A State is how far a record has come.
type State string

// The states, in the order in which a record passes through them.
const (
	Faulty State = "faulty" // something in it is wrong: no notice is made of it
	Draft  State = "draft"  // something is not filled in yet
	Ready  State = "ready"  // passes the gate; has no number or no day of issue
	Issued State = "issued" // has both: a record says no more of it than that
)

// A Surveyed is a record with how far it has come, and what to do next.
type Surveyed struct {
	Opened  // its record without the way back to its files
	State   State
	Figures followup.Figures // of the tasks that were not carried over
	Carried int              // tasks that count in a later record
	Step    problem.Text     // what to do next
	Line    int              // where in the record; 0 is nowhere in it
}

// A Survey is a folder at a glance.
type Survey struct {
	Records  []Surveyed
	Standing Standing
}

// Look surveys records with the day's figures of their tasks. It reports whether
// it came to its end.
func (s *Surveyor) Look(ctx context.Context, a Asking, l Listing) (out Survey, whole bool) {
	all, whole := each(ctx, a.Jobs, l.Records, s.take, a.Tick)
	if !whole {
		return out, false
	}
	s.keep(all)
	var opened []Opened
	for _, v := range all {
		opened = append(opened, v.opened)
	}
	out.Standing = standingOf(s.press, a, l, opened)
	figures, carried := out.Standing.byRecord()
	read := profilesOf(opened)
	for _, v := range all {
		if read.has(v.opened) {
			continue
		}
		one := Surveyed{Opened: v.opened, Figures: figures[v.opened.key()], Carried: carried[v.opened.key()]}
		one.judge(a, v)
		out.Records = append(out.Records, one)
	}
	return out, true
}

// byRecord counts the tasks of each record that do not count in a later one, and
// those that do.
func (s Standing) byRecord() (figures map[string]followup.Figures, carried map[string]int) {
	latest := map[string]*record.Record{}
	for _, account := range s.Accounts {
		for _, it := range account.Record.Tasks() {
			if rec := latest[it.ID]; rec == nil || rec.Begins().Before(account.Record.Begins()) {
				latest[it.ID] = account.Record
			}
		}
	}
	figures, carried = map[string]followup.Figures{}, map[string]int{}
	for i, account := range s.Accounts {
		key := s.books[i].of.key()
		var f followup.Figures
		for _, it := range account.Record.Tasks() {
			if latest[it.ID] != account.Record {
				carried[key]++
				continue
			}
			f.Add(account.Standings.Assess(it, s.AsOf, dueSoon))
		}
		figures[key] = f
	}
	return figures, carried
}

// judge says how far a record has come.
func (s *Surveyed) judge(a Asking, v volume) {
	switch {
	case s.Err != nil:
		s.State = Faulty
		_, s.Step = InWords(s.Err)
	case v.stops > 0 && v.gaps == v.stops:
		s.State, s.Line = Draft, v.line
		s.Step = problem.Textf("Điền %d chỗ còn thiếu", "Fill in what is missing: %d", v.stops)
	case v.stops > 0:
		s.State, s.Line = Faulty, v.line
		s.Step = problem.Textf("Sửa %d lỗi", "Mend the errors: %d", v.stops)
	case s.Record.Number == "" || s.Record.Date.IsZero():
		s.State = Ready
		s.Step = problem.Textf("Trình ký; có số và ngày thì ghi vào bản ghi", "Have it signed; once it has number and date, write them into the record")
	case a.AsOf.Before(s.Record.Date):
		s.State = Ready
		s.Step = problem.Textf("Trình ký; ngày ban hành trong bản ghi là %s", "Have it signed; its date of issue in the record is %s", s.Record.Date.Slashed())
	default:
		s.State, s.Step = Issued, s.followUp()
	}
}

// followUp says what to do next about the tasks of a notice.
func (s *Surveyed) followUp() problem.Text {
	f := s.Figures
	open := f.OnTrack() + f.NoDeadline
	switch {
	case f.Tasks == 0 && s.Carried > 0:
		return problem.Textf("Không còn gì phải làm: nhiệm vụ đã chuyển sang quý sau", "Nothing is left to do: its tasks were carried over")
	case f.Tasks == 0:
		return problem.Textf("Không có nhiệm vụ để theo dõi", "There is no task to follow up")
	case f.Overdue > 0:
		return problem.Textf("Đôn đốc %d nhiệm vụ quá hạn", "Remind the units; tasks overdue: %d", f.Overdue)
	case f.DueSoon > 0:
		return problem.Textf("Hỏi báo cáo: %d nhiệm vụ sắp đến hạn", "Ask for reports; tasks due soon: %d", f.DueSoon)
	case open > 0:
		return problem.Textf("Chờ báo cáo của đơn vị: %d nhiệm vụ đang làm", "Wait for the units' reports; tasks under way: %d", open)
	case f.DoneUndated > 0:
		return problem.Textf("Hỏi ngày hoàn thành của %d nhiệm vụ", "Ask on which day tasks were done: %d", f.DoneUndated)
	}
	return problem.Textf("Xong: mọi nhiệm vụ đã hoàn thành", "Done: all tasks are complete")
}
