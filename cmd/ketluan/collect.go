package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// collectFlags are the options of collect.
type collectFlags struct {
	asOf      calendar.Date // zero is today
	templates []string
	dryRun    bool
	answers   string // the folder that answers to units go to; "" makes none
}

func (a *app) collectCommand() *cobra.Command {
	var f collectFlags
	c := &cobra.Command{
		Use:   "collect",
		Short: "thu báo cáo của các đơn vị vào sổ",
		Long:  collectHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.collect(c.Context(), f, args) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
			}
			return []string{"xlsx", "ods", "csv", "zip", "eml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().Var(day{&f.asOf}, "as-of", "coi hôm nay là ngày này")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu riêng của bảng đã gửi")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "chỉ xem, không ghi sổ")
	c.Flags().StringVar(&f.answers, "answers", "", "thư hỏi lại đơn vị")
	completeFlag(c, "answers", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
	completeFlag(c, "as-of", cobra.NoFileCompletions)
	completeFlag(c, "template", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault))
	return c
}

// collect reads replies into the ledger beside a record, or beside each of a
// folder.
func (a *app) collect(ctx context.Context, f collectFlags, args []string) error {
	if len(args) < 2 || args[0] == "-" {
		return misuse(problem.Textf("cần một bản ghi (hoặc thư mục bản ghi) và các tệp hoặc thư mục báo cáo", "a record (or a folder of records) and replies, or folders of them, are wanted"),
			problem.Textf("ví dụ: ketluan collect ban-ghi.yaml inbox", "for example: ketluan collect record.yaml inbox"))
	}
	asked, err := a.templates(f.templates)
	if err != nil {
		return err
	}
	answer, own, err := office.AnswerWith(asked)
	if err != nil {
		return err
	}
	p, err := office.Reader()
	if err != nil {
		return err
	}
	records, err := a.recordsOf(ctx, args[0])
	if err != nil {
		return err
	}
	bar := &progress{app: a}
	out, whole := office.Collect(ctx, p, office.Collecting{
		Records: records, Inbox: a.places(ctx, args[1:]), Templates: own, AsOf: orToday(f.asOf), DryRun: f.dryRun, Jobs: runtime.GOMAXPROCS(0),
		Tick: func(done, failed, total int) {
			bar.show(problem.Textf("đọc", "reading"), done, failed, total)
		},
	})
	bar.clear()
	if !whole {
		a.status = interrupted
		return nil
	}
	a.sayProblems(out.Unread)
	a.sayProblems(out.Problems)
	if len(out.Unread)+len(out.Problems) > 0 {
		a.status = someFailed
	}
	if out.Entered {
		a.sayCollected(out)
	}
	if f.answers != "" {
		a.sayAnswered(out.Answer(ctx, answer, a.folder(f.answers)))
	}
	return nil
}

// sayAnswered lists the answers to units.
func (a *app) sayAnswered(out office.Answered) {
	a.sayProblems(out.Problems)
	if !out.Done {
		a.status = someFailed
	}
	for _, k := range out.Kept {
		a.sayKept(k)
	}
	for _, path := range out.Files {
		if !a.print(path) {
			return
		}
	}
}

// recordsOf are the record that is named, or those of the folder.
func (a *app) recordsOf(ctx context.Context, arg string) ([]office.Found, error) {
	if file := a.place(ctx, arg).File(); !errors.Is(file.Err, office.ErrFolder) {
		return []office.Found{file}, nil
	}
	l, err := a.find(ctx, []string{arg}, problem.Text{})
	if err == nil && len(l.Seconds) > 0 {
		a.sayProblems(l.Seconds)
		a.status = someFailed
	}
	return l.Records, err
}

// sayCollected sums a run up.
func (a *app) sayCollected(out office.Collected) {
	for _, name := range out.Ledgers {
		a.print(name)
	}
	line := problem.Textf("%d tệp, %d không dùng được; %d báo cáo mới; %d chỗ phải xem",
		"files: %d, not usable: %d; new reports: %d; to look at: %d", out.Files, out.Refused, out.Fresh, len(out.Problems))
	if out.Passed > 0 {
		more := problem.Textf("; bỏ qua %d tệp ẩn, tệp tạm", "; hidden or temporary, passed over: %d", out.Passed)
		line = problem.Text{VI: line.VI + more.VI, EN: line.EN + more.EN}
	}
	a.print(line.In(a.lang))
	a.sayElsewhere(out.Elsewhere)
	for _, path := range out.Later {
		a.note(problem.Textf("%s: họp sau ngày tính (--as-of), không thu", "%s: the meeting is after the day (--as-of), it is not collected", path))
	}
	tasks := 0
	for _, u := range out.Awaited {
		tasks += len(u.Tasks)
	}
	if tasks > 0 {
		a.note(problem.Textf("chưa báo cáo: %d nhiệm vụ của %d đơn vị", "not reported: %d tasks of %d units", tasks, len(out.Awaited)))
	}
	for _, u := range out.Awaited {
		a.note(problem.Textf("  %s (%d): %s", "  %s (%d): %s", u.Unit, len(u.Tasks), strings.Join(u.Tasks, ", ")))
	}
}

// sayElsewhere counts the rows of quarterly workbooks that are of records which
// were not collected, and names the records that some are filled in for: a line
// for each file.
func (a *app) sayElsewhere(all []office.Elsewhere) {
	for len(all) > 0 {
		var named []string
		file, records, rows, filled := all[0].File, 0, 0, 0
		for ; len(all) > 0 && all[0].File == file; all = all[1:] {
			records, rows, filled = records+1, rows+all[0].Rows, filled+all[0].Filled
			if all[0].Filled > 0 {
				named = append(named, fmt.Sprintf("%s (%d)", all[0].Record, all[0].Filled))
			}
		}
		line := problem.Textf("%s: %d dòng của %d bản ghi không có ở đây, %d dòng đã ghi", "%s: rows: %d, of records that are not here: %d, rows filled in: %d", file, rows, records, filled)
		if filled > 0 {
			list := strings.Join(named, ", ")
			line = problem.Text{VI: line.VI + ", chưa thu: " + list, EN: line.EN + ", not collected: " + list}
		}
		a.note(line)
	}
}
