package main

import (
	"context"
	"runtime"

	"github.com/spf13/cobra"

	"ketluan/cmd/disk"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// statusFlags are the options of status.
type statusFlags struct {
	quarter calendar.Quarter // zero is all
	asOf    calendar.Date    // zero is today
	format  string
	overdue bool
}

// statusFormats are the values of --format.
var statusFormats = []string{"table", "csv", "json"}

func (a *app) statusCommand() *cobra.Command {
	f := statusFlags{format: "table"}
	c := &cobra.Command{
		Use:               "status",
		Short:             "tình hình thực hiện nhiệm vụ",
		Long:              statusHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.statusOf(c.Context(), f, args) },
		ValidArgsFunction: completeYAML,
	}
	c.Flags().Var(quarterFlag{&f.quarter}, "quarter", "chỉ một quý")
	c.Flags().Var(day{&f.asOf}, "as-of", "coi hôm nay là ngày này")
	c.Flags().Var(oneOf{statusFormats, func(s string) { f.format = s }}, "format", "kiểu in ra")
	c.Flags().BoolVar(&f.overdue, "overdue", false, "chỉ danh sách quá hạn")
	completeFlag(c, "quarter", cobra.NoFileCompletions)
	completeFlag(c, "as-of", cobra.NoFileCompletions)
	completeFlag(c, "format", cobra.FixedCompletions(statusFormats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// statusOf says how the tasks of records stand. What fails of one record is
// said, counted in the exit status, and stops no other.
func (a *app) statusOf(ctx context.Context, f statusFlags, args []string) error {
	p, err := office.Reader()
	if err != nil {
		return err
	}
	listing, err := a.find(ctx, args, problem.Textf("ví dụ: ketluan status ban-ghi.yaml", "for example: ketluan status record.yaml"))
	if err != nil {
		return err
	}
	f.asOf = orToday(f.asOf)
	tick, clear := a.bar(problem.Textf("đọc", "reading"), len(listing.Records))
	s, whole := office.Status(ctx, p, office.Asking{Quarter: f.quarter, AsOf: f.asOf, Jobs: runtime.GOMAXPROCS(0), Tick: tick}, listing)
	clear()
	if !whole {
		a.status = interrupted
		return nil
	}
	a.sayStanding(f, s)
	if len(s.Accounts) == 0 {
		if a.status == allGood {
			a.note(problem.Textf("không có bản ghi nào để tính", "there is no record to count"))
			a.status = someFailed
		}
		return nil
	}
	switch {
	case f.format == "csv":
		err = a.printStatusCSV(f, s)
	case f.format == "json" && f.overdue:
		a.printJSON(s.Late())
	case f.format == "json":
		a.printJSON(s)
	default:
		err = a.printStatus(f, s)
	}
	if err != nil {
		a.sayError(&office.FileError{Path: "stdout", Err: disk.Told(err)})
		a.status = someFailed
	}
	return nil
}

// sayStanding says what a status is without.
func (a *app) sayStanding(f statusFlags, s office.Standing) {
	a.sayProblems(s.Problems)
	if len(s.Problems) > 0 {
		a.status = someFailed
	}
	for _, name := range s.NoLedgers {
		a.sayNoLedger(name)
	}
	a.sayBorrowed(s.Borrowed, f.asOf)
	for _, path := range s.Later {
		a.note(problem.Textf("%s: họp sau ngày %s, không tính", "%s: the meeting is after %s, it is not counted", path, f.asOf.Slashed()))
	}
}
