package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ketluan/render/batch"
	"ketluan/render/problem"
	"ketluan/render/testdata/racing"
)

// tree returns the content of every file below dir by its path from there.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sameTree(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if maps.Equal(got, want) {
		return
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if content, ok := got[path]; !ok || content != want[path] {
			t.Errorf("%s: %s: there %v, of %d bytes, want %d", what, path, ok, len(content), len(want[path]))
		}
	}
	for path := range got {
		if _, ok := want[path]; !ok {
			t.Errorf("%s: %s should not be there", what, path)
		}
	}
}

// batchHere runs batch and wants a status.
func batchHere(t *testing.T, want int, args ...string) (out, errs string) {
	t.Helper()
	status, out, errs := runHere(t.Context(), nil, append([]string{"batch"}, args...)...)
	if status != want {
		t.Fatalf("%q: status %d, want %d\n%s%s", args, status, want, out, errs)
	}
	return out, errs
}

// Shards in one folder or in several, merged, are one run byte for byte; so is
// a run on one processor, and one in which a shard ran twice.
func TestShards(t *testing.T) {
	t.Chdir(t.TempDir())
	records, parts := 24, 8
	if racing.On {
		records, parts = 6, 4 // in one folder only: several have no more at once
	}
	generate(t, "records", records, 7)
	batchHere(t, allGood, "records", "-o", "one", "-j", "1")
	one := tree(t, "one")
	for _, path := range []string{"manifest.json", "2020-Q3/2020-Q3-theo-doi.xlsx", "2020-Q3/don-vi/2020-Q3-dv1.xlsx", "cuoc-hop-00001/cuoc-hop-00001.pdf"} {
		if one[path] == "" {
			t.Fatalf("no %s", path)
		}
	}
	batchHere(t, allGood, "records", "-o", "four", "-j", "4")
	sameTree(t, "-j 4", tree(t, "four"), one)

	var folders []string
	for n := 1; n <= parts; n++ {
		batchHere(t, allGood, "records", "-o", "together", "--shard", fmt.Sprintf("%d/%d", n, parts))
		if !racing.On {
			folders = append(folders, fmt.Sprintf("apart%d", (n+1)/2))
			batchHere(t, allGood, "records", "-o", folders[n-1], "--shard", fmt.Sprintf("%d/%d", n, parts))
		}
		if n == parts-3 {
			_, errs := batchHere(t, someFailed, "merge", "together")
			if strings.Count(errs, "thiếu phần") != 3 {
				t.Errorf("three shards are missing: %s", errs)
			}
		}
	}
	second := fmt.Sprintf("2/%d", parts)
	batchHere(t, allGood, "records", "-o", "together", "--shard", second)
	batchHere(t, allGood, "merge", "together")
	sameTree(t, "together", tree(t, "together"), one)
	if !racing.On {
		batchHere(t, allGood, append([]string{"merge", "-o", "merged"}, slices.Compact(folders)...)...)
		sameTree(t, "apart", tree(t, "merged"), one)
	}

	out, _ := batchHere(t, allGood, "records", "-o", "together", "--shard", second, "--json")
	var r batch.Outcome
	if err := json.Unmarshal([]byte(out), &r); err != nil || r.Written != 0 || r.Unchanged == 0 {
		t.Errorf("after the merge a shard writes again: %v, %s", err, out)
	}
}

