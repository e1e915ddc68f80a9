package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ketluan/cmd/disk"
	"ketluan/render/testdata/racing"
)

// sentBack makes the workbook of one unit of the seed's record, with cells
// filled in. The examples are in the working folder.
func sentBack(t *testing.T, path, unit string, pairs ...string) {
	t.Helper()
	out := t.TempDir()
	if status, _, errs := runHere(t.Context(), nil, "render", "examples/2020-q3-giao-ban.yaml", "-o", out, "--units", "--only", "xlsx"); status != allGood {
		t.Fatal(errs)
	}
	src, err := os.ReadFile(filepath.Join(out, "2020-q3-giao-ban", "don-vi", "2020-q3-giao-ban-"+unit+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, src, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := fill(path, pairs...); err != nil {
		t.Fatal(err)
	}
}

// Runs at the same time lose nothing: each adds its own reply.
func TestCollectAtOnce(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	units := []string{"khtc", "qlkh", "vp", "ttud", "cctdc", "ttr"}
	for _, u := range units {
		sentBack(t, u+".xlsx", u, "H+2", "đang thực hiện", "K+2", "của "+u)
	}
	var runs sync.WaitGroup
	errs := make([]string, len(units))
	for i, u := range units {
		runs.Go(func() {
			if status, _, said := runHere(t.Context(), nil, "collect", "examples/2020-q3-giao-ban.yaml", u+".xlsx", "--as-of", "20/11/2020"); status != allGood {
				errs[i] = fmt.Sprint(status, said)
			}
		})
	}
	runs.Wait()
	book, err := os.ReadFile("examples/2020-q3-giao-ban.progress.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for i, u := range units {
		if errs[i] != "" || !strings.Contains(string(book), "        result: của "+u+"\n") {
			t.Errorf("%s: %s", u, errs[i])
		}
	}
	left, _ := filepath.Glob("examples/.*")
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// Whoever waits for a ledger that another run keeps can stop waiting, and
// nothing is written; what is no regular file is not waited for.
func TestCollectStops(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	sentBack(t, "a.xlsx", "khtc", "H+2", "đang thực hiện")
	release, err := disk.Open("examples").Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	waiting := 300 * time.Millisecond // by then
	if racing.On {
		waiting *= 6
	}
	time.AfterFunc(waiting, cancel)
	status, out, _ := runHere(ctx, nil, "collect", "examples/2020-q3-giao-ban.yaml", "a.xlsx", "--as-of", "20/11/2020")
	if _, err := os.Stat("examples/2020-q3-giao-ban.progress.yaml"); status != interrupted || out != "" || err == nil {
		t.Errorf("status %d, %q", status, out)
	}
	for _, path := range []string{"khong-co.xlsx", os.DevNull} {
		status, out, errs := runHere(t.Context(), nil, "collect", "--dry-run", "examples/2020-q3-giao-ban.yaml", path, "--as-of", "20/11/2020")
		if status != someFailed || !strings.HasPrefix(errs, path+": ") || !strings.Contains(out, "1 không dùng được") {
			t.Errorf("%s: status %d, %s%s", path, status, out, errs)
		}
	}
}
