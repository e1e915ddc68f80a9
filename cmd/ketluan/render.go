package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/check"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// renderFlags are the options of render.
type renderFlags struct {
	output    string
	templates []string
	only      string // "pdf" or "xlsx"; "" is both
	name      string
	fonts     string // a folder; "" is the embedded faces
	overwrite bool
	strict    bool
	units     bool // a workbook for each unit too
	quarters  bool // workbooks over all records of a quarter too

	asOf   calendar.Date // of reports and letters; zero is today
	date   calendar.Date // that they bear; zero is left blank
	number string        // that they bear; "" is left blank

	draft        bool
	attachRecord bool
	signingBoxes bool
}

func (a *app) renderCommand() *cobra.Command {
	var f renderFlags
	c := &cobra.Command{
		Use:   "render",
		Short: "lập thông báo và bảng theo dõi",
		Long:  renderHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.render(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().StringVarP(&f.output, "output", "o", "out", "nơi ghi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().Var(oneOf{extensions, func(s string) { f.only = s }}, "only", "chỉ lập một loại")
	c.Flags().StringVar(&f.name, "name", "", "tên đầu ra khi đọc đầu vào chuẩn")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "không giữ bản cũ")
	c.Flags().BoolVar(&f.units, "units", false, "bảng báo cáo cho từng đơn vị")
	c.Flags().BoolVar(&f.strict, "strict", false, "dừng cả khi có cảnh báo")
	c.Flags().BoolVar(&f.draft, "draft", false, "bản dự thảo")
	c.Flags().BoolVar(&f.attachRecord, "attach-record", false, "đính kèm bản ghi")
	c.Flags().BoolVar(&f.signingBoxes, "signing-boxes", false, "vị trí ký số")
	c.Flags().Var(day{&f.asOf}, "as-of", "ngày tính số liệu của báo cáo, công văn")
	c.Flags().Var(day{&f.date}, "date", "ngày của báo cáo, công văn")
	c.Flags().StringVar(&f.number, "number", "", "số của báo cáo, công văn")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "template", cobra.FixedCompletions(builtIns(), cobra.ShellCompDirectiveDefault))
	completeFlag(c, "only", cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveNoFileComp))
	for _, flag := range []string{"name", "as-of", "date", "number"} {
		completeFlag(c, flag, cobra.NoFileCompletions)
	}
	return c
}

// render renders the records. Errors are wrong usage; what fails of a record
// is said, counted in the exit status, and stops no other.
func (a *app) render(ctx context.Context, f renderFlags, args []string) error {
	jobs, err := jobsOf(args, f.name)
	if err != nil {
		return err
	}
	if f.output == "" {
		return &usageError{problem.Textf("-o để trống", "-o is empty"), problem.Textf("thư mục đang đứng là -o .", "the working folder is -o .")}
	}
	if f, err = documentOnly(f); err != nil {
		return err
	}
	r, err := newRenderer(f)
	if err != nil {
		return err
	}
	failed := 0
	for i, j := range jobs {
		ok := a.renderOne(ctx, r, f, j)
		if !ok && ctx.Err() != nil {
			left := len(jobs) - i
			a.note(problem.Textf("đã dừng; còn %d bản ghi chưa làm, chạy lại lệnh để làm tiếp", "stopped; records not done: %d, run the command again to go on", left))
			a.status = interrupted
			return nil
		}
		if !ok {
			failed++
		}
	}
	if failed > 0 {
		a.status = someFailed
		if len(jobs) > 1 {
			a.note(problem.Textf("%d trên %d bản ghi có lỗi", "%d of %d records failed", failed, len(jobs)))
		}
	}
	return nil
}

