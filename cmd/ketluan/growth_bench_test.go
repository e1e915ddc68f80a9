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
// too much. It is the time of the processor, of each the least of several runs
// (-benchtime 3x), and less what is taken over one of the kind. What a neighbour does
// to the caches is up to a third of it: a growth that is too much is measured on, for
// as many runs again up to four times, for the least of more is nearer to the truth.
//
//	go test ./cmd/ketluan -run - -bench Growth -benchtime 3x -timeout 2h
func BenchmarkGrowth(b *testing.B) {
	program := built(b)
	all := growings()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.Run(name, func(b *testing.B) {
			g, dir := all[name], b.TempDir()
			var fixed, once, twice used
			for i, u := range []*used{&fixed, &once, &twice} {
				n := []int{1, g.n, 2 * g.n}[i]
				dir := filepath.Join(dir, strconv.Itoa(n))
				if err := os.Mkdir(dir, 0o777); err != nil {
					b.Fatal(err)
				}
				*u = used{args: g.make(b, dir, n), exit: g.exit, cpu: time.Hour}
				u.run(b, program)
			}
			round := func() {
				fixed.run(b, program)
				once.run(b, program)
				twice.run(b, program)
			}
			growth := func() float64 { return float64(twice.cpu-fixed.cpu) / float64(max(once.cpu-fixed.cpu, trifle)) }
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				if i > 0 { // each has run once
					round()
				}
			}
			for i := 0; i < 4*b.N && growth() > tooMuch; i++ {
				round()
			}
			b.ReportMetric(growth(), "growth")
			b.ReportMetric(float64(twice.cpu)/1e6, "cpu-ms/twice")
			b.ReportMetric(float64(twice.memory>>10), "MB/twice")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// used is what a command took, the least of its runs.
type used struct {
	args   []string
	exit   int // that is no fault
	cpu    time.Duration
	memory int64 // kB
}

func (u *used) run(tb testing.TB, program string) {
	c := exec.Command(program, u.args...)
	c.Stdout, c.Stderr = io.Discard, io.Discard
	c.Run() // with findings it exits 1
	if code := c.ProcessState.ExitCode(); code != allGood && code != someFailed && code != u.exit {
		tb.Fatalf("%v: exit %d, %v", u.args, code, c.ProcessState)
	}
	u.cpu = min(u.cpu, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	u.memory = c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}
