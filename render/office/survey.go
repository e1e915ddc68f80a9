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
	Ready  State = "ready"  // passes the gate, and is not issued
	Issued State = "issued" // by the register; where the office keeps none, by the number and the day of the record
)

// A Next is what is to be done with a record.
type Next string

// What there is to be done.
const (
	ToMend   Next = "mend"   // write in the record
	ToIssue  Next = "issue"  // issue it, or see what was issued
	ToFollow Next = "follow" // see after its tasks
)

// A Surveyed is a record with how far it has come, and what to do next.
type Surveyed struct {
	Opened  // its record without the way back to its files
	State   State
	Figures followup.Figures // of the tasks that were not carried over
	Carried int              // tasks that count in a later record
	Next    Next
	Step    problem.Text // the same in words
	Entry   Entry        // of the registers
	Line    int          // where in the record; 0 is nowhere in it
}

// A Survey is a folder at a glance.
type Survey struct {
	Records  []Surveyed
	Standing Standing
	Problems []problem.Problem // of the registers
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
	var entries []Entry
	entries, out.Problems = s.entries(all)
	for i, v := range all {
		if read.has(v.opened) {
			continue
		}
		one := Surveyed{Opened: v.opened, Figures: figures[v.opened.key()], Carried: carried[v.opened.key()], Entry: entries[i]}
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

// judge says how far a record has come. What was issued stays that, whatever has
// become of the record since.
func (s *Surveyed) judge(a Asking, v volume) {
	switch e := s.Entry; {
	case s.Err != nil:
		s.State, s.Next = Faulty, ToMend
		_, s.Step = InWords(s.Err)
	case e.Stands() && e.Changed != nil:
		s.State, s.Next = Issued, ToIssue
		s.Step = problem.Textf("Xem: bản ghi đã đổi từ khi phát hành số %s", "Look: the record has changed since it was issued as %s", e.Called())
	case e.Stands():
		s.State, s.Next, s.Step = Issued, ToFollow, s.followUp()
	case v.stops > 0 && v.samples == v.stops:
		s.State, s.Next, s.Line = Draft, ToMend, v.line
		s.Step = problem.Textf("Thay %d dòng mẫu bằng kết luận thật", "Put what was concluded in the place of the examples: %d", v.stops)
	case v.stops > 0 && v.gaps == v.stops:
		s.State, s.Next, s.Line = Draft, ToMend, v.line
		s.Step = problem.Textf("Điền %d chỗ còn thiếu", "Fill in what is missing: %d", v.stops)
	case v.stops > 0:
		s.State, s.Next, s.Line = Faulty, ToMend, v.line
		s.Step = problem.Textf("Sửa %d lỗi", "Mend the errors: %d", v.stops)
	default:
		s.judgeGood(a)
	}
}

// judgeGood does it for a record that passes the gate and that no register calls
// issued.
func (s *Surveyed) judgeGood(a Asking) {
	s.State, s.Next = Ready, ToIssue
	switch e, rec := s.Entry, s.Record; {
	case e.Half():
		s.Step = problem.Textf("Phát hành nốt số %s", "Bring issuing %s to its end", e.Called())
	case e.Document != nil && sameNumber(e.Number, rec.Number):
		s.Step = problem.Text{VI: "Số " + e.Called() + " " + e.State.Word().VI + ": phát hành lại bằng số mới", EN: "The number " + e.Called() + " is " + e.State.Word().EN + ": issue it anew"}
	case rec.Number == "" || rec.Date.IsZero():
		s.Step = problem.Textf("Phát hành: cấp số, ngày, lập tệp, vào sổ", "Issue it: number, date, files, register")
	case e.Unregistered:
		s.Step = problem.Textf("Phát hành: số %s chưa có trong sổ", "Issue it: the number %s is in no register", rec.Number)
	case a.AsOf.Before(rec.Date):
		s.Step = problem.Textf("Phát hành: ngày ban hành trong bản ghi là %s", "Issue it: its date in the record is %s", rec.Date.Slashed())
	default:
		s.State, s.Next, s.Step = Issued, ToFollow, s.followUp()
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
