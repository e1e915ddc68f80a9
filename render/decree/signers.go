package decree

import "slices"

// twoSigners reports two signatures side by side above the recipients, and
// takes their lines: bold ones in both halves of the page, of which the first
// stand level.
func (n *notice) twoSigners() bool {
	var left, right []*line
	for _, l := range slices.Backward(n.above(n.recipients)) {
		if !l.bold && (n.form == nil || !l.caps()) || l.italic || l.framed {
			break
		}
		if l.centre() < n.middleOfPage() {
			left = append(left, l)
		} else {
			right = append(right, l)
		}
	}
	slices.Reverse(left)
	slices.Reverse(right)
	if len(left) < 2 || len(right) < 2 || apart(left[0].y, right[0].y) > placeOff || !left[0].caps() || !right[0].caps() {
		return false
	}
	n.beside = left
	for _, l := range right {
		if l.caps() {
			n.titles = append(n.titles, l)
		} else {
			n.name = l
		}
	}
	n.footTop = place{left[0].page, min(left[0].y, right[0].y)}
	return true
}

// above returns the lines above one, on its page or, where it is the first, on
// the page before.
func (n *notice) above(l *line) []*line {
	lines := n.lines[l.page-1]
	if i := slices.Index(lines, l); i > 0 || l.page == 1 {
		return lines[:i]
	}
	return n.lines[l.page-2]
}

// recipientsBelow takes what stands below the signatures as recipients.
func (n *notice) recipientsBelow() {
	for _, lines := range n.lines[n.recipients.page-1:] {
		for _, l := range lines {
			if l != n.recipients && !l.framed && (l.page > n.recipients.page || l.y > n.recipients.y) {
				n.list = append(n.list, l)
			}
		}
	}
}
