package pdf

import (
	"ketluan/render/doc"
	"ketluan/render/layout"
)

// marks are what the elements of a document's structure refer to: marked
// content on its pages, and form fields (ISO 32000-1, 14.7.4).
type marks struct {
	heights []doc.MM // of the pages
	starts  []int    // of the pages: how many pieces are on those before
	pieces  []piece  // of all pages; a piece's MCID is its place on its page
	fields  []*piece // the form fields, in the order of the pages
	own     []own    // by the numbers of the elements
	root    *layout.Element
}

// own are what one element refers to.
type own struct {
	first, last int     // of its pieces, from 1; 0 is none
	field       *piece  // nil: it is none of a field
	bounds      *bounds // of a figure
}

// bounds are the edges of what a figure draws on its first page, from the top
// left corner.
type bounds struct {
	page                     int
	left, top, right, bottom doc.MM
}

// cover widens the bounds of a figure; of other elements nothing is kept.
func (m *marks) cover(e *layout.Element, left, top, right, bottom doc.MM) {
	if e == nil || e.Role != layout.RoleFigure {
		return
	}
	page := len(m.heights) - 1
	of := m.of(e)
	if of.bounds == nil {
		of.bounds = &bounds{page, left, top, right, bottom}
	}
	if b := of.bounds; b.page == page {
		b.left, b.top, b.right, b.bottom = min(b.left, left), min(b.top, top), max(b.right, right), max(b.bottom, bottom)
	}
}

// A piece is one sequence of marked content, or one form field.
type piece struct {
	page, id  int // its page, from 0, and its MCID there; of a field, its place among them
	element   *layout.Element
	next      int         // piece of its element, from 1; 0 is none
	expansion string      // of an abbreviation, which has an element of its own
	box       *layout.Box // of a field
	object    int         // the number of an abbreviation's element, or of a field
}

func (m *marks) newPage(height doc.MM) {
	m.heights = append(m.heights, height)
	m.starts = append(m.starts, len(m.pieces))
}

// begin opens a sequence on the last page.
func (m *marks) begin(e *layout.Element, expansion string) piece {
	page := len(m.heights) - 1
	p := piece{page: page, id: len(m.pieces) - m.starts[page], element: e, expansion: expansion}
	m.pieces = append(m.pieces, p)
	of := m.of(e)
	if of.first == 0 {
		of.first = len(m.pieces)
	} else {
		m.pieces[of.last-1].next = len(m.pieces)
	}
	of.last = len(m.pieces)
	return p
}

// field puts a form field on the last page.
func (m *marks) field(b layout.Box) {
	p := &piece{page: len(m.heights) - 1, id: len(m.fields), element: b.Element, box: &b}
	m.fields = append(m.fields, p)
	m.of(b.Element).field = p
}

// of returns what an element refers to.
func (m *marks) of(e *layout.Element) *own {
	if e.ID >= len(m.own) {
		m.own = append(m.own, make([]own, e.ID+64-len(m.own))...)
	}
	for root := e; m.root == nil; root = root.Parent {
		if root.Parent == nil {
			m.root = root
		}
	}
	return &m.own[e.ID]
}

// page returns the pieces of a page.
func (m *marks) page(i int) []piece {
	if i+1 < len(m.starts) {
		return m.pieces[m.starts[i]:m.starts[i+1]]
	}
	return m.pieces[m.starts[i]:]
}

// document returns the root of the structure; without any text it is empty.
func (m *marks) document() *layout.Element {
	if m.root == nil {
		return &layout.Element{Role: layout.RoleDocument}
	}
	return m.root
}
