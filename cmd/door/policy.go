package door

import (
	"context"
	"net/http"
)

type contextKey int

const (
	nonceKey contextKey = iota
	sessionKey
)

// Nonce returns what the scripts and styles of an answer must be marked with.
func Nonce(r *http.Request) string {
	nonce, _ := r.Context().Value(nonceKey).(string)
	return nonce
}

// setPolicy tells the browser what an answer may do: its own scripts and styles,
// by a nonce of this answer alone, pictures, faces and requests of this origin,
// nothing else; in no frame, kept nowhere.
func (d *Door) setPolicy(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	nonce := token(16)
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'nonce-"+nonce+"'; style-src 'nonce-"+nonce+"'; img-src 'self'; font-src 'self'; "+
		"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types ketluan")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store")
	return r.WithContext(context.WithValue(r.Context(), nonceKey, nonce)), false
}
