package office

import (
	"context"
	"sync"
)

// A Crew works through items on many processors and hands the results over in
// the order of the items: the one pool of workers.
type Crew[T, M, R any] struct {
	Size int // how many at once; less than 1 is one

	// Prepare may take long, and is left to itself when the run ends early.
	Prepare func(T) M

	// Finish is short and changes a folder: it is never left half done.
	Finish func(T, M) R

	Take func(i int, r R)       // in order, on the caller's goroutine
	Tick func(done, failed int) // after each item that is done; nil: not asked for
	Bad  func(R) bool           // counts as failed; nil: none is
}

// A numbered result is that of the item at a place.
type numbered[R any] struct {
	i int
	r R
}

// A race is a crew at work.
type race[T, M, R any] struct {
	Crew[T, M, R]
	items   []T
	results chan numbered[R]
	begun   chan struct{} // a token for each item that is begun and not taken yet

	finishing sync.RWMutex // read-held while an item is finished

	waiting             map[int]R
	done, failed, taken int
}

// Run returns how many items are done once all are, or ctx is done: then no
// Finish is under way any more, and what is done has been taken, in order,
// whether or not all before it is.
func (c Crew[T, M, R]) Run(ctx context.Context, items []T) (done int) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	c.Size = max(c.Size, 1)
	window := c.Size * 16 // so far may one run ahead of the one before it
	r := &race[T, M, R]{Crew: c, items: items, results: make(chan numbered[R], window), begun: make(chan struct{}, window), waiting: map[int]R{}}
	next := make(chan int)
	go r.feed(ctx, next)
	for range min(c.Size, len(items)) {
		go r.work(ctx, next)
	}
	for r.done < len(items) {
		select {
		case n := <-r.results:
			r.put(n)
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
		m := r.Prepare(r.items[i])
		r.finishing.RLock()
		if ctx.Err() == nil {
			r.results <- numbered[R]{i, r.Finish(r.items[i], m)} // there is room for as many as are begun
		}
		r.finishing.RUnlock()
	}
}

// put takes a result when its turn has come, and those that waited for it.
func (r *race[T, M, R]) put(n numbered[R]) {
	r.waiting[n.i] = n.r
	r.done++
	if r.Bad != nil && r.Bad(n.r) {
		r.failed++
	}
	for one, ok := r.waiting[r.taken]; ok; one, ok = r.waiting[r.taken] {
		delete(r.waiting, r.taken)
		r.Take(r.taken, one)
		r.taken++
		<-r.begun
	}
	if r.Tick != nil {
		r.Tick(r.done, r.failed)
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
			r.Take(i, one)
		}
	}
}

// each works through items that need no finish, and returns the results in
// their order, or false where ctx ended it before all were done.
func each[T, R any](ctx context.Context, size int, items []T, do func(T) R, tick func(done, failed int)) ([]R, bool) {
	all := make([]R, len(items))
	done := Crew[T, R, R]{
		Size: size, Prepare: do, Tick: tick,
		Finish: func(_ T, r R) R { return r },
		Take:   func(i int, r R) { all[i] = r },
	}.Run(ctx, items)
	return all, done == len(items) && ctx.Err() == nil
}
