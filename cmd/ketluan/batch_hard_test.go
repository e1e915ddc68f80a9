//go:build linux

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"ketluan/render/batch"
)

// Killed at any moment twenty times, a run leaves no part of a file under the
// name of one, and the last makes what an undisturbed one makes.
func TestKilled(t *testing.T) {
	program := built(t)
	t.Chdir(t.TempDir())
	generate(t, "records", 12, 11)
	batchWith := func(out string) *exec.Cmd {
		return exec.Command(program, "batch", "records", "-o", out)
	}
	if out, err := batchWith("whole").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := tree(t, "whole")
	chance := rand.New(rand.NewPCG(1, 1))
	killed := 0
	for i := range 20 {
		if i%5 == 0 {
			if err := os.RemoveAll("out"); err != nil {
				t.Fatal(err)
			}
		}
		os.Remove("out/manifest.json") // of a run that came to its end
		if killedAfter(t, batchWith("out"), chance.IntN(14), time.Duration(chance.IntN(10))*time.Millisecond) {
			killed++
		}
		if _, err := os.Stat("out"); err != nil {
			continue
		}
		for path, content := range tree(t, "out") {
			if !strings.HasPrefix(path, ".ketluan/") && content != whole[path] {
				t.Errorf("run %d left %s with %d of %d bytes", i, path, len(content), len(whole[path]))
			}
		}
	}
	if out, err := batchWith("out").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	sameTree(t, "after all", tree(t, "out"), whole)
	if killed < 10 {
		t.Errorf("only %d runs were killed", killed)
	}
}

// killedAfter kills a run that has said so many lines, some time later. It
// reports whether that was before its end.
func killedAfter(t *testing.T, c *exec.Cmd, lines int, later time.Duration) bool {
	t.Helper()
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for range lines {
		said.Scan()
	}
	time.Sleep(later)
	c.Process.Kill()
	return c.Wait() != nil
}

// On a full disk a run stops with one clear error, what stood there stands
// still, and no part of a file does; with room again it goes on.
func TestFullDisk(t *testing.T) {
	program := built(t)
	t.Chdir(t.TempDir())
	generate(t, "records", 12, 13)
	if out, err := exec.Command(program, "batch", "records", "-o", "whole", "--no-units").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := tree(t, "whole")
	if err := os.Mkdir("small", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", "small", "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	defer syscall.Unmount("small", 0)
	save(t, "small/mine", "mine")
	c := exec.Command(program, "batch", "records", "-o", "small/out", "--no-units")
	var errs bytes.Buffer
	c.Stderr = &errs
	if c.Run(); c.ProcessState.ExitCode() != someFailed || strings.Count(errs.String(), "đĩa đầy") > 3 || !strings.Contains(errs.String(), "đĩa đầy") {
		t.Fatalf("%v: %s", c.ProcessState, &errs)
	}
	for path, content := range tree(t, "small/out") {
		if path != "manifest.json" && content != whole[path] {
			t.Errorf("%s has %d of %d bytes", path, len(content), len(whole[path]))
		}
	}
	if err := syscall.Mount("tmpfs", "small", "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, "batch", "records", "-o", "small/out", "--no-units").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	sameTree(t, "with room", tree(t, "small/out"), whole)
	if textOf(t, "small/mine") != "mine" {
		t.Error("another file was touched")
	}
}

// A folder that cannot be written to is one error, before any record is made.
func TestUnwritable(t *testing.T) {
	t.Chdir(t.TempDir())
	generate(t, "records", 3, 13)
	out := "out"
	save(t, "file", "")
	if os.Getuid() == 0 { // root may write anywhere but here
		out = "/proc/out"
	} else if err := os.Mkdir(out, 0o555); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{out, "file/out"} {
		_, errs := batchHere(t, someFailed, "records", "-o", dir)
		if strings.Count(errs, "gợi ý") != 1 {
			t.Errorf("%s: %s", dir, errs)
		}
	}
	said, _ := batchHere(t, someFailed, "records", "-o", "file/out", "--json")
	var r batch.Outcome
	if err := json.Unmarshal([]byte(said), &r); err != nil || len(r.Failed) != 1 || r.Written != 0 {
		t.Errorf("%v: %s", err, said)
	}
}
