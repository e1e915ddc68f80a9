package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/carry"
	"ketluan/render/problem"
	"ketluan/render/record"
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
		return &usageError{problem.Textf("cần đúng một tệp bản ghi", "exactly one record is wanted, by its file"), example}
	case f.to == calendar.Quarter{}:
		return &usageError{problem.Textf("thiếu --to: quý của bản ghi sau", "--to is missing: the quarter of the next record"), example}
	}
	path := args[0]
	fail := func(err error) error {
		if ctx.Err() == nil {
			a.sayError(&fileError{path, err})
		}
		a.status = someFailed
		return nil
	}
	src, err := a.readRecord(ctx, path)
	if err != nil {
		return fail(err)
	}
	rec, problems := record.Parse(src, record.Source{Name: path, Open: a.openProfile(path)})
	for _, p := range problems {
		a.sayProblem(p)
	}
	if len(problems) > 0 {
		a.status = someFailed
		return nil
	}
	if !rec.Quarter.Before(f.to) {
		return &usageError{problem.Textf("--to %s không sau quý của bản ghi, %s", "--to %s is not after the record's quarter, %s", f.to, rec.Quarter), example}
	}
	draft, err := a.draftNext(path, rec, f)
	if err != nil {
		return fail(err)
	}
	target := filepath.Join(filepath.Dir(path), nextName(filepath.Base(path), rec.Quarter, f.to))
	if err := writeNew(target, draft.YAML); err != nil {
		path = target
		return fail(err)
	}
	a.note(problem.Textf("%d nhiệm vụ: %d đã hoàn thành, %d chuyển tiếp; điền các chỗ [điền: …], rồi: ketluan check %s",
		"tasks: %d; done: %d, carried over: %d; fill in what is marked [điền: …], then: ketluan check %s", draft.Tasks, draft.Done, draft.Tasks-draft.Done, target))
	fmt.Fprintln(a.out, target)
	return nil
}

func (a *app) draftNext(path string, rec *record.Record, f carryFlags) (*carry.Draft, error) {
	asOf := f.asOf
	if asOf.IsZero() {
		asOf = today()
	}
	if asOf.Before(rec.MeetingDate) {
		return nil, errEarly
	}
	standings, err := a.standings(path, rec)
	if err != nil {
		return nil, err
	}
	return carry.Next(rec, carry.Terms{To: f.to, AsOf: asOf, Standings: standings})
}

// nextName names the next record like the one before, with its own quarter in
// the place of the old one: 2020-q3-giao-ban.yaml becomes 2020-q4-giao-ban.yaml.
func nextName(name string, from, to calendar.Quarter) string {
	old := regexp.MustCompile(fmt.Sprintf(`(?i)%d([-_. ]?)(q|quy-?)%d`, from.Year, from.N))
	if m := old.FindStringSubmatchIndex(name); m != nil {
		return name[:m[0]] + fmt.Sprint(to.Year) + name[m[2]:m[3]] + name[m[4]:m[5]] + fmt.Sprint(to.N) + name[m[1]:]
	}
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + strings.ToLower(to.String()) + ext
}

// writeNew writes a file that is not there yet.
func writeNew(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return errThere
	}
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
