package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"ketluan/render/layout"
)

// marks are the marked-content sequences of a document: the pieces of its
// pages that the elements of its structure refer to (ISO 32000-1, 14.7.4).
type marks struct {
	pages     [][]*piece // by page and MCID
	ofElement map[*layout.Element][]*piece
}

// A piece is one sequence.
type piece struct {
	page, id  int // its page, from 0, and its MCID there
	element   *layout.Element
	expansion string // of an abbreviation, which has an element of its own
	number    int    // of that element's object
}

// begin opens a sequence on the last page.
func (m *marks) begin(e *layout.Element, expansion string) *piece {
	page := len(m.pages) - 1
	p := &piece{page: page, id: len(m.pages[page]), element: e, expansion: expansion}
	m.pages[page] = append(m.pages[page], p)
	m.ofElement[e] = append(m.ofElement[e], p)
	return p
}

// A tree writes the structure of a document as objects.
type tree struct {
	*assembly
	marks   *marks
	pages   []int // the numbers of the page objects
	numbers map[*layout.Element]int
}

// write adds the structure to the file and returns the number of its root.
// Without any text there is an empty document.
func (t *tree) write() int {
	document := &layout.Element{Role: layout.RoleDocument}
	for e := range t.marks.ofElement {
		for document = e; document.Parent != nil; {
			document = document.Parent
		}
		break
	}
	root := t.reserve()
	t.number(document)
	t.element(document, root)
	parents := t.add(t.parents())
	t.put(root, fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		t.numbers[document], parents, len(t.marks.pages)))
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
	own := t.marks.ofElement[e]
	if len(own) > 0 {
		b.WriteString(" /Pg " + strconv.Itoa(t.pages[own[0].page]) + " 0 R")
	}
	b.WriteString(" /K [")
	for _, p := range own {
		switch {
		case p.expansion != "":
			p.number = t.abbreviation(p)
			b.WriteString(strconv.Itoa(p.number) + " 0 R ")
		case p.page == own[0].page:
			b.WriteString(strconv.Itoa(p.id) + " ")
		default:
			fmt.Fprintf(&b, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", t.pages[p.page], p.id)
		}
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

// abbreviation adds the element of an abbreviation below that of its piece.
func (t *tree) abbreviation(p *piece) int {
	return t.add(fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /E %s /K %d>>",
		layout.RoleSpan, t.numbers[p.element], t.pages[p.page], p.expansion, p.id))
}

// parents returns the way back: for each page, the element of each sequence.
func (t *tree) parents() []byte {
	var b bytes.Buffer
	b.WriteString("<</Nums [")
	for page, pieces := range t.marks.pages {
		b.WriteString(strconv.Itoa(page) + " [")
		for _, p := range pieces {
			number := p.number
			if number == 0 {
				number = t.numbers[p.element]
			}
			b.WriteString(strconv.Itoa(number) + " 0 R ")
		}
		b.WriteString("] ")
	}
	b.WriteString("]>>")
	return b.Bytes()
}
