package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/tmpl"
)

// maxReply bounds a reply that is read, in bytes.
const maxReply = 8 << 20

var (
	errLargeReply     = errors.New("the reply is too large")
	errNoRegularReply = errors.New("the reply is no regular file")
)

// collectFlags are the options of collect.
type collectFlags struct {
	asOf      calendar.Date // zero is today
	templates []string
	dryRun    bool
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
	completeFlag(c, "as-of", cobra.NoFileCompletions)
	completeFlag(c, "template", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault))
	return c
}

// collect reads replies into the ledger beside a record.
func (a *app) collect(ctx context.Context, f collectFlags, args []string) error {
	if len(args) < 2 || args[0] == "-" {
		return &usageError{problem.Textf("cần một bản ghi và các tệp hoặc thư mục báo cáo", "a record and replies, or folders of them, are wanted"),
			problem.Textf("ví dụ: ketluan collect ban-ghi.yaml inbox", "for example: ketluan collect record.yaml inbox")}
	}
	templates, err := replyTemplates(f.templates)
	if err != nil {
		return err
	}
	rec := a.parseRecord(ctx, args[0])
	if rec == nil {
		return nil
	}
	if f.asOf.IsZero() {
		f.asOf = today()
	}
	if f.asOf.Before(rec.MeetingDate) {
		a.sayError(&fileError{args[0], errEarly})
		a.status = someFailed
		return nil
	}
	paths, err := a.inbox(args[1:])
	if err != nil {
		return err
	}
	readings := a.readReplies(ctx, render.NewCollector(rec, f.asOf, templates), paths)
	if ctx.Err() != nil {
		a.status = interrupted
		return nil
	}
	return a.enter(ctx, f, rec, ledgerBeside(args[0]), readings)
}

// replyTemplates are the workbooks that replies may be made from: the built-in
// ones and those of the user.
func replyTemplates(own []string) ([]*tmpl.Template, error) {
	var all []*tmpl.Template
	for _, name := range slices.Concat(builtIns(), own) {
		t, err := readTemplate(name)
		if err != nil {
			return nil, err
		}
		if t.Design() != nil {
			all = append(all, t.Template)
		}
	}
	return all, nil
}

// parseRecord reads a record, nil where it has problems, which have been said.
func (a *app) parseRecord(ctx context.Context, path string) *record.Record {
	src, err := a.readRecord(ctx, path)
	if err != nil {
		a.sayError(&fileError{path, err})
		a.status = someFailed
		return nil
	}
	rec, problems := record.Parse(src, record.Source{Name: path, Open: a.openProfile(path)})
	for _, p := range problems {
		a.sayProblem(p)
	}
	if len(problems) > 0 {
		a.status = someFailed
		return nil
	}
	return rec
}

// replyEndings are those of files that a folder of replies is searched for:
// also kinds that are refused, so that none is overlooked.
var replyEndings = []string{".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}

// inbox returns the files that are named, and those in folders that are, in
// the order of their names.
func (a *app) inbox(args []string) ([]string, error) {
	var paths []string
	for _, arg := range expand(args) {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			paths = append(paths, arg)
			continue
		}
		entries, err := os.ReadDir(arg)
		if err != nil {
			return nil, &fileError{arg, err}
		}
		for _, e := range entries {
			// what begins with ~$ is Excel's mark of an open file
			if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") &&
				slices.Contains(replyEndings, strings.ToLower(filepath.Ext(e.Name()))) {
				paths = append(paths, filepath.Join(arg, e.Name()))
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), nil
}

// readReplies reads all files, as many at a time as there are processors. What
// is wrong with one stops no other.
func (a *app) readReplies(ctx context.Context, c *render.Collector, paths []string) []reply.Reading {
	readings, failed := make([]reply.Reading, len(paths)), make([]error, len(paths))
	next := make(chan int)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for i := range next {
				var src []byte
				if src, failed[i] = readReply(paths[i]); failed[i] == nil {
					readings[i] = c.Read(paths[i], src)
				}
			}
		})
	}
	for i := range paths {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	readers.Wait()
	for i, err := range failed {
		if err != nil {
			readings[i].Refused = true
			a.sayError(&fileError{paths[i], err})
			a.status = someFailed
		}
	}
	return readings
}

// readReply reads the bytes of a reply. What is no regular file, as a pipe,
// might never end.
func readReply(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular():
		return nil, errNoRegularReply
	}
	src, err := readFile(path, maxReply)
	if errors.Is(err, errTooLarge) {
		err = errLargeReply
	}
	return src, err
}

// enter writes what was read into the ledger and says how it stands.
func (a *app) enter(ctx context.Context, f collectFlags, rec *record.Record, path string, readings []reply.Reading) error {
	var fresh int
	var problems []problem.Problem
	var book *ledger.Ledger
	err := updateLedger(ctx, path, f.dryRun, func(src []byte) ([]byte, error) {
		book = ledger.New(path, rec)
		if src != nil {
			var broken []problem.Problem
			if book, broken = ledger.Read(path, src, rec); len(broken) > 0 {
				problems = broken
				return nil, errBadLedger
			}
		}
		fresh, problems = render.Enter(book, readings)
		if !book.Changed() {
			return nil, nil
		}
		return book.Bytes(), nil
	})
	if ctx.Err() != nil && err != nil {
		a.status = interrupted
		return nil
	}
	for _, r := range readings {
		problems = append(problems, r.Problems...)
	}
	slices.SortStableFunc(problems, func(x, y problem.Problem) int { return strings.Compare(x.Pos.File, y.Pos.File) })
	for _, p := range problems {
		a.sayProblem(p)
	}
	if len(problems) > 0 {
		a.status = someFailed
	}
	if err != nil {
		if !errors.Is(err, errBadLedger) {
			a.sayError(&fileError{path, err})
		}
		a.status = someFailed
		return nil
	}
	a.sayCollected(path, book, readings, fresh, len(problems))
	return nil
}

// sayCollected sums a run up.
func (a *app) sayCollected(path string, book *ledger.Ledger, readings []reply.Reading, fresh, problems int) {
	refused := 0
	for _, r := range readings {
		if r.Refused {
			refused++
		}
	}
	fmt.Fprintln(a.out, visible(path))
	fmt.Fprintln(a.out, problem.Textf("%d tệp, %d không dùng được; %d báo cáo mới; %d chỗ phải xem",
		"files: %d, not usable: %d; new reports: %d; to look at: %d", len(readings), refused, fresh, problems).In(a.lang))
	if silent := book.Silent(); len(silent) > 0 {
		a.note(problem.Textf("chưa báo cáo (%d): %s", "have not reported (%d): %s", len(silent), strings.Join(silent, "; ")))
	}
}
