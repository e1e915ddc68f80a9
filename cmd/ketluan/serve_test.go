package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

var firstAddress = regexp.MustCompile(`^http://127\.0\.0\.1:\d+/[0-9a-f]{16}/mo\?khoa=[0-9a-f]{64}$`)

// A served is the program as it serves a folder.
type served struct {
	*exec.Cmd
	address string
	errs    *strings.Builder
}

// startServing starts the program and waits for its address.
func startServing(t *testing.T, env []string, args ...string) *served {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &served{Cmd: exec.Command(path, append([]string{"serve", "--no-open"}, args...)...), errs: new(strings.Builder)}
	s.Args[0] = "ketluan" // TestMain runs the program by that name
	s.Env = append(os.Environ(), env...)
	s.Stderr = s.errs
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Process.Kill(); s.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v: %s", err, s.errs)
	}
	s.address = strings.TrimSpace(line)
	return s
}

// The program serves a folder, a second start finds the first, and a signal ends
// it with nothing left behind.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	cache := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + cache, "HOME=" + cache}
	dir := t.TempDir()
	if err := copyYAML("../../examples", filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	for _, signal := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		first := startServing(t, env, dir)
		if !firstAddress.MatchString(first.address) {
			t.Fatalf("%q", first.address)
		}
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		client := http.Client{Jar: jar, Timeout: 20 * time.Second}
		root, _, _ := strings.Cut(first.address, "/mo?")
		if status, _ := fetched(t, &client, root+"/"); status != http.StatusUnauthorized {
			t.Errorf("without the secret: %d", status)
		}
		fetched(t, &client, first.address)
		if status, body := fetched(t, &client, root+"/"); status != http.StatusOK || !strings.Contains(body, "a/2026-q1-giao-ban.yaml") {
			t.Errorf("%d %s", status, body)
		}
		sameAsRendered(t, &client, root, filepath.Join(dir, "a"))
		second := startServing(t, env, dir)
		if err := second.Wait(); err != nil || second.address != first.address || !strings.Contains(second.errs.String(), "đang được mở sẵn") {
			t.Errorf("the second start: %v, %s, %s", err, second.address, second.errs)
		}
		first.Process.Signal(signal)
		if err := first.Wait(); err != nil {
			t.Errorf("%v: %v %s", signal, err, first.errs)
		}
		if left, _ := filepath.Glob(filepath.Join(cache, "*", "*")); len(left) != 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// sameAsRendered holds the files that are fetched to those that render makes,
// byte for byte.
func sameAsRendered(t *testing.T, c *http.Client, root, dir string) {
	t.Helper()
	const stem = "2026-q1-giao-ban"
	_, list := fetched(t, c, root+"/")
	id := regexp.MustCompile(`/ban-ghi/([0-9a-f]{16})">[^<]*</a><span class="file">a/` + stem).FindStringSubmatch(list)
	if id == nil {
		t.Fatalf("%s", list)
	}
	for kind, flags := range map[string]string{"pdf": "--only pdf", "word": "--only docx", "theo-doi": "--only xlsx", "du-thao": "--only pdf --draft"} {
		out := t.TempDir()
		if status, _, errs := runHere(t.Context(), nil, append([]string{"render", filepath.Join(dir, stem+".yaml"), "-o", out}, strings.Fields(flags)...)...); status != allGood {
			t.Fatal(errs)
		}
		made := tree(t, out)
		status, body := fetched(t, c, root+"/ban-ghi/"+id[1]+"/tai/"+kind)
		if len(made) != 1 || status != http.StatusOK {
			t.Errorf("%s: %d, render makes %d files", kind, status, len(made))
		}
		for name, want := range made {
			if body != want {
				t.Errorf("%s is not %s: %d bytes, %d", kind, name, len(body), len(want))
			}
		}
	}
}

func fetched(t *testing.T, c *http.Client, address string) (status int, body string) {
	t.Helper()
	answer, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(b)
}

// A start that was killed stands in the way of none; after it the folder is whole.
func TestServeAfterKill(t *testing.T) {
	cache := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + cache, "HOME=" + cache, "LocalAppData=" + cache}
	dir := t.TempDir()
	first := startServing(t, env, dir)
	first.Process.Kill()
	first.Wait()
	second := startServing(t, env, dir)
	if second.address == first.address || !firstAddress.MatchString(second.address) {
		t.Errorf("%s, then %s", first.address, second.address)
	}
	if all, _ := os.ReadDir(dir); len(all) != 0 {
		t.Errorf("%v", all)
	}
}

// From the start to the address that can be opened it is less than 150 ms of work.
func TestServeStartsQuickly(t *testing.T) {
	racing.Skip(t)
	cache := t.TempDir()
	best := time.Hour
	for range 5 {
		s := startServing(t, []string{"XDG_CACHE_HOME=" + cache, "HOME=" + cache}, t.TempDir())
		client := http.Client{Timeout: 5 * time.Second}
		fetched(t, &client, s.address)
		s.Process.Signal(os.Interrupt)
		s.Wait()
		best = min(best, s.ProcessState.UserTime()+s.ProcessState.SystemTime())
	}
	if best > 150*time.Millisecond {
		t.Errorf("%v", best)
	}
}

// What serve is asked for and cannot do is said.
func TestServeMisuse(t *testing.T) {
	dir := t.TempDir()
	for args, want := range map[string]string{
		dir + " --listen 0.0.0.0": "0.0.0.0 is not an address of this machine alone", dir + " --listen example.com": "example.com is not an address",
		dir + " --port 70000": "--port does not take 70000", dir + " " + dir: "one folder at a time", "../../README.md": "is a file, not a folder",
		filepath.Join(dir, "not-there"): "there is no such file or folder",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		status, out, errs := runHere(ctx, nil, append([]string{"serve", "--no-open", "--lang", "en"}, strings.Fields(args)...)...)
		cancel()
		if status != wrongUsage || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%s: %d %q %q", args, status, out, errs)
		}
	}
}
