package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// README's record of ten lines has ten lines and renders.
func TestREADMERecord(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	record, _, ok := strings.Cut(rest, "```")
	if !ok || strings.Count(record, "\n") != 10 {
		t.Fatalf("README has no record of ten lines: %q", record)
	}
	var out, errs bytes.Buffer
	dir := t.TempDir()
	status := run(context.Background(), []string{"render", "-", "-o", dir}, streams{in: strings.NewReader(record), out: &out, err: &errs})
	if status != allGood || strings.Count(out.String(), dir) != 2 {
		t.Errorf("status %d\n%s%s", status, &out, &errs)
	}
}

// Ctrl-C stops between two records, and says so.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	dir := filepath.Join(t.TempDir(), "out")
	status := run(ctx, []string{"render", "../../examples/2020-q3-giao-ban.yaml", "-o", dir}, streams{out: &out, err: &errs})
	if _, err := os.Stat(dir); status != interrupted || out.Len() > 0 || !strings.Contains(errs.String(), "1 bản ghi chưa làm") || err == nil {
		t.Errorf("status %d, %s%s", status, &out, &errs)
	}
}
