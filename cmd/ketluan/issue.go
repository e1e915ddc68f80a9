package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// issueFlags are the options of issue.
type issueFlags struct {
	makeFlags
	withdraw       string
	withdraws      bool
	dryRun, asJSON bool
}

func (a *app) issueCommand() *cobra.Command {
	var f issueFlags
	c := &cobra.Command{
		Use:   "issue",
		Short: "cấp số, vào sổ, phát hành",
		Long:  issueHelp,
		RunE: func(c *cobra.Command, args []string) error {
			f.withdraws = c.Flags().Changed("withdraw")
			return a.issue(c.Context(), f, args)
		},
		ValidArgsFunction: completeYAML,
	}
	c.Flags().StringVarP(&f.output, "output", "o", "out", "nơi ghi")
	c.Flags().StringVar(&f.number, "number", "", "số của văn bản")
	c.Flags().Var(day{&f.date}, "date", "ngày ban hành")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().BoolVar(&f.docx, "docx", false, "thêm tệp Word")
	c.Flags().BoolVar(&f.units, "units", false, "bảng báo cáo cho từng đơn vị")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.attachRecord, "attach-record", false, "đính kèm bản ghi")
	c.Flags().BoolVar(&f.signingBoxes, "signing-boxes", false, "vị trí ký số")
	c.Flags().BoolVar(&f.strict, "strict", false, "dừng cả khi có cảnh báo")
	c.Flags().StringVar(&f.withdraw, "withdraw", "", "thu hồi, kèm lý do")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "chỉ xem, không ghi")
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	for _, flag := range []string{"number", "date", "withdraw"} {
		completeFlag(c, flag, cobra.NoFileCompletions)
	}
	return c
}

// issue numbers, registers and makes the documents of records. What fails of one
// is said, counted in the exit status, and stops no other.
func (a *app) issue(ctx context.Context, f issueFlags, args []string) error {
	listing, err := a.find(ctx, args, problem.Textf("ví dụ: ketluan issue ban-ghi.yaml --date %s", "for example: ketluan issue record.yaml --date %s", today().Slashed()))
	if err != nil {
		return err
	}
	if err := f.fit(len(listing.Records)); err != nil {
		return err
	}
	a.sayProblems(listing.Seconds)
	if len(listing.Seconds) > 0 {
		a.status = someFailed
	}
	p, err := a.press(f.makeFlags)
	if err != nil {
		return err
	}
	date, err := a.dateOfIssue(ctx, p, f, listing.Records)
	if ctx.Err() != nil {
		a.note(problem.Textf("đã dừng, chưa cấp số nào", "stopped, no number was given"))
		a.status = interrupted
		return nil
	}
	if err != nil {
		return err
	}
	o := office.Issuing{Out: a.folder(f.output), Strict: f.strict, Number: f.number, Date: date, Withdraw: f.withdraw, DryRun: f.dryRun}
	bar := &progress{app: a}
	if len(listing.Records) > 1 {
		o.Tick = func(done, failed int) {
			bar.show(problem.Textf("phát hành", "issuing"), done, failed, len(listing.Records))
		}
	}
	out, whole, err := office.Issue(ctx, p, o, listing.Records)
	bar.clear()
	if err != nil {
		return err
	}
	a.sayIssuance(f, out)
	if !whole {
		a.note(problem.Textf("đã dừng; chạy lại đúng lệnh này để làm tiếp", "stopped; run the same command again to go on"))
		a.status = interrupted
	}
	return nil
}

// fit refuses options that do not go together.
func (f issueFlags) fit(records int) error {
	switch {
	case f.output == "":
		return errNoOutput
	case f.number != "" && records != 1:
		return misuse(problem.Textf("--number là số của một văn bản", "--number is that of one document"), problem.Textf("chỉ rõ một bản ghi, hoặc bỏ --number để cấp số tiếp theo", "name one record, or leave --number out for the next ones"))
	case f.withdraws && strings.TrimSpace(f.withdraw) == "":
		return misuse(problem.Textf("--withdraw chưa có lý do", "--withdraw says no reason"), problem.Textf("ví dụ: --withdraw \"sai thẩm quyền ký\"", "for example: --withdraw \"signed by the wrong person\""))
	case f.withdraws && (f.number != "" || f.date != calendar.Date{}):
		return misuse(problem.Textf("--withdraw không đi với --number, --date", "--withdraw goes not with --number, --date"), problem.Textf("bỏ --number, --date", "leave them out"))
	}
	return nil
}

