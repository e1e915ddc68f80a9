package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/office"
	"ketluan/render/problem"
)

func (a *app) importCommand() *cobra.Command {
	var output string
	var asJSON bool
	c := &cobra.Command{
		Use:   "import",
		Short: "bản ghi nháp từ thông báo cũ (Word, PDF)",
		Long:  importHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.importNotices(c.Context(), output, asJSON, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"docx", "pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "bản ghi hay thư mục để ghi")
	c.Flags().BoolVar(&asJSON, "json", false, "in JSON")
	return c
}

// importNotices reads notices of others into drafts. Gaps are no failure; a file
// that cannot be read is one, and stops no other.
func (a *app) importNotices(ctx context.Context, output string, asJSON bool, args []string) error {
	if len(args) == 0 {
		return misuse(problem.Textf("chưa có tệp nào", "no file is given"), problem.Textf("ví dụ: ketluan import thong-bao.docx -o ban-ghi.yaml", "for example: ketluan import notice.docx -o record.yaml"))
	}
	p, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		return err
	}
	o := office.Importing{Sources: a.places(ctx, args), Jobs: runtime.GOMAXPROCS(0)}
	if err := a.importTo(&o, output); err != nil {
		return err
	}
	bar := &progress{app: a}
	doing := problem.Textf("đọc", "reading")
	out, whole, err := office.Import(ctx, p, o, func(done, failed, total int) { bar.show(doing, done, failed, total) })
	bar.clear()
	if err != nil {
		return err
	}
	if !whole {
		a.status = interrupted
		return nil
	}
	for _, dir := range out.Empty {
		a.say(dir, problem.Textf("không có tệp .docx hay .pdf nào", "there is no .docx or .pdf"), problem.Text{})
		a.status = someFailed
	}
	if out.Failed() > 0 {
		a.status = someFailed
	}
	if asJSON {
		a.printJSON(out)
		return nil
	}
	a.sayImports(out)
	return nil
}

// importTo is where the drafts go: a record, or a folder.
func (a *app) importTo(o *office.Importing, output string) error {
	ext := strings.ToLower(filepath.Ext(output))
	switch {
	case output == "":
	case ext != ".yaml" && ext != ".yml":
		o.Out = a.folder(output)
	case len(o.Sources) > 1 || o.Sources[0].Name == ".":
		return misuse(problem.Textf("-o là một tệp, mà có nhiều văn bản", "-o is one file, and there are several documents"), problem.Textf("chỉ một thư mục: -o nhap", "name a folder: -o drafts"))
	default:
		dir, name := split(output)
		o.Out, o.Name = a.folder(dir), name
	}
	return nil
}

// sayImports says what became of each file; of several in a table at the end.
func (a *app) sayImports(out office.Imports) {
	for _, f := range out.Files {
		a.sayProblems(f.Problems)
		if f.Record != "" && len(out.Files) == 1 {
			a.sayDifferences(f)
		}
	}
	if len(out.Files) != 1 {
		a.importTable(out)
		return
	}
	for _, f := range out.Files {
		if f.Record == "" {
			continue
		}
		a.note(problem.Textf("%d nhiệm vụ, %d chỗ phải điền hay xem lại; văn bản gốc: %d đoạn giống, %d khác, %d thiếu",
			"tasks: %d; to fill in or look at: %d; paragraphs of the source: %d equal, %d changed, %d missing", f.Tasks, f.Gaps, f.Text.Equal, f.Text.Changed, f.Text.Missing))
		a.note(problem.Textf("đọc lại, điền các chỗ [điền: …], rồi: ketluan check %s", "read it, fill in what is marked [điền: …], then: ketluan check %s", quoted(f.Record)))
		if a.print(f.Record) {
			a.print(f.Profile)
		}
	}
}

// sayDifferences lists the paragraphs of the source that the draft does not
// make word by word.
func (a *app) sayDifferences(f office.Imported) {
	for _, d := range f.Text.Differences {
		place := problem.Text{VI: f.Path + ": " + d.At.Words().VI, EN: f.Path + ": " + d.At.Words().EN}.In(a.lang)
		if d.Made == "" {
			a.say(place, problem.Textf("bản nháp không có: %s", "not in the draft: %s", cutText(d.Source)), problem.Text{})
			continue
		}
		a.say(place, problem.Textf("văn bản ghi %s", "the document has %s", cutText(d.Source)), problem.Text{VI: "bản nháp cho " + cutText(d.Made), EN: "the draft makes " + cutText(d.Made)})
	}
}

// cutText is the beginning of a text for a line.
func cutText(s string) string {
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120]) + "…"
	}
	return "\"" + s + "\""
}

// importTable prints a line a document, for a terminal of 80 characters.
func (a *app) importTable(out office.Imports) {
	row := func(name string, columns ...any) string {
		r := []rune(visible(name))
		if len(r) > 40 {
			r = append([]rune("…"), r[len(r)-39:]...)
		}
		line := string(r) + strings.Repeat(" ", 40-len(r))
		for _, c := range columns {
			line += fmt.Sprintf(" %7v", c)
		}
		return strings.TrimRight(line, " ")
	}
	var made, gaps, tasks, equal, changed, missing int
	for i, f := range out.Files {
		if i == 0 {
			a.tell(problem.Text{VI: row("Văn bản", "Nh.vụ", "Điền", "Giống", "Khác", "Thiếu"), EN: row("Document", "Tasks", "Gaps", "Equal", "Changed", "Missing")})
		}
		switch {
		case f.Passed != "":
			a.tell(problem.Text{VI: row(f.Path, "lấy bản .docx"), EN: row(f.Path, "the .docx is taken")})
		case f.Record == "":
			a.tell(problem.Text{VI: row(f.Path, "không đọc"), EN: row(f.Path, "not read")})
		default:
			a.print(row(f.Path, f.Tasks, f.Gaps, f.Text.Equal, f.Text.Changed, f.Text.Missing))
			made, gaps, tasks = made+1, gaps+f.Gaps, tasks+f.Tasks
			equal, changed, missing = equal+f.Text.Equal, changed+f.Text.Changed, missing+f.Text.Missing
		}
	}
	total := problem.Textf("Tổng: %d bản nháp", "Total: %d drafts", made)
	a.tell(problem.Text{VI: row(total.VI, tasks, gaps, equal, changed, missing), EN: row(total.EN, tasks, gaps, equal, changed, missing)})
	for _, p := range out.Profiles {
		a.note(problem.Textf("hồ sơ cơ quan: %s", "profile: %s", p))
	}
	a.note(problem.Textf("%d văn bản: %d bản nháp, %d không đọc được; %d tệp loại khác bỏ qua; %d hồ sơ cơ quan",
		"documents: %d; drafts: %d, not read: %d; files of other kinds: %d; profiles: %d", len(out.Files), made, out.Failed(), out.Others, len(out.Profiles)))
}
