package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"ketluan/render"
	"ketluan/render/check"
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
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "tìm lỗi trong bản ghi",
		Long:  checkHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.check(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	c.Flags().BoolVar(&f.sarif, "sarif", false, "in SARIF")
	c.Flags().BoolVar(&f.fix, "fix", false, "sửa những chỗ chỉ có một cách đúng")
	c.Flags().BoolVar(&f.strict, "strict", false, "cảnh báo cũng là lỗi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu văn bản sẽ dùng")
	c.Flags().StringVar(&f.explain, "explain", "", "giải thích một quy tắc")
	c.Flags().BoolVar(&f.rules, "rules", false, "liệt kê các quy tắc")
	completeFlag(c, "template", cobra.FixedCompletions(builtIns(), cobra.ShellCompDirectiveDefault))
	completeFlag(c, "explain", cobra.FixedCompletions(ruleIDs(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// A review is what is found in one record.
type review struct {
	path     string
	err      error
	findings []check.Finding
	profiles []string // the files beside its own that it was read from
	mended   []mended // the files that were changed
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
		return &usageError{problem.Textf("--json và --sarif không đi với nhau", "--json and --sarif do not go together"), problem.Textf("chọn một", "choose one")}
	}
	paths, err := recordsIn(args)
	if err != nil {
		return err
	}
	if f.fix {
		for _, path := range paths {
			if path.name == "-" {
				return &usageError{problem.Textf("--fix không sửa được đầu vào chuẩn", "--fix cannot mend standard input"), problem.Textf("lưu bản ghi thành tệp", "save the record as a file")}
			}
		}
	}
	r, err := newRenderer(renderFlags{only: "pdf", templates: f.templates})
	if err != nil {
		return err
	}
	reviews := a.reviewAll(ctx, r, f, paths)
	if ctx.Err() != nil {
		a.status = interrupted
		return nil
	}
	reviews = withoutProfiles(paths, reviews)
	a.judge(f, reviews)
	switch {
	case f.asJSON:
		a.printFindingsJSON(reviews)
	case f.sarif:
		a.printSARIF(reviews)
	default:
		a.printReviews(reviews)
	}
	return nil
}

// reviewAll reviews the records, several at a time unless they are to be
// mended: two may have one profile.
func (a *app) reviewAll(ctx context.Context, r *render.Renderer, f checkFlags, paths []foundPath) []review {
	reviews := make([]review, len(paths))
	workers := min(runtime.GOMAXPROCS(0), len(paths))
	if f.fix {
		workers = 1
	}
	next := make(chan int)
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := range next {
				if f.fix {
					reviews[i] = a.mend(ctx, r, paths[i].name)
				} else {
					reviews[i] = a.review(ctx, r, paths[i].name)
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
	all.Wait()
	return reviews
}

func (a *app) review(ctx context.Context, r *render.Renderer, path string) review {
	src, err := a.readRecord(ctx, path)
	if err != nil {
		return review{path: path, err: err}
	}
	return reviewOf(r, path, src, a.openProfile(path))
}

func reviewOf(r *render.Renderer, path string, src []byte, open func(string) ([]byte, error)) review {
	rec, problems := r.Read(path, src, open)
	v := review{path: path, findings: check.Record(rec, problems, r.Kinds()...)}
	if rec != nil {
		v.profiles = rec.FileNames()[1:]
	}
	return v
}

// withoutProfiles takes away the files found in folders that turned out to be
// the profiles of others, and findings in a profile that were said before.
func withoutProfiles(paths []foundPath, reviews []review) []review {
	profiles := map[string]bool{}
	for _, v := range reviews {
		for _, p := range v.profiles {
			profiles[filepath.Clean(filepath.FromSlash(p))] = true
		}
	}
	type place struct {
		at problem.Pos
		id string
	}
	said := map[place]bool{}
	var kept []review
	for i, v := range reviews {
		if paths[i].walked && profiles[filepath.Clean(v.path)] {
			continue
		}
		var findings []check.Finding
		for _, f := range v.findings {
			key := place{f.Pos, f.Rule.ID}
			if f.Pos.File != v.path && said[key] {
				continue
			}
			said[key] = true
			findings = append(findings, f)
		}
		v.findings = findings
		kept = append(kept, v)
	}
	return kept
}

// judge sets the exit status, and says which files cannot be read.
func (a *app) judge(f checkFlags, reviews []review) {
	for _, v := range reviews {
		if v.err != nil {
			a.sayError(&fileError{v.path, v.err})
		}
		if v.err != nil || len(check.Blocking(v.findings, f.strict)) > 0 {
			a.status = someFailed
		}
	}
}

// severities are the words for how much a finding weighs.
var severities = map[check.Severity]problem.Text{
	check.Error: problem.Textf("lỗi", "error"), check.Warning: problem.Textf("cảnh báo", "warning"), check.Note: problem.Textf("lưu ý", "note"),
}

// explain prints all that there is to know of a rule.
func (a *app) explain(id string) error {
	rule := check.RuleByID(strings.ToUpper(id))
	if rule == nil {
		e := &usageError{problem.Textf("không có quy tắc %q", "there is no rule %q", id), problem.Textf("các mã: ketluan check --rules", "the IDs: ketluan check --rules")}
		small := ruleIDs()
		for i := range small {
			small[i] = strings.ToLower(small[i])
		}
		if near := problem.Nearest(id, small); near != "" {
			e.hint = didYouMean(strings.ToUpper(near))
		}
		return e
	}
	say := func(label, value problem.Text) {
		fmt.Fprintf(a.out, "%s: %s\n", label.In(a.lang), value.In(a.lang))
	}
	plain := func(s string) problem.Text { return problem.Text{VI: s, EN: s} }
	fmt.Fprintf(a.out, "%s (%s): %s\n\n", rule.ID, severities[rule.Severity].In(a.lang), rule.Title.In(a.lang))
	fmt.Fprintf(a.out, "%s\n\n", rule.Reason.In(a.lang))
	say(problem.Textf("căn cứ", "after"), plain(rule.Place))
	say(problem.Textf("sai", "wrong"), plain(rule.Wrong))
	say(problem.Textf("đúng", "right"), plain(rule.Right))
	if check.CanBeOff(rule.ID) {
		say(problem.Textf("\ntắt cho một dòng", "\noff for one line"), plain("# ketluan: bỏ qua "+rule.ID))
		say(problem.Textf("tắt trong hồ sơ", "off in the profile"), problem.Text{VI: "checks-off: {" + rule.ID + ": lý do}", EN: "checks-off: {" + rule.ID + ": the reason}"})
	}
	return nil
}

func (a *app) listRules() {
	for _, r := range check.Rules() {
		fmt.Fprintf(a.out, "%-11s %-9s %s\n", r.ID, severities[r.Severity].In(a.lang), r.Title.In(a.lang))
	}
}

func ruleIDs() []string {
	var ids []string
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}
