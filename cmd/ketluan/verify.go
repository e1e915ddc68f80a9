package main

import (
	"errors"
	"fmt"
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
	var template string
	c := &cobra.Command{
		Use:   "verify",
		Short: "đo một PDF theo Nghị định 30",
		Long:  verifyHelp,
		RunE:  func(_ *cobra.Command, args []string) error { return a.verify(args, template, asJSON) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "in JSON")
	c.Flags().StringVarP(&template, "template", "t", "", "mẫu đã lập ra tệp")
	completeFlag(c, "template", cobra.FixedCompletions(builtIns(), cobra.ShellCompDirectiveDefault))
	return c
}

// A verdict is what is said of one PDF.
type verdict struct {
	path string
	*office.Verdict
}

// verify measures each file. What cannot be read stops no other.
func (a *app) verify(args []string, template string, asJSON bool) error {
	if len(args) == 0 {
		return &usageError{problem.Textf("chưa có tệp PDF nào", "no PDF is given"), problem.Textf("ví dụ: ketluan verify thong-bao.pdf", "for example: ketluan verify notice.pdf")}
	}
	o, err := verifyOptions(template)
	if err != nil {
		return err
	}
	var verdicts []verdict
	for _, path := range expand(args) {
		v, err := measure(path, o)
		if err != nil {
			a.sayError(&fileError{path, err})
			a.status = someFailed
			continue
		}
		for _, r := range v.Results {
			if r.Status == decree.Broken {
				a.status = someFailed
			}
		}
		verdicts = append(verdicts, verdict{path, v})
	}
	if asJSON {
		return a.printVerdictsJSON(verdicts)
	}
	for _, v := range verdicts {
		a.printVerdict(v)
	}
	return nil
}

// verifyOptions reads the template that files were made with, "" for none.
func verifyOptions(template string) (o office.VerifyOptions, err error) {
	if template == "" {
		return o, nil
	}
	t, err := readTemplate(template)
	if err == nil && t.Output() != tmpl.Document {
		err = &usageError{problem.Textf("mẫu %s lập bảng tính, không lập văn bản", "the template %s makes workbooks, not documents", template),
			problem.Textf("verify -t nhận mẫu đã lập ra tệp PDF", "verify -t takes the template that made the PDF")}
	}
	return office.VerifyOptions{Template: t.Template}, err
}

func measure(path string, o office.VerifyOptions) (*office.Verdict, error) {
	src, err := readFile(path, office.MaxPDF)
	if errors.Is(err, errTooLarge) {
		return nil, read.ErrTooLarge
	}
	if err != nil {
		return nil, err
	}
	return office.Verify(src, o)
}

// printVerdict says what a file is and how each rule came out.
func (a *app) printVerdict(v verdict) {
	say := func(t problem.Text) { fmt.Fprintln(a.out, visible(t.In(a.lang))) }
	say(problem.Text{VI: v.path, EN: v.path})
	claims := "PDF " + v.File.Version
	for _, c := range v.File.Claims {
		claims += ", " + c
	}
	say(problem.Textf("  %s; %d trang; phông: %s", "  %s; pages: %d; fonts: %s", claims, len(v.File.Pages), fontNames(v.File)))
	for _, f := range v.File.Fields {
		state := problem.Textf("chưa ký", "not signed")
		if f.Signed {
			state = problem.Textf("đã ký", "signed")
		}
		say(problem.Text{VI: fmt.Sprintf("  ô ký %s, trang %d: %s", f.Name, f.Page, state.VI), EN: fmt.Sprintf("  signature field %s, page %d: %s", f.Name, f.Page, state.EN)})
	}
	count := map[decree.Status]int{}
	for _, r := range v.Results {
		count[r.Status]++
		mark := map[decree.Status]problem.Text{decree.Kept: problem.Textf("đạt", "ok"), decree.Broken: problem.Textf("SAI", "BROKEN"), decree.Unmeasured: problem.Textf("–", "–")}[r.Status]
		fmt.Fprintf(a.out, "  %-6s %s  %s (%s)\n", mark.In(a.lang), r.ID, r.Title.In(a.lang), r.Place)
		for _, f := range r.Faults {
			where := problem.Text{}
			if f.Page > 0 {
				where = problem.Textf("trang %d: ", "page %d: ", f.Page)
			}
			say(problem.Text{VI: "           " + where.VI + f.Message.VI, EN: "           " + where.EN + f.Message.EN})
		}
	}
	say(problem.Textf("  %d quy tắc: %d đạt, %d sai, %d không đo được", "  rules: %d; kept: %d, broken: %d, not measured: %d",
		len(v.Results), count[decree.Kept], count[decree.Broken], count[decree.Unmeasured]))
}

func fontNames(f *read.File) string {
	names := make([]string, len(f.Fonts))
	for i, font := range f.Fonts {
		names[i] = font.Name
	}
	return strings.Join(names, ", ")
}
