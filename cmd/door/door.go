// Package door is the way into the pages that the program serves to the browser
// of the same user on the same machine: it listens on loopback, lets in who
// brings the secret, and stands before whatever handler there is. It knows
// nothing of offices and records.
package door

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"time"

	"ketluan/render/problem"
)

// Limits bound what a browser may ask for; zero is no bound.
type Limits struct {
	Header     int           // bytes of a request's head
	Body       int64         // bytes of a request's body
	HeadWithin time.Duration // for a head to arrive
	Within     time.Duration // for a whole request
	Idle       time.Duration // between two on one connection
	Rate       float64       // requests a second of who has a session, after Burst at once
	Burst      int
	Strangers  float64 // of all others, after StrangerBurst at once
	StrangerBurst,
	Connections int // at once
}

// usual are the limits that hold where no test has others. A person who types
// makes some ten requests a second.
var usual = Limits{
	Header: 16 << 10, Body: 64 << 20, HeadWithin: 5 * time.Second, Within: time.Minute, Idle: 2 * time.Minute,
	Rate: 100, Burst: 400, Strangers: 5, StrangerBurst: 40, Connections: 64,
}

// A Door is open from Open until Serve ends.
type Door struct {
	limits   Limits
	listener net.Listener
	host     string // 127.0.0.1:41234: what the Host of each request must be
	root     string // /0a1b…: all addresses begin with it
	secret   string // opens a session
	sessions sessions
	known    *bucket
	others   *bucket
	guards   []guard
}

// NoLoopbackError is an address that others could reach.
type NoLoopbackError struct{ Address string }

func (e *NoLoopbackError) Error() string { return e.Address + " is no address of loopback" }

// Told says what to do.
func (e *NoLoopbackError) Told() (message, hint problem.Text) {
	return problem.Textf("%s không phải địa chỉ của riêng máy này: máy khác sẽ vào được", "%s is not an address of this machine alone: others could come in", e.Address),
		problem.Textf("dùng 127.0.0.1 hoặc ::1", "use 127.0.0.1 or ::1")
}

// Open listens at an address of loopback and a port; 0 is any that is free.
func Open(address string, port int) (*Door, error) {
	ip := net.ParseIP(strings.Trim(address, "[]"))
	if strings.EqualFold(address, "localhost") {
		ip = net.IPv4(127, 0, 0, 1)
	}
	if ip == nil || !ip.IsLoopback() {
		return nil, &NoLoopbackError{address}
	}
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: ip, Port: port})
	if err != nil {
		return nil, err
	}
	d := &Door{limits: usual, listener: l, host: l.Addr().String(), guards: guards()}
	d.root, d.secret = "/"+token(8), token(32)
	d.known, d.others = newBucket(time.Now), newBucket(time.Now)
	return d, nil
}

// token returns so many bytes of chance as hexadecimal digits.
func token(bytes int) string {
	b := make([]byte, bytes)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// Root is what all addresses begin with, without a slash at its end. Cookies are
// sent to every port of a host: to a server of another user of the machine too,
// if its pages had this path, which changes with every start.
func (d *Door) Root() string { return d.root }

// Address opens a session for whoever has it.
func (d *Door) Address() string {
	return "http://" + d.host + d.root + entrance + "?" + key + "=" + d.secret
}

// Serve answers requests until ctx ends, and lets those that are being answered
// come to their end. Handler gets paths below Root, which begin with a slash.
func (d *Door) Serve(ctx context.Context, handler http.Handler) error {
	s := &http.Server{
		Handler:           d.around(handler),
		ReadHeaderTimeout: d.limits.HeadWithin,
		ReadTimeout:       d.limits.Within,
		WriteTimeout:      d.limits.Within,
		IdleTimeout:       d.limits.Idle,
		MaxHeaderBytes:    d.limits.Header,
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	ended := make(chan error, 1)
	go func() {
		<-ctx.Done()
		within, cancel := context.WithTimeout(context.Background(), grace)
		defer cancel()
		err := s.Shutdown(within)
		if errors.Is(err, context.DeadlineExceeded) {
			err = s.Close()
		}
		ended <- err
	}()
	err := s.Serve(newFew(d.listener, d.limits.Connections))
	if errors.Is(err, http.ErrServerClosed) {
		return <-ended
	}
	return err
}

// grace is how long the end waits for requests.
const grace = 3 * time.Second
