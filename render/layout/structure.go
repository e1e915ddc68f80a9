package layout

import (
	"slices"
	"strings"
	"unicode"

	"ketluan/render/doc"
)

// A Role says what an element is, as PDF names it (ISO 32000-1, 14.8.4).
type Role string

// The roles.
const (
	RoleDocument Role = "Document"
	RoleHeading  Role = "H1" // of the first level; Element.Level says which
	RoleSection  Role = "Sect"
	RoleText     Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleLabel    Role = "Lbl"
	RoleBody     Role = "LBody"
	RoleGroup    Role = "Div"
	RoleSpan     Role = "Span"
	RoleForm     Role = "Form"
	RoleTable    Role = "Table"
	RoleHead     Role = "THead"
	RoleRows     Role = "TBody"
	RoleRow      Role = "TR"
	RoleHeader   Role = "TH"
	RoleCell     Role = "TD"
	RoleFigure   Role = "Figure"
	RoleCaption  Role = "Caption"
)

// An Element is a node in the structure of a document, by which those read who
// do not see the page. Its text is that of the items that name it.
type Element struct {
	Role      Role
	ID        int    // from 0, in the order of reading, the document first
	Level     int    // of a heading, from 1; 0 is none
	Numbering string // of a list: Decimal, UpperRoman, LowerAlpha, Disc
	Scope     string // of a header: Column, Row
	Rows      int    // of a cell: how many it goes over; 0 is one
	Alt       string // of a figure: what it shows
	Parent    *Element
	Kids      []*Element

	heading doc.Heading
	depth   int // of a section: how many others it is in
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

// inList is the depth of what a list holds: there are no headings.
const inList = -1

// An entry is a block that is no list with its element in the structure: that
// of its text, or a group.
type entry struct {
	block   doc.Block
	element *Element
	label   *Element   // of a paragraph that begins with one
	fields  []*Element // of space for signatures
}

// entries returns blocks with those of the lists among them in a row, and adds
// them to the structure. Labelled paragraphs outside a list make one. The label
// is for the first paragraph; depth is how many sections the blocks are in.
func entries(blocks []doc.Block, into, label *Element, depth int) []entry {
	all := make([]entry, 0, len(blocks))
	var open runs
	outer, below := depth, depth // outside an annex, and in the section that has begun
	for i, b := range blocks {
		if l, ok := b.(*doc.List); ok {
			all = append(all, items(l, into, below)...)
			open = nil
			continue
		}
		here, body := entry{block: b}, into
		p, _ := b.(*doc.Paragraph)
		text, isLabelled := labelOf(b)
		switch {
		case p != nil && heads(p, depth):
			open = nil
			if p.Style.Heading == doc.AnnexTitle {
				depth = outer + 1
			}
			here.element = into.headed(p, depth, isLabelled)
			all = append(all, here)
			below = depth
			if p.Style.Heading == doc.Section {
				below++
			}
			continue
		case isLabelled && i == 0 && label != nil:
			here.label = label
		case isLabelled:
			body, here.label = open.item(into, text)
		case p != nil && p.GoesOn && len(open) > 0:
			body = open[len(open)-1].body
		default:
			open = nil
		}
		if signing, ok := b.(*doc.Signing); ok {
			here.fields = body.signed(signing)
		}
		here.element = body.block(b)
		all = append(all, here)
	}
	return all
}

// A run is the list that labelled paragraphs make, with the body of its last
// item.
type run struct {
	list, body *Element
	count      string // what its labels count with
}

// runs are those that are open, each in the body of the one before.
type runs []run

// item adds an item to the run whose labels are of the kind of this one: a new
// one, within the last item, where there is none.
func (r *runs) item(into *Element, text string) (body, label *Element) {
	count := counter(text)
	for i := range *r {
		if (*r)[i].count == count {
			*r = (*r)[:i+1]
			(*r)[i].body, label = item((*r)[i].list)
			return (*r)[i].body, label
		}
	}
	if n := len(*r); n > 0 {
		into = (*r)[n-1].body
	}
	list := into.add(RoleList)
	list.Numbering = numbering(text)
	body, label = item(list)
	*r = append(*r, run{list, body, count})
	return body, label
}

// items adds a list to the structure. What begins with a heading is a section,
// what has no label is text, and only what stands between them are lists.
func items(l *doc.List, into *Element, depth int) []entry {
	var all []entry
	var list *Element
	for _, it := range l.Items {
		text, labelled := firstLabel(it)
		if p, ok := first(it).(*doc.Paragraph); !labelled || ok && heads(p, depth) {
			part := into
			if ok && heads(p, depth) {
				part = into.add(RoleSection) // what follows beside it is not of it
			}
			list = nil
			all = append(all, entries(it.Blocks, part, nil, depth)...)
			continue
		}
		if list == nil {
			list = into.add(RoleList)
			list.Numbering = numbering(text)
		}
		body, label := item(list)
		all = append(all, entries(it.Blocks, body, label, inList)...)
	}
	return all
}

func item(list *Element) (body, label *Element) {
	li := list.add(RoleItem)
	label = li.add(RoleLabel)
	return li.add(RoleBody), label
}

func first(it doc.Item) doc.Block {
	if len(it.Blocks) == 0 {
		return nil
	}
	return it.Blocks[0]
}

func firstLabel(it doc.Item) (string, bool) { return labelOf(first(it)) }

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
	counter := strings.Trim(label, "().-–: \u00A0")
	switch {
	case strings.Trim(counter, "+•*") == "":
		return "Disc"
	case strings.Trim(counter, "IVXLCDM") == "":
		return "UpperRoman"
	case counter[len(counter)-1] >= '0' && counter[len(counter)-1] <= '9':
		return "Decimal"
	}
	return "LowerAlpha"
}

// counter is the same for labels that count alike: of a mark itself, else how it
// counts and the marks around that.
func counter(label string) string {
	label = strings.TrimRight(label, " \u00A0")
	how := numbering(label)
	if how == "Disc" {
		return label
	}
	return how + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, label)
}

// parts returns the elements that columns are heard by: row by row all are e; where
// people sign beside each other, each column is one.
func (e *Element) parts(c *doc.Columns) []*Element {
	parts := make([]*Element, len(c.Widths))
	byColumn := len(c.Rows) > 1 && slices.ContainsFunc(c.Rows, signs)
	for i := range parts {
		parts[i] = e
		if byColumn {
			parts[i] = e.add(RoleGroup)
		}
	}
	return parts
}

// signs reports a row with space for a signature.
func signs(row []doc.Cell) bool {
	return slices.ContainsFunc(row, func(cell doc.Cell) bool {
		return slices.ContainsFunc(cell.Blocks, func(b doc.Block) bool { _, ok := b.(*doc.Signing); return ok })
	})
}

// signed adds the fields of the boxes for signatures that have one.
func (e *Element) signed(b *doc.Signing) []*Element {
	fields := make([]*Element, len(b.Boxes))
	for i, box := range b.Boxes {
		if box.Field {
			fields[i] = e.add(RoleForm)
		}
	}
	return fields
}

// block adds a block to the structure; an ornament and empty space have no
// place there.
func (e *Element) block(b doc.Block) *Element {
	switch b := b.(type) {
	case *doc.Paragraph:
		if b.Style.Ornament {
			return nil
		}
		return e.add(RoleText)
	case *doc.Chart:
		figure := e.add(RoleFigure)
		figure.Alt = b.Alt
		return figure
	case *doc.Signing:
		return nil
	case *doc.Table:
		return e.add(RoleTable)
	}
	return e.add(RoleGroup)
}
