package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ketluan/cmd/disk"
)

// Several records are rendered into a folder that no other run has meanwhile; whoever
// waits for it can stop waiting. Nothing of the program's own stays in it, also where no
// record could be rendered.
func TestRenderHolds(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	records := []string{filepath.Join(examples, "2020-q3-giao-ban.yaml"), filepath.Join(examples, "2026-q1-giao-ban.yaml")}
	several := append([]string{"render", "--only", "pdf", "-o", "out"}, records...)

	release, err := disk.Open("out").Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	status, out, errs := runHere(ctx, nil, several...)
	if status != interrupted || out != "" || !strings.Contains(errs, "còn 2 bản ghi chưa làm") {
		t.Errorf("held by another: status %d, %s%s", status, out, errs)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}

	save(t, "a.yaml", "subject: a\n")
	save(t, "b.yaml", "subject: b\n")
	if status, out, _ := runHere(t.Context(), nil, "render", "a.yaml", "b.yaml", "-o", "out"); status != someFailed || out != "" {
		t.Errorf("no record can be rendered: status %d, %s", status, out)
	}
	if _, err := os.Stat("out"); err == nil {
		t.Error("an empty folder stays")
	}

	if status, out, errs := runHere(t.Context(), nil, several...); status != allGood || strings.Count(out, ".pdf\n") != 2 {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	if left, _ := filepath.Glob("out/.*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}
