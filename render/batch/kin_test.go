package batch

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"ketluan/render/office"
)

// A report on a carried task under the next record is in the workbooks of the
// record before, which are made again for it; in shards too.
func TestLedgersOfKin(t *testing.T) {
	files := records(2)
	id := idOf(t, "R1")
	files["r0.yaml"] = strings.Replace(files["r0.yaml"], "{text:", "{id: "+id+", since: 2025-Q4, text:", 1)
	press, err := office.NewPress(office.Wants{Only: "xlsx", Units: true, Quarters: true})
	if err != nil {
		t.Fatal(err)
	}
	run := func(out office.Folder, s Shard) Outcome {
		o := optionsOf(t, office.NewMemory(files), out)
		o.Press, o.Quarters, o.Shard = press, true, s
		if s.Of < 0 {
			o.Shard = Shard{}
			return Merge(t.Context(), o, []office.Place{{Folder: out, Name: "."}})
		}
		return Run(t.Context(), o)
	}
	out := office.NewMemory(nil)
	if o := run(out, Shard{}); o.Written != 2 || len(o.Failed) > 0 {
		t.Fatalf("%+v", o)
	}
	before := out.Files()
	files["r0.progress.yaml"] = "record: R0\ntasks:\n  - id: " + id + "\n    reports: [{on: 2026-02-01, unit: Phòng Ngân sách, state: đang thực hiện, percent: 40}]\n"
	if o := run(out, Shard{}); o.Written != 2 || len(o.Failed) > 0 {
		t.Fatalf("%+v", o)
	}
	after := out.Files()
	if name := "r1/don-vi/r1-phong-ngan-sach.xlsx"; before[name] == after[name] || after[name] == "" {
		t.Errorf("%s is as it was", name)
	}
	if o := run(out, Shard{}); o.Unchanged != 2 {
		t.Errorf("made again for nothing: %+v", o)
	}
	parts := office.NewMemory(nil)
	for n := range 2 {
		run(parts, Shard{n + 1, 2})
	}
	if o := run(parts, Shard{Of: -1}); !o.Good() {
		t.Fatalf("%+v", o)
	}
	merged := parts.Files()
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if name != "manifest.json" && merged[name] != after[name] {
			t.Errorf("in shards %s is another", name)
		}
	}
}
