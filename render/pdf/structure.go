package pdf

import (
	"fmt"
	"strconv"

	"ketluan/render/layout"
)

// A tree writes the structure of a document as objects.
type tree struct {
	*assembly
	marks *marks
	pages []int // the numbers of the page objects
	first int   // the number of the document's object; those of the others follow
	b     []byte
}

// write adds the structure to the file and returns the number of its root. The
// fields must be there.
func (t *tree) write() int {
	document := t.marks.document()
	root := t.reserve()
	count := elementsOf(document)
	t.first = t.reserve()
	for range count - 1 {
		t.reserve()
	}
	t.b = make([]byte, 0, 160*count)
	t.element(document, root)
	parents := t.add(t.parents())
	t.put(root, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		t.first, parents, len(t.marks.heights)+len(t.marks.fields)))
	return root
}

func elementsOf(e *layout.Element) int {
	n := 1
	for _, kid := range e.Kids {
		n += elementsOf(kid)
	}
	return n
}

// object returns the number of an element's object.
func (t *tree) object(e *layout.Element) int { return t.first + e.ID }

// own returns what an element refers to.
func (t *tree) own(e *layout.Element) own {
	if e.ID < len(t.marks.own) {
		return t.marks.own[e.ID]
	}
	return own{}
}

// element writes an element and those below it. Objects are cut out of one buffer.
func (t *tree) element(e *layout.Element, parent int) {
	own := t.own(e)
	page := -1
	switch {
	case own.first > 0:
		page = t.marks.pieces[own.first-1].page
	case own.field != nil:
		page = own.field.page
	}
	from := len(t.b)
	t.say("<</Type /StructElem /S /", string(e.Role), " /P ")
	t.ref(parent)
	t.attributes(e, own)
	if page >= 0 {
		t.say(" /Pg ")
		t.ref(t.pages[page])
	}
	t.say(" /K [")
	if own.field != nil {
		t.say("<</Type /OBJR /Obj ")
		t.ref(own.field.object)
		t.say(">>")
	}
	for at := own.first; at > 0; at = t.marks.pieces[at-1].next {
		t.reference(&t.marks.pieces[at-1], page)
	}
	for i, kid := range e.Kids {
		if i > 0 || own.first > 0 {
			t.say(" ")
		}
		t.ref(t.object(kid))
	}
	t.say("]>>")
	t.put(t.object(e), t.b[from:len(t.b):len(t.b)])
	for _, kid := range e.Kids {
		t.element(kid, t.object(e))
	}
}

// attributes writes what an element says beside its content.
func (t *tree) attributes(e *layout.Element, own own) {
	switch {
	case e.Numbering != "":
		t.say(" /A <</O /List /ListNumbering /", e.Numbering, ">>")
	case e.Scope != "" || e.Rows > 1:
		t.say(" /A <</O /Table")
		if e.Scope != "" {
			t.say(" /Scope /", e.Scope)
		}
		if e.Rows > 1 {
			t.say(" /RowSpan ", strconv.Itoa(e.Rows))
		}
		t.say(">>")
	}
	if b := own.bounds; b != nil {
		height := t.marks.heights[b.page]
		t.b = fmt.Appendf(t.b, " /Alt %s /A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", textString(e.Alt),
			b.left.PT(), (height - b.bottom).PT(), b.right.PT(), (height - b.top).PT())
	}
	if own.field != nil {
		t.say(" /Alt ", textString(own.field.box.Title))
	}
}

func (t *tree) say(parts ...string) {
	for _, s := range parts {
		t.b = append(t.b, s...)
	}
}

func (t *tree) ref(number int) { t.b = appendRef(t.b, number) }

// appendRef writes a reference to an object.
func appendRef(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// reference writes how an element on a page names one of its pieces.
func (t *tree) reference(p *piece, page int) {
	if last := t.b[len(t.b)-1]; last != '[' {
		t.say(" ")
	}
	switch {
	case p.expansion != "":
		p.object = t.add(fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /E %s /K %d>>",
			layout.RoleSpan, t.object(p.element), t.pages[p.page], p.expansion, p.id))
		t.ref(p.object)
	case p.page == page:
		t.b = strconv.AppendInt(t.b, int64(p.id), 10)
	default:
		t.say("<</Type /MCR /Pg ")
		t.ref(t.pages[p.page])
		t.say(" /MCID ", strconv.Itoa(p.id), ">>")
	}
}

// parents returns the way back: for each page the element of each sequence,
// then that of each field.
func (t *tree) parents() []byte {
	from := len(t.b)
	t.say("<</Nums [")
	for page := range t.marks.heights {
		t.say(strconv.Itoa(page), " [")
		for _, p := range t.marks.page(page) {
			number := p.object
			if number == 0 {
				number = t.object(p.element)
			}
			t.ref(number)
			t.say(" ")
		}
		t.say("] ")
	}
	for i, p := range t.marks.fields {
		t.say(strconv.Itoa(len(t.marks.heights)+i), " ")
		t.ref(t.object(p.element))
		t.say(" ")
	}
	t.say("]>>")
	return t.b[from:]
}
