package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// carryFlags are the options of carry.
type carryFlags struct {
	to   calendar.Quarter
	asOf calendar.Date // zero is today
}

func (a *app) carryCommand() *cobra.Command {
	var f carryFlags
	c := &cobra.Command{
		Use:   "carry",
		Short: "bản ghi nháp của quý sau",
		Long:  carryHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.carry(c.Context(), f, args) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().Var(quarterFlag{&f.to}, "to", "quý của bản ghi sau")
	c.Flags().Var(day{&f.asOf}, "as-of", "ngày tính nhiệm vụ còn lại")
	completeFlag(c, "to", cobra.NoFileCompletions)
	completeFlag(c, "as-of", cobra.NoFileCompletions)
	return c
}

// carry writes the draft of the next record beside the one before. It never
// touches a file that is there.
func (a *app) carry(ctx context.Context, f carryFlags, args []string) error {
	example := problem.Textf("ví dụ: ketluan carry 2020-q3-giao-ban.yaml --to 2020-Q4", "for example: ketluan carry 2020-q3-giao-ban.yaml --to 2020-Q4")
	switch {
	case len(args) != 1 || args[0] == "-":
		return misuse(problem.Textf("cần đúng một tệp bản ghi", "exactly one record is wanted, by its file"), example)
	case f.to == calendar.Quarter{}:
		return misuse(problem.Textf("thiếu --to: quý của bản ghi sau", "--to is missing: the quarter of the next record"), example)
	}
	p, err := office.Reader()
	if err != nil {
		return err
	}
	out, err := office.Carry(ctx, p, office.Carrying{Record: a.place(ctx, args[0]).File(), To: f.to, AsOf: orToday(f.asOf)})
	var early *office.NotAfterError
	if errors.As(err, &early) {
		return misuse(problem.Textf("--to %s không sau quý của bản ghi, %s", "--to %s is not after the record's quarter, %s", early.To, early.Of), example)
	}
	if err != nil {
		return err
	}
	a.sayNoLedger(out.NoLedger)
	a.sayBorrowed(out.Borrowed, orToday(f.asOf))
	a.sayProblems(out.Problems)
	if out.File == "" {
		a.status = someFailed
		return nil
	}
	a.note(problem.Textf("%d nhiệm vụ: %d đã hoàn thành, %d chuyển tiếp; điền các chỗ [điền: …], rồi: ketluan check %s",
		"tasks: %d; done: %d, carried over: %d; fill in what is marked [điền: …], then: ketluan check %s", out.Tasks, out.Done, out.Tasks-out.Done, quoted(out.File)))
	a.print(out.File)
	return nil
}
