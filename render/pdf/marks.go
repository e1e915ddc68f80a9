package pdf

import (
	"ketluan/render/doc"
	"ketluan/render/layout"
)

// marks are what the elements of a document's structure refer to: marked
// content on its pages, and form fields (ISO 32000-1, 14.7.4).
type marks struct {
	heights   []doc.MM   // of the pages
	pages     [][]*piece // by page and MCID
	fields    []*piece   // the form fields, in the order of the pages
	ofElement map[*layout.Element][]*piece
	bounds    map[*layout.Element]*bounds // of figures
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
	page := len(m.pages) - 1
	b := m.bounds[e]
	if b == nil {
		b = &bounds{page, left, top, right, bottom}
		m.bounds[e] = b
	}
	if b.page == page {
		b.left, b.top, b.right, b.bottom = min(b.left, left), min(b.top, top), max(b.right, right), max(b.bottom, bottom)
	}
}

// A piece is one sequence of marked content, or one form field.
type piece struct {
	page, id  int // its page, from 0, and its MCID there; of a field, its place among them
	element   *layout.Element
	expansion string      // of an abbreviation, which has an element of its own
	box       *layout.Box // of a field
	object    int         // the number of an abbreviation's element, or of a field
}

func (m *marks) newPage(height doc.MM) {
	m.pages = append(m.pages, nil)
	m.heights = append(m.heights, height)
}

// begin opens a sequence on the last page.
func (m *marks) begin(e *layout.Element, expansion string) *piece {
	page := len(m.pages) - 1
	p := &piece{page: page, id: len(m.pages[page]), element: e, expansion: expansion}
	m.pages[page] = append(m.pages[page], p)
	m.ofElement[e] = append(m.ofElement[e], p)
	return p
}

// field puts a form field on the last page.
func (m *marks) field(b layout.Box) {
	p := &piece{page: len(m.pages) - 1, id: len(m.fields), element: b.Element, box: &b}
	m.fields = append(m.fields, p)
	m.ofElement[b.Element] = append(m.ofElement[b.Element], p)
}

// document returns the root of the structure; without any text it is empty.
func (m *marks) document() *layout.Element {
	for e := range m.ofElement {
		for e.Parent != nil {
			e = e.Parent
		}
		return e
	}
	return &layout.Element{Role: layout.RoleDocument}
}
