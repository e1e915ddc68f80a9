package pdf

import (
	"strconv"
	"strings"

	"ketluan/render/layout"
)

// parted takes a hyphen off a text that ends its line in one, with the spaces
// behind it; "" where it does not. What is drawn next follows.
func parted(t layout.Text, next []layout.Item) (whole layout.Text, hyphen string) {
	head, ends := strings.CutSuffix(strings.TrimRight(t.Text, " "), "-")
	if !ends || head == "" {
		return t, ""
	}
	if len(next) > 0 {
		if n, ok := next[0].(layout.Text); ok && n.Y == t.Y && n.X > t.X {
			return t, ""
		}
	}
	hyphen = t.Text[len(head):]
	t.Text = head
	return t, hyphen
}

// hyphen draws the hyphen of a line's end behind its text. Programs that take the
// text out of a PDF drop a hyphen that ends a line, and join what stands around
// it: 1234/QĐUBND. Said to be followed by a space it stays.
// It is a piece of its element, called a Span: readers look at no other for it.
func (p *pen) hyphen(t layout.Text, hyphen string) {
	if hyphen == "" {
		return
	}
	p.endMark()
	if t.Element == nil { // readers look for the Span within an artifact too
		p.put("/Artifact BMC\n/Span <</ActualText (- )>> BDC\n")
		p.plain(t, hyphen, p.reached)
		p.put("EMC\nEMC\n")
		return
	}
	p.put("/Span <</MCID " + strconv.Itoa(p.marks.begin(t.Element, "").id) + " /ActualText (- )>> BDC\n")
	p.plain(t, hyphen, p.reached)
	p.put("EMC\n")
}
