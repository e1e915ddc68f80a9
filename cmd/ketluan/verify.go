package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/decree"
	"ketluan/render/office"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
	"ketluan/render/tmpl"
)

func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	var f verifyFlags
	c := &cobra.Command{
		Use:   "verify",
		Short: "đo một PDF theo Nghị định 30",
		Long:  verifyHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.verify(c.Context(), args, f, asJSON) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "in JSON")
	c.Flags().StringVarP(&f.template, "template", "t", "", "mẫu đã lập ra tệp")
	c.Flags().StringVar(&f.record, "record", "", "bản ghi đã lập ra tệp")
	c.Flags().StringVar(&f.trust, "trust", "", "thư mục chứng thư gốc")
	_ = c.RegisterFlagCompletionFunc("trust", completeFolders)
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	return c
}

// verifyFlags are what a file is measured by.
type verifyFlags struct {
	template, record string
	trust            string // a folder
}

// verify measures each file. What cannot be read stops no other.
func (a *app) verify(ctx context.Context, args []string, f verifyFlags, asJSON bool) error {
	if len(args) == 0 {
		return misuse(problem.Textf("chưa có tệp PDF nào", "no PDF is given"), problem.Textf("ví dụ: ketluan verify thong-bao.pdf", "for example: ketluan verify notice.pdf"))
	}
	o, err := a.verifyOptions(ctx, f)
	if err != nil {
		return err
	}
	files := a.places(ctx, args)
	tick, clear := a.bar(problem.Textf("đo", "measuring"), len(files))
	all, whole := office.VerifyAll(ctx, runtime.GOMAXPROCS(0), files, o, tick)
	clear()
	if !whole {
		if a.status = interrupted; asJSON { // what came to its end, and why the others did not
			a.printJSON(all)
		}
		return nil
	}
	for _, v := range all {
		if v.Err != nil {
			a.sayError(v.Err)
		}
		if v.Broken() {
			a.status = someFailed
		}
	}
	if asJSON {
		a.printJSON(all)
		return nil
	}
	for _, v := range all {
		if v.Err == nil {
			a.printVerdict(v)
		}
	}
	return nil
}

// verifyOptions reads the template that files were made with, "" for none, the
// record and the certificates.
func (a *app) verifyOptions(ctx context.Context, f verifyFlags) (o office.VerifyOptions, err error) {
	if f.record != "" {
		p := a.place(ctx, f.record)
		o.Record = &p
	}
	if f.trust != "" {
		if o.Roots, err = office.RootsOf(a.folder(f.trust)); err != nil {
			return o, &office.FileError{Path: f.trust, Err: err}
		}
	}
	if f.template == "" {
		return o, nil
	}
	t, err := a.template(f.template)
	if err == nil && t.Output() != tmpl.Document {
		err = misuse(problem.Textf("mẫu %s lập bảng tính, không lập văn bản", "the template %s makes workbooks, not documents", f.template),
			problem.Textf("verify -t nhận mẫu đã lập ra tệp PDF", "verify -t takes the template that made the PDF"))
	}
	o.Template = t.Template
	return o, err
}

// printVerdict says what a file is and how each rule came out.
func (a *app) printVerdict(v office.Verified) {
	a.tell(problem.Text{VI: v.Path, EN: v.Path})
	claims := "PDF " + v.File.Version
	for _, c := range v.File.Claims {
		claims += ", " + c
	}
	a.tell(problem.Textf("  %s; %d trang; phông: %s", "  %s; pages: %d; fonts: %s", claims, len(v.File.Pages), fontNames(v.File)))
	a.printSignatures(v)
	count := map[decree.Status]int{}
	for _, r := range v.Results {
		count[r.Status]++
		fmt.Fprintf(a.out, "  %-6s %s  %s (%s)\n", marks[r.Status].In(a.lang), r.ID, r.Title.In(a.lang), r.Place)
		for _, f := range r.Faults {
			where := problem.Text{}
			if f.Page > 0 {
				where = problem.Textf("trang %d: ", "page %d: ", f.Page)
			}
			a.tell(problem.Text{VI: "           " + where.VI + f.Message.VI, EN: "           " + where.EN + f.Message.EN})
		}
	}
	sum := problem.Textf("  %d quy tắc: %d đạt, %d sai, %d không đo được", "  rules: %d; kept: %d, broken: %d, not measured: %d",
		len(v.Results), count[decree.Kept], count[decree.Broken], count[decree.Unmeasured])
	if k := count[decree.Warned]; k > 0 {
		sum.VI, sum.EN = fmt.Sprintf("%s, %d lưu ý", sum.VI, k), fmt.Sprintf("%s, notes: %d", sum.EN, k)
	}
	a.tell(sum)
}

// marks say how a rule came out.
var marks = map[decree.Status]problem.Text{
	decree.Kept: problem.Textf("đạt", "ok"), decree.Broken: problem.Textf("SAI", "BROKEN"),
	decree.Warned: problem.Textf("lưu ý", "note"), decree.Unmeasured: problem.Textf("–", "–"),
}

func fontNames(f *read.File) string {
	names := make([]string, len(f.Fonts))
	for i, font := range f.Fonts {
		names[i] = font.Name
	}
	return strings.Join(names, ", ")
}
