package door

import (
	"crypto/sha256"
	"fmt"
	"html"
	"net/http"
	"sync"
	"time"
)

const (
	cookieName = "ketluan"
	entrance   = "/mo"  // mở: open
	key        = "khoa" // khóa: the secret
	proofPath  = "/day" // đây: here I am
	challenge  = "hoi"  // hỏi: what to prove it for
	sessionAge = 24 * time.Hour
)

// maxSessions are kept; the oldest goes when one more is opened.
const maxSessions = 32

// sessions are open, by the sums of their tokens: what is in memory opens none.
type sessions struct {
	mu  sync.Mutex
	all map[[sha256.Size]byte]time.Time // when they were opened
}

// open returns the token of a new session.
func (s *sessions) open() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil {
		s.all = map[[sha256.Size]byte]time.Time{}
	}
	for len(s.all) >= maxSessions {
		var oldest [sha256.Size]byte
		first := true
		for sum, at := range s.all {
			if first || at.Before(s.all[oldest]) {
				oldest, first = sum, false
			}
		}
		delete(s.all, oldest)
	}
	t := token(32)
	s.all[sha256.Sum256([]byte(t))] = time.Now()
	return t
}

func (s *sessions) has(token string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.all[sha256.Sum256([]byte(token))]
	return ok && time.Since(at) < sessionAge
}

// welcome opens a session. It answers with a page that leads on, not with a
// redirect: to what another site began, as a file of the disk, the browser would
// not send the cookie.
func (d *Door) welcome(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: d.sessions.open(), Path: d.root + "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: int(sessionAge.Seconds()),
	})
	to := html.EscapeString(d.root + "/")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, `<!doctype html><html lang="vi"><title>ketluan</title><meta http-equiv="refresh" content="0;url=%s"><p><a href="%s">Vào / enter</a>`, to, to)
}

// turnAway says to a person how to come in.
func (d *Door) turnAway(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusUnauthorized)
	fmt.Fprint(w, `<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>ketluan</title>
<h1>Chưa vào được</h1><p>Chạy lại <b>ketluan serve</b>, hoặc mở địa chỉ mà nó đã in ra: địa chỉ ấy mang khóa của lần chạy này.
<p lang="en">Run <b>ketluan serve</b> again, or open the address that it has printed: it carries the key of this run.`)
}
