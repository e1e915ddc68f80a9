package layout

import (
	"strconv"

	"ketluan/render/doc"
)

// Measures within the frame of a chart.
const (
	chartPadding doc.MM = 2.5
	swatchWidth  doc.MM = 7
	swatchHeight doc.MM = 3.2
	legendGap    doc.MM = 5   // between two series
	numberGap    doc.MM = 1   // at each side of a number
	frameLine    doc.PT = 0.5 // thick
	rowLine      doc.PT = 0.2 // between bars
)

// A drawing is a chart on its way to strips.
type drawing struct {
	*setter
	*doc.Chart
	width  doc.MM
	figure *Element
}

// chart sets a chart: title and legend as one strip, then one for each bar. On
// each page that it goes on to, title and legend stand again.
func (s *setter) chart(c *doc.Chart, width doc.MM, into *Element) []strip {
	d := &drawing{s, c, width, into}
	strips := []strip{d.head()}
	most := 1
	for _, b := range c.Bars {
		most = max(most, total(b))
	}
	for i, b := range c.Bars {
		st := d.bar(b, most)
		st.breakable = i > 1 && i < len(c.Bars)-1 // no bar stands alone
		strips = append(strips, st)
	}
	for i := range strips {
		d.frame(&strips[i], i == 0, i == len(strips)-1)
	}
	head := &strip{height: strips[0].height, items: again(strips[0].items)}
	for i := range strips[1:] {
		strips[i+1].header = head
	}
	strips[0].before = c.Before.MM()
	return strips
}

func total(b doc.Bar) int {
	sum := 0
	for _, n := range b.Counts {
		sum += n
	}
	return sum
}

// frame draws the frame around a strip: its bottom line closes the frame where
// a page ends, and parts it from the next bar where not.
func (d *drawing) frame(st *strip, first, last bool) {
	line := func(x, y, width, height doc.MM, thickness doc.PT) {
		st.items = append(st.items, Line{X: x, Y: y, Width: width, Height: height, Thickness: thickness, Element: d.figure})
	}
	line(0, 0, 0, st.height, frameLine)
	line(d.width, 0, 0, st.height, frameLine)
	if first {
		line(0, 0, d.width, 0, frameLine)
	}
	bottom := rowLine
	if last {
		bottom = frameLine
	}
	line(0, st.height, d.width, 0, bottom)
}

// head sets the title and the legend, which fills lines from the left.
func (d *drawing) head() strip {
	st := strip{height: chartPadding}
	if d.Title != nil {
		for _, part := range d.paragraph(d.Title, d.width-2*chartPadding, entry{element: d.figure.add(RoleCaption)}) {
			shift(part.items, chartPadding, st.height)
			st.items = append(st.items, part.items...)
			st.height += part.height
		}
		st.height += chartPadding / 2
	}
	line := d.Font.Size.MM() * singleLine
	x, y := chartPadding, st.height
	for _, series := range d.Series {
		width := swatchWidth + numberGap + d.widthOf(series.Name, d.Font)
		if x > chartPadding && x+width > d.width-chartPadding {
			x, y = chartPadding, y+line*1.2
		}
		st.items = append(st.items,
			Bar{X: x, Y: y + (line-swatchHeight)/2, Width: swatchWidth, Height: swatchHeight, Fill: series.Fill, Pattern: series.Pattern, Element: d.figure},
			d.textAt(series.Name, d.Font, x+swatchWidth+numberGap, y+line-d.Font.Size.MM()*belowLine))
		x += width + legendGap
	}
	st.height = y + line + chartPadding
	st.lines = 1
	return st
}

// bar sets the name of a bar and its parts, the longest bar as long as there
// is room.
func (d *drawing) bar(b doc.Bar, most int) strip {
	em := d.Font.Size.MM()
	name := &doc.Paragraph{Spans: []doc.Span{{Text: b.Name, Font: d.Font}}}
	var lines []strip
	if b.Name != "" {
		lines = d.paragraph(name, d.Names, entry{element: d.figure})
	}
	height := max(doc.MM(len(lines))*em*singleLine, d.Height)
	st := strip{height: height + d.Gap, lines: 1}
	height = st.height // of the row, in whose middle all stands
	y := (height - doc.MM(len(lines))*em*singleLine) / 2
	for _, l := range lines {
		shift(l.items, chartPadding, y)
		st.items = append(st.items, l.items...)
		y += l.height
	}
	start := chartPadding + d.Names + chartPadding
	room := d.width - start - chartPadding - numberGap - d.widthOf("0000", d.Font)
	x, top := start, (height-d.Height)/2
	baseline := height/2 + em*0.33 // half the height of a digit below the middle
	for i, n := range b.Counts {
		if n <= 0 || i >= len(d.Series) {
			continue
		}
		part := Bar{X: x, Y: top, Width: room * doc.MM(n) / doc.MM(most), Height: d.Height, Fill: d.Series[i].Fill, Pattern: d.Series[i].Pattern, Element: d.figure}
		st.items = append(st.items, part)
		number := strconv.Itoa(n)
		if w := d.widthOf(number, d.Font); w+2*numberGap <= part.Width {
			middle := x + part.Width/2
			st.items = append(st.items,
				Bar{X: middle - w/2 - numberGap/2, Y: height/2 - em*0.45, Width: w + numberGap, Height: em * 0.9, Fill: doc.Colour{R: 255, G: 255, B: 255}, Plate: true, Element: d.figure},
				d.textAt(number, d.Font, middle-w/2, baseline))
		}
		x += part.Width
	}
	bold := d.Font
	bold.Face = doc.Bold
	st.items = append(st.items,
		Line{X: start, Height: height, Thickness: frameLine, Element: d.figure},
		d.textAt(strconv.Itoa(total(b)), bold, x+numberGap, baseline))
	return st
}

func (d *drawing) widthOf(text string, font doc.Font) doc.MM {
	d.load([]doc.Span{{Text: text, Font: font}})
	return d.setter.width(0, len(d.text))
}

func (d *drawing) textAt(text string, font doc.Font, x, y doc.MM) Text {
	return Text{X: x, Y: y, Font: font, Text: drawn(text), Element: d.figure}
}
