package svg

import (
	"fmt"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// outline is how thick that of a bar is, as in the PDF.
const outline doc.PT = 0.5

// bar draws a filled rectangle with its pattern. A drawing inside the drawing
// clips the lines of the pattern.
func (d *drawing) bar(b layout.Bar) {
	d.rectangle("rect", b)
	d.put(fmt.Sprintf(` fill="#%02x%02x%02x"`, b.Fill.R, b.Fill.G, b.Fill.B))
	if !b.Plate {
		d.put(` stroke="#000" stroke-width="`)
		d.fine(outline.MM())
		d.put(`"`)
	}
	d.put("/>")
	lines := layout.Hatch(b.Pattern, b.Width.PT(), b.Height.PT())
	if len(lines) == 0 {
		return
	}
	d.rectangle("svg", b)
	d.put(`><path stroke="#000" stroke-width="`)
	d.fine(layout.HatchLine.MM())
	d.put(`" d="`)
	for _, l := range lines {
		d.put("M")
		d.length(l[0].MM())
		d.put(" ")
		d.length(b.Height - l[1].MM())
		d.put("L")
		d.length(l[2].MM())
		d.put(" ")
		d.length(b.Height - l[3].MM())
	}
	d.put(`"/></svg>`)
}

func (d *drawing) rectangle(element string, b layout.Bar) {
	d.put("<", element)
	d.attribute("x", b.X)
	d.attribute("y", b.Y)
	d.attribute("width", b.Width)
	d.attribute("height", b.Height)
}
