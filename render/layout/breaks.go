package layout

import (
	"math"

	"ketluan/render/doc"
)

// How far the spaces of a justified line may move from their natural width,
// as a part of it: a stretch of one costs 100 units of badness, a shrink
// beyond its limit is not allowed. A line gapes where they are stretched by
// more than their width: over half an em in faces as Times New Roman.
const (
	stretch = 0.5
	shrink  = 0.2
	gape    = 1 / stretch
)

const (
	runtPenalty = 1e5  // for a last line of a single short word
	shortRunt   = 0.25 // of the measure: in a narrow column none is short
	gapePenalty = 1e10 // for a line that gapes, and again for each further stretch
)

// A measure is the width of the first line and of the others.
type measure struct {
	first, rest doc.MM
}

func (m measure) at(word int) doc.MM {
	if word == 0 {
		return m.first
	}
	return m.rest
}

// A trial is the best way found to break the words up to one of them.
type trial struct {
	demerits float64
	lines    int
	from     int // first word of the last line
}

// A textLine is the words from..to-1 of a paragraph.
type textLine struct {
	from, to int
	natural  doc.MM // width without the space at its end
	spaces   int    // that stretch
}

// breakLines breaks the setter's words into lines so that all lines of the
// paragraph together look best, as Knuth and Plass do: justified lines with
// spaces near their natural width, centred ones of about one length.
func (s *setter) breakLines(m measure, align doc.Align) []textLine {
	n := len(s.words)
	if align == doc.Centre {
		s.weighSense(m)
	}
	s.best = append(s.best[:0], trial{})
	for to := 1; to <= n; to++ {
		s.best = append(s.best, s.try(to, m, align))
	}
	lines := make([]textLine, s.best[n].lines)
	for to, i := n, len(lines)-1; i >= 0; i-- {
		from := s.best[to].from
		lines[i] = s.line(from, to)
		to = from
	}
	return lines
}

// try returns the best way to end a line before the word to. Nearly all lines that
// could end there gape, and lose to any that does not: they are judged only where
// there is no other.
func (s *setter) try(to int, m measure, align doc.Align) trial {
	last := to == len(s.words) && !s.goesOn || s.words[to-1].ends
	if align == doc.Justify && !last {
		if best := s.tryLines(to, m, align, last, false); best.demerits < gapePenalty {
			return best
		}
	}
	return s.tryLines(to, m, align, last, true)
}

func (s *setter) tryLines(to int, m measure, align doc.Align, last, gaping bool) trial {
	best := trial{demerits: math.Inf(1), lines: math.MaxInt}
	ln := textLine{to: to}
	shrink := s.shrink()
	space := doc.MM(1) // all spaces of a line count as wide as its first
	for from := to - 1; from >= 0; from-- {
		w := &s.words[from]
		if from < to-1 && w.ends {
			break
		}
		ln.from = from
		ln.natural += w.width
		ln.spaces += w.inner
		if from < to-1 {
			ln.natural += w.space
			ln.spaces += w.spaces
		}
		if w.spaces > 0 {
			space = w.space / doc.MM(w.spaces)
		}
		width, least := m.at(from), ln.natural
		var spaces doc.MM // natural, of all that give
		if align == doc.Justify {
			spaces = doc.MM(ln.spaces) * space
			least -= spaces * shrink
		}
		if from < to-1 && least > width+tolerance {
			if least > m.first+tolerance {
				break
			}
			continue // a hanging paragraph's first line is its widest
		}
		if !gaping && width-ln.natural > spaces*(stretch*gape)+tolerance {
			continue
		}
		d := s.best[from].demerits + demerits(ln, width, spaces, align, last)
		if !last {
			d += s.words[to-1].penalty
		}
		if d < best.demerits {
			best = trial{demerits: d, lines: s.best[from].lines + 1, from: from}
		}
	}
	return best
}

// tighter is the shrink of programs that can set characters closer, too.
const tighter = 0.3

func (s *setter) shrink() doc.MM {
	if s.tight {
		return tighter
	}
	return shrink
}

// tolerance is less than anybody sees and more than sums of widths are off.
const tolerance doc.MM = 0.001

// demerits returns how bad a line of the given width looks, whose spaces take
// so much of it.
func demerits(ln textLine, width, spaces doc.MM, align doc.Align, last bool) float64 {
	slack := float64(width - ln.natural)
	switch {
	case align == doc.Centre:
		return slack*slack + linePenalty
	case last && slack >= 0:
		if ln.to-ln.from == 1 && ln.from > 0 && ln.natural < width*shortRunt {
			return runtPenalty
		}
		return 0
	case align == doc.Left:
		return 1 + slack*slack
	}
	room := float64(spaces) * stretch
	if slack < 0 {
		room = float64(spaces) * shrink
	}
	ratio := 20.0 // a line without a space
	if room > 0 {
		ratio = min(math.Abs(slack)/room, ratio)
	}
	badness := 10 + 100*ratio*ratio*ratio
	if slack > 0 && ratio > gape {
		return badness*badness + gapePenalty*(1+ratio-gape)
	}
	return badness * badness
}

func (s *setter) line(from, to int) textLine {
	ln := textLine{from: from, to: to}
	for i := from; i < to; i++ {
		ln.natural += s.words[i].width
		ln.spaces += s.words[i].inner
		if i < to-1 {
			ln.natural += s.words[i].space
			ln.spaces += s.words[i].spaces
		}
	}
	return ln
}
