package layout

import "ketluan/render/doc"

// The steps in which spacing gives: those that typists take.
const (
	leadingStep = 0.05
	beforeStep  = 2 // pt
)

// maxWider is how many steps wider than its styles say a document may be set:
// more of them look worse than a page that ends a few lines early.
const maxWider = 5

// A slack is a spacing on trial; the zero slack leaves all as it is.
type slack struct {
	Given
	within *doc.Spacing
}

// height returns that of a strip with the spacing.
func (s slack) height(st *strip) doc.MM {
	if s.Leading == 0 || st.em == 0 {
		return st.height
	}
	return st.em * doc.MM(singleLine*s.leading(st))
}

func (s slack) leading(st *strip) float64 {
	return clamp(st.leading+s.Leading, min(st.leading, s.within.MinLeading), max(st.leading, s.within.MaxLeading))
}

// before returns the space above a strip; that of lines within a paragraph is 0.
func (s slack) before(st *strip) doc.MM {
	if s.Before == 0 || st.em == 0 || st.before == 0 {
		return st.before
	}
	before := st.before.PT()
	return clamp(before+s.Before, min(before, s.within.MinBefore), max(before, s.within.MaxBefore)).MM()
}

func clamp[T ~float64](v, low, high T) T { return min(max(v, low), high) }

// give chooses the spacing of a document's lines and paragraphs and sets them so:
// that of their styles unless the page of the signature would carry too few
// lines; then the widest below it that needs no such page, else one a little
// above it that takes enough lines over. Where none does, the lines are kept with
// the signature, and the page before ends early.
func give(d *doc.Document, strips []strip) Given {
	keepTails(strips)
	sign := signatureAt(strips)
	if d.Spacing == nil || sign < 0 {
		return Given{}
	}
	sp := d.Spacing
	for _, g := range spacings(sp, strips) {
		if s := (slack{g, sp}); standsWell(d, strips, sign, s) {
			s.set(strips)
			return g
		}
	}
	strips[sign].tail = sp.Lines
	keepTails(strips)
	return Given{}
}

// signatureAt returns the strip that begins the last block with a tail; -1 is none.
func signatureAt(strips []strip) int {
	for i := len(strips) - 1; i >= 0; i-- {
		if strips[i].tail > 0 {
			return i
		}
	}
	return -1
}

// spacings returns those to be tried, in the order in which they are wanted.
func spacings(sp *doc.Spacing, strips []strip) []Given {
	low, high := 0.0, 0.0 // the leadings of the body
	var least doc.PT      // space above its paragraphs
	for i := range strips {
		if st := &strips[i]; st.em > 0 {
			if high == 0 {
				low, least = st.leading, st.before.PT()
			}
			low, high = min(low, st.leading), max(high, st.leading)
			if st.before > 0 {
				least = min(least, st.before.PT())
			}
		}
	}
	all := []Given{{}}
	const rounding = 1e-6
	down := steps(low-sp.MinLeading+rounding, leadingStep)
	for k := 1; k <= down; k++ {
		all = append(all, Given{Leading: -leadingStep * float64(k)})
	}
	for k := 1; k <= steps(float64(least-sp.MinBefore)+rounding, beforeStep); k++ {
		all = append(all, Given{Leading: -leadingStep * float64(down), Before: -beforeStep * doc.PT(k)})
	}
	up, apart := steps(sp.MaxLeading-high+rounding, leadingStep), steps(float64(sp.MaxBefore-least)+rounding, beforeStep)
	for n := 1; n <= min(up+apart, maxWider); n++ {
		for b := max(0, n-up); b <= min(n, apart); b++ {
			all = append(all, Given{Leading: leadingStep * float64(n-b), Before: beforeStep * doc.PT(b)})
		}
	}
	return all
}

// steps returns how many steps there are in a range, at most twenty.
func steps(length, step float64) int {
	if !(length >= step) { // NaN is no range either
		return 0
	}
	return int(min(length/step, 20))
}

// standsWell reports whether the signature stands on the first page, or below
// enough lines.
func standsWell(d *doc.Document, strips []strip, sign int, s slack) bool {
	from := 0
	for first := true; ; first = false {
		to := pageEnd(strips, from, d.Page.TextHeight(), !first, s)
		if sign < to {
			if first {
				return true
			}
			break
		}
		from = to
	}
	lines := 0
	for _, st := range strips[from:sign] {
		lines += st.lines
	}
	return lines >= s.within.Lines
}

// set gives the strips their heights.
func (s slack) set(strips []strip) {
	if s.Given == (Given{}) {
		return
	}
	for i := range strips {
		st := &strips[i]
		wider := s.height(st) - st.height
		st.before = s.before(st)
		st.height += wider
		st.baseline += wider
		shift(st.items, 0, wider)
	}
}
