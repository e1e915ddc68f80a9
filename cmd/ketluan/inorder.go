package main

import (
	"context"
	"sync"
	"time"
)

// A crew works through items on many processors and hands the results over in
// the order of the items.
type crew[T, M, R any] struct {
	size int // how many at once

	// prepare may take long, and is left to itself when the run ends early.
	prepare func(T) M

	// finish is short and changes the disk: it is never left half done.
	finish func(T, M) R

	take func(i int, r R)       // in order, on the caller's goroutine
	tick func(done, failed int) // now and then between
	bad  func(R) bool           // counts as failed
}

// tickEvery is how often a crew's tick is called.
const tickEvery = 200 * time.Millisecond

// A numbered result is that of the item at a place.
type numbered[R any] struct {
	i int
	r R
}

// A race is a crew at work.
type race[T, M, R any] struct {
	crew[T, M, R]
	items   []T
	results chan numbered[R]
	begun   chan struct{} // a token for each item that is begun and not taken yet

	finishing sync.RWMutex // read-held while an item is finished

	waiting             map[int]R
	done, failed, taken int
}

// run returns how many items are done once all are, or ctx is done: then no
// finish is under way any more, and what is done has been taken, in order,
// whether or not all before it is.
func (c crew[T, M, R]) run(ctx context.Context, items []T) (done int) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	window := c.size * 16 // so far may one run ahead of the one before it
	r := &race[T, M, R]{crew: c, items: items, results: make(chan numbered[R], window), begun: make(chan struct{}, window), waiting: map[int]R{}}
	next := make(chan int)
	go r.feed(ctx, next)
	for range min(c.size, len(items)) {
		go r.work(ctx, next)
	}
	clock := time.NewTicker(tickEvery)
	defer clock.Stop()
	for r.done < len(items) {
		select {
		case n := <-r.results:
			r.put(n)
		case <-clock.C:
			c.tick(r.done, r.failed)
		case <-ctx.Done():
			r.finishing.Lock() // the last have finished, and no other will begin to
			defer r.finishing.Unlock()
			r.drain()
			return r.done
		}
	}
	return r.done
}

// feed hands the items out, no further ahead than the window.
func (r *race[T, M, R]) feed(ctx context.Context, next chan<- int) {
	defer close(next)
	for i := range r.items {
		select {
		case r.begun <- struct{}{}:
		case <-ctx.Done():
			return
		}
		select {
		case next <- i:
		case <-ctx.Done():
			return
		}
	}
}

func (r *race[T, M, R]) work(ctx context.Context, next <-chan int) {
	for i := range next {
		if ctx.Err() != nil {
			return
		}
		m := r.prepare(r.items[i])
		r.finishing.RLock()
		if ctx.Err() == nil {
			r.results <- numbered[R]{i, r.finish(r.items[i], m)} // there is room for as many as are begun
		}
		r.finishing.RUnlock()
	}
}

// put takes a result when its turn has come, and those that waited for it.
func (r *race[T, M, R]) put(n numbered[R]) {
	r.waiting[n.i] = n.r
	r.done++
	if r.bad(n.r) {
		r.failed++
	}
	for one, ok := r.waiting[r.taken]; ok; one, ok = r.waiting[r.taken] {
		delete(r.waiting, r.taken)
		r.take(r.taken, one)
		r.taken++
		<-r.begun
	}
}

// drain takes what is done, over the gaps.
func (r *race[T, M, R]) drain() {
	for len(r.results) > 0 {
		r.put(<-r.results)
	}
	for i := r.taken; len(r.waiting) > 0; i++ {
		if one, ok := r.waiting[i]; ok {
			delete(r.waiting, i)
			r.take(i, one)
		}
	}
}
