package decree

import (
	"ketluan/render/doc"
	"ketluan/render/problem"
)

// check finds where a document breaks a clause.
func (c clause) check(n *notice, f *faults) {
	if c.Like != "" {
		ruleOf(c.Like).check(n, f)
	}
	if c.Measure != "" {
		measures[c.Measure](n, f, c)
	}
	if c.Part == "" {
		return
	}
	lines := n.part(c.Part)
	switch {
	case len(lines) > 0:
		for _, l := range lines {
			c.words(f, l)
			c.looks(f, l, lines[0])
			c.stands(n, f, l)
		}
		c.whole(n, f, lines)
	case c.Required:
		f.all = append(f.all, Fault{Message: problem.Text{VI: "không thấy " + c.VI, EN: "not found: " + c.EN}})
	default:
		f.missing()
	}
}

// words checks what a line says.
func (c clause) words(f *faults, l *line) {
	if c.Text.Regexp != nil && !c.Text.MatchString(l.text) || c.Not.Regexp != nil && c.Not.MatchString(l.text) {
		f.at(l, "dòng ghi là %q", "the line says %q", short(l.text))
	}
}

// looks checks how a line looks.
func (c clause) looks(f *faults, l, first *line) {
	if c.Size != nil && !isSize(l, c.Size[0], c.Size[1]) || c.OneSize && !isSize(l, first.size, first.size) {
		f.at(l, "%q: cỡ %.1f", "%q: %.1f pt", short(l.text), l.size)
	}
	for _, look := range []struct {
		want   *bool
		is     bool
		vi, en string
	}{{c.Bold, l.bold, "đậm", "bold"}, {c.Italic, l.italic, "nghiêng", "italic"}, {c.Caps, l.caps(), "in hoa", "in capitals"}} {
		switch {
		case look.want == nil || *look.want == look.is:
		case look.is:
			f.at(l, "%q: "+look.vi, "%q: "+look.en, short(l.text))
		default:
			f.at(l, "%q: không "+look.vi, "%q: not "+look.en, short(l.text))
		}
	}
}

// stands checks where a line stands.
func (c clause) stands(n *notice, f *faults, l *line) {
	if c.Top != nil && !within(l.top(), c.Top[0], c.Top[1], placeOff) {
		f.at(l, "%q cách mép trên %.1f mm", "%q stands %.1f mm from the upper edge", short(l.text), l.top())
	}
	if isLeft := l.centre() < n.middleOfPage(); c.Side != "" && isLeft != (c.Side == "left") {
		f.at(l, "%q đứng sai bên", "%q stands on the wrong side", short(l.text))
	}
	if c.Margin && len(n.body) > 0 && apart(l.x, n.left) > cellPadding {
		f.at(l, "%q cách lề trái %.1f mm", "%q is %.1f mm off the left margin", short(l.text), apart(l.x, n.left))
	}
	switch other := n.part(c.Centred); {
	case c.Centred == "page":
		checkCentred(n, f, l)
	case len(other) > 0 && apart(l.centre(), other[len(other)-1].centre()) > centreOff:
		f.at(l, "%q lệch tâm %q %.1f mm", "%[1]q is %[3].1f mm off the centre of %[2]q", short(l.text), short(other[len(other)-1].text), apart(l.centre(), other[len(other)-1].centre()))
	}
	if above := n.part(c.Under); len(above) > 0 && l.y <= above[0].y {
		f.at(l, "%q không đứng dưới %q", "%q does not stand below %q", short(l.text), short(above[0].text))
	}
	if below := n.part(c.Over); len(below) > 0 && l.y >= below[0].y {
		f.at(l, "%q không đứng trên %q", "%q does not stand above %q", short(l.text), short(below[0].text))
	}
}

// whole checks what is about all lines of a part.
func (c clause) whole(n *notice, f *faults, lines []*line) {
	if c.Starts.Regexp != nil && !c.Starts.MatchString(lines[0].text) {
		f.at(lines[0], "bắt đầu bằng %q", "it begins with %q", short(lines[0].text))
	}
	if c.Rule != nil {
		checkRule(n, f, lines, c.Rule[0], c.Rule[1])
	}
}

// part returns the lines of a part by its name in forms; "" and what is not
// there have none.
func (n *notice) part(name string) []*line {
	one := func(l *line) []*line {
		if l == nil {
			return nil
		}
		return []*line{l}
	}
	switch name {
	case "head":
		return one(n.quocHieu)
	case "superior":
		return n.chuQuan
	case "issuer":
		return n.banHanh
	case "star":
		return one(n.star)
	case "number":
		return one(n.number)
	case "date":
		return one(n.date)
	case "type":
		return one(n.typed)
	case "abstract":
		return n.abstract
	case "dashes":
		return one(n.dashes)
	case "about":
		return n.about
	case "addressees":
		return n.addressees
	case "body":
		return n.body
	case "authority":
		authority, _ := n.authority()
		return authority
	case "position":
		_, position := n.authority()
		return position
	case "name":
		return one(n.name)
	case "recipients":
		return one(n.recipients)
	case "list":
		return n.list
	}
	return n.partOfPage(name)
}

// topOfPage is how far down the parts of the head may reach.
const topOfPage doc.MM = 70

// partOfPage returns parts that are more than one of the document's.
func (n *notice) partOfPage(name string) (lines []*line) {
	switch name {
	case "top":
		for _, l := range n.lines[0] {
			if l.y < topOfPage {
				lines = append(lines, l)
			}
		}
	case "kept": // as one line, however many it takes
		if entries := n.entries(); len(entries) > 0 {
			last := *n.list[len(n.list)-1]
			last.text = entries[len(entries)-1]
			lines = append(lines, &last)
		}
	case "page-number":
		for _, l := range n.pageNumbers {
			if l.page > 1 {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// authority parts the lines above the signature: for whom somebody signs, and
// the signer's own position, which is the last of them.
func (n *notice) authority() (authority, position []*line) {
	if len(n.titles) == 0 || n.form == nil {
		return nil, n.titles
	}
	k := 0
	for i, l := range n.titles {
		if n.form.Authority.MatchString(l.text) || k == i && i > 0 && l.bold {
			k = i + 1
		}
	}
	if k == len(n.titles) && k > 1 {
		k--
	}
	return n.titles[:k], n.titles[k:]
}
