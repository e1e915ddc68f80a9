package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ketluan/render/check"
	"ketluan/render/problem"
)

func (a *app) initCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "init",
		Short: "lập hồ sơ cơ quan và bản ghi đầu tiên",
		Long:  initHelp,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{problem.Textf("chỉ nhận một thư mục", "one folder only is taken"), didYouMean("ketluan init " + args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			given := answers{}
			for _, q := range questions {
				if c.Flags().Changed(q.flag) {
					given[q.flag] = c.Flag(q.flag).Value.String()
				}
			}
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			err := a.init(c.Context(), folder, given, !yes)
			var about *fileError
			switch {
			case c.Context().Err() != nil:
				fmt.Fprintln(a.err)
				a.note(problem.Textf("đã dừng, chưa ghi tệp nào", "stopped, no file was written"))
				a.status = interrupted
				return nil
			case errors.As(err, &about):
				a.sayError(err)
				a.status = someFailed
				return nil
			}
			return err
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	for _, q := range questions {
		c.Flags().String(q.flag, "", q.ask.VI)
		completeFlag(c, q.flag, cobra.NoFileCompletions)
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "không hỏi, lấy các giá trị mặc định")
	return c
}

// init asks for what is not given and writes a profile and a first record, with
// the schemas beside them.
func (a *app) init(ctx context.Context, folder string, given answers, ask bool) error {
	if err := free(folder, profileName); err != nil {
		return err
	}
	asked, err := a.ask(ctx, given, ask)
	if err != nil {
		return err
	}
	files := startFiles(asked)
	if err := free(folder, files[1].name); err != nil {
		return err
	}
	if ok, err := a.good(folder, files); !ok || err != nil {
		return err
	}
	names, contents := []string{}, [][]byte{}
	for _, f := range files {
		names, contents = append(names, f.name), append(contents, f.content)
	}
	for _, s := range schemas {
		if name := s.name + ".schema.json"; free(folder, name) == nil { // one that is there stays
			names, contents = append(names, name), append(contents, s.write())
		}
	}
	if _, err := deliver(folder, names, contents, false); err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(a.out, visible(filepath.Join(folder, name)))
	}
	path := filepath.Join(folder, files[1].name)
	a.note(problem.Textf("Sửa lời văn trong bản ghi rồi chạy:", "Put your words into the record, then run:"))
	a.note(problem.Textf("  ketluan check %s", "  ketluan check %s", quoted(path)))
	a.note(problem.Textf("  ketluan render %s -o out", "  ketluan render %s -o out", quoted(path)))
	return nil
}

// free reports a file that stands where one is to be written.
func free(folder, name string) error {
	path := filepath.Join(folder, name)
	switch _, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return &fileError{path, err}
	}
	return &fileError{path, errStands}
}

// good checks the files before they are written: what was answered may be
// nothing that a notice can have.
func (a *app) good(folder string, files []startFile) (bool, error) {
	r, err := newRenderer(renderFlags{})
	if err != nil {
		return false, err
	}
	path := filepath.Join(folder, files[1].name)
	found := reviewOf(r, path, files[1].content, func(string) ([]byte, error) { return files[0].content, nil })
	errs := check.Blocking(found.findings, false)
	for _, f := range errs {
		a.say(f.Field, f.Message, f.Hint)
	}
	if len(errs) > 0 {
		a.note(problem.Textf("chưa ghi tệp nào", "no file was written"))
		a.status = someFailed
	}
	return len(errs) == 0, nil
}
