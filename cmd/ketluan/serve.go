package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"ketluan/cmd/door"
	"ketluan/cmd/page"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// serveFlags are the options of serve.
type serveFlags struct {
	listen string
	port   int
	noOpen bool
}

const serveHelp = `Bàn làm việc trong trình duyệt: sửa bản ghi cạnh trang in, phát hành, theo dõi.
The workbench in the browser: records beside their pages, issued, followed up.

  ketluan serve [THU-MUC] [tùy chọn / options]

      --no-open          không mở trình duyệt, chỉ in địa chỉ / print only
      --port N           cổng, mặc định là cổng bất kỳ còn trống / any free port
      --listen DIA-CHI   127.0.0.1 hoặc ::1; địa chỉ khác không nhận
                         an address of this machine alone; no other is taken
      --lang vi|en       tiếng của lời nhắn / language of messages
  -h, --help             trang này / this page

Chỉ máy này, chỉ người này vào được: địa chỉ in ra mang khóa của lần chạy, đừng
đưa cho ai. Chạy lần nữa trong cùng thư mục thì mở lại bàn đang chạy. Ctrl-C là
dừng. Trang lấy mọi thứ từ chương trình, không từ mạng.
Only this user of this machine comes in: the address carries the key of the run.
A second start opens the first. Ctrl-C ends it. Nothing is fetched from the net.
Mã thoát / exit: 0 tốt / good, 1 không mở được / failed, 2 sai lệnh / usage

  $ ketluan serve van-phong
`

func (a *app) serveCommand() *cobra.Command {
	f := serveFlags{listen: "127.0.0.1"}
	c := &cobra.Command{
		Use:               "serve",
		Short:             "bàn làm việc trong trình duyệt",
		Long:              serveHelp,
		RunE:              func(c *cobra.Command, args []string) error { return a.serve(c.Context(), f, args) },
		ValidArgsFunction: completeFolders,
	}
	c.Flags().StringVar(&f.listen, "listen", f.listen, "địa chỉ của riêng máy này")
	c.Flags().IntVar(&f.port, "port", 0, "cổng")
	c.Flags().BoolVar(&f.noOpen, "no-open", false, "không mở trình duyệt")
	completeFlag(c, "listen", cobra.FixedCompletions([]string{"127.0.0.1", "::1"}, cobra.ShellCompDirectiveNoFileComp))
	completeFlag(c, "port", cobra.NoFileCompletions)
	return c
}

// serve serves the pages of a folder until ctx ends, or leads to who serves it
// already.
func (a *app) serve(ctx context.Context, f serveFlags, args []string) error {
	dir := "."
	switch {
	case len(args) == 1:
		dir = args[0]
	case len(args) > 1:
		return misuse(problem.Textf("serve mở một thư mục mỗi lần", "serve opens one folder at a time"), problem.Textf("ví dụ: ketluan serve van-phong", "for example: ketluan serve office"))
	}
	if f.port < 0 || f.port > 65535 {
		return misuse(problem.Textf("--port không nhận %d", "--port does not take %d", f.port), problem.Textf("một số từ 1 đến 65535", "a number from 1 to 65535"))
	}
	switch info, err := os.Stat(dir); {
	case err != nil:
		return &office.FileError{Path: dir, Err: err}
	case !info.IsDir():
		return misuse(problem.Textf("%s là tệp, không phải thư mục", "%s is a file, not a folder", dir), problem.Textf("chỉ thư mục có bản ghi", "name the folder of the records"))
	}
	hall, err := door.UserHall()
	if err != nil {
		a.note(problem.Textf("không biết thư mục riêng của người dùng, lần chạy sau sẽ không thấy lần này", "the user's own folder is not known: a second start will not find this one"))
	} else if address, ok := hall.Find(rootOf(dir)); ok {
		a.note(problem.Textf("thư mục này đang được mở sẵn", "this folder is being served already"))
		return a.lead(hall, f, dir, address)
	}
	d, err := door.Open(f.listen, f.port)
	if err != nil {
		return a.notOpened(f, err)
	}
	handler, err := page.Handler(page.Office{Place: a.place(ctx, dir), Root: d.Root(), Today: today, Lang: a.lang})
	if err != nil {
		return err
	}
	if leave, err := hall.Enter(d, rootOf(dir)); err == nil {
		defer leave()
	}
	if err := a.lead(hall, f, dir, d.Address()); err != nil {
		return err
	}
	a.note(problem.Textf("Ctrl-C để dừng", "Ctrl-C ends it"))
	a.serving.Store(true)
	if err := d.Serve(ctx, handler); err != nil {
		a.sayError(err)
		a.status = someFailed
	}
	return nil
}

// notOpened says why nothing listens.
func (a *app) notOpened(f serveFlags, err error) error {
	var told office.Told
	if errors.As(err, &told) {
		message, hint := told.Told()
		return misuse(message, hint)
	}
	message := problem.Textf("không mở được cổng %d: %v", "the port %d cannot be opened: %v", f.port, err)
	if errors.Is(err, syscall.EADDRINUSE) {
		message = problem.Textf("cổng %d đang có chương trình khác dùng", "another program uses the port %d", f.port)
	}
	a.sayError(misuse(message, problem.Textf("chọn cổng khác, hoặc bỏ --port", "choose another port, or leave --port out")))
	a.status = someFailed
	return nil
}

// lead says the address and opens the browser there. The browser is started with
// the path of a page of the user's own that leads there: the address has the key,
// and others of the machine can read what programs are started with.
func (a *app) lead(hall door.Hall, f serveFlags, dir, address string) error {
	if err := a.tell(problem.Text{VI: address, EN: address}); err != nil {
		return err
	}
	if f.noOpen {
		return nil
	}
	slip, err := hall.Slip(rootOf(dir), address)
	if err == nil {
		err = openBrowser(slip)
	}
	if err != nil {
		a.note(problem.Textf("không mở được trình duyệt; mở địa chỉ trên bằng tay", "no browser could be opened; open the address above yourself"))
	}
	return nil
}

// openBrowser opens a file with what the user's machine opens it with. It does
// not wait for the program.
func openBrowser(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	case "darwin":
		name = "open"
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() // it may wait for the browser to end
	return nil
}