// A second run writes only what changed, and nothing that was changed by hand.
func TestIncremental(t *testing.T) {
	racing.Skip(t) // one run after the other, as TestShards has them
	t.Chdir(t.TempDir())
	generate(t, "records", 3, 3)
	run := func(args ...string) (r batch.Outcome) {
		t.Helper()
		out, _ := batchHere(t, allGood, append([]string{"records", "--json"}, args...)...)
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := run(); r.Written != 3 || len(r.Quarters) != 1 {
		t.Fatalf("%+v", r)
	}
	first := tree(t, "out")
	if r := run(); r.Written != 0 || r.Unchanged != 3 || len(r.Quarters) != 0 {
		t.Errorf("unchanged: %+v", r)
	}
	sameTree(t, "again", tree(t, "out"), first)

	edit(t, "records/00/cuoc-hop-00001.yaml", "Chủ trì kết luận", "đồng chí kết luận")
	r := run()
	if r.Written != 1 || len(r.Quarters) != 1 || len(r.Kept) != 0 {
		t.Errorf("a record changed: %+v", r)
	}
	if got := tree(t, "out"); len(got) != len(first) {
		t.Errorf("an unchanged output was kept: %d files, want %d", len(got), len(first))
	}
	edit(t, "records/so.profile.yaml", "Nguyễn Thị Xuân", "Trần Văn Hạ")
	if r := run(); r.Written != 3 {
		t.Errorf("the profile changed: %+v", r)
	}
	if r := run("-t", "theo-doi"); r.Written != 0 {
		t.Errorf("the same template, by its name: %+v", r)
	}

	pdf := "out/cuoc-hop-00002/cuoc-hop-00002.pdf"
	save(t, pdf, "signed")
	if r := run(); r.Written != 0 || len(r.ByHand) != 1 || textOf(t, pdf) != "signed" {
		t.Errorf("changed by hand: %+v", r)
	}
	if r := run("--force"); r.Written != 3 || len(r.Kept) != 1 || textOf(t, r.Kept[0].Kept) != "signed" {
		t.Errorf("--force: %+v", r)
	}
	if err := os.Remove(pdf); err != nil {
		t.Fatal(err)
	}
	if r := run(); r.Written != 1 {
		t.Errorf("a file is gone: %+v", r)
	}
	if err := os.Remove("records/00/cuoc-hop-00003.yaml"); err != nil {
		t.Fatal(err)
	}
	if r := run(); len(r.Stale) == 0 || len(r.Quarters) != 1 {
		t.Errorf("a record is gone: %+v", r)
	}
	before := textOf(t, "out/manifest.json")
	if r := run("--quarter", "2020-Q3", "--dry-run"); r.Written != 0 || !r.DryRun {
		t.Errorf("--dry-run: %+v", r)
	}
	if textOf(t, "out/manifest.json") != before {
		t.Error("--dry-run has written")
	}
}

func textOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func edit(t *testing.T, path, old, new string) {
	t.Helper()
	src := textOf(t, path)
	if !strings.Contains(src, old) {
		t.Fatalf("%s has no %q", path, old)
	}
	save(t, path, strings.ReplaceAll(src, old, new))
}

// Quarters done one after the other stay in one manifest.
func TestQuartersStay(t *testing.T) {
	racing.Skip(t)
	t.Chdir(t.TempDir())
	generate(t, "records", 3, 3)
	edit(t, "records/00/cuoc-hop-00003.yaml", "code: 2020-Q3-00003", "quarter: 2020-Q4\ncode: b")
	batchHere(t, allGood, "records", "-o", "all")
	batchHere(t, allGood, "records", "-o", "two", "--quarter", "2020-Q3")
	batchHere(t, allGood, "records", "-o", "two", "--quarter", "Quý IV/2020")
	sameTree(t, "one quarter after the other", tree(t, "two"), tree(t, "all"))
}

// Ctrl-C ends a run within a second, with whole files only; the next goes on.
func TestBatchInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	records, soon := 60, time.Second
	if racing.On {
		records, soon = 20, 10*time.Second
	}
	generate(t, "records", records, 5)
	ctx, cancel := context.WithCancel(t.Context())
	var stopped time.Time
	go func() {
		for {
			if found, _ := filepath.Glob("out/*/*.pdf"); len(found) > 3 {
				stopped = time.Now()
				cancel()
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	status, out, errs := runHere(ctx, nil, "batch", "records", "--no-units")
	if took := time.Since(stopped); status != interrupted || took > soon || !strings.Contains(errs, "chạy lại đúng lệnh này") {
		t.Fatalf("status %d after %v\n%s%s", status, took, out, errs)
	}
	part := tree(t, "out")
	var m struct {
		Complete bool              `json:"complete"`
		Records  []json.RawMessage `json:"records"`
	}
	if err := json.Unmarshal([]byte(part["manifest.json"]), &m); err != nil || m.Complete || len(m.Records) == 0 || len(m.Records) == records {
		t.Fatalf("%v: complete %v, %d records", err, m.Complete, len(m.Records))
	}
	batchHere(t, allGood, "records", "--no-units")
	batchHere(t, allGood, "records", "--no-units", "-o", "whole")
	whole := tree(t, "whole")
	sameTree(t, "gone on", tree(t, "out"), whole)
	for path, content := range part {
		if path != "manifest.json" && whole[path] != content {
			t.Errorf("%s was left behind otherwise", path)
		}
	}
}

// The bar fits a line and says what it should.
func TestBar(t *testing.T) {
	got := barOf(problem.Textf("lập", "making"), 312, 2, 1000, 4*time.Second)
	want := "lập [######..............] 312/1000, lỗi 2, 78/giây, còn 0:09"
	if got.VI != want {
		t.Errorf("%q, want %q", got.VI, want)
	}
	if none := barOf(problem.Textf("lập", "making"), 0, 0, 0, 0).EN; !strings.HasSuffix(none, "? left") {
		t.Errorf("%q", none)
	}
}

// The examples of the helps of batch and merge run.
func TestBatchHelpExamples(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("examples", os.DirFS(examples)); err != nil {
		t.Fatal(err)
	}
	batchHere(t, allGood, "examples", "--shard", "1/1")
	for _, help := range []string{batchHelp, mergeHelp} {
		_, command, ok := strings.Cut(help, "  $ ketluan batch ")
		if !ok {
			t.Fatal("no example")
		}
		batchHere(t, allGood, strings.Fields(command)...)
	}
	if _, err := os.Stat("out/manifest.json"); err != nil {
		t.Error(err)
	}
}
