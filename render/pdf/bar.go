package pdf

import (
	"fmt"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// hatching is the distance of the lines of a pattern, in pt.
const hatching = 4.0

// hatchLine is how thick they are, in pt.
const hatchLine = 0.6

// bar draws a filled rectangle with its pattern. It leaves the state of the
// page as it was.
func (p *pen) bar(b layout.Bar) {
	p.mark(b.Element, "")
	p.marks.cover(b.Element, b.X, b.Y, b.X+b.Width, b.Y+b.Height)
	x, w, h := float64(b.X.PT()), float64(b.Width.PT()), float64(b.Height.PT())
	y := float64((p.marks.heights[len(p.marks.heights)-1] - b.Y).PT()) - h
	var s strings.Builder
	fmt.Fprintf(&s, "q %.3f %.3f %.3f rg %.2f %.2f %.2f %.2f re f", part(b.Fill.R), part(b.Fill.G), part(b.Fill.B), x, y, w, h)
	if lines := hatch(b.Pattern, x, y, w, h); len(lines) > 0 {
		fmt.Fprintf(&s, " q %.2f %.2f %.2f %.2f re W n 0 G %.2f w", x, y, w, h, hatchLine)
		for _, l := range lines {
			fmt.Fprintf(&s, " %.2f %.2f m %.2f %.2f l S", l[0], l[1], l[2], l[3])
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

// hatch returns the lines of a pattern over a rectangle, from x, y to x, y.
// They begin at its corner, and what reaches beyond it is clipped.
func hatch(pattern doc.Pattern, x, y, w, h float64) [][4]float64 {
	var lines [][4]float64
	if pattern == doc.Rising || pattern == doc.Crossed {
		for at := -h + hatching/2; at < w; at += hatching {
			lines = append(lines, [4]float64{x + at, y, x + at + h, y + h})
		}
	}
	if pattern == doc.Falling || pattern == doc.Crossed {
		for at := -h + hatching/2; at < w; at += hatching {
			lines = append(lines, [4]float64{x + at, y + h, x + at + h, y})
		}
	}
	if pattern == doc.Level {
		for at := hatching / 2; at < h; at += hatching {
			lines = append(lines, [4]float64{x, y + at, x + w, y + at})
		}
	}
	if pattern == doc.Upright {
		for at := hatching / 2; at < w; at += hatching {
			lines = append(lines, [4]float64{x + at, y, x + at, y + h})
		}
	}
	return lines
}
