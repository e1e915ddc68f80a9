package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

func (a *app) initCommand() *cobra.Command {
	var yes bool
	var more office.Another
	c := &cobra.Command{
		Use:   "init",
		Short: "lập hồ sơ cơ quan và bản ghi đầu tiên",
		Long:  initHelp,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misuse(problem.Textf("chỉ nhận một thư mục", "one folder only is taken"), didYouMean("ketluan init "+args[0]))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			given := office.Answers{}
			for _, q := range append(office.Questions(today()), office.More()...) {
				if c.Flags().Changed(q.Flag) {
					given[q.Flag] = c.Flag(q.Flag).Value.String()
				}
			}
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			if more != (office.Another{}) {
				return a.another(c.Context(), folder, more, given["meeting-date"])
			}
			err := a.init(c.Context(), folder, given, !yes)
			var about *office.FileError
			switch {
			case c.Context().Err() != nil:
				fmt.Fprintln(a.err)
				a.note(problem.Textf("đã dừng, chưa ghi tệp nào", "stopped, no file was written"))
				a.status = interrupted
				return nil
			case errors.As(err, &about):
				a.sayError(err)
				a.status = someFailed
				return nil
			}
			return err
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	initFlags(c, &yes, &more)
	return c
}

// init asks for what is not given and writes a profile and a first record, with
// the schemas beside them.
func (a *app) init(ctx context.Context, folder string, given office.Answers, ask bool) error {
	f := a.folder(folder)
	if err := office.Free(ctx, f); err != nil {
		return err
	}
	answers, err := a.ask(ctx, given, ask)
	if err != nil {
		return err
	}
	p, err := a.press(makeFlags{})
	if err != nil {
		return err
	}
	out, err := office.Start(ctx, p, f, answers)
	if err != nil {
		return err
	}
	a.sayProblems(out.Problems)
	if len(out.Problems) > 0 {
		a.note(problem.Textf("chưa ghi tệp nào", "no file was written"))
		a.status = someFailed
		return nil
	}
	for _, name := range out.Files {
		a.print(name)
	}
	a.note(problem.Textf("Sửa lời văn trong bản ghi rồi chạy:", "Put your words into the record, then run:"))
	a.note(problem.Textf("  ketluan check %s", "  ketluan check %s", quoted(out.Record)))
	a.note(problem.Textf("  ketluan render %s -o out", "  ketluan render %s -o out", quoted(out.Record)))
	return nil
}

func initFlags(c *cobra.Command, yes *bool, more *office.Another) {
	for _, q := range append(office.Questions(today()), office.More()...) {
		c.Flags().String(q.Flag, "", q.Ask.VI)
		completeFlag(c, q.Flag, cobra.NoFileCompletions)
	}
	c.Flags().StringVar(&more.Profile, "profile", "", "thêm một bản ghi của hồ sơ đã có")
	c.Flags().StringVar(&more.Kind, "kind", "", "loại cuộc họp của bản ghi thêm")
	completeFlag(c, "profile", cobra.NoFileCompletions)
	completeFlag(c, "kind", cobra.NoFileCompletions)
	c.Flags().BoolVarP(yes, "yes", "y", false, "không hỏi, lấy các giá trị mặc định")
}

// another writes a further record of a profile that is there.
func (a *app) another(ctx context.Context, folder string, wish office.Another, day string) error {
	if wish.Meeting, _ = calendar.ParseDate(day); day == "" {
		wish.Meeting = calendar.WorkingDay(today(), 0)
	}
	p, err := a.press(makeFlags{})
	if err != nil {
		return err
	}
	out, err := office.AddRecord(ctx, p, a.folder(folder), wish)
	switch {
	case err != nil:
		a.sayError(err)
		a.status = someFailed
	case len(out.Problems) > 0:
		a.sayProblems(out.Problems)
		a.note(problem.Textf("chưa ghi tệp nào", "no file was written"))
		a.status = someFailed
	default:
		a.print(out.Record)
	}
	return nil
}

// quoted writes a path as an argument of a command.
func quoted(path string) string {
	if strings.ContainsAny(path, ` ;&()'$`) {
		return `"` + path + `"`
	}
	return path
}
