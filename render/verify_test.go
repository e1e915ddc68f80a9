package render

import (
	"testing"

	"ketluan/render/decree"
	"ketluan/render/pdf/read"
)

// The finished notices of all examples keep all rules, and all can be measured
// but those about what a notice may leave out.
func TestExamplesKeepTheRules(t *testing.T) {
	r := newRenderer(t)
	for _, name := range exampleNames(t) {
		rec := example(t, r, name)
		rec.Annex = "tasks" // has rules of its own
		files, err := r.Files(rec)
		if err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(files[0].Bytes)
		if err != nil {
			t.Fatal(err)
		}
		for _, result := range decree.Measure(f) {
			for _, fault := range result.Faults {
				t.Errorf("%s: %s %s: page %d: %s", name, result.ID, result.Title.EN, fault.Page, fault.Message.EN)
			}
			if result.Status == decree.Unmeasured && result.ID != "HD-06" && result.ID != "HD-11" {
				t.Errorf("%s: %s could not be measured", name, result.ID)
			}
		}
	}
}
