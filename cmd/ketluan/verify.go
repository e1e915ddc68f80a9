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
)

// maxPDF bounds a PDF that is verified, in bytes.
const maxPDF = 64 << 20

func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify",
		Short: "đo một PDF theo Nghị định 30",
		Long:  verifyHelp,
		RunE:  func(_ *cobra.Command, args []string) error { return a.verify(args, asJSON) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "in JSON")
	return c
}

// A verdict is what is said of one PDF.
type verdict struct {
	path    string
	file    *read.File
	results []decree.Result
}

// verify measures each file. What cannot be read stops no other.
func (a *app) verify(args []string, asJSON bool) error {
	if len(args) == 0 {
		return misuse(problem.Textf("chưa có tệp PDF nào", "no PDF is given"), problem.Textf("ví dụ: ketluan verify thong-bao.pdf", "for example: ketluan verify notice.pdf"))
	}
	var verdicts []verdict
	for _, path := range expand(args) {
		v, err := a.measure(path)
		if err != nil {
			a.sayError(&office.FileError{Path: path, Err: err})
			a.status = someFailed
			continue
		}
		for _, r := range v.results {
			if r.Status == decree.Broken {
				a.status = someFailed
			}
		}
		verdicts = append(verdicts, *v)
	}
	if asJSON {
		return a.printVerdictsJSON(verdicts)
	}
	for _, v := range verdicts {
		a.printVerdict(v)
	}
	return nil
}

func (a *app) measure(path string) (*verdict, error) {
	src, err := a.readFile(path, maxPDF)
	if errors.Is(err, office.ErrTooLarge) {
		return nil, read.ErrTooLarge
	}
	if err != nil {
		return nil, err
	}
	file, err := read.Open(src)
	if err != nil {
		return nil, err
	}
	results := decree.Measure(file)
	if len(file.Attachments) > 0 {
		r, err := a.remade(src, file)
		if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	return &verdict{path, file, results}, nil
}

// printVerdict says what a file is and how each rule came out.
func (a *app) printVerdict(v verdict) {
	say := func(t problem.Text) { fmt.Fprintln(a.out, visible(t.In(a.lang))) }
	say(problem.Text{VI: v.path, EN: v.path})
	claims := "PDF " + v.file.Version
	for _, c := range v.file.Claims {
		claims += ", " + c
	}
	say(problem.Textf("  %s; %d trang; phông: %s", "  %s; pages: %d; fonts: %s", claims, len(v.file.Pages), fontNames(v.file)))
	for _, f := range v.file.Fields {
		state := problem.Textf("chưa ký", "not signed")
		if f.Signed {
			state = problem.Textf("đã ký", "signed")
		}
		say(problem.Text{VI: fmt.Sprintf("  ô ký %s, trang %d: %s", f.Name, f.Page, state.VI), EN: fmt.Sprintf("  signature field %s, page %d: %s", f.Name, f.Page, state.EN)})
	}
	count := map[decree.Status]int{}
	for _, r := range v.results {
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
		len(v.results), count[decree.Kept], count[decree.Broken], count[decree.Unmeasured]))
}

func fontNames(f *read.File) string {
	names := make([]string, len(f.Fonts))
	for i, font := range f.Fonts {
		names[i] = font.Name
	}
	return strings.Join(names, ", ")
}
