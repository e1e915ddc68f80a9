package layout

import "ketluan/render/doc"

// headingRoles are the roles of headings by their level, from 1. PDF knows no
// others (ISO 32000-1, 14.8.4.3.2).
var headingRoles = [...]Role{RoleText, RoleHeading, "H2", "H3", "H4", "H5", "H6"}

// heads reports whether a paragraph is a heading at a depth. In a list no section
// begins, and an ornament heads nothing.
func heads(p *doc.Paragraph, depth int) bool {
	return p.Style.Heading != doc.NoHeading && (p.Style.Heading != doc.Section || depth != inList)
}

// headed adds a heading. Those of a title that follow each other are one: the type
// of a notice and its trích yếu, the number of an annex and its name.
func (e *Element) headed(p *doc.Paragraph, depth int, labelled bool) *Element {
	if n := len(e.Kids); n > 0 && !labelled && p.Style.Heading != doc.Section && e.Kids[n-1].heading == p.Style.Heading {
		return e.Kids[n-1]
	}
	kid := e.add(RoleHeading)
	kid.heading, kid.depth = p.Style.Heading, depth
	return kid
}

// settle numbers the elements below e, and e itself, and gives each heading its
// level: the first the first, and none more than one below that of the heading
// before.
func (e *Element) settle() {
	id, last, least := 0, 0, 0
	var down func(e *Element)
	down = func(e *Element) {
		e.ID = id
		id++
		if e.heading != doc.NoHeading {
			wanted := e.wanted()
			if last == 0 {
				least = wanted - 1
			}
			e.Level = min(max(wanted-least, 1), last+1)
			if last = e.Level; e.Level >= len(headingRoles) {
				e.Level, last = 0, len(headingRoles)-1
			}
			e.Role = headingRoles[e.Level]
		}
		if len(e.Kids) == 1 && e.Kids[0].Role == RoleGroup && (e.Role == RoleHeader || e.Role == RoleCell) {
			group := e.Kids[0]
			e.Kids = nil
			e.adopt(group)
		}
		for _, kid := range e.Kids {
			down(kid)
		}
	}
	down(e)
}

// wanted is the level of a heading below a title.
func (e *Element) wanted() int {
	switch e.heading {
	case doc.Title:
		return 1
	case doc.AnnexTitle:
		return 2
	}
	return 2 + e.depth
}
