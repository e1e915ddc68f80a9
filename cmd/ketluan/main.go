// Command ketluan turns the record of a meeting into the notice of its
// conclusions (PDF) and the workbook in which its tasks are followed up (XLSX).
//
// Files, flags, the terminal, the exit status and whatever else touches the
// machine are here; everything below works on bytes.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"ketluan/cmd/disk"
	"ketluan/render/problem"
)

// Exit statuses.
const (
	allGood     = 0
	someFailed  = 1
	wrongUsage  = 2
	interrupted = 130
)

func main() {
	cobra.MousetrapHelpText = "" // a double click in the Explorer has a meaning of its own
	args := os.Args[1:]
	clicked := len(args) == 0 && mousetrap.StartedByExplorer()
	if clicked {
		args = clickedArgs()
	}
	a := newApp(args, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, colour: wantsColour(os.Stderr), terminal: isTerminal(os.Stderr)})
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		stop() // a second Ctrl-C ends the program at once
		a.endSoon()
	})
	status := a.run(ctx, args)
	if clicked && status != allGood { // the window closes with the program
		fmt.Fprint(os.Stderr, "\nEnter để đóng / Enter closes this window ")
		bufio.NewReader(os.Stdin).ReadString('\n')
	}
	os.Exit(status)
}

// clickedArgs are what a double click means: the workbench of the folder where
// the program lies.
func clickedArgs() []string {
	path, err := os.Executable()
	if err != nil {
		return []string{"serve"}
	}
	return []string{"serve", filepath.Dir(path)}
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	colour   bool // of err
	terminal bool // err is one, which shows a bar
}

// wantsColour reports whether f is a terminal that shows colours. Of those of
// Windows only Windows Terminal does so without being asked.
func wantsColour(f *os.File) bool {
	if !isTerminal(f) || os.Getenv("NO_COLOR") != "" {
		return false
	}
	if runtime.GOOS == "windows" {
		return os.Getenv("WT_SESSION") != ""
	}
	return true
}

// isTerminal reports whether f is a terminal that obeys; the null device, which
// is a device too, is none.
func isTerminal(f *os.File) bool {
	return term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// An app is one run of the program.
type app struct {
	streams
	lang    problem.Lang
	status  int
	began   time.Time
	folders map[string]*disk.Folder // by their absolute paths
	serving atomic.Bool             // requests are waited for
}

// endsWithin is how long a command that was told to end may take for it.
const endsWithin = 800 * time.Millisecond

// endSoon ends the program where its command does not: one may be reading what
// takes for ever. Killed at any moment it leaves nothing half done.
func (a *app) endSoon() {
	time.AfterFunc(endsWithin, func() {
		if !a.serving.Load() {
			os.Exit(interrupted)
		}
	})
}

func newApp(args []string, s streams) *app {
	return &app{streams: s, lang: languageOf(args), began: time.Now()}
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, args []string, s streams) int { return newApp(args, s).run(ctx, args) }

// run is the function of that name. Of the errors that commands return all but that of
// being told to end are wrong usage; what fails of a record they say themselves, and count in the status.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.command()
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		if ctx.Err() != nil && errors.Is(err, context.Canceled) { // while it looked for its records
			a.note(problem.Textf("đã dừng", "stopped"))
			return interrupted
		}
		a.sayError(err)
		return wrongUsage
	}
	return a.status
}
