package page

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"ketluan/render/followup"
	"ketluan/render/problem"
)

// The chart: a bar for each unit, as long as its tasks are many, parted by their
// states. Each state has a pattern and its number besides a colour, so that a
// print in black says the same. Lengths are in units of the drawing.
const (
	chartWidth  = 420
	chartBar    = 18
	chartRow    = 41
	chartUnits  = 15 // with bars of their own
	chartLetter = 7  // about the width of a digit
)

// chartOf draws the figures of units, those first that are overdue most.
func chartOf(units []followup.UnitFigures, l problem.Lang) template.HTML {
	if len(units) == 0 {
		return ""
	}
	bars := slices.Clone(units)
	slices.SortStableFunc(bars, func(a, b followup.UnitFigures) int {
		return cmp.Or(b.Overdue-a.Overdue, b.Tasks-a.Tasks)
	})
	if rest := len(bars) - chartUnits; rest > 1 {
		others := followup.UnitFigures{Unit: problem.Textf("%d đơn vị khác", "%d other units", rest).In(l)}
		for _, u := range bars[chartUnits:] {
			others.Figures = sumOf(others.Figures, u.Figures)
		}
		bars = append(bars[:chartUnits], others)
	}
	most := 1
	for _, u := range bars {
		most = max(most, u.Tasks)
	}
	d := drawing{lang: l}
	d.legend()
	for _, u := range bars {
		d.bar(u, most)
	}
	title := problem.Textf("Nhiệm vụ của từng đơn vị chủ trì theo tình trạng", "Tasks of each leading unit by their states").In(l)
	return template.HTML(fmt.Sprintf(`<svg class="chart" viewBox="0 0 %d %d" role="img" aria-label="%s"><defs>%s</defs>%s</svg>`,
		chartWidth, d.y, template.HTMLEscapeString(title), patterns, d.b.String()))
}

func sumOf(a, b followup.Figures) followup.Figures {
	return followup.Figures{Tasks: a.Tasks + b.Tasks, DoneInTime: a.DoneInTime + b.DoneInTime, DoneLate: a.DoneLate + b.DoneLate, DoneUndated: a.DoneUndated + b.DoneUndated,
		InTime: a.InTime + b.InTime, DueSoon: a.DueSoon + b.DueSoon, Overdue: a.Overdue + b.Overdue, NoDeadline: a.NoDeadline + b.NoDeadline}
}

// patterns are told apart without colours.
const patterns = `<pattern id="p-late" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-late"/><path d="M0 6 6 0M-1 1 1-1M5 7 7 5M0 0 6 6M-1 5 1 7M5-1 7 1" class="l-late"/></pattern>` +
	`<pattern id="p-track" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-track"/><path d="M0 3H6" class="l-track"/></pattern>` +
	`<pattern id="p-open" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-open"/></pattern>` +
	`<pattern id="p-undated" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-undated"/><circle cx="3" cy="3" r="1.3" class="d-undated"/></pattern>` +
	`<pattern id="p-donelate" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-donelate"/><path d="M0 6 6 0M-1 1 1-1M5 7 7 5" class="l-donelate"/></pattern>` +
	`<pattern id="p-done" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="g-done"/></pattern>`

// A drawing is a chart on its way.
type drawing struct {
	b    strings.Builder
	y    int
	lang problem.Lang
}

// parts are the states of bars: those of classNames that are no part of another.
func parts() (all []classOf) {
	for _, c := range classNames {
		if c.class != "soon" {
			all = append(all, c)
		}
	}
	return all
}

func (d *drawing) legend() {
	for i, c := range parts() {
		x, y := i%2*chartWidth/2, i/2*20
		fmt.Fprintf(&d.b, `<rect x="%d" y="%d" width="14" height="14" class="box" fill="url(#p-%s)"/><text x="%d" y="%d" class="small">%s</text>`,
			x+1, y+1, c.class, x+21, y+13, template.HTMLEscapeString(c.name.In(d.lang)))
	}
	d.y = 70
}

// bar draws that of one unit: its name, its parts with their numbers, its total.
func (d *drawing) bar(u followup.UnitFigures, most int) {
	name := []rune(u.Unit)
	if len(name) > 52 {
		name = append(name[:51], '…')
	}
	fmt.Fprintf(&d.b, `<text x="0" y="%d">%s</text>`, d.y+13, template.HTMLEscapeString(string(name)))
	x, scale := 0.0, float64(chartWidth-40)/float64(most)
	for _, c := range parts() {
		n := 0
		for _, a := range c.are {
			n += countOf(u.Figures, a)
		}
		if n == 0 {
			continue
		}
		width := float64(n) * scale
		fmt.Fprintf(&d.b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" class="box" fill="url(#p-%s)"><title>%s: %d</title></rect>`, x, d.y+19, width, chartBar, c.class, template.HTMLEscapeString(c.name.In(d.lang)), n)
		if digits := float64(len(fmt.Sprint(n))*chartLetter + 8); width >= digits+2 {
			fmt.Fprintf(&d.b, `<rect x="%.1f" y="%d" width="%.1f" height="15" rx="3" class="plate"/><text x="%.1f" y="%d" class="number">%d</text>`,
				x+(width-digits)/2, d.y+20, digits, x+width/2, d.y+32, n)
		}
		x += width
	}
	fmt.Fprintf(&d.b, `<text x="%.1f" y="%d" class="total">%d</text>`, x+6, d.y+33, u.Tasks)
	d.y += chartRow
}
