package docx

import (
	"fmt"
	"slices"
	"strconv"

	"ketluan/render/doc"
)

// Measures within the frame of a chart, as layout has them.
const (
	chartPadding doc.MM = 2.5
	numberGap    doc.MM = 1   // at each side of a number
	digit               = 0.5 // of the size
)

// A bar is a row of a chart on its way: its parts, and where they end.
type bar struct {
	doc.Bar
	series []int // those that have a part
	ends   []int // of their parts, in twips from the left
	total  int
}

// chart writes a chart as a table whose cells are the parts of its bars, so that
// who corrects in Word can correct a number, too.
func (b *body) chart(c *doc.Chart, width doc.MM) {
	start := twips(2*chartPadding + c.Names)
	bars, grid := barsOf(c, width, start)
	b.tableHead(widthsOf(grid), `<w:tblBorders>`+sides("top", "left", "bottom", "right")+`</w:tblBorders>`, margins(0, 0)+`<w:tblDescription w:val="`+escaper.Replace(c.Alt)+`"/>`)
	span := len(grid) - 1
	head := func(write func()) {
		b.out.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		b.chartCell(grid, 0, span, ``)
		write()
		b.out.WriteString(`</w:tc></w:tr>`)
	}
	if c.Title != nil && b.setting.Lines(c.Title) != nil {
		head(func() {
			b.paragraph(c.Title, place{inCell: true, before: twips(chartPadding), after: twips(chartPadding / 2)})
		})
	}
	head(func() { b.legend(c) })
	b.between(c.Gap/2, grid, start)
	for i, r := range bars {
		b.bar(c, r, grid, start)
		if i < len(bars)-1 {
			b.between(c.Gap, grid, start)
		}
	}
	b.between(c.Gap/2, grid, start)
	b.out.WriteString(`</w:tbl>`)
}

// barsOf returns the bars of a chart, the longest as long as there is room, and
// the places of all edges.
func barsOf(c *doc.Chart, width doc.MM, start int) (bars []bar, grid []int) {
	most := 1
	for _, from := range c.Bars {
		r := bar{Bar: from}
		for i, n := range from.Counts {
			if n > 0 && i < len(c.Series) {
				r.series = append(r.series, i)
				r.total += n
			}
		}
		most = max(most, r.total)
		bars = append(bars, r)
	}
	room := twips(width) - start - twips(chartPadding+numberGap+doc.MM(4*digit)*c.Font.Size.MM())
	grid = []int{0, start, twips(width)}
	for i := range bars {
		sum := 0
		for _, k := range bars[i].series {
			sum += bars[i].Counts[k]
			bars[i].ends = append(bars[i].ends, start+max(room, 0)*sum/most)
		}
		grid = append(grid, bars[i].ends...)
	}
	slices.Sort(grid)
	return bars, slices.Compact(grid)
}

func widthsOf(grid []int) []int {
	widths := make([]int, len(grid)-1)
	for i := range widths {
		widths[i] = grid[i+1] - grid[i]
	}
	return widths
}

// chartCell begins a cell between two edges of the grid, by their numbers.
func (b *body) chartCell(grid []int, from, to int, properties string) {
	fmt.Fprintf(&b.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, grid[to]-grid[from])
	if to-from > 1 {
		fmt.Fprintf(&b.out, `<w:gridSpan w:val="%d"/>`, to-from)
	}
	b.out.WriteString(properties + `</w:tcPr>`)
}

// chartText writes a paragraph of one run.
func (b *body) chartText(text string, f doc.Font, l look, runShade string) {
	b.out.WriteString(`<w:p><w:pPr>`)
	l.line, l.rule = singleLine, single
	l.write(&b.out, look{line: singleLine, rule: single}, false)
	b.out.WriteString(`</w:pPr>`)
	b.chartRun(text, f, runShade)
	b.out.WriteString(`</w:p>`)
}

func (b *body) chartRun(text string, f doc.Font, shade string) {
	if text == "" {
		return
	}
	b.out.WriteString(`<w:r>`)
	propertiesWith(&b.out, doc.Font{Size: defaultSize}, f, 0, shade)
	b.out.WriteString(`<w:t xml:space="preserve">`)
	escape(&b.out, text)
	b.out.WriteString(`</w:t></w:r>`)
}

