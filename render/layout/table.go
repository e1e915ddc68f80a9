package layout

import (
	"slices"

	"ketluan/render/doc"
)

// table sets a table, a strip for each row: the header first, which the others
// carry with them to the pages that they begin.
func (s *setter) table(t *doc.Table, width doc.MM, into *Element) []strip {
	widths := s.tableWidths(t, width)
	s.rememberWidths(t, widths)
	var strips []strip
	var header *strip
	if len(t.Header) > 0 {
		h := s.tableRow(t, t.Header, widths, head(into, t.Header))
		header = &strip{height: h[0].height, items: again(h[0].items)}
		strips = append(strips, h...)
	}
	body, above := into.add(RoleRows), make([]*Element, len(widths))
	for _, row := range t.Rows {
		for i, st := range s.tableRow(t, row, widths, body.row(t, row, above)) {
			st.header = header
			st.breakable = len(strips) > 1 || i > 0 // the header stays with the first row
			strips = append(strips, st)
		}
	}
	if len(strips) > 0 {
		strips[0].before = t.Before.MM()
	}
	return strips
}

// head adds the elements of a table's header.
func head(into *Element, header []doc.Cell) []*Element {
	row := into.add(RoleHead).add(RoleRow)
	cells := make([]*Element, len(header))
	for i := range cells {
		cells[i] = row.add(RoleHeader)
		cells[i].Scope = "Column"
	}
	return cells
}

// row adds the elements of a row. Above are those of the cells above, and then its
// own: a cell that goes on has that above it.
func (e *Element) row(t *doc.Table, row []doc.Cell, above []*Element) []*Element {
	into := e.add(RoleRow)
	for i, cell := range row {
		switch {
		case cell.Above && above[i] != nil:
			above[i].Rows = max(above[i].Rows, 1) + 1
		case i+1 == t.Names && len(cell.Blocks) > 0:
			above[i] = into.add(RoleHeader)
			above[i].Scope = "Row"
		default:
			above[i] = into.add(RoleCell)
		}
	}
	return above
}

// tableRow sets one row, as several strips where it is taller than half a page.
func (s *setter) tableRow(t *doc.Table, row []doc.Cell, widths []doc.MM, elements []*Element) []strip {
	cells := make([][]placed, len(row))
	var x, height doc.MM
	longest := 0
	for i, cell := range row {
		for _, st := range s.blocks(cell.Blocks, widths[i]-2*t.Padding, elements[i]) {
			shift(st.items, x+t.Padding, 0)
			cells[i] = append(cells[i], placed{strip: st})
		}
		if n := len(cells[i]); n > 0 {
			height = max(height, stack(cells[i], t.Padding+cells[i][0].baseline))
		}
		if len(cells[i]) > len(cells[longest]) {
			longest = i
		}
		x += widths[i]
	}
	height += t.Padding
	cuts := []doc.MM{0, height}
	if height > s.page.TextHeight()/2 {
		whole := make([]doc.Cell, len(row))
		for i := range whole {
			whole[i].Whole = i != longest // it alone is cut, below what stands beside it
		}
		cuts = cutsBetween(whole, cells, height)
	}
	strips := slice(cells, cuts)
	for i := range strips {
		strips[i].items = append(strips[i].items, grid(widths, strips[i].height, t.Thickness)...)
		strips[i].lines = 1
	}
	return strips
}

// grid returns the lines around the cells of a row.
func grid(widths []doc.MM, height doc.MM, thickness doc.PT) []Item {
	var whole doc.MM
	for _, w := range widths {
		whole += w
	}
	items := []Item{Line{Width: whole, Thickness: thickness}, Line{Y: height, Width: whole, Thickness: thickness}}
	var x doc.MM
	for i := range len(widths) + 1 {
		items = append(items, Line{X: x, Height: height, Thickness: thickness})
		if i < len(widths) {
			x += widths[i]
		}
	}
	return items
}

// again returns a copy of items that is no part of the structure: who hears
// the table has heard its header.
func again(items []Item) []Item {
	copies := slices.Clone(items)
	for i, it := range copies {
		switch it := it.(type) {
		case Text:
			it.Element = nil
			copies[i] = it
		case Line:
			it.Element = nil
			copies[i] = it
		case Bar:
			it.Element = nil
			copies[i] = it
		}
	}
	return copies
}
