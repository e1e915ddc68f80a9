//go:build unix

package main

import (
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

// slowest are inputs over which a command works for long.
var slowest = []string{
	"batch/records", "carry_--to_2026-Q4/reports/of one task", "check/text/joined", "collect/workbook/rows", "import/docx/list", "render/text/commas",
	"render_-t_bao-cao-ket-qua_--as-of_1/1/2027/reports/of one task", "send/reports/of one task", "status/reports/of one task", "verify/content/joined",
}

// Every command ends within a second of being told to, whatever it is over. A slow
// machine has three; KETLUAN_TERMINATED=1 tells it of each kind of input, at three
// moments, and holds them to one.
func TestTerminated(t *testing.T) {
	program := built(t)
	all := growings()
	names, within, moments := slowest, 3*time.Second, []time.Duration{300 * time.Millisecond}
	if os.Getenv("KETLUAN_TERMINATED") != "" {
		names, within, moments = slices.Sorted(maps.Keys(all)), time.Second, []time.Duration{50 * time.Millisecond, 300 * time.Millisecond, 900 * time.Millisecond}
	}
	for _, name := range names {
		g, dir := all[name], filepath.Join(t.TempDir(), "a")
		if err := os.Mkdir(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		args := g.make(t, dir, 2*g.n)
		for _, moment := range moments {
			took, done := terminated(t, program, args, g.exit, moment)
			if done {
				t.Logf("%s: done within %v", name, moment)
				break
			}
			if t.Logf("%s: %v after %v", name, took.Round(time.Millisecond), moment); took > within {
				t.Errorf("%s: it took %v to end", name, took)
			}
		}
	}
}

// terminated starts the program and tells it to end after a while. It returns how
// long that took, or that it had come to its own end before.
func terminated(t *testing.T, program string, args []string, exit int, moment time.Duration) (took time.Duration, done bool) {
	t.Helper()
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = io.Discard, io.Discard
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(moment)
	c.Process.Signal(syscall.SIGTERM)
	told := time.Now()
	c.Wait() // it exits with a status of its own
	took = time.Since(told)
	switch code := c.ProcessState.ExitCode(); code {
	case interrupted:
	case allGood, someFailed, exit:
		done = true
	case -1: // it had not begun to listen
		if s := c.ProcessState.Sys().(syscall.WaitStatus); s.Signal() != syscall.SIGTERM {
			t.Errorf("%v: %v", args, s.Signal())
		}
	default:
		t.Errorf("%v: exit %d, %v", args, code, c.ProcessState)
	}
	return took, done
}
