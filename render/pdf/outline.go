package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A bookmark is a heading with the place that it stands at.
type bookmark struct {
	element *layout.Element
	title   []byte
	page    int    // from 0
	top     doc.PT // from the bottom of the page

	number, parent, previous, next, first, last int // of objects; 0 is none
	below                                       int // how many are directly below
}

// outline adds the bookmarks of a document, which are its headings, and returns
// their entry of the catalog. One page has none: there is nowhere to go.
func (a *assembly) outline(pages []layout.Page, numbers []int) string {
	if len(pages) < 2 {
		return ""
	}
	marks := bookmarks(pages)
	if len(marks) == 0 {
		return ""
	}
	root := bookmark{number: a.reserve()}
	above := []*bookmark{&root} // of the levels so far
	for i := range marks {
		m := &marks[i]
		m.number = a.reserve()
		for len(above) > m.element.Level {
			above = above[:len(above)-1]
		}
		parent := above[len(above)-1]
		m.parent, m.previous = parent.number, parent.last
		if parent.first == 0 {
			parent.first = m.number
		}
		if m.previous != 0 {
			marks[m.previous-root.number-1].next = m.number
		}
		parent.last = m.number
		parent.below++
		above = append(above, m)
	}
	for i := range marks {
		a.put(marks[i].number, marks[i].write(numbers))
	}
	open := root.below
	for _, m := range marks {
		if m.parent == root.number {
			open += m.below
		}
	}
	a.put(root.number, fmt.Appendf(nil, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", root.first, root.last, open))
	return " /Outlines " + strconv.Itoa(root.number) + " 0 R"
}

// bookmarks returns the headings of pages in their order, with their whole text.
func bookmarks(pages []layout.Page) []bookmark {
	var all []bookmark
	for i, page := range pages {
		for _, it := range page.Items {
			t, ok := it.(layout.Text)
			if !ok || t.Element == nil || t.Element.Level == 0 {
				continue
			}
			at := len(all) - 1
			for at >= 0 && all[at].element.ID > t.Element.ID { // beside one that goes on
				at--
			}
			if at < 0 || all[at].element != t.Element {
				all = append(all, bookmark{element: t.Element, page: i, top: (page.Height - t.Y).PT() + t.Font.Size})
				at = len(all) - 1
			}
			all[at].title = append(all[at].title, t.Text...)
		}
	}
	return all
}

// write writes a bookmark. Of the levels the first is open.
func (m *bookmark) write(pages []int) []byte {
	b := append(make([]byte, 0, 200+4*len(m.title)), "<</Title "...)
	b = appendText(b, strings.Join(strings.Fields(string(m.title)), " "))
	b = appendRef(append(b, " /Parent "...), m.parent)
	b = appendRef(append(b, " /Dest ["...), pages[m.page])
	b = strconv.AppendFloat(append(b, " /XYZ 0 "...), float64(m.top), 'f', 2, 64)
	b = append(b, " 0]"...)
	for _, e := range [...]struct {
		key    string
		number int
	}{{" /Prev ", m.previous}, {" /Next ", m.next}, {" /First ", m.first}, {" /Last ", m.last}} {
		if e.number != 0 {
			b = appendRef(append(b, e.key...), e.number)
		}
	}
	switch {
	case m.below == 0:
	case m.element.Level == 1:
		b = strconv.AppendInt(append(b, " /Count "...), int64(m.below), 10)
	default:
		b = strconv.AppendInt(append(b, " /Count "...), -int64(m.below), 10)
	}
	return append(b, ">>"...)
}
