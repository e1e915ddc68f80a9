package ledger

import (
	"fmt"
	"slices"

	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
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
	first, last := ends(l.fields)
	for _, t := range l.Tasks {
		derived, at := t.derive()
		if t.ByHand && t.Holds.Equal(derived.Values) {
			t.ByHand = false
		}
		tell := func(message, hint problem.Text) {
			told = append(told, problem.Problem{Pos: problem.Pos{File: l.Name}, Field: t.ID, Message: message, Hint: hint})
		}
		for _, c := range at {
			tell(c.told())
		}
		switch {
		case !t.ByHand:
			t.Holds = derived
		case t.fresh:
			tell(problem.Textf("sổ đã sửa tay (%s), giữ nguyên; báo cáo mới (%s) chỉ ghi vào lịch sử", "the ledger was changed by hand (%s) and stays; the new report (%s) is in the history only", brief(t.Holds), brief(derived)),
				problem.Textf("muốn theo báo cáo thì xóa các dòng từ %s đến %s của nhiệm vụ này trong sổ", "to follow the report delete the lines from %s to %s of this task in the ledger", first, last))
		}
	}
	return told
}

// told says what differs, and what to do about it.
func (c clash) told() (message, hint problem.Text) {
	return problem.Textf("%s gửi hai báo cáo cùng lúc (%s) mà ghi khác nhau ở %s: tệp %.8s… và %.8s…", "%s sent two reports of one moment (%s) that differ in %s: files %.8s… and %.8s…",
			whose(c.a.Unit), when(c.a), c.key, c.a.Source, c.b.Source),
		problem.Textf("chưa lấy theo báo cáo nào; hỏi lại đơn vị rồi bỏ tệp sai ra khỏi thư mục và xóa báo cáo ấy trong sổ", "neither counts; ask the unit, take the wrong file away and delete its report in the ledger")
}

func whose(unit string) string {
	if unit == "" {
		return "văn phòng"
	}
	return unit
}

// brief is what a report says, in few words.
func brief(r followup.Report) string {
	s := r.State().String()
	if s == "" {
		s = "chưa ghi trạng thái"
	}
	if percent := r.Percent(); percent != nil {
		s += fmt.Sprintf(", %d %%", *percent)
	}
	if completed := r.Completed(); !completed.IsZero() {
		s += ", ngày " + completed.Slashed()
	}
	return s
}

// derive works out what the reports of a task come to.
func (t *Task) derive() (followup.Report, []clash) {
	return t.whole(t.byLead())
}

// whole adds up the reports of the leading units. Of several it keeps what each
// says of its own part.
func (t *Task) whole(leads []*record.Unit, reports [][]followup.Report) (followup.Report, []clash) {
	all, clashes := t.sum(reports)
	if units, own := t.folded(leads, reports); len(units) > 1 {
		all.Shares = map[string]report.Values{}
		for i, u := range units {
			all.Shares[u.Name] = own[i].Values
		}
	}
	return all, clashes
}

// sum adds up the reports of each leading unit.
func (t *Task) sum(reports [][]followup.Report) (followup.Report, []clash) {
	var clashes []clash
	var sums []followup.Report
	for _, own := range reports {
		sum, c := t.fold(own)
		sums = append(sums, sum)
		for _, c := range c {
			if !slices.ContainsFunc(clashes, c.is) { // the office's is met with each lead
				clashes = append(clashes, c)
			}
		}
	}
	if len(sums) == 1 {
		return sums[0], clashes
	}
	return t.together(sums), clashes
}

// fold adds up what one unit, and the office in its place, said of a task.
func (t *Task) fold(own []followup.Report) (sum followup.Report, clashes []clash) {
	for i := 0; i < len(own); {
		j := i + 1
		for j < len(own) && moments(own[i], own[j]) == 0 && own[j].Unit == own[i].Unit {
			j++
		}
		r, c := t.agreed(own[i:j])
		clashes = append(clashes, c...)
		r.Values = t.fields.Apply(sum.Values, r.Values)
		sum = r
		i = j
	}
	return sum, clashes
}

// together is what the words of several leading units come to: of the moment
// of the last.
func (t *Task) together(sums []followup.Report) followup.Report {
	var all followup.Report
	var words []report.Word
	for _, s := range sums {
		if moments(all, s) < 0 {
			all = s
		}
		words = append(words, report.Word{Who: whose(s.Unit), Values: s.Values})
	}
	all.Values = t.fields.Together(words)
	return all
}
