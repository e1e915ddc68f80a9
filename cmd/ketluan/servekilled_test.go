package main

import (
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A client of the workbench keeps its session and knows one record.
type client struct {
	http.Client
	address string // of the record
	base    string // the sum of what the file is
}

// enter opens the first address, and the only record of the folder.
func enter(t *testing.T, first string) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &client{Client: http.Client{Jar: jar, Timeout: 20 * time.Second}}
	root, _, _ := strings.Cut(first, "/mo?")
	fetched(t, &c.Client, first)
	_, list := fetched(t, &c.Client, root+"/")
	id := regexp.MustCompile(`/ban-ghi/[0-9a-f]{16}`).FindString(list)
	if id == "" {
		t.Fatal(list)
	}
	c.address = root + id
	_, file := fetched(t, &c.Client, c.address+"/tep")
	var now struct{ Sum string }
	if err := json.Unmarshal([]byte(file), &now); err != nil || now.Sum == "" {
		t.Fatalf("%v: %s", err, file)
	}
	c.base = now.Sum
	return c
}

// save reports whether a text was saved; not where the program has gone.
func (c *client) save(text string) bool {
	question, err := json.Marshal(map[string]string{"text": text, "base": c.base})
	if err != nil {
		return false
	}
	answer, err := c.Post(c.address+"/luu", "application/json", strings.NewReader(string(question)))
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	var now struct{ Sum string }
	b, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK || json.Unmarshal(b, &now) != nil {
		return false
	}
	c.base = now.Sum
	return true
}

// Killed at any moment while it saves, the workbench leaves a file that is one of
// those that were sent, none before the last that it has said is saved; the next
// start saves again, and nothing else lies in the folder.
func TestServeKilledSaving(t *testing.T) {
	cache := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + cache, "HOME=" + cache, "LocalAppData=" + cache}
	dir := t.TempDir()
	const name = "mot.yaml"
	first := "meeting-date: 28/9/2020\nsubject: Kết luận\n" + strings.Repeat("# "+strings.Repeat("ghi chú ", 40)+"\n", 400)
	save(t, filepath.Join(dir, name), first)
	sent, last, saved := []string{first}, 0, 0
	chance := rand.New(rand.NewPCG(21, 5))
	for range 8 {
		s := startServing(t, env, dir)
		c := enter(t, s.address)
		gone := make(chan bool)
		kill := func() { s.Process.Kill(); s.Wait(); close(gone) }
		for before := 1 + chance.IntN(3); ; before-- { // texts that are saved in peace
			if before == 0 {
				time.AfterFunc(time.Duration(chance.IntN(40_000))*time.Microsecond, kill)
			}
			sent = append(sent, first+"# "+strings.Repeat("x", len(sent))+"\n")
			if !c.save(sent[len(sent)-1]) {
				break
			}
			last, saved = len(sent)-1, saved+1
		}
		<-gone
		src, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		at := len(src) - len(first) - len("# \n")
		if at = max(at, 0); at >= len(sent) || string(src) != sent[at] || at < last {
			t.Fatalf("the file has %d bytes; saved was text %d of %d", len(src), last, len(sent))
		}
		last = at
	}
	if saved < 8 {
		t.Errorf("only %d times was anything saved", saved)
	}
	s := startServing(t, env, dir)
	if c := enter(t, s.address); !c.save(first) {
		t.Error("nothing is saved any more")
	}
	all, err := os.ReadDir(dir)
	if err != nil || len(all) != 1 || all[0].Name() != name {
		t.Errorf("%v %v", all, err)
	}
}
