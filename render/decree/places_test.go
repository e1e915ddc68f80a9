package decree

import (
	"testing"

	"ketluan/render/doc"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
)

// Every rule says where it looks, or is about what no page shows alone.
func TestEveryRuleLooksSomewhere(t *testing.T) {
	nowhere := map[string]bool{"PG-01": true, "PG-06": true, "PG-07": true, "PG-10": true, "EF-03": true, "PT-03": true}
	known := map[string]bool{}
	for _, rules := range [][]rule{annexRules, headerRules, letterRules, titleRules, minutesRules, submittingRules, resolvingRules, basisRules, bodyRules, signatureRules, addressRules, addresseeRules, pageRules} {
		for _, r := range rules {
			known[r.id] = true
			if (looksAt[r.id] == nil) != nowhere[r.id] {
				t.Errorf("%s looks at %q", r.id, looksAt[r.id])
			}
		}
	}
	for id := range looksAt {
		if !known[id] {
			t.Errorf("there is no rule %s", id)
		}
	}
	for _, f := range forms() {
		for _, c := range f.Rules {
			for _, name := range c.parts() {
				if _, known := measured[c.Measure]; c.Measure != "" && !known {
					t.Errorf("%s measures %s, nowhere", c.ID, name)
				}
			}
		}
	}
}

// A fault of a line has its box; a rule that is kept tells where it looks.
func TestBoxes(t *testing.T) {
	bold := &read.Font{Name: "TimesNewRoman,Bold", Bold: true, Embedded: true}
	file := &read.File{Fonts: []*read.Font{bold}, Pages: []read.Page{{Width: 210, Height: 297, Texts: []read.Text{
		{X: 100, Y: 30, Width: 80, Ink: 80, Size: 13, Font: bold, Text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Black: true},
		{X: 110, Y: 36, Width: 60, Ink: 60, Size: 9, Font: bold, Text: "Độc lập - Tự do - Hạnh phúc", Black: true},
	}}}}
	results := map[string]Result{}
	for _, r := range MeasureAs(file, kind.New("thong-bao", "")) {
		results[r.ID] = r
	}
	head := Box{1, 100, 30 - doc.PT(13).MM()*above, 80, doc.PT(13).MM() * (above + below)}
	if r := results["HD-01"]; r.Status != Kept || len(r.Places) != 1 || !near(r.Places[0], head) {
		t.Errorf("%+v, want %+v", r, head)
	}
	if r := results["HD-10"]; r.Status != Broken || len(r.Places) != 0 || r.Faults[0].Box.Page != 0 || r.Faults[0].Page != 1 {
		t.Errorf("%+v", r)
	}
	if r := results["PG-02"]; len(r.Places) != 1 || r.Places[0].X != 100 || r.Places[0].Width != 80 {
		t.Errorf("%+v", r)
	}
}

func near(a, b Box) bool {
	return a.Page == b.Page && apart(a.X, b.X) < 0.01 && apart(a.Y, b.Y) < 0.01 && apart(a.Width, b.Width) < 0.01 && apart(a.Height, b.Height) < 0.01
}
