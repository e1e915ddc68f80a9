package decree

import (
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// smallestRecipient is below the size of every recipient, and above that in
// which offices print who drafted: 7 pt.
const smallestRecipient doc.PT = 9.5

// withoutMark takes off the recipients what is printed smaller from the last of
// them on, who keeps the file: the mark of who drafted, and of how many copies.
func (n *notice) withoutMark() {
	kept := slices.IndexFunc(n.list, func(l *line) bool { return strings.HasPrefix(strings.TrimLeft(l.text, "-–+ "), "Lưu") })
	if kept < 0 {
		return
	}
	list := slices.Clone(n.list[:kept])
	for _, l := range n.list[kept:] {
		if large := l.larger(smallestRecipient); large != nil {
			list = append(list, large)
		}
	}
	n.list = list
}

// larger returns a line without its texts below a size; nil where there are no
// others.
func (l *line) larger(than doc.PT) *line {
	large := slices.DeleteFunc(slices.Clone(l.texts), func(t read.Text) bool { return t.Size < than })
	switch len(large) {
	case 0:
		return nil
	case len(l.texts):
		return l
	}
	other := lineOf(l.page, large)
	if other.framed = l.framed; other.text == "" || other.text == "-" {
		return nil
	}
	return other
}
