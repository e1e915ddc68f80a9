//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A crash is a command that is killed at each call that changes the disk.
type crash struct {
	name  string
	ready func(t *testing.T, program string) // makes what the command works on, in the working folder
	args  []string
	again int // the exit status of a run after one that came to its end
}

const slips = `code: A
profile: so.profile.yaml
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: "Công khai dự toán , quyết toán  năm 2026", lead: Phòng Ngân sách, deadline: 31/12/2026, product: Công văn}
signer: {position: Giám đốc, name: Nguyễn Văn A}
`

const slipsProfile = `agency: {parent: UBND tỉnh, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách}]
recipients: ["Các phòng  thuộc Sở", "Lưu : VT, VP"]
`

// crashes are the commands that change files.
var crashes = []crash{
	{"render", func(t *testing.T, program string) {
		save(t, "a.yaml", slips)
		save(t, "so.profile.yaml", slipsProfile)
		save(t, "out/a/a.pdf", "of somebody else")
		save(t, "out/a/a-theo-doi.xlsx", "of somebody else too")
	}, []string{"render", "a.yaml", "-o", "out"}, allGood},
	{"send", func(t *testing.T, program string) {
		save(t, "a.yaml", slips)
		save(t, "so.profile.yaml", slipsProfile)
		save(t, "out/a/gui-thu/a.pdf", "of somebody else")
	}, []string{"send", "a.yaml", "-o", "out"}, allGood},
	{"issue", func(t *testing.T, program string) {
		save(t, "q1/a.yaml", strings.Replace(slips, "profile: so", "profile: ../so", 1))
		save(t, "so.profile.yaml", slipsProfile)
		save(t, "out/a/a.pdf", "of somebody else")
	}, []string{"issue", "q1/a.yaml", "-o", "out", "--date", "9/1/2026"}, allGood},
	{"init", func(*testing.T, string) {}, []string{"init", "-y", "--meeting-date", "6/10/2026"}, someFailed},
	{"carry", func(t *testing.T, program string) {
		save(t, "2026-q1-a.yaml", slips)
		save(t, "so.profile.yaml", slipsProfile)
	}, []string{"carry", "2026-q1-a.yaml", "--to", "2026-Q2", "--as-of", "31/3/2026"}, someFailed},
	{"fix", func(t *testing.T, program string) {
		save(t, "a.yaml", slips)
		save(t, "so.profile.yaml", slipsProfile)
	}, []string{"check", "--fix", "a.yaml"}, allGood},
	{"collect", func(t *testing.T, program string) {
		if err := os.CopyFS("examples", os.DirFS(filepath.Join(examplesOf(t)))); err != nil {
			t.Fatal(err)
		}
		sentBack(t, "a.xlsx", "khtc", "H+2", "đang thực hiện", "K+2", "của khtc")
	}, []string{"collect", "examples/2020-q3-giao-ban.yaml", "a.xlsx", "--as-of", "20/11/2020"}, allGood},
	{"collect folder", func(t *testing.T, _ string) {
		generate(t, "records", 2, 4)
		inboxOf(t, "inbox", 2)
		if err := os.RemoveAll("sent"); err != nil {
			t.Fatal(err)
		}
	}, []string{"collect", "records", "inbox", "--as-of", "31/12/2030"}, allGood},
	{"batch", func(t *testing.T, program string) {
		generate(t, "records", 3, 5)
		if said, err := exec.Command(program, "batch", "records", "-o", "out", "--no-units").CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		edit(t, "records/00/cuoc-hop-00001.yaml", "Chủ trì kết luận", "đồng chí kết luận")
		save(t, "out/cuoc-hop-00001/cuoc-hop-00001.pdf", "changed by hand")
	}, []string{"batch", "records", "-o", "out", "--no-units", "-j", "1"}, allGood},
	{"merge", func(t *testing.T, program string) {
		generate(t, "records", 3, 6)
		for _, shard := range []string{"1/2", "2/2"} {
			out := "part" + shard[:1]
			if said, err := exec.Command(program, "batch", "records", "-o", out, "--no-units", "--shard", shard).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, said)
			}
		}
	}, []string{"batch", "merge", "part1", "part2", "-o", "part1", "--no-units"}, someFailed},
}

