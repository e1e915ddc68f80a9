package page

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"

	"ketluan/fonts"
	"ketluan/render/decree"
	"ketluan/render/doc"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A sheet is a page of what was measured with the marks on it. Lengths of marks
// are in the units of its drawing, hundredths of a millimetre.
type sheet struct {
	N             int
	Drawing       template.HTML
	Width, Height int
	Marks         []*spot
}

// A spot is a place on a page where rules are kept or broken.
type spot struct {
	N                   int // from 1, over all pages
	Wrong               bool
	X, Y, Width, Height int
	BadgeX, BadgeY      int          // the middle of its number, beside the text
	Leader              string       // the line from there to the place
	Rules               []markedRule // that look here, broken ones first
	box                 decree.Box
}

type markedRule struct {
	ID    string
	Title problem.Text
	Wrong bool
}

// A measured rule is one with the numbers of its marks.
type measuredRule struct {
	decree.Result
	Marks  []*spot // of a rule that is kept, and of one that is broken nowhere alone
	Broken []markedFault
}

type markedFault struct {
	decree.Fault
	Marks []*spot
}

// A marker gives places their numbers.
type marker struct {
	sheets []sheet
	marks  []*spot
	at     map[decree.Box]*spot // by their boxes, to half a millimetre
}

// sheetsOf draws the pages of a file, and marks where each rule looks.
func sheetsOf(v *office.Verdict) (rules []measuredRule, sheets []sheet, err error) {
	family, err := fonts.Liberation()
	if err != nil {
		return nil, nil, err
	}
	d := &drawer{family, maxDrawn}
	m := &marker{at: map[decree.Box]*spot{}}
	for i, p := range v.File.Pages[:min(len(v.File.Pages), maxSheets)] {
		m.sheets = append(m.sheets, sheet{N: i + 1, Drawing: d.draw(p), Width: units(p.Width), Height: units(p.Height)})
	}
	for _, r := range brokenFirst(v.Results) {
		rules = append(rules, m.rule(r))
	}
	m.number()
	return rules, m.sheets, nil
}

func units(l doc.MM) int { return int(math.Round(100 * float64(l))) }

// rule marks where a rule is broken or, where it is not, what it looks at. A
// fault that is of no one line is marked at what the rule looks at on its page.
func (m *marker) rule(r decree.Result) measuredRule {
	out := measuredRule{Result: r}
	for _, f := range r.Faults {
		one := markedFault{Fault: f}
		places := []decree.Box{f.Box}
		if f.Box.Page == 0 {
			places = slices.DeleteFunc(slices.Clone(r.Places), func(b decree.Box) bool { return f.Page != 0 && b.Page != f.Page })
		}
		for _, b := range places {
			one.Marks = m.put(one.Marks, b, r, true)
		}
		out.Broken = append(out.Broken, one)
	}
	if r.Status == decree.Kept {
		for _, b := range r.Places {
			out.Marks = m.put(out.Marks, b, r, false)
		}
	}
	return out
}

// put marks a place for a rule, and adds the mark to those that it has.
func (m *marker) put(marks []*spot, b decree.Box, r decree.Result, wrong bool) []*spot {
	if b.Page < 1 || b.Page > len(m.sheets) {
		return marks
	}
	half := func(l doc.MM) doc.MM { return doc.MM(math.Round(2*float64(l)) / 2) }
	key := decree.Box{Page: b.Page, X: half(b.X), Y: half(b.Y), Width: half(b.Width), Height: half(b.Height)}
	k := m.at[key]
	if k == nil {
		const around doc.MM = 0.7
		k = &spot{X: units(b.X - around), Y: units(b.Y - around), Width: units(b.Width + 2*around), Height: units(b.Height + 2*around), box: b}
		m.at[key] = k
		m.marks = append(m.marks, k)
	}
	k.Wrong = k.Wrong || wrong
	if !slices.ContainsFunc(k.Rules, func(have markedRule) bool { return have.ID == r.ID && have.Title == r.Title }) {
		k.Rules = append(k.Rules, markedRule{r.ID, r.Title, wrong})
	}
	if !slices.Contains(marks, k) {
		marks = append(marks, k)
	}
	return marks
}

// edge is how near to the edge of a page the middle of a number may stand.
const edge = 430

// sides are where the numbers of a page stand, beside all that is marked on it.
func (s *sheet) sides(marks []*spot) [2]int {
	left, right := s.Width/2, s.Width/2
	for _, k := range marks {
		if k.box.Page == s.N {
			left, right = min(left, k.X), max(right, k.X+k.Width)
		}
	}
	return [2]int{max(left-450, edge), min(right+450, s.Width-edge)}
}

// number numbers the marks down the pages, and puts their numbers beside the
// text, those of the right half at its right, none upon another.
func (m *marker) number() {
	slices.SortStableFunc(m.marks, func(a, b *spot) int {
		return cmp.Or(cmp.Compare(a.box.Page, b.box.Page), cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X), cmp.Compare(b.Height, a.Height))
	})
	const apart = 640
	var lowest [2]int // of the numbers so far: left, right
	var sides [2]int  // where they stand
	page := 0
	for i, k := range m.marks {
		s := &m.sheets[k.box.Page-1]
		if k.box.Page != page {
			page, lowest, sides = k.box.Page, [2]int{}, s.sides(m.marks[i:])
		}
		k.N = i + 1
		side := 0
		if k.X > s.Width/2-1000 {
			side = 1
		}
		k.BadgeX = sides[side]
		k.BadgeY = max(k.Y+min(k.Height/2, 300), lowest[side]+apart)
		k.BadgeY = min(k.BadgeY, s.Height-edge)
		lowest[side] = k.BadgeY
		to := k.X
		if side == 1 {
			to = k.X + k.Width
		}
		k.Leader = fmt.Sprintf("M%d %dL%d %d", k.BadgeX, k.BadgeY, to, min(max(k.BadgeY, k.Y), k.Y+k.Height))
		s.Marks = append(s.Marks, k)
	}
}

// Left, Top and Base are where the number's square and its digits stand.
func (k *spot) Left() int { return k.BadgeX - 300 }

// Top is the upper edge of the square.
func (k *spot) Top() int { return k.BadgeY - 300 }

// Base is the baseline of the digits.
func (k *spot) Base() int { return k.BadgeY + 115 }
