package door

import (
	"net"
	"sync"
	"time"
)

// A bucket holds what may still be asked for at once; it fills up with time.
type bucket struct {
	mu   sync.Mutex
	now  func() time.Time
	left float64
	at   time.Time
}

func newBucket(now func() time.Time) *bucket { return &bucket{now: now} }

// take takes one out; false where none is left. A rate of 0 has no bound.
func (b *bucket) take(rate float64, burst int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if b.at.IsZero() {
		b.left = float64(burst)
	}
	b.left = min(b.left+rate*now.Sub(b.at).Seconds(), float64(burst))
	b.at = now
	if rate == 0 {
		return true
	}
	if b.left < 1 {
		return false
	}
	b.left--
	return true
}

// few is a listener with a bound of connections that are open at once; those
// beyond it wait.
type few struct {
	net.Listener
	free   chan struct{} // nil: no bound
	closed chan struct{}
	once   *sync.Once
}

func newFew(l net.Listener, n int) net.Listener {
	if n == 0 {
		return l
	}
	return &few{l, make(chan struct{}, n), make(chan struct{}), new(sync.Once)}
}

// Accept waits for a connection, and before that for one to end where too many
// are open.
func (f *few) Accept() (net.Conn, error) {
	select {
	case f.free <- struct{}{}:
	case <-f.closed:
		return nil, net.ErrClosed
	}
	c, err := f.Listener.Accept()
	if err != nil {
		<-f.free
		return nil, err
	}
	return &counted{Conn: c, end: sync.OnceFunc(func() { <-f.free })}, nil
}

func (f *few) Close() error {
	f.once.Do(func() { close(f.closed) })
	return f.Listener.Close()
}

// counted is a connection that counts until it is closed.
type counted struct {
	net.Conn
	end func()
}

func (c *counted) Close() error {
	defer c.end()
	return c.Conn.Close()
}
