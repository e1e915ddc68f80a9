package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"ketluan/render"
	"ketluan/render/office"
	"ketluan/render/problem"
)

func (a *app) renderCommand() *cobra.Command {
	var f makeFlags
	c := &cobra.Command{
		Use:               "render",
		Short:             "lập thông báo và bảng theo dõi",
		Long:              renderHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.render(c.Context(), f, args) },
		ValidArgsFunction: completeYAML,
	}
	c.Flags().StringVarP(&f.output, "output", "o", "out", "nơi ghi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().BoolVar(&f.all, "all", false, "mọi văn bản có đủ dữ kiện")
	c.Flags().Var(oneOf{extensions, func(s string) { f.only = s }}, "only", "chỉ lập một loại")
	c.Flags().BoolVar(&f.docx, "docx", false, "thêm tệp Word")
	c.Flags().StringVar(&f.name, "name", "", "tên đầu ra khi đọc đầu vào chuẩn")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "không giữ bản cũ")
	c.Flags().BoolVar(&f.units, "units", false, "bảng báo cáo cho từng đơn vị")
	c.Flags().BoolVar(&f.strict, "strict", false, "dừng cả khi có cảnh báo")
	c.Flags().BoolVar(&f.draft, "draft", false, "bản dự thảo")
	c.Flags().BoolVar(&f.attachRecord, "attach-record", false, "đính kèm bản ghi")
	c.Flags().BoolVar(&f.signingBoxes, "signing-boxes", false, "vị trí ký số")
	c.Flags().Var(day{&f.asOf}, "as-of", "ngày tính số liệu của báo cáo, công văn, bảng tính")
	c.Flags().Var(day{&f.date}, "date", "ngày của báo cáo, công văn")
	c.Flags().StringVar(&f.number, "number", "", "số của báo cáo, công văn")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
	completeFlag(c, "only", cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveNoFileComp))
	for _, flag := range []string{"name", "as-of", "date", "number"} {
		completeFlag(c, flag, cobra.NoFileCompletions)
	}
	return c
}

// render renders the records. What fails of one is said, counted in the exit
// status, and stops no other.
func (a *app) render(ctx context.Context, f makeFlags, args []string) error {
	records, err := a.toRender(ctx, f, args)
	if err != nil {
		return err
	}
	if f.output == "" {
		return errNoOutput
	}
	if f, err = documentOnly(f); err != nil {
		return err
	}
	if len(records) > 1 {
		defer garbageLater(batchMemory / 2)()
	}
	p, err := a.press(f)
	if err != nil {
		return err
	}
	if err := forReports(p, f); err != nil {
		return err
	}
	if len(records) > 1 {
		release, ok := a.hold(ctx, f.output)
		switch {
		case ok:
			defer release()
		case ctx.Err() == nil:
			return nil
		}
	}
	a.renderAll(ctx, p, f, records)
	return nil
}

// hold keeps other runs out of the folder that several records are rendered into, so
// that it is taken and seen on the disk once and not for each: a fifth of the time of
// notices alone. It says why it cannot be had.
func (a *app) hold(ctx context.Context, dir string) (release func(), ok bool) {
	out := a.folder(dir)
	out.Together = true
	let, err := out.Hold(ctx)
	switch {
	case ctx.Err() != nil && err != nil:
		return nil, false // told with what is left
	case err != nil:
		a.sayProblems(office.ProblemsOf(out.Path("."), err))
		a.status = someFailed
		return nil, false
	}
	return func() {
		if err := let(); err != nil {
			a.sayProblems(office.ProblemsOf(out.Path("."), err))
			a.status = someFailed
		}
	}, true
}

// renderAll renders one record after the other.
func (a *app) renderAll(ctx context.Context, p *office.Press, f makeFlags, records []toMake) {
	orders := a.orders(ctx, p, f, records)
	failed, left := 0, len(records)
	office.MakeEach(ctx, p, orders, func(i int, m office.Made) {
		switch ok := a.sayMade(f, records[i], m); {
		case !ok && ctx.Err() != nil:
			return
		case !ok:
			failed++
		}
		left--
	})
	if left > 0 {
		a.note(problem.Textf("đã dừng; còn %d bản ghi chưa làm, chạy lại lệnh để làm tiếp", "stopped; records not done: %d, run the command again to go on", left))
		a.status = interrupted
		return
	}
	if failed > 0 {
		a.status = someFailed
		if len(records) > 1 {
			a.note(problem.Textf("%d trên %d bản ghi có lỗi", "%d of %d records failed", failed, len(records)))
		}
	}
}

// orders are what is asked for of each record. It looks through the ledgers beside
// several at once.
func (a *app) orders(ctx context.Context, p *office.Press, f makeFlags, records []toMake) []office.Ordered {
	var found, kept []office.Found // kept are those of a folder
	for _, one := range records {
		record := a.place(ctx, one.path).File()
		if found = append(found, record); one.path != "-" {
			kept = append(kept, record)
		}
	}
	var kin *office.Kin
	if len(records) > 1 && (p.NeedsFollowUp() || p.HasWorkbooks()) {
		kin = office.KinOf(kept)
	}
	shelves := office.NewShelves()
	var orders []office.Ordered
	for i, one := range records {
		orders = append(orders, office.Ordered{Found: found[i], Order: office.Order{
			Out: a.folder(f.output), Stem: one.stem, Strict: f.strict, Overwrite: f.overwrite, By: f.asOf, AsOf: orToday(f.asOf), Number: f.number, Date: f.date, Kin: kin, Shelves: shelves,
		}})
	}
	return orders
}

