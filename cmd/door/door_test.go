package door

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// inside is what the door stands before: it says what it was asked for, and
// reads the body.
func inside(w http.ResponseWriter, r *http.Request) {
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
		return
	}
	if _, ok := r.Context().Deadline(); ok {
		w.Header().Set("X-Deadline", "yes")
	}
	io.WriteString(w, "inside "+r.URL.Path)
}

// A house is a door that stands in a test, with what is behind it.
type house struct {
	*Door
	handler http.Handler
	cookie  *http.Cookie
}

// newHouse makes a door without one of its guards; "" leaves all in place.
func newHouse(t *testing.T, without string) *house {
	t.Helper()
	d, err := Open("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.listener.Close() })
	n := len(d.guards)
	d.guards = slices.DeleteFunc(d.guards, func(g guard) bool { return g.name == without })
	if without != "" && len(d.guards) != n-1 {
		t.Fatalf("there is no guard %s", without)
	}
	h := &house{Door: d, handler: d.around(http.HandlerFunc(inside))}
	h.cookie = &http.Cookie{Name: cookieName, Value: d.sessions.open()}
	return h
}

// request is one that the pages themselves make.
func (h *house) request(method, path, body string) *http.Request {
	r := httptest.NewRequest(method, "http://"+h.host+h.root+path, strings.NewReader(body))
	r.AddCookie(h.cookie)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return r
}

func (h *house) answer(r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	return w.Result()
}

// attacks are what each guard is there for: what comes of it, and what must not.
var attacks = []struct {
	name, guard string
	come        func(h *house) *http.Response
	refused     func(*http.Response) bool
}{
	{"a name that was made to point here", "host", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Host = strings.Replace(h.host, "127.0.0.1", "evil.example", 1)
		return h.answer(r)
	}, status(http.StatusMisdirectedRequest)},
	{"another name of this machine", "host", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Host = strings.Replace(h.host, "127.0.0.1", "localhost", 1)
		return h.answer(r)
	}, status(http.StatusMisdirectedRequest)},
	{"another port", "host", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Host = "127.0.0.1:1"
		return h.answer(r)
	}, status(http.StatusMisdirectedRequest)},
	{"a method that no page uses", "methods", func(h *house) *http.Response { return h.answer(h.request("DELETE", "/", "")) }, status(http.StatusMethodNotAllowed)},
	{"a picture, script or frame in a page of another site", "site", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		return h.answer(r)
	}, status(http.StatusForbidden)},
	{"a page of another port of this machine", "site", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Header.Set("Sec-Fetch-Site", "same-site")
		return h.answer(r)
	}, status(http.StatusForbidden)},
	{"a form of another site, in a browser that only says the origin", "origin", func(h *house) *http.Response {
		r := h.request("POST", "/", "")
		r.Header.Del("Sec-Fetch-Site")
		r.Header.Set("Origin", "https://evil.example")
		return h.answer(r)
	}, status(http.StatusForbidden)},
	{"a question of another port, in a browser that only says the origin", "origin", func(h *house) *http.Response {
		r := h.request("GET", "/", "")
		r.Header.Del("Sec-Fetch-Site")
		r.Header.Set("Origin", "http://127.0.0.1:1")
		return h.answer(r)
	}, status(http.StatusForbidden)},
	{"another user of the machine", "session", func(h *house) *http.Response {
		r := httptest.NewRequest("GET", "http://"+h.host+h.root+"/", nil)
		return h.answer(r)
	}, status(http.StatusUnauthorized)},
	{"a session that was guessed", "session", func(h *house) *http.Response {
		h.cookie.Value = token(32)
		return h.answer(h.request("GET", "/", ""))
	}, status(http.StatusUnauthorized)},
	{"requests without end", "rate", func(h *house) *http.Response {
		h.limits.Burst = 3
		h.known.now = func() time.Time { return time.Unix(1, 0) }
		for range 3 {
			h.answer(h.request("GET", "/", ""))
		}
		return h.answer(h.request("GET", "/", ""))
	}, status(http.StatusTooManyRequests)},
	{"a body that says that it is too large", "body", func(h *house) *http.Response {
		h.limits.Body = 10
		return h.answer(h.request("POST", "/", strings.Repeat("x", 11)))
	}, status(http.StatusRequestEntityTooLarge)},
	{"a body that does not say so", "body", func(h *house) *http.Response {
		h.limits.Body = 10
		r := h.request("POST", "/", strings.Repeat("x", 11))
		r.ContentLength = -1
		return h.answer(r)
	}, status(http.StatusRequestEntityTooLarge)},
	{"work without end", "time", func(h *house) *http.Response { return h.answer(h.request("GET", "/", "")) },
		func(a *http.Response) bool { return a.Header.Get("X-Deadline") == "yes" }},
	{"a script that came into a page", "policy", func(h *house) *http.Response { return h.answer(h.request("GET", "/", "")) }, strict},
}

func status(want int) func(*http.Response) bool {
	return func(a *http.Response) bool { return a.StatusCode == want }
}

