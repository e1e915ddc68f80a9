package docx

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"

	"ketluan/render/doc"
)

// Parts of the size of a font: the height of a single line, and how much of it
// is below the baseline.
const (
	lineHeight = 1.149
	belowLine  = 0.258
)

// columns writes cells beside each other as a table without lines; the gap
// between two is within the left one.
func (b *body) columns(c *doc.Columns) {
	widths := b.setting.Widths(c)
	grid := make([]int, len(widths))
	for i, w := range widths {
		grid[i] = twips(w)
		if i < len(widths)-1 {
			grid[i] = twips(w + c.Gap)
		}
	}
	b.tableHead(grid, ``, margins(0, 0))
	rows := slices.DeleteFunc(slices.Clone(c.Rows), b.isEmptyRow)
	for r, row := range rows {
		cells, line := make([][]doc.Block, len(row)), doc.MM(0)
		for i, cell := range row {
			cells[i] = b.flat(cell.Blocks, nil)
			line = max(line, b.firstBaseline(cells[i]))
		}
		b.out.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, cell := range cells {
			b.out.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(grid[i]) + `" w:type="dxa"/>`)
			if gap := grid[i] - twips(widths[i]); gap > 0 {
				b.out.WriteString(`<w:tcMar><w:right w:w="` + strconv.Itoa(gap) + `" w:type="dxa"/></w:tcMar>`)
			}
			b.out.WriteString(`</w:tcPr>`)
			b.cell(cell, place{keep: r < len(rows)-1}, widths[i], line)
			b.out.WriteString(`</w:tc>`)
		}
		b.out.WriteString(`</w:tr>`)
	}
	b.out.WriteString(`</w:tbl>`)
}

// tableHead begins a table of fixed widths.
func (b *body) tableHead(grid []int, borders, margins string) {
	whole := 0
	for _, w := range grid {
		whole += w
	}
	fmt.Fprintf(&b.out, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/>%s`, whole, borders, margins)
	b.out.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, w := range grid {
		b.out.WriteString(`<w:gridCol w:w="` + strconv.Itoa(w) + `"/>`)
	}
	b.out.WriteString(`</w:tblGrid>`)
}

// firstBaseline returns how far below its top a cell's first line of text stands,
// with the space that its style has above it.
func (b *body) firstBaseline(cell []doc.Block) doc.MM {
	if len(cell) == 0 {
		return 0
	}
	p, ok := cell[0].(*doc.Paragraph)
	if !ok {
		return 0
	}
	return p.Style.Before.MM() + ownBaseline(p)
}

// ownBaseline is that of a paragraph's first line without the space above.
func ownBaseline(p *doc.Paragraph) doc.MM {
	leading := p.Style.Leading
	if leading == 0 {
		leading = 1
	}
	return largest(p).MM() * doc.MM(lineHeight*leading-belowLine)
}

// largest returns the largest size in a paragraph.
func largest(p *doc.Paragraph) doc.PT {
	var size doc.PT
	for _, span := range p.Spans {
		size = max(size, span.Font.Size)
	}
	return size
}

// cell writes what stands in a cell, the first line on a baseline below its top
// where that is over 0, and ends with a paragraph, as each cell does.
func (b *body) cell(blocks []doc.Block, in place, width, line doc.MM) {
	more := 0
	for i, block := range blocks {
		var next doc.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		at := place{inCell: true, before: -1, after: spaceAbove(next), more: more, keep: in.keep, last: next == nil}
		if p, ok := block.(*doc.Paragraph); ok {
			if i == 0 {
				at.before = max(twips(line-ownBaseline(p)), 0)
			}
			more = b.paragraph(p, at)
			continue
		}
		more = 0
		b.block(block, width, true)
		_, isSigning := block.(*doc.Signing)
		if _, isParagraph := next.(*doc.Paragraph); !isParagraph && !isSigning {
			b.gap(at)
		}
	}
	if len(blocks) == 0 {
		b.gap(in)
	}
}

// table writes a table with lines. Its rows are kept whole unless they are
// higher than half a page, and its header stands again on each page.
func (b *body) table(t *doc.Table) {
	widths := b.setting.Widths(t)
	grid := make([]int, len(widths))
	for i, w := range widths {
		grid[i] = twips(w)
	}
	b.tableHead(grid, borders(t.Thickness), margins(t.Padding, t.Thickness))
	b.row(t.Header, grid, `<w:cantSplit/><w:tblHeader/>`, headerMargin(t), true)
	for i, row := range t.Rows {
		properties := `<w:cantSplit/>`
		if b.height(t, row, widths) > b.doc.Page.TextHeight()/2 {
			properties = ``
		}
		b.row(row, grid, properties, ``, i >= len(t.Rows)-b.keptRows[t])
	}
	b.out.WriteString(`</w:tbl>`)
}

// borders are lines on all sides, in eighths of a point.
func borders(thickness doc.PT) string {
	var b bytes.Buffer
	b.WriteString(`<w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, max(int(math.Round(float64(thickness*8))), 2))
	}
	b.WriteString(`</w:tblBorders>`)
	return b.String()
}

func margins(padding doc.MM, thickness doc.PT) string {
	all := twips(padding)
	return fmt.Sprintf(`<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`,
		all, all, max(all-points(thickness), 0), all)
}

// headerMargin takes the line above a table, which is within the table for Word
// and stands on its edge for us, from the header: on each page that has one.
func headerMargin(t *doc.Table) string {
	return fmt.Sprintf(`<w:tcMar><w:bottom w:w="%d" w:type="dxa"/></w:tcMar>`, max(twips(t.Padding)-2*points(t.Thickness), 0))
}

// row writes a row of a table, with margins of its own; kept stays on the page of
// the next.
func (b *body) row(row []doc.Cell, grid []int, properties, margins string, kept bool) {
	if len(row) == 0 {
		return
	}
	b.out.WriteString(`<w:tr>`)
	if properties != "" {
		b.out.WriteString(`<w:trPr>` + properties + `</w:trPr>`)
	}
	for i, cell := range row {
		b.out.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(grid[i]) + `" w:type="dxa"/>` + margins + `</w:tcPr>`)
		b.cell(b.flat(cell.Blocks, nil), place{keep: kept}, 0, 0)
		b.out.WriteString(`</w:tc>`)
	}
	b.out.WriteString(`</w:tr>`)
}

// height is about that of a row.
func (b *body) height(t *doc.Table, row []doc.Cell, widths []doc.MM) doc.MM {
	var height doc.MM
	for _, cell := range row {
		h := 2 * t.Padding
		for _, block := range b.flat(cell.Blocks, nil) {
			if p, ok := block.(*doc.Paragraph); ok {
				h += doc.MM(len(b.setting.Lines(p).Ends)) * largest(p).MM() * lineHeight
			}
		}
		height = max(height, h)
	}
	return height
}
