package ledger

import (
	"fmt"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Settle works out what holds for each task once all reports are in, and tells
// what the office must know of it. These are the rules:
//
//   - the newest word of a unit counts; what a report leaves empty says nothing
//     and takes nothing back, but a state replaces percentage and completion too;
//   - of two reports of one unit and one moment neither counts where they differ;
//   - a task of several leading units is done when all have said so, on the last
//     of their days; where one has begun it is under way;
//   - the office's own report counts as one of each leading unit;
//   - partners change no state;
//   - what was written in by hand stays until it is taken away by hand.
func (l *Ledger) Settle() []problem.Problem {
	var told []problem.Problem
	for _, t := range l.Tasks {
		derived, at := t.derive()
		if t.ByHand && same(t.Holds, derived) {
			t.ByHand = false
		}
		tell := func(message, hint problem.Text) {
			told = append(told, problem.Problem{Pos: problem.Pos{File: l.Name}, Field: t.ID, Message: message, Hint: hint})
		}
		for _, c := range at {
			tell(problem.Textf("%s gửi hai báo cáo cùng lúc (%s) mà ghi khác nhau ở %s: tệp %.8s… và %.8s…", "%s sent two reports of one moment (%s) that differ in %s: files %.8s… and %.8s…",
				whose(c.a.Unit), when(c.a), c.field, c.a.Source, c.b.Source),
				problem.Textf("chưa lấy theo báo cáo nào; hỏi lại đơn vị rồi bỏ tệp sai ra khỏi thư mục và xóa báo cáo ấy trong sổ", "neither counts; ask the unit, take the wrong file away and delete its report in the ledger"))
		}
		switch {
		case !t.ByHand:
			t.Holds = derived
		case t.fresh:
			tell(problem.Textf("sổ đã sửa tay (%s), giữ nguyên; báo cáo mới (%s) chỉ ghi vào lịch sử", "the ledger was changed by hand (%s) and stays; the new report (%s) is in the history only", brief(t.Holds), brief(derived)),
				problem.Textf("muốn theo báo cáo thì xóa các dòng từ state đến proposed của nhiệm vụ này trong sổ", "to follow the report delete the lines from state to proposed of this task in the ledger"))
		}
	}
	return told
}

func whose(unit string) string {
	if unit == "" {
		return "văn phòng"
	}
	return unit
}

// brief is what a report says, in few words.
func brief(r followup.Report) string {
	s := r.State.String()
	if s == "" {
		s = "chưa ghi trạng thái"
	}
	if r.Percent != nil {
		s += fmt.Sprintf(", %d %%", *r.Percent)
	}
	if !r.Completed.IsZero() {
		s += ", ngày " + r.Completed.Slashed()
	}
	return s
}

// A clash is two reports of one unit and one moment that differ.
type clash struct {
	a, b  followup.Report
	field string
}

// derive works out what the reports of a task come to.
func (t *Task) derive() (followup.Report, []clash) {
	var clashes []clash
	var sums []followup.Report
	_, reports := t.byLead()
	for _, own := range reports {
		sum, c := fold(own)
		sums = append(sums, sum)
		for _, c := range c {
			if !slices.Contains(clashes, c) { // the office's is met with each lead
				clashes = append(clashes, c)
			}
		}
	}
	if len(sums) == 1 {
		return sums[0], clashes
	}
	return together(sums), clashes
}

// leads are the units that answer for the state of a task; of one that the
// record does not have any more they are those that reported.
func (t *Task) leads() []*record.Unit {
	if t.item != nil {
		return record.Singles(t.item.Leads)
	}
	var units []*record.Unit
	for _, r := range t.Reports {
		if !r.Partner && r.Unit != "" && !slices.ContainsFunc(units, func(u *record.Unit) bool { return u.Name == r.Unit }) {
			units = append(units, &record.Unit{Name: r.Unit})
		}
	}
	if len(units) == 0 {
		units = append(units, &record.Unit{})
	}
	return units
}

// byLead returns the leading units of a task, and what each of them, or the
// office in its place, said of it.
func (t *Task) byLead() ([]*record.Unit, [][]followup.Report) {
	leads := t.leads()
	reports := make([][]followup.Report, len(leads))
	places := map[string]int{} // of the leads, by what reports call them
	for i, u := range leads {
		places[u.Name] = i
	}
	for _, r := range t.Reports {
		if r.Partner {
			continue
		}
		if r.Unit == "" {
			for i := range reports {
				reports[i] = append(reports[i], r)
			}
			continue
		}
		place, ok := places[r.Unit]
		if !ok {
			place = slices.IndexFunc(leads, func(u *record.Unit) bool { return u.Called(r.Unit) })
			places[r.Unit] = place
		}
		if place >= 0 {
			reports[place] = append(reports[place], r)
		}
	}
	return leads, reports
}

// fold adds up what one unit, and the office in its place, said of a task.
func fold(own []followup.Report) (sum followup.Report, clashes []clash) {
	for i := 0; i < len(own); {
		j := i + 1
		for j < len(own) && moments(own[i], own[j]) == 0 && own[j].Unit == own[i].Unit {
			j++
		}
		r, c := agreed(own[i:j])
		clashes = append(clashes, c...)
		sum = apply(sum, r)
		i = j
	}
	return sum, clashes
}

// apply returns sum with what a later report says.
func apply(sum, r followup.Report) followup.Report {
	sum.Unit, sum.On, sum.Time, sum.Source = r.Unit, r.On, r.Time, r.Source
	if r.State != followup.Unsaid {
		sum.State, sum.Percent, sum.Completed = r.State, nil, calendar.Date{}
	}
	if r.Percent != nil {
		sum.Percent = r.Percent
	}
	if !r.Completed.IsZero() {
		sum.Completed = r.Completed
	}
	if !r.Proposed.IsZero() {
		sum.Proposed = r.Proposed
	}
	for _, f := range []struct{ into, from *string }{{&sum.Result, &r.Result}, {&sum.Document, &r.Document}, {&sum.Difficulties, &r.Difficulties}} {
		if *f.from != "" {
			*f.into = *f.from
		}
	}
	return sum
}

// together is what the words of several leading units come to.
func together(sums []followup.Report) followup.Report {
	all := followup.Report{State: jointState(sums)}
	percents, dated := 0, 0
	for _, s := range sums {
		if moments(all, s) < 0 {
			all.Unit, all.On, all.Time, all.Source = s.Unit, s.On, s.Time, s.Source
		}
		if s.Percent != nil {
			if percents++; all.Percent == nil || *s.Percent < *all.Percent {
				all.Percent = s.Percent
			}
		}
		if !s.Completed.IsZero() {
			dated++
		}
		all.Completed = later(all.Completed, s.Completed)
		all.Proposed = later(all.Proposed, s.Proposed)
	}
	if percents < len(sums) {
		all.Percent = nil
	}
	if all.State != followup.Done || dated < len(sums) {
		all.Completed = calendar.Date{}
	}
	all.Result = joint(sums, func(r followup.Report) string { return r.Result })
	all.Document = joint(sums, func(r followup.Report) string { return r.Document })
	all.Difficulties = joint(sums, func(r followup.Report) string { return r.Difficulties })
	return all
}

func jointState(sums []followup.Report) followup.State {
	said := map[followup.State]int{}
	for _, s := range sums {
		said[s.State]++
	}
	switch {
	case said[followup.Done] == len(sums):
		return followup.Done
	case said[followup.Done]+said[followup.UnderWay] > 0:
		return followup.UnderWay
	case said[followup.Paused] > 0:
		return followup.Paused
	case said[followup.NotStarted] > 0:
		return followup.NotStarted
	}
	return followup.Unsaid
}

func later(a, b calendar.Date) calendar.Date {
	if b.IsZero() || !a.IsZero() && b.Before(a) {
		return a
	}
	return b
}

// joint is what several units say in one text: said by all alike it stands once.
func joint(sums []followup.Report, of func(followup.Report) string) string {
	var lines []string
	alike := true
	for _, s := range sums {
		alike = alike && of(s) == of(sums[0])
		if of(s) != "" {
			lines = append(lines, whose(s.Unit)+": "+of(s))
		}
	}
	if alike {
		return of(sums[0])
	}
	return strings.Join(lines, "\n")
}
