package intake

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// sameEdge is how far lines of a table are apart that are one.
const sameEdge doc.MM = 0.6

// wholly is the part of a table's height that each of its upright lines has.
const wholly = 0.9

// A grid is the lines of the tables of a page: where rows and columns end.
type grid struct{ rows, columns []doc.MM }

// gridOf returns the lines around pieces of a page; false where they do not make
// a table of whole rows and columns.
func gridOf(pieces []*piece, page read.Page) (g grid, ok bool) {
	if len(page.Rules) > maxUprights || len(page.Uprights) > maxUprights {
		return g, false
	}
	left, right := pieces[0].x, pieces[0].right
	for _, p := range pieces {
		left, right = min(left, p.x), max(right, p.right)
	}
	var all []doc.MM
	part := false
	top, bottom := pieces[0].y, pieces[len(pieces)-1].y
	for _, r := range page.Rules {
		if r.X <= left && r.X+r.Width >= right {
			all = append(all, r.Y)
		}
	}
	all = edges(all)
	from := slices.IndexFunc(all, func(y doc.MM) bool { return y > top }) - 1
	to := slices.IndexFunc(all, func(y doc.MM) bool { return y > bottom })
	if from < 0 || to < 0 {
		return g, false
	}
	g.rows = all[from : to+1]
	top, bottom = g.rows[0], g.rows[len(g.rows)-1]
	for _, r := range page.Rules {
		inside := r.Y > top+sameEdge && r.Y < bottom-sameEdge && r.X < right && r.X+r.Width > left
		part = part || inside && (r.X > left || r.X+r.Width < right)
	}
	height := map[doc.MM]doc.MM{}
	all = all[:0:0]
	for _, u := range page.Uprights {
		if u.Y < bottom-sameEdge && u.Y+u.Height > top+sameEdge {
			all = append(all, u.X)
		}
	}
	g.columns = edges(all)
	for _, u := range page.Uprights {
		if within := min(u.Y+u.Height, bottom) - max(u.Y, top); within > 0 {
			height[nearest(g.columns, u.X)] += within
		}
	}
	for _, x := range g.columns {
		part = part || height[x] < (bottom-top)*wholly
	}
	return g, !part && len(g.columns) > 2
}

// edges sorts places, those that are one as one.
func edges(all []doc.MM) []doc.MM {
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b doc.MM) bool { return max(a-b, b-a) < sameEdge })
}

// nearest returns the place of a sorted list that is nearest to another.
func nearest(all []doc.MM, x doc.MM) doc.MM {
	i, _ := slices.BinarySearch(all, x)
	if i == len(all) || i > 0 && x-all[i-1] < all[i]-x {
		i--
	}
	return all[max(i, 0)]
}

// cellsOf returns the rows of a table whose pieces are given in the order in
// which they are read; nil where they are not told apart for sure. Its header may
// stand again on each page.
func (s *setting) cellsOf(pieces []*piece) (rows [][]string) {
	for len(pieces) > 0 {
		n := slices.IndexFunc(pieces, func(p *piece) bool { return p.page != pieces[0].page })
		if n < 0 {
			n = len(pieces)
		}
		g, ok := gridOf(pieces[:n], s.pages[pieces[0].page-1])
		if !ok || len(rows) > 0 && len(g.columns)-1 != len(rows[0]) {
			return nil
		}
		more := g.fill(pieces[:n])
		if len(rows) > 0 && len(more) > 0 && slices.Equal(more[0], rows[0]) {
			more = more[1:]
		}
		rows, pieces = append(rows, more...), pieces[n:]
	}
	return rows
}

// fill puts pieces into the cells they stand in.
func (g grid) fill(pieces []*piece) [][]string {
	rows := make([][]string, len(g.rows)-1)
	for i := range rows {
		rows[i] = make([]string, len(g.columns)-1)
	}
	for _, p := range pieces {
		row, column := before(g.rows, p.y), before(g.columns, p.x+sameEdge/2)
		cell := &rows[min(row, len(rows)-1)][min(column, len(rows[0])-1)]
		if *cell != "" && !brokenCode(*cell) {
			*cell += " "
		}
		*cell += p.text()
	}
	return rows
}

// before returns in which of the spaces between places another stands, from 0.
func before(all []doc.MM, at doc.MM) int {
	i, _ := slices.BinarySearch(all, at)
	return max(i-1, 0)
}

// parted reports that a vertical line stands between two texts of a page.
func parted(page read.Page, left, right, y doc.MM) bool {
	if right-left < sameEdge {
		return false
	}
	return slices.ContainsFunc(page.Uprights[:min(len(page.Uprights), maxUprights)], func(u read.Upright) bool {
		return u.X > left && u.X < right && u.Y <= y && u.Y+u.Height >= y
	})
}

// numberSize is that of the numbers beside the lines of a draft at most.
const numberSize doc.PT = 10

// leastNumbered is how many lines a page has at least that has numbers.
const leastNumbered = 3

// unnumbered takes the numbers of lines out of the texts of a page: what counts
// from 1 at the left of all else, in small figures.
func unnumbered(texts []read.Text) []read.Text {
	isNumber := func(t read.Text) bool {
		s := strings.TrimSpace(t.Text)
		return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == "" && t.Size <= numberSize
	}
	left := doc.MM(math.Inf(1))
	for _, t := range texts {
		if !isNumber(t) && strings.TrimSpace(t.Text) != "" {
			left = min(left, t.X)
		}
	}
	of := func(t read.Text) bool { return isNumber(t) && t.X+t.Width < left }
	var numbers []read.Text
	for _, t := range texts {
		if of(t) {
			numbers = append(numbers, t)
		}
	}
	slices.SortFunc(numbers, func(a, b read.Text) int { return cmp.Compare(a.Y, b.Y) })
	for i, t := range numbers {
		if digits(t.Text) != i+1 {
			return texts
		}
	}
	if len(numbers) < leastNumbered {
		return texts
	}
	return slices.DeleteFunc(texts, of)
}
