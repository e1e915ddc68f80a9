package layout

import (
	"math"

	"ketluan/render/doc"
)

// headerLines is on how many lines a header may stand above a column that needs
// less than its header.
const headerLines = 3

// mostRun is the part of a table that one run without spaces may claim: a code
// or a date never breaks, an address does.
const mostRun = 0.4

// A need is what the contents of a column ask for, with the padding.
type need struct {
	least doc.MM // the widest run without spaces
	most  doc.MM // the widest paragraph on one line
	wish  doc.MM // as the column's share beside the others
	whole bool   // has what is set smaller rather than broken: its least is the last to be lowered
}

// tableWidths returns the widths of a table's columns: each has room for its
// widest word and no more than its widest paragraph takes, between these by how
// much text it has and how wide the table says it is.
func (s *setter) tableWidths(t *doc.Table, width doc.MM) []doc.MM {
	said := make([]doc.MM, len(t.Widths))
	for i, w := range t.Widths {
		said[i] = w.MM
	}
	share(said, width)
	needs := make([]need, len(said))
	for i := range needs {
		needs[i] = s.need(t, i, width)
		needs[i].wish = doc.MM(math.Sqrt(float64(needs[i].wish * said[i])))
	}
	capNeeds(needs, width)
	widths := make([]doc.MM, len(needs))
	scale := solve(func(scale doc.MM) doc.MM { return fill(widths, needs, scale) }, width)
	if left := width - fill(widths, needs, scale); left > 0 { // all have what they need
		for i := range widths {
			widths[i] += left * said[i] / sum(said)
		}
	}
	return widths
}

// need measures a column. Of its body the long paragraphs weigh more: it is
// they that make rows high.
func (s *setter) need(t *doc.Table, column int, width doc.MM) need {
	var n need
	if len(t.Header) > 0 {
		n = s.cellNeed(t.Header[column].Blocks, width*mostRun)
	}
	wish, squares := n.most/headerLines, doc.MM(0)
	for _, row := range t.Rows {
		c := s.cellNeed(row[column].Blocks, width*mostRun)
		n.least, n.most, n.whole = max(n.least, c.least), max(n.most, c.most), n.whole || c.whole
		squares += c.most * c.most
	}
	if len(t.Rows) > 0 {
		wish = max(wish, doc.MM(math.Sqrt(float64(squares)/float64(len(t.Rows)))))
	}
	around := 2*t.Padding + tolerance
	return need{least: min(n.least, width*mostRun) + around, most: n.most + around, wish: wish + around, whole: n.whole}
}

// cellNeed measures the blocks of a cell. In several settings they ask for the
// first whose runs are no wider than the widest, or for the last.
func (s *setter) cellNeed(blocks []doc.Block, widest doc.MM) need {
	var n need
	for _, b := range blocks {
		if fit, ok := b.(*doc.Fit); ok {
			n.whole = true
			for i, variant := range fit.Variants {
				c := s.cellNeed(variant, widest)
				if i == 0 {
					n.most = max(n.most, c.most)
				}
				if c.least <= widest || i == len(fit.Variants)-1 {
					n.least = max(n.least, c.least)
					break
				}
			}
		}
		p, ok := b.(*doc.Paragraph)
		if !ok {
			continue
		}
		s.load(p.Spans)
		n.most = max(n.most, s.width(0, len(s.text))+p.Style.Indent)
		from := 0
		for i := range len(s.text) + 1 {
			if i == len(s.text) || s.text[i] == ' ' {
				n.least = max(n.least, s.width(from, i)+p.Style.Indent)
				from = i + 1
			}
		}
	}
	return n
}

// capNeeds lowers the largest of the least widths until all fit: first of the
// columns that may break their words.
func capNeeds(needs []need, width doc.MM) {
	capAmong(needs, width, func(n need) bool { return !n.whole })
	capAmong(needs, width, func(need) bool { return true })
}

func capAmong(needs []need, width doc.MM, lowered func(need) bool) {
	most := solve(func(most doc.MM) doc.MM {
		var all doc.MM
		for _, n := range needs {
			if lowered(n) {
				n.least = min(n.least, most)
			}
			all += n.least
		}
		return all
	}, width)
	for i := range needs {
		if lowered(needs[i]) {
			needs[i].least = min(needs[i].least, most)
		}
	}
}

// fill gives each column its wish at a scale, within what it needs, and returns
// the width of all.
func fill(widths []doc.MM, needs []need, scale doc.MM) doc.MM {
	for i, n := range needs {
		widths[i] = min(max(n.wish*scale, n.least), max(n.most, n.least))
	}
	return sum(widths)
}

func sum(all []doc.MM) doc.MM {
	var total doc.MM
	for _, w := range all {
		total += w
	}
	return total
}

// solve returns the largest x, up to the width, for which f, which does not
// fall, is at most the width.
func solve(f func(x doc.MM) doc.MM, width doc.MM) doc.MM {
	low, high := doc.MM(0), width
	if f(high) <= width {
		return high
	}
	for range 50 {
		if mid := (low + high) / 2; f(mid) <= width {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}
