package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// sendFlags are the options of send.
type sendFlags struct {
	output, notice, fonts     string
	templates                 []string
	strict, overwrite, asJSON bool
}

func (a *app) sendCommand() *cobra.Command {
	var f sendFlags
	c := &cobra.Command{
		Use:               "send",
		Short:             "thư nháp gửi từng đơn vị",
		Long:              sendHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.send(c.Context(), f, args) },
		ValidArgsFunction: completeYAML,
	}
	c.Flags().StringVarP(&f.output, "output", "o", "out", "nơi ghi")
	c.Flags().StringVar(&f.notice, "notice", "", "thông báo đã ký để đính kèm")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.strict, "strict", false, "dừng cả khi có cảnh báo")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "không giữ bản cũ")
	c.Flags().BoolVar(&f.asJSON, "json", false, "JSON")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "notice", cobra.FixedCompletions([]string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt))
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	return c
}

// send makes the drafts to the units of records. What fails of one is said,
// counted in the exit status, and stops no other.
func (a *app) send(ctx context.Context, f sendFlags, args []string) error {
	listing, err := a.find(ctx, args, problem.Textf("ví dụ: ketluan send ban-ghi.yaml -o out", "for example: ketluan send record.yaml -o out"))
	if err != nil {
		return err
	}
	s := office.Sending{Order: office.Order{Out: a.folder(f.output), Strict: f.strict, Overwrite: f.overwrite}}
	switch {
	case f.output == "":
		return errNoOutput
	case f.notice != "" && len(listing.Records) != 1:
		return misuse(problem.Textf("--notice là thông báo của một bản ghi", "--notice is the notice of one record"), problem.Textf("chỉ rõ một bản ghi", "name one record"))
	case f.notice != "":
		place := a.place(ctx, f.notice)
		s.Notice = &place
	}
	if err := eachItsOwn(listing.Records); err != nil {
		return err
	}
	asked, err := a.templates(f.templates)
	if err != nil {
		return err
	}
	w := office.Wants{Templates: asked}
	if f.fonts != "" {
		w.Faces = a.folder(f.fonts)
	}
	p, err := office.Poster(w)
	if err != nil {
		return err
	}
	return a.sendAll(ctx, p, s, listing.Records, f.asJSON)
}

// eachItsOwn refuses two records with one name of their output.
func eachItsOwn(records []office.Found) error {
	byName := map[string]office.Found{}
	for _, r := range records {
		key := office.Fold(r.Stem())
		if key == "" {
			return misuse(problem.Textf("%q không cho tên đầu ra", "%q gives the output no name", r.Path), problem.Textf("đổi tên tệp", "rename the file"))
		}
		if other, ok := byName[key]; ok {
			return misuse(problem.Textf("%s và %s cùng một tên đầu ra %q", "%s and %s have one output name, %q", other.Path, r.Path, r.Stem()),
				problem.Textf("đổi tên một tệp, hoặc chạy riêng với -o khác; chưa ghi gì", "rename one, or run them apart with another -o; nothing is written"))
		}
		byName[key] = r
	}
	return nil
}

func (a *app) sendAll(ctx context.Context, p *office.Press, s office.Sending, records []office.Found, asJSON bool) error {
	all := []office.Sent{}
	s.Kin = office.KinOf(records)
	for i, r := range records {
		out := office.Send(ctx, p, s, r)
		if !out.Done && ctx.Err() != nil {
			a.note(problem.Textf("đã dừng; còn %d bản ghi chưa làm, chạy lại lệnh để làm tiếp", "stopped; records not done: %d, run the command again to go on", len(records)-i))
			a.status = interrupted
			return nil
		}
		if !out.Done {
			a.status = someFailed
		}
		a.saySent(out, asJSON)
		all = append(all, out)
	}
	if asJSON {
		a.printJSON(all)
	}
	return nil
}

// saySent lists what was made of one record.
func (a *app) saySent(out office.Sent, asJSON bool) {
	a.sayProblems(out.Problems)
	for _, k := range out.Kept {
		a.sayKept(k)
	}
	if out.NoTasks {
		a.note(problem.Textf("%s: không có nhiệm vụ nào, không lập thư nào", "%s: there is no task, no draft is made", out.Path))
	}
	var open []string
	for _, u := range out.Units {
		if u.Email == "" {
			open = append(open, u.Unit)
		}
	}
	if out.Done && len(open) > 0 {
		a.note(problem.Textf("chưa có thư điện tử (%d), ô Tới để trống: %s", "without an address (%d), To is left empty: %s", len(open), strings.Join(open, "; ")))
	}
	for _, path := range out.Files {
		if asJSON || !a.print(path) {
			return
		}
	}
}
