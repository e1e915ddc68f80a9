package revision

import (
	"regexp"
	"slices"
	"strings"
)

// typedLabel is a label at the beginning of a paragraph, as people type it.
var typedLabel = regexp.MustCompile(`^(?:[IVXLC]{1,6}\.|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]?|\([0-9a-zđ]{1,3}\)|[a-zđ]{1,2}[.)]|[-–—+*•])(?: |$)`)

// unlabelled returns a paragraph without the label before its text: labels are
// counted anew when the record is printed.
func (p *paragraph) unlabelled(from int) *paragraph {
	if from == 0 {
		return p
	}
	q := *p
	q.text = p.text[from:]
	q.marks, q.touches, q.looks = nil, nil, nil
	for _, s := range p.looks {
		if s.to > from {
			q.looks = append(q.looks, lookSpan{max(s.from-from, 0), s.to - from, s.look})
		}
	}
	for _, m := range p.marks {
		m.from, m.to = max(m.from-from, 0), max(m.to-from, 0)
		q.marks = append(q.marks, m)
	}
	for _, t := range p.touches {
		if t.to >= from {
			t.from, t.to = max(t.from-from, 0), max(t.to-from, 0)
			q.touches = append(q.touches, t)
		}
	}
	return &q
}

// labelEnd returns where the label of a paragraph ends that somebody may have
// typed anew.
func labelEnd(p *paragraph) int { return len(typedLabel.FindString(p.text)) }

// ownLabelEnd returns where the label of a paragraph of the base ends: before its
// first mark.
func ownLabelEnd(p *paragraph) int {
	if len(p.marks) == 0 || len(parse(p.marks[0].place).path) == 0 {
		return 0
	}
	at := p.marks[0].from
	if at > 0 && len(typedLabel.FindString(p.text[:at])) == at {
		return at
	}
	return 0
}

// shape returns what labels of one level have in common: "1." of "12."; "" is no
// label.
func shape(label string) string {
	label = strings.TrimSpace(label)
	switch {
	case label == "":
		return ""
	case strings.Trim(label, "IVXLC") == ".":
		return "I."
	}
	kinds := []rune{}
	for _, c := range label {
		switch {
		case c >= '0' && c <= '9':
			c = '1'
		case c >= 'a' && c <= 'z' || c == 'đ':
			c = 'a'
		}
		if !slices.Contains(kinds, c) || c == '.' {
			kinds = append(kinds, c)
		}
	}
	return string(kinds)
}

// words parts a paragraph of the base into words: its marks begin and end between
// two of them.
func (p *paragraph) words() []string {
	cuts := []int{0, len(p.text)}
	for _, m := range p.marks {
		cuts = append(cuts, m.from, m.to)
	}
	slices.Sort(cuts)
	var all []string
	for i := 1; i < len(cuts); i++ {
		all = append(all, words(p.text[cuts[i-1]:cuts[i]])...)
	}
	return all
}
