package door

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"
)

// A guard lets a request through to the next, or answers it. Each is there for
// one attack, which its test makes with it and without it.
type guard struct {
	name string
	stop func(d *Door, w http.ResponseWriter, r *http.Request) (*http.Request, bool)
}

// guards are those of a door, the outermost first.
func guards() []guard {
	return []guard{
		{"host", (*Door).checkHost},
		{"methods", (*Door).checkMethod},
		{"policy", (*Door).setPolicy},
		{"site", (*Door).checkSite},
		{"origin", (*Door).checkOrigin},
		{"session", (*Door).checkSession},
		{"rate", (*Door).checkRate},
		{"body", (*Door).limitBody},
		{"time", (*Door).limitTime},
	}
}

// around puts the guards before a handler.
func (d *Door) around(handler http.Handler) http.Handler {
	handler = http.StripPrefix(d.root, handler)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, g := range d.guards {
			next, stopped := g.stop(d, w, r)
			if stopped {
				return
			}
			r = next
		}
		if !strings.HasPrefix(r.URL.Path, d.root+"/") {
			http.NotFound(w, r)
			return
		}
		handler.ServeHTTP(w, r)
	})
}

func refuse(w http.ResponseWriter, status int) (*http.Request, bool) {
	http.Error(w, http.StatusText(status), status)
	return nil, true
}

// checkHost refuses names that were made to point here (DNS rebinding).
func (d *Door) checkHost(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if r.Host != d.host {
		return refuse(w, http.StatusMisdirectedRequest)
	}
	return r, false
}

// checkMethod lets those through that pages use. None but POST changes anything.
func (d *Door) checkMethod(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, HEAD, POST")
		return refuse(w, http.StatusMethodNotAllowed)
	}
	return r, false
}

// checkSite refuses what a page of another site, or of another port, asks for in
// whatever way: the browser says so itself. The entrance is reached from
// anywhere, and gives nothing away without the secret.
func (d *Door) checkSite(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	site := r.Header.Get("Sec-Fetch-Site")
	if site == "" || site == "same-origin" || site == "none" || d.isEntrance(r) && r.Header.Get("Sec-Fetch-Mode") == "navigate" {
		return r, false
	}
	return refuse(w, http.StatusForbidden)
}

// checkOrigin refuses changes that come from pages of other origins, also in
// browsers that only say the origin.
func (d *Door) checkOrigin(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if err := new(http.CrossOriginProtection).Check(r); err != nil {
		return refuse(w, http.StatusForbidden)
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+d.host && !d.isEntrance(r) {
		return refuse(w, http.StatusForbidden)
	}
	return r, false
}

// checkSession lets those in who have a session; at the entrance, with the
// secret, they get one.
func (d *Door) checkSession(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if cookie, err := r.Cookie(cookieName); err == nil && d.sessions.has(cookie.Value) && !d.isEntrance(r) {
		return r.WithContext(context.WithValue(r.Context(), sessionKey, true)), false
	}
	if !d.others.take(d.limits.Strangers, d.limits.StrangerBurst) {
		return refuse(w, http.StatusTooManyRequests)
	}
	switch {
	case d.isEntrance(r) && same(r.URL.Query().Get(key), d.secret):
		d.welcome(w, r)
	case r.URL.Path == d.root+proofPath && r.Method == http.MethodGet:
		w.Header().Set("Content-Type", "text/plain")
		w.Write([]byte(proofOf(d.secret, r.URL.Query().Get(challenge))))
	case r.URL.Path == "/favicon.ico": // a browser asks for it by itself
		w.WriteHeader(http.StatusNoContent)
	default:
		d.turnAway(w)
	}
	return nil, true
}

func (d *Door) isEntrance(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.Path == d.root+entrance
}

// same compares secrets in a time that tells nothing of them.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// checkRate refuses what comes faster than a person and a page make it.
func (d *Door) checkRate(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if !d.known.take(d.limits.Rate, d.limits.Burst) {
		w.Header().Set("Retry-After", "1")
		return refuse(w, http.StatusTooManyRequests)
	}
	return r, false
}

// limitBody lets a body be read up to the limit; one that says that it is larger
// is refused at once.
func (d *Door) limitBody(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if d.limits.Body == 0 {
		return r, false
	}
	if r.ContentLength > d.limits.Body {
		return refuse(w, http.StatusRequestEntityTooLarge)
	}
	r.Body = http.MaxBytesReader(w, r.Body, d.limits.Body)
	return r, false
}

// limitTime ends the context of a request that takes too long.
func (d *Door) limitTime(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if d.limits.Within == 0 {
		return r, false
	}
	ctx, cancel := context.WithTimeout(r.Context(), d.limits.Within)
	context.AfterFunc(r.Context(), cancel) // the server ends that when the answer is written
	return r.WithContext(ctx), false
}
