package batch

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"ketluan/render/office"
	"ketluan/render/record"
)

// idOf returns the ID of a record's first task: with its check character.
func idOf(t *testing.T, code string) string {
	t.Helper()
	for c := 'A'; c <= 'Z'; c++ {
		if id := fmt.Sprintf("%s/1-%c", code, c); record.CheckID(id) {
			return id
		}
	}
	t.Fatal("no check character")
	return ""
}

// A ledger is a part of what workbooks are made of: when it changes they are
// made again, the notice stays; and shards leave it for the merge.
func TestLedgersBeside(t *testing.T) {
	files := records(3)
	press, err := office.NewPress(office.Wants{Units: true, Quarters: true})
	if err != nil {
		t.Fatal(err)
	}
	options := func(out office.Folder, s Shard) Options {
		o := optionsOf(t, office.NewMemory(files), out)
		o.Press, o.Quarters, o.Shard = press, true, s
		return o
	}
	out := office.NewMemory(nil)
	if o := Run(t.Context(), options(out, Shard{})); o.Written != 3 {
		t.Fatalf("%+v", o)
	}
	before := out.Files()
	files["r1.progress.yaml"] = "record: R1\ntasks:\n  - id: " + idOf(t, "R1") + "\n    state: đang thực hiện\n    percent: 40\n"
	o := Run(t.Context(), options(out, Shard{}))
	if o.Written != 1 || o.Unchanged != 2 || len(o.Quarters) != 1 || len(o.Failed) > 0 {
		t.Fatalf("%+v", o)
	}
	after := out.Files()
	changed := slices.DeleteFunc(slices.Sorted(maps.Keys(before)), func(name string) bool { return before[name] == after[name] })
	want := []string{"2026-Q1/2026-Q1-theo-doi.xlsx", "2026-Q1/don-vi/2026-Q1-phong-ngan-sach.xlsx", "manifest.json", "r1/don-vi/r1-phong-ngan-sach.xlsx", "r1/r1-theo-doi.xlsx"}
	if !slices.Equal(changed, want) {
		t.Errorf("%q changed, want %q", changed, want)
	}

	parts := office.NewMemory(nil)
	for n := range 2 {
		Run(t.Context(), options(parts, Shard{n + 1, 2}))
	}
	if o := Merge(t.Context(), options(parts, Shard{}), []office.Place{{Folder: parts, Name: "."}}); !o.Good() {
		t.Fatalf("%+v", o)
	}
	merged := parts.Files()
	for _, name := range want {
		if name != "manifest.json" && merged[name] != after[name] {
			t.Errorf("in shards %s is another", name)
		}
	}

	files["r1.progress.yaml"] = "record: R2\n"
	if o := Run(t.Context(), options(out, Shard{})); len(o.Failed) != 1 || o.Failed[0].Record != "r1.yaml" {
		t.Errorf("a ledger of another record: %+v", o.Failed)
	}
}
