//go:build linux

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ketluan/render/office"
	"ketluan/render/register"
)

// issuables writes n records that have neither number nor date, in two folders
// with one profile.
func issuables(t *testing.T, dir string, n int) {
	t.Helper()
	save(t, filepath.Join(dir, "so.profile.yaml"), slipsProfile)
	for i := range n {
		src := strings.Replace(slips, "profile: so", "profile: ../so", 1)
		save(t, filepath.Join(dir, fmt.Sprint("q", i%2), fmt.Sprintf("hop-%02d.yaml", i+1)), strings.Replace(src, "code: A", fmt.Sprintf("code: A%02d", i+1), 1))
	}
}

// issueOf is a run on the records of one folder, or of both.
func issueOf(program string, records ...string) *exec.Cmd {
	c := exec.Command(program, append([]string{"issue", "--date", "9/1/2026", "-o", "out"}, records...)...)
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	return c
}

// Two runs at once on one register, of one or of several records, killed at any
// moment, and then one that is not: no number is given twice, none is missing, a
// document keeps the number that it was given first, and its record and files are
// those whose sums the register has.
func TestIssueKilledAtRandom(t *testing.T) {
	program := built(t)
	kills := 24
	if os.Getenv("KETLUAN_CRASH") != "" {
		kills = 300
	}
	const records = 6
	chance := rand.New(rand.NewPCG(7, 7))
	t.Chdir(t.TempDir())
	half := 0
	for killed, round := 0, 0; killed < kills; round++ {
		dir := fmt.Sprint("round", round)
		issuables(t, dir, records)
		given := map[string]string{} // numbers by records
		for range 4 {
			runs := [2]*exec.Cmd{issueOf(program, "q0", "q1"), issueOf(program, "q1", "q0")}
			for _, c := range runs {
				c.Dir = dir
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
			}
			time.Sleep(time.Duration(chance.IntN(400)) * time.Millisecond)
			for _, c := range runs {
				c.Process.Kill()
				if c.Wait() != nil {
					killed++
				}
			}
			half += remember(t, dir, given)
		}
		last := issueOf(program, "q0", "q1")
		last.Dir = dir
		if said, err := last.CombinedOutput(); err != nil || strings.Contains(string(said), "thiếu") {
			t.Fatalf("round %d: %v\n%s", round, err, said)
		}
		wholeRegister(t, dir, records, given)
		if t.Failed() {
			t.FailNow()
		}
		os.RemoveAll(dir)
	}
	t.Logf("documents left half issued: %d", half)
	if half == 0 && kills > 100 {
		t.Error("no run was killed between the number and the files")
	}
}

// theRegister reads the register of a round; nil before there is one.
func theRegister(t *testing.T, dir string) *register.Register {
	t.Helper()
	name := filepath.Join(dir, "stc-2026.register.yaml")
	src, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		return nil
	}
	r, problems := register.Read(name, src)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v\n%s", err, problems, src)
	}
	return r
}

// remember holds the register to the numbers that it gave before, and counts the
// documents that are half issued.
func remember(t *testing.T, dir string, given map[string]string) (half int) {
	t.Helper()
	r := theRegister(t, dir)
	if r == nil {
		return 0
	}
	for _, d := range r.Documents {
		if was := given[d.Record]; was != "" && was != d.Number {
			t.Errorf("%s: %s had the number %s, now %s", dir, d.Record, was, d.Number)
		}
		if given[d.Record] = d.Number; d.State == register.Issuing {
			half++
		}
	}
	return half
}

// wholeRegister holds everything to what the register says.
func wholeRegister(t *testing.T, dir string, records int, given map[string]string) {
	t.Helper()
	remember(t, dir, given)
	r := theRegister(t, dir)
	named := map[string]bool{}
	if len(r.Documents) != records || len(given) != records {
		t.Errorf("%s: %d documents of %d records", dir, len(r.Documents), len(given))
	}
	for _, s := range r.Series() {
		if len(s.Missing) > 0 || s.Documents[0].Number != "01" {
			t.Errorf("%s: numbers are missing: %v", dir, s.Missing)
		}
	}
	for _, d := range r.Documents {
		if d.State != register.Issued {
			t.Errorf("%s: %s is %s", dir, d.Number, d.State)
		}
		record := textOf(t, filepath.Join(dir, d.Record))
		if office.SumOf([]byte(record)) != d.Sum || !strings.Contains(record, fmt.Sprintf("number: %q\ndate: 09/01/2026\n", d.Number)) {
			t.Errorf("%s: the record of %s is %s", dir, d.Number, record)
		}
		for _, f := range d.Files {
			named[f.Name] = true
			if src := textOf(t, filepath.Join(dir, "out", f.Name)); office.SumOf([]byte(src)) != f.Sum || len(src) != f.Size {
				t.Errorf("%s: %s is not what was issued", dir, f.Name)
			}
		}
	}
	for name := range tree(t, filepath.Join(dir, "out")) {
		if !named[name] {
			t.Errorf("%s: out/%s is left over", dir, name)
		}
	}
}

// Two whole runs at once, on records of their own, share the numbers: none waits
// in vain.
func TestIssueTwoBatches(t *testing.T) {
	program := built(t)
	t.Chdir(t.TempDir())
	issuables(t, ".", 12)
	runs := [2]*exec.Cmd{issueOf(program, "q0"), issueOf(program, "q1")}
	var said [2]strings.Builder
	for i, c := range runs {
		c.Stdout, c.Stderr = &said[i], &said[i]
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i, c := range runs {
		if err := c.Wait(); err != nil {
			t.Errorf("%v: %s", err, &said[i])
		}
	}
	wholeRegister(t, ".", 12, map[string]string{})
}
