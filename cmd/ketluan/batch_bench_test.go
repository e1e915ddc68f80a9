//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

// BenchmarkBatch runs the program itself over generated records, in a process
// of its own, whose peak memory the system tells. Without -short also 10,000. Of a
// record with the workbooks of its units these are 38 % of the time, a third of that
// deflate; the notice is 19 %, reading 19 % (records beyond the first 300 are read
// twice), putting the files in their places 13 %, garbage 6 %. Over a quarter's
// workbooks garbage is a quarter of the time: what lives is near to batchMemory.
// TestMemoryIsLevel holds what a batch may take of memory.
func BenchmarkBatch(b *testing.B) {
	program := built(b)
	for _, kind := range []struct {
		name string
		args []string
	}{{"records", []string{"--records-only", "--no-units"}}, {"units", []string{"--records-only"}}, {"quarter", nil}} {
		for _, n := range []int{100, 1000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", kind.name, n), func(b *testing.B) {
				if n > 1000 && (testing.Short() || kind.name != "records") {
					b.Skip("takes minutes")
				}
				dir := b.TempDir()
				generate(b, filepath.Join(dir, "records"), n, 1)
				var peak int64
				var cpu time.Duration
				runs := 0
				for b.Loop() {
					c := exec.Command(program, append([]string{"batch", filepath.Join(dir, "records"), "-o", filepath.Join(dir, fmt.Sprint("out", runs))}, kind.args...)...)
					c.Stdout, c.Stderr = io.Discard, os.Stderr
					if err := c.Run(); err != nil {
						b.Fatal(err)
					}
					runs++
					peak = max(peak, c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
					cpu += c.ProcessState.UserTime() + c.ProcessState.SystemTime()
				}
				b.ReportMetric(float64(n*runs)/b.Elapsed().Seconds(), "records/s")
				b.ReportMetric(cpu.Seconds()*1000/float64(n*runs), "cpu-ms/record")
				b.ReportMetric(float64(peak)/1024, "peak-MB")
			})
		}
	}
}

// built builds the program for a test: as it is given away, without the race
// detector.
func built(tb testing.TB) string {
	tb.Helper()
	racing.Skip(tb)
	program := filepath.Join(tb.TempDir(), "ketluan")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		tb.Fatalf("%v: %s", err, out)
	}
	return program
}
