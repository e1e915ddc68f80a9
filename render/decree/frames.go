package decree

import (
	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// A frame is lines that touch each other: those of a table, or around a chart.
type frame struct {
	left, top, right, bottom doc.MM
	rules, uprights          int
}

// touching is how far apart two lines may be that touch.
const touching doc.MM = 0.8

// narrowestMargins are those of a page at both sides: what leaves less room is the
// border of the page.
const narrowestMargins doc.MM = 35

func (f frame) touches(g frame) bool {
	return f.left <= g.right+touching && g.left <= f.right+touching && f.top <= g.bottom+touching && g.top <= f.bottom+touching
}

func (f frame) with(g frame) frame {
	return frame{min(f.left, g.left), min(f.top, g.top), max(f.right, g.right), max(f.bottom, g.bottom), f.rules + g.rules, f.uprights + g.uprights}
}

// framesOf returns the frames of a page: lines that touch, at least two each
// way.
func framesOf(page read.Page) []frame {
	var joined []frame
	add := func(f frame) {
		kept := joined[:0]
		for _, g := range joined {
			if f.touches(g) {
				f = f.with(g)
			} else {
				kept = append(kept, g)
			}
		}
		joined = append(kept, f)
	}
	for _, u := range page.Uprights {
		add(frame{u.X, u.Y, u.X, u.Y + u.Height, 0, 1})
	}
	for _, r := range page.Rules {
		add(frame{r.X, r.Y, r.X + r.Width, r.Y, 1, 0})
	}
	var frames []frame
	for _, f := range joined {
		if f.rules >= 2 && f.uprights >= 2 && f.right-f.left < page.Width-narrowestMargins {
			frames = append(frames, f)
		}
	}
	return frames
}

// markFramed marks the lines of text that stand in frames.
func markFramed(lines []*line, frames []frame) {
	for _, l := range lines {
		middle := l.y - l.size.MM()*0.3
		for _, f := range frames {
			if l.centre() > f.left && l.centre() < f.right && middle > f.top && middle < f.bottom {
				l.framed = true
			}
		}
	}
}