func examplesOf(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(os.Getenv("KETLUAN_EXAMPLES"))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// changing are the calls of the system at which a run is killed.
var changing = []string{"renameat", "linkat", "unlinkat", "mkdirat", "write", "fsync", "syncfs", "fchmodat", "openat"}

// Killed at each of its renames, writes, openings and syncs in turn, a command
// that is run again ends as if it had never been disturbed, and leaves nothing
// behind. Every n-th point only, unless KETLUAN_CRASH is 1.
func TestCrashPoints(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	t.Setenv("KETLUAN_EXAMPLES", "../../examples")
	t.Setenv("KETLUAN_EXAMPLES", examplesOf(t))
	t.Setenv("GOMAXPROCS", "1")
	stride := 17
	if os.Getenv("KETLUAN_CRASH") != "" {
		stride = 1
	}
	program := built(t)
	points := 0
	for _, c := range crashes {
		t.Run(c.name, func(t *testing.T) { points += c.run(t, program, stride) })
	}
	t.Logf("%d points", points)
}

func (c crash) run(t *testing.T, program string, stride int) (points int) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("ready", 0o777); err != nil {
		t.Fatal(err)
	}
	here, _ := os.Getwd()
	t.Chdir("ready")
	c.ready(t, program)
	t.Chdir(here)
	end := func(dir string, want ...int) {
		t.Helper()
		again := exec.Command(program, c.args...)
		again.Dir = dir
		out, _ := again.CombinedOutput()
		for _, status := range want {
			if again.ProcessState.ExitCode() == status {
				return
			}
		}
		t.Fatalf("%s ends with %v: %s", dir, again.ProcessState, out)
	}
	fresh := func(dir string) {
		t.Helper()
		if err := os.CopyFS(dir, os.DirFS("ready")); err != nil {
			t.Fatal(err)
		}
	}
	fresh("want")
	end("want", allGood)
	want := tree(t, "want")
	for _, call := range changing {
		for n := 1; ; n += stride {
			dir := fmt.Sprintf("%s-%d", call, n)
			fresh(dir)
			if !killedAt(t, program, dir, c.args, call, n) {
				break
			}
			points++
			end(dir, allGood, c.again)
			sameTree(t, dir, tree(t, dir), want)
			if t.Failed() {
				t.FailNow()
			}
			os.RemoveAll(dir)
		}
	}
	return points
}

// killedAt kills the program at its n-th call and reports whether it came so far.
func killedAt(t *testing.T, program, dir string, args []string, call string, n int) bool {
	t.Helper()
	calls := call
	if call == "renameat" || call == "fchmodat" {
		calls += ",?" + call + "2"
	}
	c := exec.Command("strace", append([]string{"-f", "-qq", "-o", os.DevNull, "-e", "signal=none", "-e", "trace=" + calls,
		"-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", calls, n), program}, args...)...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if c.ProcessState == nil || strings.Contains(string(out), "strace: ") {
		t.Fatalf("%v: %s", err, out)
	}
	status, ok := c.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled()
}

// Of two batches on one folder at once each ends well, or says that another
// run holds the folder and changes nothing.
func TestTwoBatches(t *testing.T) {
	program := built(t)
	t.Chdir(t.TempDir())
	generate(t, "records", 4, 9)
	batchOf := func(out string) *exec.Cmd { return exec.Command(program, "batch", "records", "-o", out, "--no-units") }
	if out, err := batchOf("whole").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := tree(t, "whole")
	for round := range 20 {
		out := fmt.Sprint("out", round)
		runs := [2]*exec.Cmd{batchOf(out), batchOf(out)}
		var said [2]strings.Builder
		for i, c := range runs {
			c.Stderr = &said[i]
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(round) * 3 * time.Millisecond)
		}
		for i, c := range runs {
			if err := c.Wait(); err != nil && (c.ProcessState.ExitCode() != someFailed || !strings.Contains(said[i].String(), "một lần chạy khác")) {
				t.Errorf("round %d: %v: %s", round, err, &said[i])
			}
		}
		sameTree(t, out, tree(t, out), whole)
	}
}

// A run that was killed, whose record is then changed and changed back, ends
// as if undisturbed: what it had put in place is its own.
func TestKilledThenChanged(t *testing.T) {
	program := built(t)
	t.Chdir(t.TempDir())
	generate(t, "records", 6, 21)
	args := []string{"batch", "records", "--no-units", "-j", "1"}
	if out, err := exec.Command(program, append(args, "-o", "whole")...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := tree(t, "whole")
	record := "records/00/cuoc-hop-00001.yaml"
	args = append(args, "-o", "out")
	for round := range 4 {
		os.RemoveAll("out")
		original := textOf(t, record)
		killedAfter(t, exec.Command(program, args...), 3, 0)
		edit(t, record, "Chủ trì kết luận", "đồng chí kết luận")
		if round%2 == 0 {
			killedAfter(t, exec.Command(program, args...), 3, 0)
		} else if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		save(t, record, original)
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		sameTree(t, fmt.Sprint("round ", round), tree(t, "out"), whole)
	}
}
