package main

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// takeFlags are the options of take.
type takeFlags struct {
	template string
	all      bool
	only     []string // names of changes
	asJSON   bool
}

func (a *app) takeCommand() *cobra.Command {
	var f takeFlags
	c := &cobra.Command{
		Use:   "take",
		Short: "lấy chỗ sửa trong tệp Word về bản ghi",
		Long:  takeHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.take(c.Context(), f, args) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
			}
			return []string{"docx"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().StringVarP(&f.template, "template", "t", "", "mẫu đã lập ra tệp Word")
	c.Flags().BoolVar(&f.all, "all", false, "lấy mọi chỗ lấy được")
	c.Flags().StringSliceVar(&f.only, "only", nil, "chỉ lấy những chỗ này")
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	completeFlag(c, "only", cobra.NoFileCompletions)
	return c
}

// take shows what somebody changed in the Word file of a record, and writes what
// is accepted into the record.
func (a *app) take(ctx context.Context, f takeFlags, args []string) error {
	example := problem.Textf("ví dụ: ketluan take ban-ghi.yaml ban-ghi-da-sua.docx", "for example: ketluan take record.yaml edited.docx")
	switch {
	case len(args) != 2 || args[0] == "-" || args[1] == "-":
		return misuse(problem.Textf("cần một bản ghi và một tệp Word đã sửa", "a record and an edited Word file are wanted"), example)
	case f.all && len(f.only) > 0:
		return misuse(problem.Textf("chỉ dùng một trong --all và --only", "--all and --only exclude each other"), example)
	}
	var asked []office.Template
	if f.template != "" {
		t, err := a.template(f.template)
		if err != nil {
			return err
		}
		asked = append(asked, t)
	}
	r, err := office.NewReviser(asked)
	if err != nil {
		return err
	}
	v := r.Revise(ctx, a.place(ctx, args[0]).File(), a.place(ctx, args[1]))
	if v.Err != nil || len(v.Problems) > 0 {
		a.sayProblems(append(v.Problems, office.ProblemsOf("", v.Err)...))
		a.status = someFailed
		return nil
	}
	accepted, err := a.accepted(ctx, f, v)
	if err != nil {
		return err
	}
	var taken office.Taken
	if len(accepted) > 0 {
		if taken, err = v.Take(ctx, accepted); err != nil {
			a.sayError(err)
			a.status = someFailed
			return nil
		}
	}
	a.sayTaken(f, v, taken)
	return nil
}

// accepted chooses changes by the flags, or asks about one after the other. What
// it asks about it shows first; otherwise all are shown.
func (a *app) accepted(ctx context.Context, f takeFlags, v office.Revised) (chosen []int, err error) {
	asks := !f.all && len(f.only) == 0 && !f.asJSON
	var used []string
	in := bufio.NewReader(io.LimitReader(orNothing(a.in), 1<<20))
	for i, ch := range v.Changes {
		if !f.asJSON {
			a.printChange(ch)
		}
		if len(ch.Edits) == 0 {
			continue
		}
		name := slices.IndexFunc(f.only, func(name string) bool {
			return ch.Name == name || strings.HasPrefix(ch.Name, name+".") || strings.HasPrefix(ch.Name, name+"+")
		})
		switch {
		case name >= 0:
			used = append(used, f.only[name])
			chosen = append(chosen, i)
		case f.all:
			chosen = append(chosen, i)
		case asks:
			var answer byte
			if answer, err = a.askTake(ctx, in); err != nil {
				return nil, err
			}
			switch answer {
			case 'a':
				f.all, asks = true, false
				chosen = append(chosen, i)
			case 'y':
				chosen = append(chosen, i)
			case 'q':
				asks = false
			}
		}
	}
	for _, name := range f.only {
		if !slices.Contains(used, name) {
			return nil, misuse(problem.Textf("không có chỗ sửa nào lấy được tên là %q", "no change that can be taken is called %q", name),
				problem.Textf("tên đứng đầu mỗi chỗ sửa; xem bằng: ketluan take … --json", "the name begins each change; see them by: ketluan take … --json"))
		}
	}
	return chosen, nil
}

// askTake asks whether a change is taken: y, n, a for all that follow, q for none.
func (a *app) askTake(ctx context.Context, in *bufio.Reader) (byte, error) {
	question := problem.Textf("  lấy vào bản ghi? [c]ó, [K]hông, lấy [h]ết, [d]ừng: ", "  take it? [y]es, [N]o, [a]ll, [q]uit: ")
	for {
		a.prompt(question)
		line, err := readLine(ctx, in)
		if ctx.Err() != nil {
			return 'q', ctx.Err()
		}
		switch strings.ToLower(strings.TrimSpace(line)) {
		case "c", "có", "y", "yes":
			return 'y', nil
		case "h", "hết", "a", "all":
			return 'a', nil
		case "d", "dừng", "q", "quit":
			return 'q', nil
		case "", "k", "không", "n", "no":
			if err != nil {
				a.note(problem.Text{})
				return 'q', nil
			}
			return 'n', nil
		}
	}
}
