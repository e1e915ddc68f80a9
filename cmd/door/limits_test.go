package door

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// dripped sends what it is given and returns what comes back until the other
// side closes, or a while has passed.
func dripped(t *testing.T, d *Door, send string) string {
	t.Helper()
	c, err := net.Dial("tcp", d.host)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(900 * time.Millisecond))
	io.WriteString(c, send)
	answer, err := io.ReadAll(bufio.NewReader(c))
	var late net.Error
	if errors.As(err, &late) && late.Timeout() {
		return "waits"
	}
	return string(answer)
}

// Heads that are too long, come too slowly, or stay too long are cut off; with
// the limit away each comes through or waits on.
func TestServerLimits(t *testing.T) {
	long := "GET / HTTP/1.1\r\nHost: a\r\nX: " + strings.Repeat("x", 40_000) + "\r\n\r\n"
	for name, c := range map[string]struct {
		limit   func(*Limits)
		without func(*Limits)
		send    string
		refused func(string) bool
	}{
		"a long head": {func(l *Limits) { l.Header = 8 << 10 }, func(l *Limits) { l.Header = 1 << 20 }, long, func(s string) bool { return s == "" || strings.Contains(s, " 431 ") }},
		"a slow head": {func(l *Limits) { l.HeadWithin = 50 * time.Millisecond }, func(l *Limits) { l.HeadWithin, l.Within = 0, 0 }, "GET / HT", func(s string) bool { return s != "waits" }},
		"a slow body": {func(l *Limits) { l.Within = 50 * time.Millisecond }, func(l *Limits) { l.Within = 0 }, "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9\r\n\r\nx", func(s string) bool { return s != "waits" }},
		"a connection that is kept": {func(l *Limits) { l.Idle = 50 * time.Millisecond }, func(l *Limits) { l.Idle, l.Within = 0, 0 },
			"GET / HTTP/1.1\r\nHost: a\r\n\r\n", func(s string) bool { return s != "waits" }},
	} {
		t.Run(name, func(t *testing.T) {
			try := func(change func(*Limits)) string {
				h := newHouse(t, "session")
				change(&h.limits)
				serve(t, h.Door, inside)
				return dripped(t, h.Door, strings.Replace(c.send, "HOST", h.host, 1))
			}
			if got := try(c.limit); !c.refused(got) {
				t.Errorf("with the limit: %.60s", got)
			}
			if got := try(c.without); c.refused(got) {
				t.Errorf("without it: %.60s", got)
			}
		})
	}
}

// No more connections are open at once than the limit.
func TestConnections(t *testing.T) {
	for limit, want := range map[int]string{1: "waits", 0: "HTTP/1.1 421"} {
		h := newHouse(t, "")
		h.limits.Connections = limit
		serve(t, h.Door, inside)
		first, err := net.Dial("tcp", h.host)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
		if got := dripped(t, h.Door, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"); !strings.HasPrefix(got, want) {
			t.Errorf("%d: %.40s", limit, got)
		}
		first.Close()
	}
}

// The end lets what is being answered come to its end, and then nothing listens.
func TestGracefulEnd(t *testing.T) {
	h := newHouse(t, "session")
	began := make(chan bool)
	end := serve(t, h.Door, func(w http.ResponseWriter, r *http.Request) {
		close(began)
		time.Sleep(100 * time.Millisecond)
		io.WriteString(w, "whole")
	})
	got := make(chan string)
	go func() {
		answer, err := http.Get("http://" + h.host + h.root + "/")
		if err != nil {
			got <- err.Error()
			return
		}
		body, _ := io.ReadAll(answer.Body)
		got <- string(body)
	}()
	<-began
	done := make(chan error)
	go func() { done <- end() }()
	if s := <-got; s != "whole" {
		t.Error(s)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", h.host); err == nil {
		t.Error("it still listens")
	}
}
