package decree

import (
	"math"

	"ketluan/render/doc"
)

// A Box is a place on a page, in mm from its top left corner.
type Box struct {
	Page                int // from 1; 0 is no place
	X, Y, Width, Height doc.MM
}

// box is where a line stands.
func (l *line) box() Box { return Box{l.page, l.x, l.top(), l.width(), l.bottom() - l.top()} }

// with is the box around two of one page.
func (b Box) with(c Box) Box {
	if b.Page == 0 {
		return c
	}
	left, top := min(b.X, c.X), min(b.Y, c.Y)
	return Box{b.Page, left, top, max(b.X+b.Width, c.X+c.Width) - left, max(b.Y+b.Height, c.Y+c.Height) - top}
}

// around are the boxes of lines, one a page.
func around(lines []*line) (all []Box) {
	for _, l := range lines {
		if k := len(all); k > 0 && all[k-1].Page == l.page {
			all[k-1] = all[k-1].with(l.box())
		} else {
			all = append(all, l.box())
		}
	}
	return all
}

// looksAt are the parts that rules of the decree are about, by their IDs; those
// that are about the file as a whole have none.
var looksAt = map[string][]string{
	"AP-01": {"annex"}, "AP-02": {"annex"}, "AP-03": {"annex"},
	"BB-01": {"date"}, "BB-02": {"body"}, "BB-03": {"beside", "position"}, "BB-04": {"beside", "name"}, "BB-05": {"list"},
	"BD-01": {"body"}, "BD-02": {"body"}, "BD-03": {"body"}, "BD-04": {"body"}, "BD-05": {"body"}, "BD-06": {"basis"}, "BD-14": {"end"},
	"HD-01": {"head"}, "HD-02": {"head"}, "HD-03": {"motto"}, "HD-04": {"motto"}, "HD-05": {"motto"}, "HD-06": {"superior"}, "HD-07": {"issuer"}, "HD-08": {"issuer"},
	"HD-10": {"number"}, "HD-11": {"number"}, "HD-12": {"number"}, "HD-13": {"number"}, "HD-14": {"number"}, "HD-15": {"date"}, "HD-17": {"date"},
	"NQ-01": {"deciding"}, "NQ-02": {"basis"},
	"PG-02": {"page"}, "PG-03": {"page"}, "PG-04": {"page"}, "PG-05": {"page"}, "PG-09": {"page-number"}, "PG-11": {"head", "motto", "date"},
	"PT-01": {"type"}, "PT-02": {"position", "name"},
	"RC-01": {"recipients"}, "RC-02": {"recipients"}, "RC-03": {"list"}, "RC-04": {"list"}, "RC-05": {"list"}, "RC-06": {"addressees"}, "RC-07": {"list"}, "RC-08": {"addressees"},
	"SG-01": {"position"}, "SG-05": {"position"}, "SG-06": {"name"}, "SG-07": {"name"},
	"TT-01": {"type"}, "TT-02": {"abstract"}, "TT-03": {"abstract"}, "TT-04": {"about"},
}

// measured are the parts that measures of forms are about.
var measured = map[string]string{
	"top": "page", "left": "page", "right": "page", "indent": "body", "pitch": "body", "end": "end", "type-code": "number", "collective": "authority",
}

// parts are those that a clause is about.
func (c clause) parts() (names []string) {
	if c.Part != "" {
		return []string{c.Part}
	}
	if c.Like != "" {
		names = append(names, looksAt[c.Like]...)
	}
	if c.Measure != "" {
		names = append(names, measured[c.Measure])
	}
	return names
}

// places are where a rule looks.
func (n *notice) places(r rule) (all []Box) {
	names := looksAt[r.id]
	if n.form != nil {
		for _, c := range n.form.Rules {
			if c.ID == r.id {
				names = c.parts()
			}
		}
	}
	for _, name := range names {
		if name == "page" {
			all = append(all, n.textAreas()...)
		} else {
			all = append(all, around(n.linesOfPart(name))...)
		}
	}
	return all
}

// linesOfPart returns the lines of a part, also of those that no form names.
func (n *notice) linesOfPart(name string) []*line {
	switch name {
	case "motto":
		if n.tieuNgu != nil {
			return []*line{n.tieuNgu}
		}
		return nil
	case "basis":
		return n.basis
	case "deciding":
		return n.deciding
	case "beside":
		return n.beside
	case "end":
		return n.body[max(0, len(n.body)-1):]
	case "annex":
		var heads []*line
		for _, pages := range n.annexes {
			heads = append(heads, annexHeadOf(pages[0]))
		}
		return heads
	}
	return n.part(name)
}

// textAreas are what margins are measured to, one a page: as wide as the body,
// where there is one.
func (n *notice) textAreas() (all []Box) {
	for i, lines := range n.lines {
		var b Box
		for _, l := range lines {
			b = b.with(l.box())
		}
		if b.Page == 0 {
			continue
		}
		b.Page = i + 1
		if len(n.body) > 0 && n.right > n.left && !math.IsInf(float64(n.left), 0) {
			b.X, b.Width = n.left, n.right-n.left
		}
		all = append(all, b)
	}
	return all
}