// inLegend is how many series stand on a line of the legend: more would be parted
// within their names.
const inLegend = 3

// legend writes the series, each behind a piece of its fill.
func (b *body) legend(c *doc.Chart) {
	edge := twips(chartPadding)
	b.out.WriteString(`<w:p><w:pPr>`)
	look{before: edge / 2, after: edge, left: edge, right: edge, line: singleLine, rule: single}.write(&b.out, look{line: singleLine, rule: single}, false)
	b.out.WriteString(`</w:pPr>`)
	for i, s := range c.Series {
		switch {
		case i > 0 && i%inLegend == 0:
			b.out.WriteString(`<w:r><w:br/></w:r>`)
		case i > 0:
			b.chartRun("   ", c.Font, "")
		}
		b.chartRun("\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0", c.Font, `<w:bdr w:val="single" w:sz="4" w:space="0" w:color="000000"/>`+shade(s))
		b.chartRun("\u00A0"+s.Name, c.Font, "")
	}
	b.out.WriteString(`</w:p>`)
}

// patterns are the names of Word.
var patterns = [...]string{
	doc.Plain: "clear", doc.Rising: "thinReverseDiagStripe", doc.Falling: "thinDiagStripe", doc.Level: "thinHorzStripe", doc.Upright: "thinVertStripe", doc.Crossed: "thinDiagCross",
}

func shade(s doc.Series) string {
	colour := "000000"
	if s.Pattern == doc.Plain {
		colour = "auto"
	}
	return fmt.Sprintf(`<w:shd w:val="%s" w:color="%s" w:fill="%02X%02X%02X"/>`, patterns[s.Pattern], colour, s.Fill.R, s.Fill.G, s.Fill.B)
}

// white is behind a number.
const white = `<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>`

// axis is the line that bars begin at.
const axis = `<w:tcBorders><w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>`

// outline is that of a part of a bar.
var outline = `<w:tcBorders>` + sides("top", "left", "bottom", "right") + `</w:tcBorders>`

// sides are thin lines.
func sides(names ...string) string {
	borders := ""
	for _, name := range names {
		borders += `<w:` + name + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	return borders
}

// between writes the space between two bars.
func (b *body) between(gap doc.MM, grid []int, start int) {
	fmt.Fprintf(&b.out, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr>`, max(twips(gap), 1))
	at := slices.Index(grid, start)
	b.chartCell(grid, 0, at, axis)
	b.gap(place{})
	b.out.WriteString(`</w:tc>`)
	b.chartCell(grid, at, len(grid)-1, ``)
	b.gap(place{})
	b.out.WriteString(`</w:tc></w:tr>`)
}

// bar writes a row: the name, the parts with their numbers, the sum.
func (b *body) bar(c *doc.Chart, r bar, grid []int, start int) {
	fmt.Fprintf(&b.out, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="atLeast"/></w:trPr>`, twips(c.Height))
	at := slices.Index(grid, start)
	middle := `<w:vAlign w:val="center"/>`
	b.chartCell(grid, 0, at, axis+middle)
	b.chartText(r.Name, c.Font, look{left: twips(chartPadding), right: twips(numberGap)}, "")
	b.out.WriteString(`</w:tc>`)
	for i, k := range r.series {
		to := slices.Index(grid, r.ends[i])
		if to == at {
			continue // too small to be seen
		}
		b.chartCell(grid, at, to, outline+shade(c.Series[k])+middle)
		number := strconv.Itoa(r.Counts[k])
		if doc.MM(float64(len(number))*digit)*c.Font.Size.MM()+2*numberGap > mm(grid[to]-grid[at]) {
			number = ""
		}
		b.chartText(number, c.Font, look{align: doc.Centre}, white)
		b.out.WriteString(`</w:tc>`)
		at = to
	}
	b.chartCell(grid, at, len(grid)-1, middle)
	bold := c.Font
	bold.Face = doc.Bold
	b.chartText(strconv.Itoa(r.total), bold, look{left: twips(numberGap)}, "")
	b.out.WriteString(`</w:tc></w:tr>`)
}

// mm returns what twips are.
func mm(twips int) doc.MM { return doc.MM(twips) * twip }
