package main

import (
	"context"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"ketluan/render/batch"
	"ketluan/render/check"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// checkFlags are the options of check.
type checkFlags struct {
	asJSON, sarif bool
	fix           bool
	strict        bool
	explain       string
	templates     []string
	rules         bool
	questions     bool
	output        string // for the sheets of questions; "" is none
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:               "check",
		Short:             "tìm lỗi trong bản ghi",
		Long:              checkHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.check(c.Context(), f, args) },
		ValidArgsFunction: completeYAML,
	}
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	c.Flags().BoolVar(&f.sarif, "sarif", false, "in SARIF")
	c.Flags().BoolVar(&f.fix, "fix", false, "sửa những chỗ chỉ có một cách đúng")
	c.Flags().BoolVar(&f.strict, "strict", false, "cảnh báo cũng là lỗi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu văn bản sẽ dùng")
	c.Flags().StringVar(&f.explain, "explain", "", "giải thích một quy tắc")
	c.Flags().BoolVar(&f.rules, "rules", false, "liệt kê các quy tắc")
	c.Flags().BoolVar(&f.questions, "questions", false, "câu hỏi cho người chủ trì")
	c.Flags().StringVarP(&f.output, "output", "o", "", "nơi ghi phiếu hỏi")
	completeFlag(c, "output", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	completeFlag(c, "explain", cobra.FixedCompletions(ruleIDs(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// check reviews the records and says what it finds. What cannot be read stops
// no other.
func (a *app) check(ctx context.Context, f checkFlags, args []string) error {
	switch {
	case f.explain != "":
		return a.explain(f.explain)
	case f.rules:
		a.listRules()
		return nil
	case f.asJSON && f.sarif:
		return misuse(problem.Textf("--json và --sarif không đi với nhau", "--json and --sarif do not go together"), problem.Textf("chọn một", "choose one"))
	case f.fix && slices.Contains(args, "-"):
		return misuse(problem.Textf("--fix không sửa được đầu vào chuẩn", "--fix cannot mend standard input"), problem.Textf("lưu bản ghi thành tệp", "save the record as a file"))
	case f.output != "" && !f.questions:
		return misuse(problem.Textf("-o đi với --questions: check không ghi tệp nào khác", "-o goes with --questions: check writes no other file"), problem.Textf("thêm --questions, hoặc bỏ -o", "add --questions, or leave out -o"))
	case f.questions && (f.sarif || f.fix || f.strict):
		return misuse(problem.Textf("--questions không đi với --sarif, --fix, --strict", "--questions goes not with --sarif, --fix, --strict"), problem.Textf("chạy riêng hai lệnh", "run the two apart"))
	case f.questions:
		return a.inquire(ctx, f, args)
	}
	defer garbageLater(batchMemory / 2)()
	p, toCome, err := a.judges(f.templates)
	if err != nil {
		return err
	}
	listing, err := a.find(ctx, args, problem.Textf("ví dụ: ketluan check ban-ghi.yaml", "for example: ketluan check record.yaml"))
	if err != nil {
		return err
	}
	tick, clear := a.bar(doing[batch.Checking], len(listing.Records))
	reviews, whole := office.Check(ctx, p, office.Checking{Mend: f.fix, Jobs: runtime.GOMAXPROCS(0), Tick: tick, ToCome: toCome}, listing.Records)
	clear()
	if !whole {
		a.status = interrupted
		return nil
	}
	a.judge(f, listing, reviews)
	switch {
	case f.asJSON:
		a.printJSON(append([]office.Review{}, reviews...))
	case f.sarif:
		var findings []check.Finding
		for _, v := range reviews {
			findings = append(findings, v.Findings...)
		}
		a.printJSON(check.SARIF(findings, a.lang))
	default:
		a.printReviews(reviews)
	}
	return nil
}

// judges are what records are judged by: the templates, or the notice, and the
// invitation where a meeting is still to come.
func (a *app) judges(templates []string) (p, toCome *office.Press, err error) {
	p, err = a.press(makeFlags{only: "pdf", templates: templates})
	if err == nil && len(templates) == 0 {
		toCome, err = a.press(makeFlags{only: "pdf", templates: []string{"giay-moi"}})
	}
	return p, toCome, err
}

// judge sets the exit status, and says which files cannot be read.
func (a *app) judge(f checkFlags, listing office.Listing, reviews []office.Review) {
	a.sayProblems(listing.Seconds)
	if len(listing.Seconds) > 0 {
		a.status = someFailed
	}
	for _, v := range reviews {
		if v.Err != nil {
			a.sayError(v.Err)
		}
		a.sayProblems(v.Issued)
		if v.Blocked(f.strict) {
			a.status = someFailed
		}
	}
}

// find lists the records that the arguments name, of which there must be one.
func (a *app) find(ctx context.Context, args []string, example problem.Text) (office.Listing, error) {
	if len(args) == 0 {
		return office.Listing{}, misuse(problem.Textf("chưa có bản ghi nào", "no record is given"), example)
	}
	l, err := office.Find(ctx, a.places(ctx, args))
	switch {
	case err != nil:
	case len(l.Empty) > 0:
		err = misuse(problem.Textf("thư mục %s không có bản ghi nào", "the folder %s has no record", l.Empty[0]), problem.Textf("bản ghi là tệp có đuôi .yaml hoặc .yml", "records end in .yaml or .yml"))
	case len(l.Records) == 0 && len(l.Seconds) == 0:
		err = errNoRecord
	}
	return l, err
}
