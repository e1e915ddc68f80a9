package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"ketluan/render/problem"
)

// An outcome is what --json prints of a run.
type outcome struct {
	Output    string       `json:"output"`
	Manifest  string       `json:"manifest,omitempty"` // where it is, once it is written
	DryRun    bool         `json:"dry_run,omitempty"`
	Stopped   bool         `json:"stopped,omitempty"` // by Ctrl-C
	Records   int          `json:"records"`           // of this run
	Profiles  int          `json:"profiles"`          // passed over
	Outside   int          `json:"outside"`           // of the quarter
	Planned   []string     `json:"planned,omitempty"` // records to be written, of a dry run
	Written   int          `json:"written"`           // records
	Unchanged int          `json:"unchanged"`         // records
	Left      int          `json:"left,omitempty"`    // records not done
	Files     int          `json:"files"`             // of what was written
	Quarters  []string     `json:"quarters"`          // whose workbooks were written
	Kept      []keptJSON   `json:"kept"`              // changed files, kept aside
	ByHand    []string     `json:"by_hand"`           // changed files, left alone
	Stale     []string     `json:"stale"`             // files that nothing makes any more, left alone
	Failed    []failedJSON `json:"failed"`
}

type keptJSON struct {
	File string `json:"file"`
	Kept string `json:"kept"`
}

type failedJSON struct {
	Record   string        `json:"record,omitempty"`
	Problems []problemJSON `json:"problems"`
}

type problemJSON struct {
	File    string    `json:"file"`
	Line    int       `json:"line,omitempty"`
	Column  int       `json:"column,omitempty"`
	Field   string    `json:"field,omitempty"`
	Message textJSON  `json:"message"`
	Hint    *textJSON `json:"hint,omitempty"`
}

// problemsOf are those that an error about a file is, each one of several.
func problemsOf(path string, err error) (problems []problem.Problem) {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range several.Unwrap() {
			problems = append(problems, problemsOf(path, err)...)
		}
		return problems
	}
	var about *fileError
	if errors.As(err, &about) {
		path, err = about.path, about.err
	}
	if path == "" {
		path = "ketluan"
	}
	message, hint := inWords(err)
	return []problem.Problem{{Pos: problem.Pos{File: path}, Message: message, Hint: hint}}
}

// failRecord says what is wrong with a record.
func (b *batch) failRecord(c *candidate, problems []problem.Problem) {
	if len(problems) == 0 {
		return
	}
	b.fail(problems)
	list := b.outcome.Failed
	last := &list[len(list)-1]
	for i := range list {
		if list[i].Record == c.path {
			list[i].Problems = append(list[i].Problems, last.Problems...)
			b.outcome.Failed = list[:len(list)-1]
			return
		}
	}
	last.Record = c.path
}

// fail says what is wrong, and counts it in the status.
func (b *batch) fail(problems []problem.Problem) {
	if b.status == allGood {
		b.status = someFailed
	}
	f := failedJSON{Problems: []problemJSON{}}
	for _, p := range problems {
		if !b.flags.asJSON {
			b.sayProblem(p)
		}
		j := problemJSON{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Field, textJSON(p.Message), nil}
		if p.Hint != (problem.Text{}) {
			j.Hint = &textJSON{p.Hint.VI, p.Hint.EN}
		}
		f.Problems = append(f.Problems, j)
	}
	b.outcome.Failed = append(b.outcome.Failed, f)
}

// tell says on standard output what is no message of failure.
func (b *batch) tell(t problem.Text) {
	if b.flags.asJSON {
		return
	}
	if _, err := fmt.Fprintln(b.out, visible(t.In(b.lang))); err != nil && b.blocked == nil {
		b.blocked = &fileError{"stdout", err}
		b.fail(problemsOf("", b.blocked))
	}
}

// remark says on standard error what the user should know.
func (b *batch) remark(t problem.Text) {
	if !b.flags.asJSON {
		b.note(t)
	}
}

// stopped says that Ctrl-C has ended the run, and how to go on.
func (b *batch) stopped(done problem.Text) {
	b.status, b.outcome.Stopped = interrupted, true
	if done == (problem.Text{}) {
		done = problem.Textf("chưa ghi gì", "nothing is written")
	}
	b.remark(problem.Text{VI: "đã dừng; chạy lại đúng lệnh này để làm tiếp: " + done.VI, EN: "stopped; run the same command again to go on: " + done.EN})
}

func (b *batch) sayKept(parcels []*parcel) {
	for _, p := range parcels {
		if p.kept != "" {
			b.outcome.Kept = append(b.outcome.Kept, keptJSON{p.path, p.kept})
			b.remark(problem.Textf("%s đã thay đổi; bản cũ giữ ở %s", "%s has changed; the old one is kept as %s", p.path, p.kept))
		}
	}
}