// strict reports the whole policy of an answer.
func strict(a *http.Response) bool {
	policy := a.Header.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'nonce-", "style-src 'nonce-", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
		if !strings.Contains(policy, want) {
			return false
		}
	}
	return !strings.Contains(policy, "unsafe") && a.Header.Get("X-Content-Type-Options") == "nosniff" && a.Header.Get("Cache-Control") == "no-store" &&
		a.Header.Get("Referrer-Policy") != "" && a.Header.Get("X-Frame-Options") == "DENY" && a.Header.Get("Cross-Origin-Resource-Policy") == "same-origin"
}

// Each attack is refused, and comes through where its guard is away: so none of
// them is there for nothing, and none is refused by chance.
func TestGuards(t *testing.T) {
	attacked := map[string]bool{}
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			if answer := a.come(newHouse(t, "")); !a.refused(answer) {
				t.Errorf("it came through: %s", answer.Status)
			}
			if answer := a.come(newHouse(t, a.guard)); a.refused(answer) {
				t.Errorf("refused without the guard %s too: %s", a.guard, answer.Status)
			}
		})
		attacked[a.guard] = true
	}
	for _, g := range guards() {
		if !attacked[g.name] {
			t.Errorf("no attack tries the guard %s", g.name)
		}
	}
}

// What the pages ask for comes through, at its path below the root.
func TestPasses(t *testing.T) {
	h := newHouse(t, "")
	for _, r := range []*http.Request{h.request("GET", "/a/b", ""), h.request("POST", "/a/b", "x")} {
		answer := h.answer(r)
		if body, _ := io.ReadAll(answer.Body); string(body) != "inside /a/b" {
			t.Errorf("%s: %s %s", r.Method, answer.Status, body)
		}
	}
	r := h.request("GET", "/", "")
	r.URL.Path = "/elsewhere"
	if answer := h.answer(r); answer.StatusCode != http.StatusNotFound {
		t.Error(answer.Status)
	}
	if a, b := h.answer(h.request("GET", "/", "")), h.answer(h.request("GET", "/", "")); a.Header.Get("Content-Security-Policy") == b.Header.Get("Content-Security-Policy") {
		t.Error("two answers have one nonce")
	}
}

// The secret in the first address opens a session; a wrong one opens none. It
// may come from anywhere, and what it gives is for this root and no script.
func TestEntrance(t *testing.T) {
	h := newHouse(t, "")
	for address, want := range map[string]int{h.Address(): 200, h.Address() + "0": 401, strings.TrimSuffix(h.Address(), h.secret): 401} {
		r := httptest.NewRequest("GET", address, nil)
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.Header.Set("Sec-Fetch-Mode", "navigate")
		answer := h.answer(r)
		if answer.StatusCode != want || (len(answer.Cookies()) == 1) != (want == 200) {
			t.Errorf("%s: %s, %v", address, answer.Status, answer.Cookies())
		}
		for _, c := range answer.Cookies() {
			if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != h.root+"/" || c.Domain != "" || c.Value == h.secret {
				t.Errorf("%v", c)
			}
			h.cookie = c
			if answer := h.answer(h.request("GET", "/", "")); answer.StatusCode != 200 {
				t.Error(answer.Status)
			}
		}
	}
	h.limits.StrangerBurst = 2
	h.others.now = func() time.Time { return time.Unix(9e9, 0) }
	var last int
	for range 3 {
		last = h.answer(httptest.NewRequest("GET", h.Address()+"0", nil)).StatusCode
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the third guess: %d", last)
	}
}

// Sessions end: by their age, and the oldest where there are too many.
func TestSessionsEnd(t *testing.T) {
	var s sessions
	first := s.open()
	for sum := range s.all {
		s.all[sum] = time.Now().Add(-sessionAge)
	}
	if s.has(first) || s.has("") {
		t.Error("a session has no end")
	}
	s.open()
	for range maxSessions {
		s.open()
	}
	if len(s.all) != maxSessions || s.has(first) {
		t.Errorf("%d sessions", len(s.all))
	}
}

// It listens on addresses of loopback, and on no other.
func TestLoopbackOnly(t *testing.T) {
	for _, address := range []string{"0.0.0.0", "::", "", "192.168.1.2", "10.0.0.1", "example.com", "127.0.0.1.example.com", "[::ffff:8.8.8.8]", "*"} {
		var told *NoLoopbackError
		if d, err := Open(address, 0); !errors.As(err, &told) {
			t.Errorf("%q: %v, %v", address, d, err)
		}
	}
	for _, address := range []string{"127.0.0.1", "localhost", "127.0.0.9"} {
		d, err := Open(address, 0)
		if err != nil {
			t.Fatal(err)
		}
		if ip := d.listener.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
			t.Errorf("%s: %s", address, ip)
		}
		d.listener.Close()
	}
}

// serve serves in the background until the test ends.
func serve(t *testing.T, d *Door, handler http.HandlerFunc) (end func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- d.Serve(ctx, handler) }()
	end = func() error { cancel(); return <-done }
	t.Cleanup(cancel)
	return end
}
