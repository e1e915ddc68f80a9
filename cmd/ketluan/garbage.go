package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// batchMemory is what a batch keeps within, in bytes, where what lives allows it: ten
// quarters of 1,000 records take no more than one.
const batchMemory = 118 << 20

// garbageLater lets the heap of records, of which few live at a time, grow
// before it is swept: a tenth of the time for some 60 MB; but not past batchMemory,
// where workbooks of a quarter would have it twice that. Once more than most bytes live,
// as of one very large record, the usual rule holds again: near its limit the collector
// takes up to half of the time (check over 64,000 units took 2.5 s in place of 1.6).
// GOGC and GOMEMLIMIT of the environment come first.
func garbageLater(most uint64) (restore func()) {
	percent, limit := -1, int64(-1)
	if os.Getenv("GOMEMLIMIT") == "" {
		limit = debug.SetMemoryLimit(batchMemory)
	}
	if os.Getenv("GOGC") == "" {
		percent = debug.SetGCPercent(250)
	}
	var restored atomic.Bool
	restore = func() {
		if restored.Swap(true) {
			return
		}
		debug.SetMemoryLimit(limit) // -1 changes nothing
		if percent >= 0 {
			debug.SetGCPercent(percent)
		}
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	eachCollection(func() (more bool) {
		if metrics.Read(live); live[0].Value.Uint64() > most {
			restore()
		}
		return !restored.Load()
	})
	return restore
}

// eachCollection calls see after each run of the collector, as long as it wants more:
// it is the finalizer of what nobody holds.
func eachCollection(see func() (more bool)) {
	type held struct{ see func() bool }
	runtime.SetFinalizer(&held{see}, func(h *held) {
		if h.see() {
			eachCollection(h.see)
		}
	})
}