// dateOfIssue is the date that was given; where a record needs one and none was,
// it is asked for: no document gets a date that nobody has seen.
func (a *app) dateOfIssue(ctx context.Context, p *office.Press, f issueFlags, records []office.Found) (calendar.Date, error) {
	if f.date != (calendar.Date{}) || f.withdraws {
		return f.date, nil
	}
	undated, say := office.Undated(p, records)
	if len(undated) == 0 {
		return calendar.Date{}, nil
	}
	none := misuse(problem.Textf("chưa có ngày ban hành của %d văn bản (đầu tiên: %s)", "documents without a date of issue: %d (the first: %s)", len(undated), undated[0].Path),
		problem.Text{VI: "thêm --date " + today().Slashed() + " nếu là hôm nay, hoặc ghi " + say.VI, EN: "add --date " + today().Slashed() + " if that is today, or write " + say.EN})
	if f.asJSON {
		return calendar.Date{}, none
	}
	in := bufio.NewReader(io.LimitReader(orNothing(a.in), 1<<10))
	which := problem.Textf("%s", "%s", undated[0].Path)
	if more := len(undated) - 1; more > 0 {
		which = problem.Textf("%s và %d bản ghi nữa", "%s and of %d more", undated[0].Path, more)
	}
	for {
		a.prompt(problem.Text{VI: fmt.Sprintf("Ngày ban hành của %s [%s]: ", which.VI, today().Slashed()), EN: fmt.Sprintf("Date of issue of %s [%s]: ", which.EN, today().Slashed())})
		line, err := readLine(ctx, in)
		line = strings.TrimSpace(line)
		var d calendar.Date
		switch {
		case ctx.Err() != nil:
			return d, ctx.Err()
		case line == "" && err != nil:
			a.note(problem.Text{})
			return d, none
		case line == "":
			return today(), nil
		}
		if (day{&d}).Set(line) == nil {
			return d, nil
		}
		a.note(problem.Textf("  %q không phải ngày; viết như %s", "  %q is no day; write it like %s", line, today().Slashed()))
	}
}

// sayIssuance tells what became of the records, and what comes next.
func (a *app) sayIssuance(f issueFlags, out office.Issuance) {
	if f.asJSON {
		out.Documents = append([]office.IssuedRecord{}, out.Documents...)
		a.printJSON(out)
	}
	failed := 0
	for _, one := range out.Documents {
		if !one.Done {
			failed++
			a.status = someFailed
		}
		if one.Again && len(out.Documents) > 1 {
			one.Files = nil // a folder may be full of them
		}
		if !f.asJSON {
			a.sayIssued(f, one)
		}
	}
	if f.asJSON {
		return
	}
	if failed > 0 && len(out.Documents) > 1 {
		a.note(problem.Textf("%d trên %d bản ghi chưa phát hành được", "%d of %d records were not issued", failed, len(out.Documents)))
	}
	a.sayProblems(out.Faults)
	a.sayNext(f, out)
}

// sayIssued tells of one record.
func (a *app) sayIssued(f issueFlags, one office.IssuedRecord) {
	a.sayProblems(one.Problems)
	if !one.Done {
		if one.State == register.Issuing.String() {
			a.note(problem.Textf("%s: số %s ngày %s giữ cho bản ghi này; sửa xong chạy lại là phát hành nốt", "%s: the number %s of %s is kept for the record; mend it and run again to finish", one.Record, one.Symbol, one.Day.Slashed()))
		}
		return
	}
	a.print(a.issuedLine(f, one).In(a.lang))
	if one.Begins {
		a.note(problem.Textf("sổ chưa có số nào của loại này: dãy số bắt đầu từ %s", "the register has no number of this kind yet: the series begins with %s", one.Number))
	}
	for _, k := range one.Kept {
		a.sayKept(k)
	}
	for _, path := range one.Files {
		if !a.print(path) {
			return
		}
	}
	a.sayProblems(one.Told)
}

func (a *app) issuedLine(f issueFlags, one office.IssuedRecord) problem.Text {
	line := func(vi, en string) problem.Text {
		return problem.Textf(vi+" số %s ngày %s: %s", en+" %s of %s: %s", one.Symbol, one.Day.Slashed(), one.Record)
	}
	switch {
	case f.withdraws && f.dryRun:
		return line("sẽ thu hồi", "would take back")
	case f.withdraws && one.Again:
		return line("đã thu hồi từ trước", "was taken back before:")
	case f.withdraws:
		return line("đã thu hồi", "taken back:")
	case one.Again:
		return line("đã phát hành từ trước", "was issued before:")
	case f.dryRun:
		return line("sẽ phát hành", "would issue")
	case one.Resumed:
		return line("đã phát hành nốt", "issued to the end:")
	}
	return line("đã phát hành", "issued:")
}

// sayNext names the next step.
func (a *app) sayNext(f issueFlags, out office.Issuance) {
	var book, record, kind string
	for _, one := range out.Documents {
		if one.Done && !one.Again {
			book, record, kind = one.Register, one.Record, one.Kind
		}
	}
	switch {
	case record == "":
		return
	case f.dryRun:
		a.note(problem.Textf("chưa ghi gì (--dry-run); bỏ --dry-run để phát hành", "nothing is written (--dry-run); leave it out to issue"))
		return
	case f.withdraws:
		a.note(problem.Textf("sổ: %s; số đã thu hồi không cấp lại", "register: %s; the number is not given again", book))
		return
	}
	a.note(problem.Textf("sổ: %s (xem, lập sổ Excel: ketluan register %s -o out)", "register: %s (to see it, and for Excel: ketluan register %s -o out)", book, quoted(book)))
	if kind != "thong-bao" && kind != "dang-thong-bao" {
		a.note(problem.Textf("tiếp theo: trình ký PDF", "next: have the PDF signed"))
		return
	}
	a.note(problem.Textf("tiếp theo: trình ký PDF, rồi gửi đơn vị: ketluan send %s --notice TEP-DA-KY.pdf", "next: have the PDF signed, then send it: ketluan send %s --notice SIGNED.pdf", quoted(record)))
}
