package main

import (
	"context"
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
			return []string{"xlsx"}, cobra.ShellCompDirectiveFilterFileExt
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

// collect reads replies into the ledger beside a record.
func (a *app) collect(ctx context.Context, f collectFlags, args []string) error {
	if len(args) < 2 || args[0] == "-" {
		return misuse(problem.Textf("cần một bản ghi và các tệp hoặc thư mục báo cáo", "a record and replies, or folders of them, are wanted"),
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
	bar := &progress{app: a}
	inbox := a.places(ctx, args[1:])
	out, whole := office.Collect(ctx, p, office.Collecting{
		Record: a.place(ctx, args[0]).File(), Inbox: inbox, Templates: own, AsOf: orToday(f.asOf), DryRun: f.dryRun, Jobs: runtime.GOMAXPROCS(0),
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

// sayCollected sums a run up.
func (a *app) sayCollected(out office.Collected) {
	a.print(out.Ledger)
	a.print(problem.Textf("%d tệp, %d không dùng được; %d báo cáo mới; %d chỗ phải xem",
		"files: %d, not usable: %d; new reports: %d; to look at: %d", out.Files, out.Refused, out.Fresh, len(out.Problems)).In(a.lang))
	if len(out.Silent) > 0 {
		a.note(problem.Textf("chưa báo cáo (%d): %s", "have not reported (%d): %s", len(out.Silent), strings.Join(out.Silent, "; ")))
	}
}
