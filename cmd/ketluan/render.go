package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"ketluan/render"
	"ketluan/render/record"
)

const renderHelp = `Lập thông báo (PDF) và bảng theo dõi (XLSX) từ bản ghi cuộc họp (YAML).
Makes the notice and the tracking workbook of each record.

  ketluan render BAN-GHI.yaml … [tùy chọn / options]      "-" là đầu vào chuẩn / stdin

  -o, --output THU-MUC  nơi ghi, mặc định "out"; mỗi bản ghi một thư mục con
                        where to write; each record gets a folder
  -t, --template MAU    mẫu có sẵn hoặc đường dẫn; ghi nhiều lần được
                        a built-in template or a path (thong-bao-ket-luan, theo-doi)
      --only pdf|xlsx   chỉ lập một loại / make only one of the two
      --name TEN        tên đầu ra khi đọc từ "-" / name of the output of "-"
      --fonts THU-MUC   dùng Times New Roman của máy: times.ttf, timesbd.ttf,
                        timesi.ttf, timesbi.ttf / embed your own faces
      --overwrite       ghi đè, không giữ bản cũ / keep no copy of changed files
      --lang vi|en      tiếng của thông báo lỗi / language of messages

Tệp đã có mà khác nội dung được giữ lại với tên ….cu-1.pdf.
Mã thoát / exit status: 0 tốt, 1 có bản ghi lỗi, 2 sai cách dùng.

  $ ketluan render ban-ghi.yaml -o out
  out/ban-ghi/ban-ghi.pdf
  out/ban-ghi/ban-ghi-theo-doi.xlsx
`

// renderFlags are the options of render.
type renderFlags struct {
	output    string
	templates []string
	only      string
	name      string
	fonts     string
	overwrite bool
}

func (a *app) renderCommand() *cobra.Command {
	var f renderFlags
	c := &cobra.Command{
		Use:  "render",
		Long: renderHelp,
		RunE: func(c *cobra.Command, args []string) error { return a.render(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().StringVarP(&f.output, "output", "o", "out", "")
	c.Flags().StringArrayVarP(&f.templates, "template", "t", nil, "")
	c.Flags().StringVar(&f.only, "only", "", "")
	c.Flags().StringVar(&f.name, "name", "", "")
	c.Flags().StringVar(&f.fonts, "fonts", "", "")
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, "")
	complete := map[string]cobra.CompletionFunc{
		"output": func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		"fonts": func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		"template": cobra.FixedCompletions(builtIns(), cobra.ShellCompDirectiveDefault),
		"only":     cobra.FixedCompletions([]string{"pdf", "xlsx"}, cobra.ShellCompDirectiveNoFileComp),
	}
	for flag, function := range complete {
		if err := c.RegisterFlagCompletionFunc(flag, function); err != nil {
			panic(err) // the flag is there
		}
	}
	return c
}

// A job is one record to render.
type job struct {
	path string // as the user gave it; "-" is standard input
	stem string // of the output's names
}

// render renders the records at the paths. Errors are wrong usage; what fails
// of a record is said, and counted in the exit status.
func (a *app) render(ctx context.Context, f renderFlags, paths []string) error {
	jobs, err := jobsOf(paths, f)
	if err != nil {
		return err
	}
	r, err := a.renderer(f)
	if err != nil || r == nil {
		return err
	}
	failed := 0
	for i, j := range jobs {
		if ctx.Err() != nil {
			a.note(record.Text{VI: fmt.Sprintf("đã dừng; còn %d bản ghi chưa làm, chạy lại lệnh để làm tiếp", len(jobs)-i), EN: fmt.Sprintf("stopped; %d records are not done, run the command again to go on", len(jobs)-i)})
			a.status = interrupted
			return nil
		}
		if !a.renderOne(r, f, j) {
			failed++
		}
	}
	if failed > 0 {
		a.status = someFailed
		if len(jobs) > 1 {
			a.note(record.Text{VI: fmt.Sprintf("%d trên %d bản ghi có lỗi, không lập", failed, len(jobs)), EN: fmt.Sprintf("%d of %d records failed and were not made", failed, len(jobs))})
		}
	}
	return nil
}

// jobsOf gives each record the name of its output, and refuses two with one
// name: also two that only some file systems tell apart.
func jobsOf(paths []string, f renderFlags) ([]job, error) {
	if len(paths) == 0 {
		return nil, &usageError{record.Text{VI: "chưa có bản ghi nào", EN: "no record is given"}, record.Text{VI: "ví dụ: ketluan render ban-ghi.yaml -o out", EN: "for example: ketluan render record.yaml -o out"}}
	}
	if f.only != "" && f.only != "pdf" && f.only != "xlsx" {
		return nil, &usageError{record.Text{VI: fmt.Sprintf("--only không nhận %q", f.only), EN: fmt.Sprintf("--only does not take %q", f.only)}, record.Text{VI: "chỉ nhận pdf hoặc xlsx", EN: "it takes pdf or xlsx"}}
	}
	if f.name != "" && (f.name != filepath.Base(f.name) || strings.ContainsAny(f.name, `/\:*?"<>|`) || f.name == "." || f.name == "..") {
		return nil, &usageError{record.Text{VI: fmt.Sprintf("--name %q không dùng làm tên tệp được", f.name), EN: fmt.Sprintf("--name %q is no name of a file", f.name)}, record.Text{VI: "chỉ ghi tên, không có thư mục và đuôi", EN: "a name only, without folder and ending"}}
	}
	var jobs []job
	byName := map[string]string{}
	fromStdin := false
	for _, p := range paths {
		stem := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(p), ".yaml"), ".yml")
		if p == "-" {
			fromStdin = true
			stem = "record"
			if f.name != "" {
				stem = f.name
			}
		}
		key := strings.ToLower(norm.NFC.String(stem))
		if other, ok := byName[key]; ok {
			return nil, &usageError{record.Text{VI: fmt.Sprintf("%s và %s cùng một tên đầu ra %q", other, p, stem), EN: fmt.Sprintf("%s and %s have one output name, %q", other, p, stem)},
				record.Text{VI: "đổi tên một tệp, hoặc chạy riêng với -o khác; chưa ghi gì", EN: "rename one, or run them apart with another -o; nothing is written"}}
		}
		byName[key] = p
		jobs = append(jobs, job{p, stem})
	}
	if f.name != "" && !fromStdin {
		return nil, &usageError{record.Text{VI: "--name chỉ dùng khi đọc từ \"-\"", EN: "--name is for reading from \"-\""}, record.Text{VI: "đổi tên tệp bản ghi để đổi tên đầu ra", EN: "rename the record to name its output"}}
	}
	return jobs, nil
}