// documentOnly leaves the workbook out of a draft: no task is given before the
// notice is signed. It refuses options of the PDF where none is made.
func documentOnly(f renderFlags) (renderFlags, error) {
	options := []string{}
	for _, o := range []struct {
		name string
		set  bool
	}{{"--draft", f.draft}, {"--attach-record", f.attachRecord}, {"--signing-boxes", f.signingBoxes}} {
		if o.set {
			options = append(options, o.name)
		}
	}
	if f.only == "xlsx" && len(options) > 0 {
		return f, &usageError{problem.Textf("%s chỉ dùng cho PDF", "%s is for the PDF", strings.Join(options, ", ")),
			problem.Textf("bỏ --only xlsx", "leave out --only xlsx")}
	}
	for _, o := range []struct {
		name string
		set  bool
	}{{"--draft", f.draft}, {"--only pdf", f.only == "pdf"}} {
		if f.units && o.set {
			return f, &usageError{problem.Textf("%s không lập bảng tính, nên không dùng với --units", "%s makes no workbook and goes not with --units", o.name),
				problem.Textf("bỏ một trong hai", "leave out one of the two")}
		}
	}
	if f.draft {
		f.only = "pdf"
	}
	return f, nil
}

// renderOne makes the files of one record in memory, puts them in their places
// and lists them. It reports whether all went well; if not it has said why,
// unless ctx ended it.
func (a *app) renderOne(ctx context.Context, r *render.Renderer, f renderFlags, j job) bool {
	if ctx.Err() != nil {
		return false
	}
	src, err := a.readRecord(ctx, j.path)
	if err != nil {
		if ctx.Err() == nil {
			a.sayError(&fileError{j.path, err})
		}
		return false
	}
	rec, problems := r.Read(j.path, src, a.openProfile(j.path))
	for _, p := range problems {
		a.sayProblem(p)
	}
	if len(problems) > 0 {
		return false
	}
	var files []render.File
	if r.NeedsFollowUp() {
		files, err = a.followUp(r, f, j, rec)
	} else if a.passes(rec, f, r.Kinds()) {
		files, err = r.Files(rec)
	} else {
		return false
	}
	if err != nil {
		a.sayError(&fileError{j.path, err})
		return false
	}
	return ctx.Err() == nil && a.write(f, j.stem, files)
}

// passes runs the rules of check whose findings keep a notice from going out,
// and says what they find. A draft may go on: it is there to be mended.
func (a *app) passes(rec *record.Record, f renderFlags, kinds []kind.Kind) bool {
	stopped := stops(rec, f.strict, kinds)
	for _, p := range stopped {
		a.sayProblem(p)
	}
	return len(stopped) == 0 || f.draft
}

// stops are the findings of check that keep documents from being made, each with
// the rule's ID: what --explain takes.
func stops(rec *record.Record, strict bool, kinds []kind.Kind) (problems []problem.Problem) {
	for _, f := range check.Stops(rec, strict, kinds...) {
		id := " (" + f.Rule.ID + ")"
		problems = append(problems, problem.Problem{
			Pos: f.Pos, Field: f.Field, Message: problem.Text{VI: f.Message.VI + id, EN: f.Message.EN + id}, Hint: f.Hint,
		})
	}
	return problems
}

// write puts the files of a record in their places and lists them.
func (a *app) write(f renderFlags, stem string, files []render.File) bool {
	var names []string
	var contents [][]byte
	for _, file := range files {
		names = append(names, filepath.Join(file.Folder, stem+file.Suffix))
		contents = append(contents, file.Bytes)
	}
	parcels, err := deliver(filepath.Join(f.output, stem), names, contents, f.overwrite)
	if err != nil {
		a.sayError(err)
		return false
	}
	for _, p := range parcels {
		if p.kept != "" {
			a.note(problem.Textf("%s đã thay đổi; bản cũ giữ ở %s", "%s has changed; the old one is kept as %s", p.path, p.kept))
		}
		if _, err := fmt.Fprintln(a.out, p.path); err != nil {
			a.sayError(&fileError{"stdout", err})
			return false
		}
	}
	return true
}
