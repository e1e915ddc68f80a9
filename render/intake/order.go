package intake

import (
	"cmp"
	"slices"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// inOrder returns texts from top to bottom, and those of a line from left to
// right: each piece of a text that leaves gaps for letters of another face.
func inOrder(texts []read.Text) []read.Text {
	var all []read.Text
	for _, t := range texts {
		all = append(all, apartAtJumps(t)...)
	}
	slices.SortStableFunc(all, func(a, b read.Text) int { return cmp.Compare(a.Y, b.Y) })
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Y-all[to-1].Y <= sameLine {
			to++
		}
		slices.SortStableFunc(all[from:to], func(a, b read.Text) int { return cmp.Compare(a.X, b.X) })
		from = to
	}
	return all
}

// apartAtJumps parts a text where its operator left room.
func apartAtJumps(t read.Text) []read.Text {
	var all []read.Text
	from, x := 0, t.X
	for _, j := range t.Jumps {
		one := t
		one.Text, one.X, one.Width, one.Ink = t.Text[from:j.At-1], x, j.From-x, j.From-x
		all = append(all, one)
		from, x = j.At, j.To
	}
	last := t
	last.Text, last.X = t.Text[from:], x
	last.Width, last.Ink = t.X+t.Width-x, t.X+t.Ink-x
	return append(all, last)
}

// hang reports rows whose labels stand at the left, and most of what goes on
// below them a little further in.
func hang(rows [][]*piece, left doc.MM) bool {
	in, out := 0, 0
	for i, row := range rows[min(1, len(rows)):] {
		above, text := rows[i], joinedRow(row).text.String()
		if above[0].x > left+1 || !labelled(joinedRow(above).text.String()) || labelled(text) {
			continue
		}
		if x := row[0].x - left; x > indented && x < hanging {
			in++
		} else {
			out++
		}
	}
	return in > out
}
