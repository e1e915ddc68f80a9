package tmpl

import (
	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/problem"
)

// A spacing is how far the lines and paragraphs of the body, whose styles have
// a leading, may be set closer or wider for the sake of the last page.
type spacing struct {
	Leading []float64 `yaml:"leading"` // from, to; in single lines
	Before  []doc.PT  `yaml:"before"`  // from, to; in pt
	Lines   int       `yaml:"lines"`   // at least above the signature
}

// The widest ranges that a template may ask for.
const (
	maxLeading        = 3
	maxBefore  doc.PT = 72
	maxAbove          = 20
)

// checkSpacing reports ranges that are none.
func (t *Template) checkSpacing(d *decoder, n *yaml.Node) {
	s := t.file.Spacing
	if s == nil {
		return
	}
	if !isRange(s.Leading, 0.5, maxLeading) {
		d.problem(d.nodeOf("spacing.leading", n), "spacing.leading", problem.Text{VI: "cần hai số tăng dần từ 0.5 đến 3, ví dụ [1, 1.5]", EN: "two rising numbers from 0.5 to 3 are wanted, as [1, 1.5]"})
	}
	if !isRange(s.Before, 0, maxBefore) {
		d.problem(d.nodeOf("spacing.before", n), "spacing.before", problem.Text{VI: "cần hai số pt tăng dần từ 0 đến 72, ví dụ [6, 12]", EN: "two rising numbers of pt from 0 to 72 are wanted, as [6, 12]"})
	}
	if s.Lines < 0 || s.Lines > maxAbove {
		d.problem(d.nodeOf("spacing.lines", n), "spacing.lines", problem.Text{VI: "cần số dòng từ 0 đến 20", EN: "a number of lines from 0 to 20 is wanted"})
	}
}

// isRange reports two numbers, the second not below the first, within bounds;
// NaN is within none.
func isRange[T ~float64](r []T, low, high T) bool {
	return len(r) == 2 && low <= r[0] && r[0] <= r[1] && r[1] <= high
}

func (s *spacing) document() *doc.Spacing {
	if s == nil {
		return nil
	}
	return &doc.Spacing{MinLeading: s.Leading[0], MaxLeading: s.Leading[1], MinBefore: s.Before[0], MaxBefore: s.Before[1], Lines: s.Lines}
}