// renderOne makes the files of one record in memory and then writes them.
func (a *app) renderOne(r *render.Renderer, f renderFlags, j job) bool {
	src, err := a.read(j.path)
	if err != nil {
		a.sayError(j.path, err)
		return false
	}
	rec, problems := r.Read(j.path, src, a.openProfile(j.path))
	if len(problems) > 0 {
		for _, p := range problems {
			a.sayProblem(p)
		}
		return false
	}
	files, err := r.Files(rec)
	if err != nil {
		a.sayError(j.path, err)
		return false
	}
	return a.write(filepath.Join(f.output, j.stem), j.stem, files, f.overwrite)
}

func (a *app) read(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(io.LimitReader(a.in, maxRead))
	}
	return readFile(path)
}

// openProfile opens the profiles of the record at path, with errors in words.
func (a *app) openProfile(path string) func(string) ([]byte, error) {
	open := profiles(filepath.Dir(path))
	return func(name string) ([]byte, error) {
		src, err := open(name)
		if err != nil {
			message, _ := inWords(err)
			return nil, errors.New(message.In(a.lang))
		}
		return src, nil
	}
}

// write writes the files of a record and lists them. Where one cannot be
// written, those written before it for the first time are taken away again.
func (a *app) write(dir, stem string, files []render.File, overwrite bool) bool {
	made, err := makeDir(dir)
	if err != nil {
		a.sayError(dir, err)
		return false
	}
	var fresh, written []string
	for _, file := range files {
		path := filepath.Join(dir, stem+file.Suffix)
		_, statErr := os.Lstat(path)
		kept, err := writeFile(path, file.Bytes, overwrite)
		if err != nil {
			a.sayError(path, err)
			for _, p := range fresh {
				os.Remove(p)
			}
			if made != "" {
				os.RemoveAll(made) // it holds nothing but what this run put there
			}
			return false
		}
		if statErr != nil {
			fresh = append(fresh, path)
		}
		if kept != "" {
			a.note(record.Text{VI: fmt.Sprintf("%s đã thay đổi; bản cũ giữ ở %s", path, kept), EN: fmt.Sprintf("%s has changed; the old one is kept as %s", path, kept)})
		}
		written = append(written, path)
	}
	for _, path := range written {
		fmt.Fprintln(a.out, path)
	}
	return true
}
