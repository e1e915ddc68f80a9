package read

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ketluan/render/doc"
)

// Lengths by which texts belong together.
const (
	sameLine  doc.MM = 0.3 // between two baselines that are one
	columnGap doc.MM = 3.9 // from which a gap parts two columns
	wordGap          = 0.12
)

// settle parts the texts of a page where their operators left room: for a letter
// of another face, which another operator shows there, or for the next column.
func (p *Page) settle() {
	type start struct {
		row int
		x   doc.MM
	}
	compare := func(a, b start) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.x, b.x)) }
	var starts []start // of all letters behind a gap
	for _, t := range p.Texts {
		if strings.TrimSpace(t.Text) == "" {
			continue
		}
		starts = append(starts, start{rowOf(t.Y), t.X})
		for _, j := range t.Jumps {
			starts = append(starts, start{rowOf(t.Y), j.To})
		}
	}
	slices.SortFunc(starts, compare)
	filled := func(y doc.MM, j Jump) bool {
		for row := rowOf(y - sameLine); row <= rowOf(y+sameLine); row++ {
			i, _ := slices.BinarySearchFunc(starts, start{row, j.From - sameLine}, compare)
			if i < len(starts) && starts[i].row == row && starts[i].x < j.To-sameLine {
				return true
			}
		}
		return false
	}
	var all []Text
	for _, t := range p.Texts {
		all = t.parted(all, func(j Jump) bool { return j.To-j.From >= columnGap || j.To < j.From || filled(t.Y, j) })
	}
	p.Texts = all
}

// rowOf numbers the rows of a page, each as high as baselines are together.
func rowOf(y doc.MM) int { return int(math.Floor(float64(max(min(y, 1e6), -1e6) / sameLine))) }

// parted appends the pieces of a text between the jumps that part it.
func (t Text) parted(all []Text, parts func(Jump) bool) []Text {
	from, x := 0, t.X
	var kept []Jump
	piece := func(to int, right, ink doc.MM) {
		one := t
		one.Text, one.X, one.Width, one.Ink = t.Text[from:to], x, right-x, min(ink, right)-x
		if one.Jumps = kept; strings.TrimSpace(one.Text) != "" {
			all = append(all, one)
		}
	}
	for _, j := range t.Jumps {
		if !parts(j) {
			kept = append(kept, Jump{j.At - from, j.From, j.To})
			continue
		}
		piece(j.At-1, j.From, j.From)
		from, x, kept = j.At, j.To, nil
	}
	if from == 0 {
		return append(all, t)
	}
	piece(len(t.Text), t.X+t.Width, t.X+t.Ink)
	return all
}

// A Line is the words of a line in one column, whatever faces and operators show
// them.
type Line struct {
	X, Y, Right doc.MM // ends of what is seen, and the baseline
	Size        doc.PT // the largest
	Text        string // with single spaces
	Texts       []Text // from left to right
}

// Lines returns the lines of a page from top to bottom, those beside each other
// from left to right.
func (p Page) Lines() []Line {
	texts := slices.DeleteFunc(slices.Clone(p.Texts), func(t Text) bool { return strings.TrimSpace(t.Text) == "" })
	slices.SortStableFunc(texts, func(a, b Text) int { return cmp.Compare(a.Y, b.Y) })
	var lines []Line
	for from := 0; from < len(texts); {
		to := from + 1
		for to < len(texts) && texts[to].Y-texts[from].Y <= sameLine {
			to++
		}
		row := texts[from:to]
		slices.SortStableFunc(row, func(a, b Text) int { return cmp.Compare(a.X, b.X) })
		begun := 0
		for i := 1; i <= len(row); i++ {
			if i == len(row) || row[i].X-row[i-1].X-row[i-1].Width > columnGap {
				lines = append(lines, lineOf(row[begun:i]))
				begun = i
			}
		}
		from = to
	}
	return lines
}

func lineOf(texts []Text) Line {
	l := Line{X: texts[0].X, Y: texts[0].Y, Text: Joined(texts), Texts: texts}
	for _, t := range texts {
		l.Right, l.Size = max(l.Right, t.X+t.Ink), max(l.Size, t.Size)
	}
	return l
}

// Joined returns what texts say that follow each other on a line, with single
// spaces: between two that touch there is none.
func Joined(texts []Text) string {
	var b strings.Builder
	for i, t := range texts {
		if i > 0 && t.X-texts[i-1].X-texts[i-1].Width > t.Size.MM()*wordGap {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Words returns the words of a page in the order of its lines.
func (p Page) Words() []string {
	var words []string
	for _, l := range p.Lines() {
		words = append(words, strings.Fields(l.Text)...)
	}
	return words
}
