//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/office"
)

// BenchmarkMake takes the same 300 records to their notices by the pipeline alone, in
// this process, and by the program, in turn: machines are quicker and slower by the
// minute. The goal is that the commands take at most 1.3 times the pipeline's CPU. What
// they take more is the file system's, two thirds; what the check finds that would stop
// a notice; and 0.04 s of each run, to begin. Their files stay until all have run: for
// six minutes ext4 looks long for room where much was deleted, which is 0.2 more.
//
//	go test ./cmd/ketluan -run - -bench Make -benchtime 10x
func BenchmarkMake(b *testing.B) {
	const n = 300
	dir := b.TempDir()
	generate(b, filepath.Join(dir, "records"), n, 1)
	files, err := filepath.Glob(filepath.Join(dir, "records", "*", "*.yaml"))
	if err != nil || len(files) != n {
		b.Fatal(len(files), err)
	}
	program, runs := built(b), 0
	command := func(args ...string) time.Duration {
		runs++
		c := exec.Command(program, append(args, "--only", "pdf", "-o", filepath.Join(dir, strconv.Itoa(runs)))...)
		c.Stdout, c.Stderr = io.Discard, os.Stderr
		if err := c.Run(); err != nil {
			b.Fatal(err)
		}
		return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	}
	var alone, render, batch time.Duration
	for b.Loop() {
		before := spent()
		pipeline(b, files)
		alone += spent() - before
		render += command(append([]string{"render"}, files...)...)
		batch += command("batch", filepath.Join(dir, "records"))
	}
	b.ReportMetric(alone.Seconds()*1000/float64(n*b.N), "cpu-ms/record")
	b.ReportMetric(render.Seconds()/alone.Seconds(), "render/pipeline")
	b.ReportMetric(batch.Seconds()/alone.Seconds(), "batch/pipeline")
	b.ReportMetric(0, "ns/op")
}

// pipeline reads records and makes their notices, which nobody keeps.
func pipeline(b *testing.B, files []string) {
	family, err := fonts.Liberation()
	if err != nil {
		b.Fatal(err)
	}
	t, err := office.BuiltIn("thong-bao-ket-luan")
	if err != nil {
		b.Fatal(err)
	}
	r, err := render.New(render.Options{Family: family, Document: t.Template})
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		rec, problems := r.Read(file, src, func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(filepath.Dir(file), path)) })
		if len(problems) > 0 {
			b.Fatal(problems)
		}
		if _, err := r.Files(rec); err != nil {
			b.Fatal(err)
		}
	}
}

// spent is the CPU that this process took, of the user and of the system.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
