package layout

import "ketluan/render/doc"

// hatching is the distance of the lines of a pattern.
const hatching doc.PT = 4

// HatchLine is how thick they are.
const HatchLine doc.PT = 0.6

// Hatch returns the lines of a pattern over a rectangle of a width and a height,
// from x, y to x, y, y upwards from its lower left corner. What reaches beyond it
// is to be clipped.
func Hatch(pattern doc.Pattern, w, h doc.PT) [][4]doc.PT {
	var lines [][4]doc.PT
	if pattern == doc.Rising || pattern == doc.Crossed {
		for at := -h + hatching/2; at < w; at += hatching {
			lines = append(lines, [4]doc.PT{at, 0, at + h, h})
		}
	}
	if pattern == doc.Falling || pattern == doc.Crossed {
		for at := -h + hatching/2; at < w; at += hatching {
			lines = append(lines, [4]doc.PT{at, h, at + h, 0})
		}
	}
	if pattern == doc.Level {
		for at := hatching / 2; at < h; at += hatching {
			lines = append(lines, [4]doc.PT{0, at, w, at})
		}
	}
	if pattern == doc.Upright {
		for at := hatching / 2; at < w; at += hatching {
			lines = append(lines, [4]doc.PT{at, 0, at, h})
		}
	}
	return lines
}