// A toMake is one record to render, with the name of its output.
type toMake struct {
	path, stem string
}

// toRender gives each record the name of its output: that of its file, or
// --name for standard input. It passes over profiles and ledgers, and refuses
// two records with one name.
func (a *app) toRender(ctx context.Context, f makeFlags, args []string) ([]toMake, error) {
	switch {
	case len(args) == 0:
		return nil, misuse(problem.Textf("chưa có bản ghi nào", "no record is given"),
			problem.Textf("ví dụ: ketluan render ban-ghi.yaml -o out", "for example: ketluan render record.yaml -o out"))
	case f.name != "" && !slices.Contains(args, "-"):
		return nil, misuse(problem.Textf("--name chỉ dùng khi đọc từ \"-\"", "--name is for reading from \"-\""),
			problem.Textf("đổi tên tệp bản ghi để đổi tên đầu ra", "rename the record to name its output"))
	case f.name != "" && !office.Portable(f.name):
		return nil, misuse(problem.Textf("--name %q không dùng làm tên tệp được", "--name %q is no name of a file", f.name),
			problem.Textf("chỉ ghi tên, không có thư mục, đuôi và các dấu : * ? \" < > |", "a name only, without folder, ending and the marks : * ? \" < > |"))
	}
	var all []toMake
	byName := map[string]toMake{}
	for _, path := range expand(args) {
		if office.BesideRecords(path) { // *.yaml names them too
			continue
		}
		one := toMake{path, stemOf(path)}
		if path == "-" && f.name != "" {
			one.stem = norm.NFC.String(f.name)
		}
		if one.stem == "" {
			return nil, misuse(problem.Textf("%q không cho tên đầu ra", "%q gives the output no name", path), problem.Textf("đổi tên tệp", "rename the file"))
		}
		if other, ok := byName[office.Fold(one.stem)]; ok {
			return nil, misuse(problem.Textf("%s và %s cùng một tên đầu ra %q", "%s and %s have one output name, %q", other.path, one.path, one.stem),
				problem.Textf("đổi tên một tệp, hoặc chạy riêng với -o khác; chưa ghi gì", "rename one, or run them apart with another -o; nothing is written"))
		}
		byName[office.Fold(one.stem)] = one
		all = append(all, one)
	}
	if len(all) == 0 {
		return nil, errNoRecord
	}
	return all, nil
}

// stemOf returns the name of the output of a record at a path.
func stemOf(path string) string {
	if path == "-" {
		return "record"
	}
	return office.StemOf(strings.ReplaceAll(path, `\`, "/"))
}

// sayMade says what became of one record, and lists its files. It reports whether
// all went well.
func (a *app) sayMade(f makeFlags, one toMake, m office.Made) bool {
	a.sayNoLedger(m.NoLedger)
	a.sayLacking(one.path, m.Lacking)
	if m.NoReports != "" {
		a.note(problem.Textf("%s: không lập văn bản về kết quả thực hiện: chưa có %s", "%s: nothing is made about the follow-up: there is no %s", one.path, m.NoReports))
	}
	a.sayBorrowed(m.Borrowed, orToday(f.asOf))
	a.sayProblems(m.Problems)
	a.sayProblems(m.Told)
	if m.NoneLate {
		a.note(problem.Textf("%s: đến %s không đơn vị nào có nhiệm vụ quá hạn, không lập công văn nào",
			"%s: by %s no unit is late, no letter is made", one.path, orToday(f.asOf).Slashed()))
	}
	for _, k := range m.Kept {
		a.sayKept(k)
	}
	for _, path := range m.Files {
		if !a.print(path) {
			return false
		}
	}
	return m.Done
}

func (a *app) sayKept(k office.KeptFile) {
	a.note(problem.Textf("%s đã thay đổi; bản cũ giữ ở %s", "%s has changed; the old one is kept as %s", k.File, k.Kept))
}

// sayNoLedger tells that a record has no ledger beside it.
func (a *app) sayNoLedger(name string) {
	if name != "" {
		a.note(problem.Textf("chưa có %s: coi như chưa đơn vị nào báo cáo", "there is no %s: as if no unit had reported", name))
	}
}

// sayLacking tells which documents were left out, and for want of what.
func (a *app) sayLacking(record string, lacks []render.Lack) {
	for _, l := range lacks {
		var missing, vi, en []string
		for _, p := range l.Problems {
			if p.Missing {
				missing = append(missing, p.Path)
			} else {
				vi, en = append(vi, p.Message.VI), append(en, p.Message.EN)
			}
		}
		if len(missing) > 0 {
			all := strings.Join(missing, ", ")
			vi, en = slices.Insert(vi, 0, "thiếu "+all), slices.Insert(en, 0, all+" is missing")
		}
		a.note(problem.Text{
			VI: record + ": không lập " + l.Template.Title() + ": " + strings.Join(vi, "; "),
			EN: record + ": " + l.Template.Title() + " is not made: " + strings.Join(en, "; "),
		})
	}
}
