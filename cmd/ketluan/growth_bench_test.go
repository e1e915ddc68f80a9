//go:build unix

package main

import (
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A growing is a kind of input that can become long: what a command takes that is
// given n of it, and twice as many.
type growing struct {
	n    int // as large as the limits admit twice, or beyond them, which ends the command soon
	make func(tb testing.TB, dir string, n int) (args []string)
	exit int // with which the command may end, beside allGood and someFailed
}

// refused is a kind that is misuse.
func (g growing) refused() growing {
	g.exit = wrongUsage
	return g
}

// growings are all kinds by their names.
func growings() map[string]growing {
	all := map[string]growing{}
	for _, some := range []map[string]growing{growingRecords(), growingTexts(), growingReturns(), growingFiles(), growingTemplates()} {
		maps.Copy(all, some)
	}
	return all
}

// repeated writes what format makes of 0 to n-1: # is the number.
func repeated(n int, format string) string {
	var b strings.Builder
	parts := strings.Split(format, "#")
	for i := range n {
		for j, p := range parts {
			if j > 0 {
				b.WriteString(strconv.Itoa(i))
			}
			b.WriteString(p)
		}
	}
	return b.String()
}

// A trifle is too little to be told from what every run takes, which differs by as
// much: where the limits admit no more than twice of it, it is no matter how it grows.
const trifle = 100 * time.Millisecond

// tooMuch is what no growth may be more than.
const tooMuch = 2.5

// BenchmarkGrowth tells how much longer the program takes over twice as much of
// each kind: 2 is as it should be, less where a limit ends it, and more than 2.5 is
// too much. It is the time of the processor, less what is taken over one of the kind:
// the median of several rounds (-benchtime 3x), for a machine is quicker and slower by
// the second, and what runs in turn is told from that best. What is too much is measured
// on, for as many rounds again up to four times.
//
//	go test ./cmd/ketluan -run - -bench Growth -benchtime 3x -timeout 2h
func BenchmarkGrowth(b *testing.B) {
	program := built(b)
	all := growings()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.Run(name, func(b *testing.B) {
			g, dir := all[name], b.TempDir()
			var runs [3]used // of one of the kind, of n, of twice as many
			for i, n := range []int{1, g.n, 2 * g.n} {
				dir := filepath.Join(dir, strconv.Itoa(n))
				if err := os.Mkdir(dir, 0o777); err != nil {
					b.Fatal(err)
				}
				runs[i] = used{args: g.make(b, dir, n), exit: g.exit}
			}
			var growths []float64
			least := time.Hour
			round := func() {
				fixed, once, twice := runs[0].run(b, program), runs[1].run(b, program), runs[2].run(b, program)
				least = min(least, twice)
				growths = append(growths, float64(twice-fixed)/float64(max(once-fixed, trifle)))
				slices.Sort(growths)
			}
			growth := func() float64 { return growths[len(growths)/2] }
			b.ResetTimer()
			for b.Loop() {
				round()
			}
			for i := 0; i < 4*b.N && growth() > tooMuch; i++ {
				round()
			}
			b.ReportMetric(growth(), "growth")
			b.ReportMetric(float64(least)/1e6, "cpu-ms/twice")
			b.ReportMetric(float64(runs[2].memory>>10), "MB/twice")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// used is what a command took.
type used struct {
	args   []string
	exit   int   // that is no fault
	memory int64 // kB, the most of its runs
}

// run returns the time of the processor.
func (u *used) run(tb testing.TB, program string) time.Duration {
	c := exec.Command(program, u.args...)
	c.Stdout, c.Stderr = io.Discard, io.Discard
	c.Run() // with findings it exits 1
	if code := c.ProcessState.ExitCode(); code != allGood && code != someFailed && code != u.exit {
		tb.Fatalf("%v: exit %d, %v", u.args, code, c.ProcessState)
	}
	u.memory = max(u.memory, c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}
