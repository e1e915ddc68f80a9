//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

const (
	perQuarter = 1000
	mostMemory = 200  // MB, of a batch or a merge
	mostGrowth = 1.20 // from one quarter to all
)

// What a batch, its shards and their merge hold does not grow with the quarters.
// KETLUAN_MEMORY=10 measures as many quarters of 1,000 records against one, with the
// workbooks of all units and of each quarter: it takes minutes.
func TestMemoryIsLevel(t *testing.T) {
	quarters, _ := strconv.Atoi(os.Getenv("KETLUAN_MEMORY"))
	if quarters < 2 {
		t.Skip("takes minutes: KETLUAN_MEMORY=10 measures ten quarters of 1,000 records")
	}
	program := built(t)
	one, all := peaks(t, program, 1), peaks(t, program, quarters)
	for name, peak := range all {
		t.Logf("%s: %.0f MB for one quarter, %.0f for %d", name, one[name], peak, quarters)
		if peak > mostMemory || peak > one[name]*mostGrowth {
			t.Errorf("%s: %.0f MB for %d quarters, %.0f for one", name, peak, quarters, one[name])
		}
	}
}

// peaks are the most that the runs over so many quarters hold, in MB.
func peaks(t *testing.T, program string, quarters int) map[string]float64 {
	dir := t.TempDir()
	records, out, parts := filepath.Join(dir, "records"), filepath.Join(dir, "out"), filepath.Join(dir, "parts")
	generate(t, records, perQuarter*quarters, 1)
	spread(t, records, quarters)
	all := map[string]float64{"batch": peakOf(t, program, "batch", records, "-o", out)}
	os.RemoveAll(out)
	for n := range 2 {
		all["shard"] = max(all["shard"], peakOf(t, program, "batch", records, "-o", parts, "--shard", fmt.Sprintf("%d/2", n+1), "--only", "xlsx", "--no-units"))
	}
	all["merge"] = peakOf(t, program, "batch", "merge", parts, "--no-units")
	os.RemoveAll(dir)
	return all
}

// spread puts generated records into as many quarters, one after the other.
func spread(t *testing.T, records string, quarters int) {
	files, err := filepath.Glob(filepath.Join(records, "*", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	for i, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		q := i * quarters / len(files)
		save(t, name, fmt.Sprintf("quarter: %d-Q%d\n%s", 2018+q/4, 1+q%4, src))
	}
}

func peakOf(t *testing.T, program string, args ...string) float64 {
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = io.Discard, os.Stderr
	if err := c.Run(); err != nil {
		t.Fatal(args, err)
	}
	return float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
}
