package layout

import (
	"strings"

	"ketluan/render/doc"
)

// A Role says what an element is, as PDF names it (ISO 32000-1, 14.8.4).
type Role string

// The roles.
const (
	RoleDocument Role = "Document"
	RoleHeading  Role = "H1"
	RoleText     Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleLabel    Role = "Lbl"
	RoleBody     Role = "LBody"
	RoleGroup    Role = "Div"
	RoleSpan     Role = "Span"
	RoleForm     Role = "Form"
	RoleTable    Role = "Table"
	RoleRow      Role = "TR"
	RoleHeader   Role = "TH" // of a column
	RoleCell     Role = "TD"
	RoleFigure   Role = "Figure"
)

// An Element is a node in the structure of a document, by which those read who
// do not see the page. Its text is that of the items that name it.
type Element struct {
	Role      Role
	Numbering string // of a list: Decimal, UpperRoman, LowerAlpha, Disc
	Alt       string // of a figure: what it shows
	Parent    *Element
	Kids      []*Element
}

func (e *Element) add(role Role) *Element {
	kid := &Element{Role: role, Parent: e}
	e.Kids = append(e.Kids, kid)
	return kid
}

// adopt makes the elements below other e's own; of a group alone, those below it.
func (e *Element) adopt(other *Element) {
	if len(other.Kids) == 1 && other.Kids[0].Role == RoleGroup {
		other = other.Kids[0]
	}
	for _, kid := range other.Kids {
		kid.Parent = e
	}
	e.Kids = append(e.Kids, other.Kids...)
}

// An entry is a block that is no list with its element in the structure: that
// of its text, or a group.
type entry struct {
	block   doc.Block
	element *Element
	label   *Element // of a paragraph that begins with one
}

// entries returns blocks with those of the lists among them in a row, and adds
// them to the structure. Labelled paragraphs outside a list make one. The label
// is for the first paragraph.
func entries(blocks []doc.Block, into, label *Element) []entry {
	var all []entry
	var run *Element // the list that labelled paragraphs make
	for i, b := range blocks {
		if l, ok := b.(*doc.List); ok {
			all = append(all, items(l, into)...)
			run = nil
			continue
		}
		here, body := entry{block: b}, into
		text, isLabelled := labelOf(b)
		switch {
		case !isLabelled:
			run = nil
		case i == 0 && label != nil:
			here.label = label
		default:
			if run == nil {
				run = into.add(RoleList)
				run.Numbering = numbering(text)
			}
			body, here.label = item(run)
		}
		here.element = body.block(b)
		all = append(all, here)
	}
	return all
}

// items adds a list to the structure. One without labels is text to a reader,
// and no list.
func items(l *doc.List, into *Element) []entry {
	var all []entry
	var list *Element
	for _, it := range l.Items {
		if text, ok := firstLabel(it); ok && list == nil {
			list = &Element{Role: RoleList, Numbering: numbering(text)}
		}
	}
	if list != nil {
		list.Parent = into
		into.Kids = append(into.Kids, list)
	}
	for _, it := range l.Items {
		body, label := into, (*Element)(nil)
		if _, ok := firstLabel(it); ok {
			body, label = item(list)
		} else if list != nil {
			body = list.add(RoleItem).add(RoleBody)
		}
		all = append(all, entries(it.Blocks, body, label)...)
	}
	return all
}

func item(list *Element) (body, label *Element) {
	li := list.add(RoleItem)
	label = li.add(RoleLabel)
	return li.add(RoleBody), label
}

func firstLabel(it doc.Item) (string, bool) {
	if len(it.Blocks) == 0 {
		return "", false
	}
	return labelOf(it.Blocks[0])
}

// labelOf returns the label that a paragraph begins with.
func labelOf(b doc.Block) (string, bool) {
	p, ok := b.(*doc.Paragraph)
	if !ok || len(p.Spans) == 0 || !p.Spans[0].Label {
		return "", false
	}
	return p.Spans[0].Text, true
}

// numbering tells how the labels of a list count, by one of them.
func numbering(label string) string {
	counter := strings.Trim(label, "(). \u00A0")
	switch {
	case counter == "" || strings.Trim(counter, "-+–•*") == "":
		return "Disc"
	case strings.Trim(counter, "IVXLCDM") == "":
		return "UpperRoman"
	case counter[len(counter)-1] >= '0' && counter[len(counter)-1] <= '9':
		return "Decimal"
	}
	return "LowerAlpha"
}

// block adds a block to the structure. Headings that follow each other are
// one: the type of a notice and its trích yếu.
func (e *Element) block(b doc.Block) *Element {
	p, ok := b.(*doc.Paragraph)
	if chart, ok := b.(*doc.Chart); ok {
		figure := e.add(RoleFigure)
		figure.Alt = chart.Alt
		return figure
	}
	if _, signing := b.(*doc.Signing); signing {
		return e
	}
	if _, table := b.(*doc.Table); table {
		return e.add(RoleTable)
	}
	if !ok {
		return e.add(RoleGroup)
	}
	if !p.Style.Heading {
		return e.add(RoleText)
	}
	if n := len(e.Kids); n > 0 && e.Kids[n-1].Role == RoleHeading {
		return e.Kids[n-1]
	}
	return e.add(RoleHeading)
}
