package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"ketluan/render/layout"
)

// A tree writes the structure of a document as objects.
type tree struct {
	*assembly
	marks   *marks
	pages   []int // the numbers of the page objects
	numbers map[*layout.Element]int
}

// write adds the structure to the file and returns the number of its root. The
// fields must be there.
func (t *tree) write() int {
	document := t.marks.document()
	root := t.reserve()
	t.number(document)
	t.element(document, root)
	parents := t.add(t.parents())
	t.put(root, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		t.numbers[document], parents, len(t.marks.pages)+len(t.marks.fields)))
	return root
}

func (t *tree) number(e *layout.Element) {
	t.numbers[e] = t.reserve()
	for _, kid := range e.Kids {
		t.number(kid)
	}
}

func (t *tree) element(e *layout.Element, parent int) {
	var b bytes.Buffer
	b.WriteString("<</Type /StructElem /S /" + string(e.Role) + " /P " + strconv.Itoa(parent) + " 0 R")
	if e.Numbering != "" {
		b.WriteString(" /A <</O /List /ListNumbering /" + e.Numbering + ">>")
	}
	if e.Role == layout.RoleHeader {
		b.WriteString(" /A <</O /Table /Scope /Column>>")
	}
	if box := t.marks.bounds[e]; box != nil {
		height := t.marks.heights[box.page]
		fmt.Fprintf(&b, " /Alt %s /A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", textString(e.Alt),
			box.left.PT(), (height - box.bottom).PT(), box.right.PT(), (height - box.top).PT())
	}
	own := t.marks.ofElement[e]
	if len(own) > 0 {
		b.WriteString(" /Pg " + strconv.Itoa(t.pages[own[0].page]) + " 0 R")
		if box := own[0].box; box != nil {
			b.WriteString(" /Alt " + textString(box.Title))
		}
	}
	b.WriteString(" /K [")
	for _, p := range own {
		t.reference(&b, p, own[0].page)
	}
	for _, kid := range e.Kids {
		b.WriteString(strconv.Itoa(t.numbers[kid]) + " 0 R ")
	}
	b.WriteString("]>>")
	t.put(t.numbers[e], b.Bytes())
	for _, kid := range e.Kids {
		t.element(kid, t.numbers[e])
	}
}

// reference writes how an element on a page names one of its pieces.
func (t *tree) reference(b *bytes.Buffer, p *piece, page int) {
	switch {
	case p.box != nil:
		fmt.Fprintf(b, "<</Type /OBJR /Obj %d 0 R>>", p.object)
	case p.expansion != "":
		p.object = t.add(fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /E %s /K %d>>",
			layout.RoleSpan, t.numbers[p.element], t.pages[p.page], p.expansion, p.id))
		b.WriteString(strconv.Itoa(p.object) + " 0 R ")
	case p.page == page:
		b.WriteString(strconv.Itoa(p.id) + " ")
	default:
		fmt.Fprintf(b, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", t.pages[p.page], p.id)
	}
}

// parents returns the way back: for each page the element of each sequence,
// then that of each field.
func (t *tree) parents() []byte {
	var b bytes.Buffer
	b.WriteString("<</Nums [")
	for page, pieces := range t.marks.pages {
		b.WriteString(strconv.Itoa(page) + " [")
		for _, p := range pieces {
			number := p.object
			if number == 0 {
				number = t.numbers[p.element]
			}
			b.WriteString(strconv.Itoa(number) + " 0 R ")
		}
		b.WriteString("] ")
	}
	for i, p := range t.marks.fields {
		fmt.Fprintf(&b, "%d %d 0 R ", len(t.marks.pages)+i, t.numbers[p.element])
	}
	b.WriteString("]>>")
	return b.Bytes()
}
