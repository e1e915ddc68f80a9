package main

import (
	"context"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/cmd/disk"
	"ketluan/render/batch"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// batchFlags are the options of batch: those of what is made, and its own.
type batchFlags struct {
	makeFlags
	quarter     calendar.Quarter // the zero Quarter is all
	shard       batch.Shard
	jobs        int
	dryRun      bool
	force       bool
	recordsOnly bool // no workbooks over a quarter
	noUnits     bool
	asJSON      bool
}

func (a *app) batchCommand() *cobra.Command {
	var f batchFlags
	c := &cobra.Command{
		Use:               "batch",
		Short:             "lập cả quý: mọi bản ghi trong thư mục",
		Long:              batchHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.batch(c.Context(), f, args) },
		ValidArgsFunction: completeFolders,
	}
	makingFlags(c, &f, "out")
	c.Flags().Var(quarterFlag{&f.quarter}, "quarter", "chỉ các bản ghi của một quý")
	c.Flags().Var(&f.shard, "shard", "chỉ một phần: 3/8 là phần ba trong tám phần")
	c.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "số bản ghi làm cùng lúc")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "chỉ kiểm tra và nói sẽ làm gì")
	c.Flags().BoolVar(&f.force, "force", false, "lập lại tất cả")
	c.Flags().BoolVar(&f.strict, "strict", false, "dừng cả khi có cảnh báo")
	c.Flags().BoolVar(&f.recordsOnly, "records-only", false, "không lập bảng của cả quý")
	c.Flags().Var(oneOf{extensions, func(s string) { f.only = s }}, "only", "chỉ lập một loại")
	c.Flags().BoolVar(&f.docx, "docx", false, "thêm tệp Word")
	c.Flags().BoolVar(&f.attachRecord, "attach-record", false, "đính kèm bản ghi")
	c.Flags().BoolVar(&f.signingBoxes, "signing-boxes", false, "vị trí ký số")
	completeFlag(c, "only", cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveNoFileComp))
	for _, name := range []string{"quarter", "shard", "jobs"} {
		completeFlag(c, name, cobra.NoFileCompletions)
	}
	c.AddCommand(a.mergeCommand())
	return c
}

func (a *app) mergeCommand() *cobra.Command {
	var f batchFlags
	c := &cobra.Command{
		Use:               "merge",
		Short:             "ghép các phần",
		Long:              mergeHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.merge(c.Context(), f, args) },
		ValidArgsFunction: completeFolders,
	}
	makingFlags(c, &f, "")
	return c
}

// makingFlags are those that batch and merge share.
func makingFlags(c *cobra.Command, f *batchFlags, output string) {
	c.Flags().StringVarP(&f.output, "output", "o", output, "nơi ghi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().BoolVar(&f.all, "all", false, "mọi văn bản có đủ dữ kiện")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.noUnits, "no-units", false, "không lập bảng cho từng đơn vị")
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "template", cobra.FixedCompletions(office.BuiltIns(), cobra.ShellCompDirectiveDefault))
}

// batch makes the files of all records below the directories.
func (a *app) batch(ctx context.Context, f batchFlags, args []string) (err error) {
	switch {
	case len(args) == 0:
		return misuse(problem.Textf("chưa có thư mục bản ghi nào", "no directory of records is given"),
			problem.Textf("ví dụ: ketluan batch ban-ghi/ --quarter 2020-Q3 -o out", "for example: ketluan batch records/ --quarter 2020-Q3 -o out"))
	case f.output == "":
		return errNoOutput
	case f.jobs < 1 || f.jobs > 1024:
		return misuse(problem.Textf("-j %d: số bản ghi làm cùng lúc từ 1 đến 1024", "-j %d: from 1 to 1024 records at a time", f.jobs), problem.Text{})
	}
	f.batch, f.units = true, !f.noUnits && !f.noWorkbooks()
	f.quarters = !f.recordsOnly && !f.noWorkbooks()
	if f.makeFlags, err = documentOnly(f.makeFlags); err != nil {
		return err
	}
	defer garbageLater(batchMemory)()
	o, err := a.batchOptions(f)
	if err != nil {
		return err
	}
	o.In = a.places(ctx, args)
	a.endBatch(f, o, batch.Run(ctx, o))
	return nil
}

// merge joins the shards that have left their manifests in the folders.
func (a *app) merge(ctx context.Context, f batchFlags, args []string) error {
	if len(args) == 0 {
		return misuse(problem.Textf("chưa có thư mục nào của các phần", "no folder of shards is given"), problem.Textf("ví dụ: ketluan batch merge out", "for example: ketluan batch merge out"))
	}
	if f.output == "" {
		f.output = args[0]
	}
	f.batch, f.units, f.quarters, f.jobs = true, !f.noUnits, true, runtime.GOMAXPROCS(0)
	defer garbageLater(batchMemory)()
	o, err := a.batchOptions(f)
	if err != nil {
		return err
	}
	a.endBatch(f, o, batch.Merge(ctx, o, a.places(ctx, args)))
	return nil
}

func (a *app) batchOptions(f batchFlags) (o batch.Options, err error) {
	p, err := a.press(f.makeFlags)
	if err != nil {
		return o, err
	}
	if _, ok := p.Templates[office.Report]; ok {
		return o, misuse(problem.Textf("mẫu về kết quả thực hiện không dùng cho cả quý một lần", "a template about the follow-up is not for batch"), problem.Textf("dùng ketluan render -t", "use ketluan render -t"))
	}
	out := a.folder(f.output)
	if f.shard.Of > 0 {
		out = disk.OpenLane(f.output, strings.ReplaceAll(f.shard.String(), "/", "-of-")) // shards run side by side
	}
	out.Together = true
	for role, t := range p.Templates {
		if role.OverQuarter() && !f.quarters {
			return o, misuse(problem.Textf("mẫu %s gộp cả quý, không dùng cho từng bản ghi", "the template %s covers a quarter, not one record", t.Name),
				problem.Textf("bỏ --records-only", "leave out --records-only"))
		}
	}
	return batch.Options{
		Press: p, Program: programOf(), Out: out, OutRoot: rootOf(f.output),
		Quarter: f.quarter, Shard: f.shard, Jobs: f.jobs, DryRun: f.dryRun, Force: f.force, Strict: f.strict, Quarters: f.quarters,
		Tell: a.teller(f),
	}, nil
}
