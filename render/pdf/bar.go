package pdf

import (
	"fmt"
	"strings"

	"ketluan/render/layout"
)

// bar draws a filled rectangle with its pattern. It leaves the state of the
// page as it was.
func (p *pen) bar(b layout.Bar) {
	p.mark(b.Element, "")
	p.marks.cover(b.Element, b.X, b.Y, b.X+b.Width, b.Y+b.Height)
	x, w, h := float64(b.X.PT()), float64(b.Width.PT()), float64(b.Height.PT())
	y := float64((p.marks.heights[len(p.marks.heights)-1] - b.Y).PT()) - h
	var s strings.Builder
	fmt.Fprintf(&s, "q %.3f %.3f %.3f rg %.2f %.2f %.2f %.2f re f", part(b.Fill.R), part(b.Fill.G), part(b.Fill.B), x, y, w, h)
	if lines := layout.Hatch(b.Pattern, b.Width.PT(), b.Height.PT()); len(lines) > 0 {
		fmt.Fprintf(&s, " q %.2f %.2f %.2f %.2f re W n 0 G %.2f w", x, y, w, h, float64(layout.HatchLine))
		for _, l := range lines {
			fmt.Fprintf(&s, " %.2f %.2f m %.2f %.2f l S", x+float64(l[0]), y+float64(l[1]), x+float64(l[2]), y+float64(l[3]))
		}
		s.WriteString(" Q")
	}
	if !b.Plate {
		fmt.Fprintf(&s, " 0 G 0.5 w %.2f %.2f %.2f %.2f re S", x, y, w, h)
	}
	s.WriteString(" Q")
	p.pdf.RawWriteStr(s.String())
}

func part(c uint8) float64 { return float64(c) / 255 }
