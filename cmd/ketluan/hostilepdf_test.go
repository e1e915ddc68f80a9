//go:build unix

package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What one crafted PDF may cost the program. The time is that of the processor,
// and the limit is twice what the slowest takes.
const (
	craftedCPU    = 5 * time.Second
	craftedMemory = 300 << 10 // KB
)

// TestCraftedPDFs measures PDFs that are made to hurt, each by the program as
// it is given away: it says what is wrong with them, soon, in little memory.
func TestCraftedPDFs(t *testing.T) {
	program := built(t)
	all := craftedPDFs()
	maps.Copy(all, craftedTrees())
	maps.Copy(all, craftedFiles())
	if len(all) < 60 {
		t.Fatalf("%d are crafted", len(all))
	}
	path := filepath.Join(t.TempDir(), "van-ban.pdf")
	for i, name := range slices.Sorted(maps.Keys(all)) {
		if i%3 > 0 && os.Getenv("KETLUAN_CRAFTED") == "" {
			continue // a third of them, which takes a third of a minute
		}
		save(t, path, all[name]())
		debug.FreeOSMemory() // a process counts what its parent held, too
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		c := exec.CommandContext(ctx, program, "verify", path)
		out, err := c.CombinedOutput()
		stop()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		usage := c.ProcessState.SysUsage().(*syscall.Rusage)
		cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		t.Logf("%-26s %6.2f s %4d MB exit %d %s", name, cpu.Seconds(), usage.Maxrss>>10, c.ProcessState.ExitCode(), lastLine(string(out)))
		if code := c.ProcessState.ExitCode(); code != allGood && code != someFailed || strings.Contains(string(out), "panic") {
			t.Errorf("%s: exit %d\n%s", name, code, out)
		}
		if cpu > craftedCPU || usage.Maxrss > craftedMemory {
			t.Errorf("%s: %v of the processor, %d MB", name, cpu, usage.Maxrss>>10)
		}
	}
	os.Remove(path)
}

func lastLine(out string) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return lines[len(lines)-1]
}
