package main

import (
	"fmt"
	"time"

	"ketluan/render/batch"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// doing are the words of what a batch is doing.
var doing = map[batch.Part]problem.Text{batch.Checking: problem.Textf("kiểm tra", "checking"), batch.Making: problem.Textf("lập", "making")}

// stages say what stays of a run that was stopped.
var stages = map[batch.Stage]problem.Text{
	batch.NothingWritten: problem.Textf("chưa ghi gì", "nothing is written"),
	batch.DoneStays:      problem.Textf("đã lập thì không lập lại", "what is done is not done again"),
	batch.ShardsStay:     problem.Textf("các phần còn nguyên", "the shards are as they were"),
}

// teller says what a batch tells, as it happens; with --json only at the end.
func (a *app) teller(f batchFlags) func(batch.Event) error {
	if f.asJSON {
		return func(batch.Event) error { return nil }
	}
	p := &progress{app: a}
	return func(e batch.Event) error {
		if d, ok := e.(batch.Doing); ok {
			p.show(doing[d.Part], d.Done, d.Failed, d.Total)
			return nil
		}
		p.clear()
		return a.event(f, e)
	}
}

// event says one event of a batch. What is no failure goes to standard output.
func (a *app) event(f batchFlags, e batch.Event) error {
	switch e := e.(type) {
	case batch.Wrong:
		a.sayProblems(e.Problems)
	case batch.Planned:
		err := a.tell(problem.Textf("%d bản ghi: cần lập %d, không đổi %d, lỗi %d; bỏ qua %d hồ sơ cơ quan, %d bản ghi quý khác; ghi vào %s",
			"records %d: to make %d, unchanged %d, failed %d; passed over: profiles %d, of other quarters %d; into %s",
			e.Records, e.ToMake, e.Unchanged, e.Failed, e.Profiles, e.Outside, f.output))
		for _, w := range e.Where {
			err = a.tell(problem.Textf("  %s -> %s", "  %s -> %s", w[0], w[1]))
		}
		return err
	case batch.Made:
		if !a.terminal {
			return a.tell(problem.Textf("%d/%d %s: %d tệp", "%d/%d %s: files %d", e.Done, e.Total, e.Folder, e.Files))
		}
	case batch.Kept:
		a.sayKept(office.KeptFile(e))
	case batch.ByHand:
		a.note(problem.Textf("%s đã bị sửa sau khi lập, được để nguyên (--force lập lại, bản sửa vẫn giữ)", "%s was changed after it was made and is left alone (--force makes it again and keeps the changed one)", e.File))
	case batch.QuarterMade:
		err := a.tell(problem.Textf("%s: %d tệp của cả quý, từ %d bản ghi", "%s: files of the quarter %d, of %d records", e.Folder, e.Files, e.Records))
		if e.Failed > 0 {
			a.note(problem.Textf("bảng của cả quý chưa có %d bản ghi lỗi", "the quarter's workbooks are without what failed: %d", e.Failed))
		}
		return err
	case batch.Lacking:
		a.sayLacking(e.Record, e.Lacks)
	case batch.Ended:
		done := stages[e.Stage]
		a.note(problem.Text{VI: "đã dừng; chạy lại đúng lệnh này để làm tiếp: " + done.VI, EN: "stopped; run the same command again to go on: " + done.EN})
	default:
		panic(fmt.Sprintf("ketluan: unknown event %T", e))
	}
	return nil
}

// endBatch sums a run up, and sets the exit status.
func (a *app) endBatch(f batchFlags, o batch.Options, out batch.Outcome) {
	switch {
	case out.Stopped:
		a.status = interrupted
	case !out.Good():
		a.status = someFailed
	}
	if f.asJSON {
		a.printJSON(out)
		return
	}
	a.sayProblems(out.Ledgers)
	a.sayStale(out.Stale)
	if !out.DryRun && out.Records > 0 {
		took := time.Since(a.began)
		a.tell(problem.Textf("xong sau %s: lập %d bản ghi (%d tệp), không đổi %d, lỗi %d, chưa làm %d; %.0f bản ghi/giây",
			"done after %s: records made %d (files %d), unchanged %d, failed %d, not done %d; %.0f records/s",
			fmt.Sprintf("%.1f s", took.Seconds()), out.Written, out.Files, out.Unchanged, len(out.Failed), out.Left, float64(out.Written)/took.Seconds()))
	}
	for _, failure := range out.Failed {
		if failure.Record != "" {
			a.note(problem.Textf("  lỗi: %s", "  failed: %s", failure.Record))
		}
	}
}

func (a *app) sayStale(stale []string) {
	const most = 10
	for i, path := range stale {
		if i == most {
			a.note(problem.Textf("… và %d tệp nữa", "… and %d more", len(stale)-most))
			break
		}
		a.note(problem.Textf("%s không còn thuộc bản ghi nào, được để nguyên", "%s belongs to no record any more and is left alone", path))
	}
}
