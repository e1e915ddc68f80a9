package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// A command that is told to end while it looks for its records was used rightly, and
// says so by its status: who repeats what was interrupted goes by that.
func TestInterruptedLooking(t *testing.T) {
	dir := t.TempDir()
	save(t, filepath.Join(dir, "hop.yaml"), "conclusions: [{text: Làm.}]\n")
	save(t, filepath.Join(dir, "thu", "a.csv"), "a\n")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	out := filepath.Join(t.TempDir(), "out")
	for _, args := range [][]string{
		{"check", dir}, {"check", dir, "--fix"}, {"check", dir, "--questions"}, {"status", dir}, {"register", dir}, {"render", dir, "-o", out}, {"batch", dir, "-o", out}, {"send", dir, "-o", out},
		{"issue", dir}, {"collect", dir, filepath.Join(dir, "thu")},
	} {
		status, _, errs := runHere(ctx, nil, args...)
		if status != interrupted || strings.Contains(errs, "context") {
			t.Errorf("%v: exit %d, %s", args, status, errs)
		}
	}
}
