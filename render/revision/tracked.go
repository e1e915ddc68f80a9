package revision

import (
	"cmp"
	"slices"
	"strings"

	"ketluan/render/docx/read"
	"ketluan/render/problem"
)

// pieces shows how one list of words became another.
func pieces(a, b []string, hunks []hunk) []Piece {
	var all []Piece
	add := func(p Piece) {
		if p.Text != "" {
			all = append(all, p)
		}
	}
	at := 0
	for _, h := range hunks {
		add(Piece{Text: strings.Join(a[at:h.From], "")})
		add(Piece{Text: strings.Join(a[h.From:h.To], ""), Removed: true})
		add(Piece{Text: strings.Join(b[h.Into:h.End], ""), Added: true})
		at = h.To
	}
	add(Piece{Text: strings.Join(a[at:], "")})
	return all
}

// tracked returns who made the changes of a paragraph, where they were tracked:
// each once, the first first.
func (p *paragraph) tracked(hunks []hunk, now []string) []By {
	var all []By
	for _, h := range hunks {
		from := length(now[:h.Into])
		to := from + length(now[h.Into:h.End])
		for _, t := range p.touches {
			if t.from <= to && t.to >= from && t.by.Name != "" && !slices.Contains(all, t.by) {
				all = append(all, t.by)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b By) int { return cmp.Compare(a.Date, b.Date) })
	return all
}

// comments lists the remarks of an edited file with the paragraphs that they are
// beside.
func (c *comparison) comments(f *read.File) []Comment {
	var all []Comment
	beside := map[string]int{}
	for e, p := range slices.Backward(c.edited) {
		for _, id := range p.comments {
			beside[id] = e
		}
	}
	for _, remark := range f.Comments {
		out := Comment{By: By{Name: remark.Author, Date: remark.Date}, Text: remark.Text}
		if e, ok := beside[remark.ID]; ok {
			out.Beside = beginning(c.edited[e].text)
			if c.to[e] != none {
				_, out.Where = c.place(c.to[e])
			} else {
				_, where := c.place(c.placed[e])
				out.Where = problem.Text{VI: "sau " + where.VI, EN: "behind " + where.EN}
			}
		}
		all = append(all, out)
	}
	return all
}
