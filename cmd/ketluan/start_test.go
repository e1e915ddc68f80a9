package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/office"
)

// Nothing but Enter, and today, give files that render prints.
func TestInitWithEnter(t *testing.T) {
	dir := t.TempDir()
	status, out, errs := runHere(t.Context(), strings.NewReader(strings.Repeat("\n", len(office.Questions(today())))), "init", dir)
	if status != allGood || strings.Count(errs, "]: ") != len(office.Questions(today())) {
		t.Fatalf("status %d, %s%s", status, out, errs)
	}
	paths := strings.Fields(out)
	if len(paths) != 4 {
		t.Fatal(out)
	}
	if status, out, errs := runHere(t.Context(), nil, "check", "--strict", dir); status != allGood || errs != "" {
		t.Errorf("check: %s%s", out, errs)
	}
	if status, out, errs := runHere(t.Context(), nil, "render", "--strict", paths[1], "-o", filepath.Join(dir, "out")); status != allGood || strings.Count(out, "\n") != 2 {
		t.Errorf("render: %s%s", out, errs)
	}
}

// Ctrl-C at a question leaves nothing.
func TestInitInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, keyboard := io.Pipe()
	defer keyboard.Close()
	go func() {
		keyboard.Write([]byte("Sở Y tế\n"))
		cancel()
	}()
	dir := filepath.Join(t.TempDir(), "moi")
	var out, errs bytes.Buffer
	if status := run(ctx, []string{"init", dir}, streams{in: in, out: &out, err: &errs}); status != interrupted || out.Len() > 0 {
		t.Errorf("status %d, %s%s", status, &out, &errs)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder is there")
	}
}
