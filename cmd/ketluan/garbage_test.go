package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The heap keeps within its limit only as long as what lives leaves room for garbage.
func TestGarbageLater(t *testing.T) {
	t.Setenv("GOMEMLIMIT", "")
	t.Setenv("GOGC", "")
	before := debug.SetMemoryLimit(-1)
	if before != math.MaxInt64 {
		t.Skip("the tests themselves keep within a limit")
	}
	limited := func() bool { return debug.SetMemoryLimit(-1) == batchMemory }

	restore := garbageLater(batchMemory)
	runtime.GC()
	if !limited() {
		t.Error("no limit where little lives")
	}
	if restore(); limited() {
		t.Error("the limit stays behind the command")
	}

	const most = 8 << 20
	restore = garbageLater(most)
	defer restore()
	large := make([]byte, 2*most)
	for range 100 { // finalizers run when they like
		if runtime.GC(); !limited() {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if runtime.KeepAlive(large); limited() {
		t.Error("the limit stays where more lives than it is for")
	}
}
