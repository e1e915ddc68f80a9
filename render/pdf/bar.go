package pdf

import (
	"fmt"

	"ketluan/render/layout"
)

// bar draws a filled rectangle with its pattern. It leaves the state of the
// page as it was.
func (p *pen) bar(b layout.Bar) {
	p.mark(b.Element, "")
	p.marks.cover(b.Element, b.X, b.Y, b.X+b.Width, b.Y+b.Height)
	x, w, h := b.X.PT(), b.Width.PT(), b.Height.PT()
	y := (p.height - b.Y).PT() - h
	p.content = fmt.Appendf(p.content, "q %.3f %.3f %.3f rg ", part(b.Fill.R), part(b.Fill.G), part(b.Fill.B))
	p.put("re f", x, y, w, h)
	if lines := layout.Hatch(b.Pattern, w, h); len(lines) > 0 {
		p.put(" q ")
		p.put("re W n 0 G ", x, y, w, h)
		p.put("w", layout.HatchLine)
		for _, l := range lines {
			p.put(" ")
			p.put("m ", x+l[0], y+l[1])
			p.put("l S", x+l[2], y+l[3])
		}
		p.put(" Q")
	}
	if !b.Plate {
		p.put(" 0 G 0.5 w ")
		p.put("re S", x, y, w, h)
	}
	p.put(" Q\n")
}

func part(c uint8) float64 { return float64(c) / 255 }
