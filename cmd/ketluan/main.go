// Command ketluan turns the record of a meeting into the notice of its
// conclusions (PDF) and the workbook in which its tasks are followed up (XLSX).
//
// Files, flags, the terminal, the exit status and whatever else touches the
// machine are here; everything below works on bytes.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses.
const (
	allGood     = 0
	someFailed  = 1
	wrongUsage  = 2
	interrupted = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, colour: isTerminal(os.Stderr)})
	stop()
	os.Exit(status)
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	colour   bool // of err
}

// isTerminal reports whether f is a terminal that wants colours.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, args []string, s streams) int {
	a := &app{streams: s}
	root := a.command()
	root.SetArgs(args)
	root.SetContext(ctx)
	if err := root.Execute(); err != nil {
		a.sayUsage(err)
		return wrongUsage
	}
	return a.status
}
