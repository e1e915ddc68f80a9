package layout

import (
	"strings"
	"testing"

	"ketluan/render/doc"
)

// chart has a bar for each list of counts. A page holds about ten lines.
func chart(bars ...[]int) *doc.Document {
	c := &doc.Chart{
		Font: doc.Font{Size: 10}, Names: 20, Height: 4, Gap: 2, Alt: "what it shows",
		Series: []doc.Series{{Name: "a", Fill: doc.Colour{G: 255}}, {Name: "b", Pattern: doc.Rising}},
	}
	for _, counts := range bars {
		c.Bars = append(c.Bars, doc.Bar{Name: "unit", Counts: counts})
	}
	return &doc.Document{Page: page, Blocks: []doc.Block{c}}
}

// parts are the parts of bars on pages, without swatches and plates.
func parts(pages []Page) []Bar {
	var all []Bar
	for _, p := range pages {
		for _, it := range p.Items {
			if b, ok := it.(Bar); ok && !b.Plate && b.Element != nil && b.Width != swatchWidth {
				all = append(all, b)
			}
		}
	}
	return all
}

// Parts are as long as what they count, follow each other, and all that a chart
// draws is one figure.
func TestChartParts(t *testing.T) {
	pages := pagesOf(t, chart([]int{1, 3}, []int{2, 0}, []int{0, 0}))
	all := parts(pages)
	if len(all) != 3 {
		t.Fatalf("%d parts", len(all))
	}
	const off = 0.001
	near := func(a, b doc.MM) bool { return a-b < off && b-a < off }
	if !near(all[1].Width, 3*all[0].Width) || !near(all[2].Width, 2*all[0].Width) || !near(all[1].X, all[0].X+all[0].Width) || !near(all[2].X, all[0].X) {
		t.Errorf("%+v", all)
	}
	if end := all[1].X + all[1].Width; end > page.Width-page.Right {
		t.Errorf("the longest bar ends at %.1f mm", end)
	}
	figure := all[0].Element
	if figure == nil || figure.Role != RoleFigure || figure.Alt != "what it shows" {
		t.Fatalf("%+v", figure)
	}
	for _, it := range pages[0].Items {
		if x, ok := it.(Text); ok && x.Element != figure {
			t.Errorf("%q is no part of the figure", x.Text)
		}
	}
	if got := shown(pages[0]); !strings.Contains(got, "unit 1 3 4 unit 2 2 unit 0") {
		t.Errorf("%q", got)
	}
}

// A chart taller than a page goes on, and every bar is there once.
func TestChartGoesOn(t *testing.T) {
	bars := make([][]int, 30)
	for i := range bars {
		bars[i] = []int{1, 1}
	}
	pages := pagesOf(t, chart(bars...))
	if n := len(parts(pages)); n != 60 || len(pages) < 3 {
		t.Errorf("%d parts on %d pages", n, len(pages))
	}
	for i, p := range pages {
		var lowest Line // closes the frame
		var bottom doc.MM
		for _, it := range p.Items {
			switch it := it.(type) {
			case Line:
				if it.Height == 0 && it.Y > lowest.Y {
					lowest = it
				}
				bottom = max(bottom, it.Y+it.Height)
			}
		}
		if lowest.Width != page.TextWidth() || bottom-lowest.Y > 0.01 {
			t.Errorf("page %d: the frame is open at %.1f mm", i+1, bottom)
		}
		if text := p.Items[1].(Text); text.Text != "a" || (text.Element == nil) != (i > 0) {
			t.Errorf("page %d: no legend, or one that is heard again: %+v", i+1, text)
		}
	}
}
