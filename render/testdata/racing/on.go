//go:build race

// Package racing tells tests whether the race detector is on. It makes what
// computes ten times slower, so that tests of one goroutine, of other programs
// or of time are left to the run without it, and others do fewer rounds.
package racing

import "testing"

const On = true

// Skip leaves a test to the run without the race detector.
func Skip(t testing.TB) {
	t.Helper()
	t.Skip("without the race detector only")
}
