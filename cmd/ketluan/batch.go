package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// batchFlags are the options of batch: those of render, and its own.
type batchFlags struct {
	renderFlags
	quarter     calendar.Quarter // the zero Quarter is all
	shard       shard
	jobs        int
	dryRun      bool
	force       bool
	recordsOnly bool // no workbooks over a quarter
	noUnits     bool
	asJSON      bool
}

// A batch is one run over the records below some directories.
type batch struct {
	*app
	flags    batchFlags
	renderer *render.Renderer
	settings settings
	began    time.Time

	found   []foundFile // of every shard
	records []*candidate
	before  *earlier
	outcome outcome

	stale   map[string]bool // files of the earlier run that nothing makes any more
	blocked error           // what stops every record: the disk is full
}

func (a *app) batchCommand() *cobra.Command {
	var f batchFlags
	c := &cobra.Command{
		Use:   "batch",
		Short: "lập cả quý: mọi bản ghi trong thư mục",
		Long:  batchHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.batch(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
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
	c.Flags().BoolVar(&f.attachRecord, "attach-record", false, "đính kèm bản ghi")
	c.Flags().BoolVar(&f.signingBoxes, "signing-boxes", false, "vị trí ký số")
	completeFlag(c, "only", cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveNoFileComp))
	for _, name := range []string{"quarter", "shard", "jobs"} {
		completeFlag(c, name, cobra.NoFileCompletions)
	}
	c.AddCommand(a.mergeCommand())
	return c
}

// makingFlags are those that batch and merge share.
func makingFlags(c *cobra.Command, f *batchFlags, output string) {
	c.Flags().StringVarP(&f.output, "output", "o", output, "nơi ghi")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "mẫu có sẵn hay đường dẫn")
	c.Flags().StringVar(&f.fonts, "fonts", "", "thư mục có Times New Roman")
	c.Flags().BoolVar(&f.noUnits, "no-units", false, "không lập bảng cho từng đơn vị")
	c.Flags().BoolVar(&f.asJSON, "json", false, "in JSON")
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	completeFlag(c, "output", folders)
	completeFlag(c, "fonts", folders)
	completeFlag(c, "template", cobra.FixedCompletions(builtIns(), cobra.ShellCompDirectiveDefault))
}

// settle works out what the options mean together.
func (f *batchFlags) settle() (err error) {
	switch {
	case f.output == "":
		return &usageError{problem.Textf("-o để trống", "-o is empty"), problem.Textf("thư mục đang đứng là -o .", "the working folder is -o .")}
	case f.jobs < 1 || f.jobs > 1024:
		return &usageError{problem.Textf("-j %d: số bản ghi làm cùng lúc từ 1 đến 1024", "-j %d: from 1 to 1024 records at a time", f.jobs), problem.Text{}}
	}
	f.units = !f.noUnits && f.only != "pdf"
	f.quarters = !f.recordsOnly && f.only != "pdf"
	f.renderFlags, err = documentOnly(f.renderFlags)
	return err
}

// batch makes the files of all records below the directories.
func (a *app) batch(ctx context.Context, f batchFlags, args []string) error {
	if len(args) == 0 {
		return &usageError{problem.Textf("chưa có thư mục bản ghi nào", "no directory of records is given"),
			problem.Textf("ví dụ: ketluan batch ban-ghi/ --quarter 2020-Q3 -o out", "for example: ketluan batch records/ --quarter 2020-Q3 -o out")}
	}
	if err := f.settle(); err != nil {
		return err
	}
	b, err := a.newBatch(f)
	if err != nil {
		return err
	}
	if b.found, err = findRecords(ctx, expand(args)); err != nil {
		b.fail(problemsOf("", err))
		return b.end()
	}
	if b.before, err = readEarlier(f.output, f.shard); err != nil {
		b.fail(problemsOf("", err))
		return b.end()
	}
	if !b.check(ctx) {
		b.stopped(problem.Text{})
		return b.end()
	}
	b.apart()
	b.sayPlan()
	if f.dryRun {
		return b.end()
	}
	b.make(ctx)
	return b.end()
}

// newBatch makes a batch with what its files are made with.
func (a *app) newBatch(f batchFlags) (*batch, error) {
	b := &batch{app: a, flags: f, began: time.Now(), stale: map[string]bool{}}
	asked, err := templatesOf(f.templates, f.quarters)
	if err != nil {
		return nil, err
	}
	if _, ok := asked[report]; ok {
		return nil, &usageError{problem.Textf("mẫu về kết quả thực hiện không dùng cho cả quý một lần", "a template about the follow-up is not for batch"), problem.Textf("dùng ketluan render -t", "use ketluan render -t")}
	}
	b.renderer, b.settings, err = prepare(f.renderFlags, asked)
	return b, err
}

// make writes what is to be written, and the manifest last.
func (b *batch) make(ctx context.Context) {
	if err := writable(b.flags.output); err != nil {
		b.fail(problemsOf("", err))
		return
	}
	restore := garbageLater()
	whole := b.writeRecords(ctx)
	restore()
	var quarters []quarterEntry
	if b.flags.shard.Of == 0 && whole {
		quarters, whole = b.writeQuarters(ctx, b.byQuarter())
	}
	m := b.manifest(quarters, whole)
	if err := b.writeManifest(m); err != nil {
		b.fail(problemsOf("", err))
		return
	}
	if !whole && b.blocked == nil {
		b.stopped(problem.Textf("đã lập thì không lập lại", "what is done is not done again"))
	}
}

// garbageLater lets the heap of records, of which few live at a time, grow
// before it is swept: a tenth of the time for some 60 MB. GOGC of the
// environment comes first.
func garbageLater() (restore func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(250)
	return func() { debug.SetGCPercent(before) }
}

// place returns where a file of the manifest is.
func (b *batch) place(path string) string {
	return filepath.Join(b.flags.output, filepath.FromSlash(path))
}
