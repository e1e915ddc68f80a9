package layout

import (
	"slices"

	"ketluan/render/doc"
)

// A placed strip stands at a height in its cell.
type placed struct {
	strip
	top doc.MM
}

func (s *setter) columns(c *doc.Columns, width doc.MM, into *Element) []strip {
	widths := s.widths(c, width)
	s.rememberWidths(c, widths)
	parts := into.parts(c)
	var strips []strip
	for i, row := range c.Rows {
		pieces := s.row(c, row, widths, parts)
		if len(pieces) > 0 && i > 0 {
			pieces[0].breakable = false
		}
		strips = append(strips, pieces...)
	}
	if len(strips) > 0 {
		strips[0].before += c.Before.MM()
		strips[0].tail = c.Tail
	}
	return strips
}

// widths returns the width of each column.
func (s *setter) widths(c *doc.Columns, width doc.MM) []doc.MM {
	widths := make([]doc.MM, len(c.Widths))
	for i, w := range c.Widths {
		widths[i] = w.MM
		if w.Natural {
			widths[i] = min(s.natural(c, i), width*2/3)
		}
	}
	share(widths, width-c.Gap*doc.MM(len(widths)-1))
	return widths
}

// share gives what the others leave of a width to those that have none.
func share(widths []doc.MM, width doc.MM) {
	sharing := 0
	for _, w := range widths {
		width -= w
		if w == 0 {
			sharing++
		}
	}
	for i, w := range widths {
		if w == 0 {
			widths[i] = max(width, 1) / doc.MM(sharing)
		}
	}
}

// natural returns the width of the widest paragraph of a column on one line.
func (s *setter) natural(c *doc.Columns, column int) doc.MM {
	var widest doc.MM
	for _, row := range c.Rows {
		for _, b := range row[column].Blocks {
			if p, ok := b.(*doc.Paragraph); ok {
				s.load(p.Spans)
				widest = max(widest, s.width(0, len(s.text))+tolerance)
			}
		}
	}
	return widest
}

// row sets the cells of one row beside each other, as one strip or, where it
// is taller than half a page, as several.
func (s *setter) row(c *doc.Columns, row []doc.Cell, widths []doc.MM, parts []*Element) []strip {
	cells := make([][]placed, len(row))
	var x, baseline doc.MM
	lines := 0
	for i, cell := range row {
		strips := s.blocks(cell.Blocks, widths[i], parts[i])
		if len(strips) > 0 {
			baseline = max(baseline, strips[0].before+strips[0].baseline)
		}
		n := 0
		for _, st := range strips {
			shift(st.items, x, 0)
			cells[i] = append(cells[i], placed{strip: st})
			n += st.lines
		}
		lines += n
		x += widths[i] + c.Gap
	}
	var height doc.MM
	for _, cell := range cells {
		height = max(height, stack(cell, baseline))
	}
	if height == 0 {
		return nil
	}
	cuts := []doc.MM{0, height}
	if height > s.page.TextHeight()/2 {
		cuts = cutsBetween(row, cells, height)
	}
	strips := slice(cells, cuts)
	strips[0].baseline, strips[0].lines = baseline, lines
	return strips
}

// stack gives each strip of a cell its height so that the first baseline is
// the given one, and returns where the cell ends.
func stack(cell []placed, baseline doc.MM) doc.MM {
	var y doc.MM
	for i := range cell {
		if i == 0 {
			y = baseline - cell[0].baseline
		} else {
			y += cell[i].before
		}
		cell[i].top = y
		y += cell[i].height
	}
	return y
}

// cutsBetween returns the heights at which a row may be split, from its top to
// its bottom: where a page may begin in one cell, and no other is cut through.
func cutsBetween(row []doc.Cell, cells [][]placed, height doc.MM) []doc.MM {
	cuts := []doc.MM{0}
	rest := slices.Clone(cells)
	for i, cell := range cells {
		if row[i].Whole {
			continue
		}
		for _, p := range cell[:max(len(cell)-1, 0)] { // the last line never goes on alone
			if p.breakable && p.top > cuts[len(cuts)-1] && clear(row, cells, rest, p.top) {
				cuts = append(cuts, p.top)
			}
		}
		break // the first that may be split leads
	}
	return append(cuts, height)
}

// clear reports whether no strip, and no whole cell, reaches across y. Of the
// rest it drops the strips that end above: the next y is further down.
func clear(row []doc.Cell, cells, rest [][]placed, y doc.MM) bool {
	through := false
	for i, cell := range cells {
		if n := len(cell); n > 0 && row[i].Whole && cell[n-1].top+cell[n-1].height > y+tolerance {
			return false
		}
		for len(rest[i]) > 0 && rest[i][0].top+rest[i][0].height <= y+tolerance {
			rest[i] = rest[i][1:]
		}
		through = through || len(rest[i]) > 0 && rest[i][0].top < y-tolerance
	}
	return !through
}

// slice cuts a row of cells into strips at the given heights.
func slice(cells [][]placed, cuts []doc.MM) []strip {
	strips := make([]strip, len(cuts)-1)
	rest := slices.Clone(cells)
	for k := range strips {
		top, bottom := cuts[k], cuts[k+1]
		strips[k] = strip{height: bottom - top, breakable: k > 0}
		for i := range rest {
			for ; len(rest[i]) > 0 && rest[i][0].top < bottom-tolerance; rest[i] = rest[i][1:] {
				p := rest[i][0]
				shift(p.items, 0, p.top-top)
				strips[k].items = append(strips[k].items, p.items...)
			}
		}
	}
	return strips
}

// shift moves items by x to the right and y down.
func shift(items []Item, x, y doc.MM) {
	for i, it := range items {
		switch it := it.(type) {
		case Text:
			it.X, it.Y = it.X+x, it.Y+y
			items[i] = it
		case Line:
			it.X, it.Y = it.X+x, it.Y+y
			items[i] = it
		case Bar:
			it.X, it.Y = it.X+x, it.Y+y
			items[i] = it
		case Box:
			it.X, it.Y = it.X+x, it.Y+y
			items[i] = it
		}
	}
}
