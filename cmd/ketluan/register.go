package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// registerFlags are the options of register.
type registerFlags struct {
	output, template string
	asJSON           bool
}

func (a *app) registerCommand() *cobra.Command {
	var f registerFlags
	c := &cobra.Command{
		Use:               "register",
		Short:             "sổ đăng ký văn bản đi",
		Long:              registerHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.register(c.Context(), f, args) },
		ValidArgsFunction: completeYAML,
	}
	c.Flags().StringVarP(&f.output, "output", "o", "", "nơi ghi sổ Excel")
	c.Flags().StringVarP(&f.template, "template", "t", office.RegisterTemplate, "mẫu sổ")
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	completeFlag(c, "output", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
	completeFlag(c, "template", cobra.FixedCompletions([]string{office.RegisterTemplate}, cobra.ShellCompDirectiveDefault))
	return c
}

// register tells what the registers of an office say, and makes their workbooks.
func (a *app) register(ctx context.Context, f registerFlags, args []string) error {
	if len(args) == 0 {
		args = []string{"."}
	}
	t, err := a.template(f.template)
	if err != nil {
		return err
	}
	reviews, err := office.Registers(ctx, a.places(ctx, args))
	if ctx.Err() != nil {
		a.status = interrupted
		return nil
	}
	if err != nil {
		return err
	}
	if len(reviews) == 0 {
		return misuse(problem.Textf("%s không có sổ đăng ký văn bản đi nào (….register.yaml)", "%s has no register of documents (….register.yaml)", strings.Join(args, ", ")),
			problem.Textf("sổ nằm cạnh hồ sơ cơ quan; ketluan issue lập sổ khi phát hành văn bản đầu tiên", "it stands beside the profile; ketluan issue makes it with the first document"))
	}
	if f.output != "" {
		if err := office.Bind(ctx, t, a.folder(f.output), reviews); err != nil {
			return err
		}
	}
	for _, v := range reviews {
		if len(v.Problems)+len(v.Changed) > 0 {
			a.status = someFailed
		}
	}
	if f.asJSON {
		a.printJSON(reviews)
		return nil
	}
	for _, v := range reviews {
		a.sayRegister(v)
	}
	return nil
}

// sayRegister tells of one register.
func (a *app) sayRegister(v office.RegisterReview) {
	a.sayProblems(v.Problems)
	if v.Register == nil {
		return
	}
	period := v.Period.Called()
	a.print(problem.Text{VI: fmt.Sprintf("%s: %s, %s", v.Path, v.Agency, period.VI), EN: fmt.Sprintf("%s: %s, %s", v.Path, v.Agency, period.EN)}.In(a.lang))
	for _, s := range v.Series() {
		a.print("  " + seriesLine(s).In(a.lang))
	}
	if len(v.Documents) == 0 {
		a.print(problem.Textf("  chưa có văn bản nào", "  no document yet").In(a.lang))
	}
	a.sayProblems(v.Faults)
	a.sayProblems(v.Changed)
	if v.File != "" {
		a.print(v.File)
	}
}

// seriesLine sums a series up: how many documents, from which number to which,
// and the next.
func seriesLine(s *register.Series) problem.Text {
	title := problem.Textf("mọi loại", "all kinds")
	switch {
	case s.Title != "":
		title = problem.Textf("%s", "%s", s.Title)
	case s.Kind != "":
		title = problem.Textf("%s", "%s", s.Kind)
	}
	if len(s.Documents) == 0 {
		return title
	}
	first, last := s.Documents[0].Number, s.Documents[len(s.Documents)-1].Number
	line := problem.Text{
		VI: fmt.Sprintf("%s: %d văn bản, số %s đến %s, tiếp theo %s", title.VI, len(s.Documents), first, last, s.Next),
		EN: fmt.Sprintf("%s: documents: %d, numbers %s to %s, next %s", title.EN, len(s.Documents), first, last, s.Next),
	}
	var gone []string
	for _, d := range s.Documents {
		if d.Gone() {
			gone = append(gone, d.Number)
		}
	}
	if len(gone) > 0 {
		more := problem.Textf("; hủy, thu hồi: %s", "; cancelled or taken back: %s", strings.Join(gone, ", "))
		line = problem.Text{VI: line.VI + more.VI, EN: line.EN + more.EN}
	}
	return line
}