// sayByHand says which files are not as they were made, and are left so.
func (b *batch) sayByHand(files []string) {
	for _, f := range files {
		path := b.place(f)
		b.outcome.ByHand = append(b.outcome.ByHand, path)
		b.remark(problem.Textf("%s đã bị sửa sau khi lập, được để nguyên (--force lập lại, bản sửa vẫn giữ)", "%s was changed after it was made and is left alone (--force makes it again and keeps the changed one)", path))
	}
}

func (b *batch) sayQuarter(q *quarterSet, files int) {
	b.outcome.Quarters = append(b.outcome.Quarters, q.quarter)
	b.tell(problem.Textf("%s: %d tệp của cả quý, từ %d bản ghi", "%s: files of the quarter %d, of %d records", b.place(q.quarter), files, len(q.records)))
	if n := len(b.outcome.Failed); n > 0 {
		b.remark(problem.Textf("bảng của cả quý chưa có %d bản ghi lỗi", "the quarter's workbooks are without what failed: %d", n))
	}
}

// sayPlan says what the run will do.
func (b *batch) sayPlan() {
	r := &b.outcome
	r.Records = len(b.records)
	current := 0
	for _, c := range b.records {
		switch {
		case len(c.problems) > 0:
		case c.current:
			current++
		default:
			r.Planned = append(r.Planned, c.path)
		}
	}
	b.tell(problem.Textf("%d bản ghi: cần lập %d, không đổi %d, lỗi %d; bỏ qua %d hồ sơ cơ quan, %d bản ghi quý khác; ghi vào %s",
		"records %d: to make %d, unchanged %d, failed %d; passed over: profiles %d, of other quarters %d; into %s",
		len(b.records), len(r.Planned), current, len(b.records)-current-len(r.Planned), r.Profiles, r.Outside, b.flags.output))
	if len(b.records) == 0 && b.flags.shard.Of == 0 {
		b.fail([]problem.Problem{{Pos: problem.Pos{File: "ketluan"}, Message: problem.Textf("không có bản ghi nào", "there are no records"),
			Hint: problem.Textf("kiểm tra thư mục và --quarter", "check the directory and --quarter")}})
	}
	if b.flags.dryRun {
		for _, path := range r.Planned {
			b.tell(problem.Textf("  %s -> %s", "  %s -> %s", path, filepath.Join(b.flags.output, stemOf(path))))
		}
		return
	}
	r.Planned = nil
}

// end says how the run came out, and is where every run ends.
func (b *batch) end() error {
	r := &b.outcome
	r.Output, r.DryRun = b.flags.output, b.flags.dryRun
	for _, path := range slices.Sorted(maps.Keys(b.stale)) {
		r.Stale = append(r.Stale, b.place(path))
	}
	b.sayStale()
	if b.flags.asJSON {
		return b.printReport()
	}
	if !r.DryRun && r.Records > 0 {
		took := time.Since(b.began)
		b.tell(problem.Textf("xong sau %s: lập %d bản ghi (%d tệp), không đổi %d, lỗi %d, chưa làm %d; %.0f bản ghi/giây",
			"done after %s: records made %d (files %d), unchanged %d, failed %d, not done %d; %.0f records/s",
			fmt.Sprintf("%.1f s", took.Seconds()), r.Written, r.Files, r.Unchanged, len(r.Failed), r.Left, float64(r.Written)/took.Seconds()))
	}
	for _, f := range r.Failed {
		if f.Record != "" && len(r.Failed) > 0 {
			b.remark(problem.Textf("  lỗi: %s", "  failed: %s", f.Record))
		}
	}
	return nil
}

func (b *batch) sayStale() {
	const most = 10
	stale := b.outcome.Stale
	for i, path := range stale {
		if i == most {
			b.remark(problem.Textf("… và %d tệp nữa", "… and %d more", len(stale)-most))
			break
		}
		b.remark(problem.Textf("%s không còn thuộc bản ghi nào, được để nguyên", "%s belongs to no record any more and is left alone", path))
	}
}

func (b *batch) printReport() error {
	r := b.outcome
	r.Quarters, r.Kept, r.ByHand = append([]string{}, r.Quarters...), append([]keptJSON{}, r.Kept...), append([]string{}, r.ByHand...)
	r.Stale, r.Failed = append([]string{}, r.Stale...), append([]failedJSON{}, r.Failed...)
	e := json.NewEncoder(b.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		b.sayError(&fileError{"stdout", err})
		b.status = someFailed
	}
	return nil
}
