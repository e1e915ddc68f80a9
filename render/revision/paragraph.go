package revision

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/docx"
	"ketluan/render/docx/read"
)

// A paragraph is one of a Word file, with the text as it stands once all changes
// are accepted, in single spaces.
type paragraph struct {
	text     string
	marks    []mark
	label    string // that Word's numbering made: it is no part of the text
	table    int    // the outermost table that it stands in, from 1; 0 is none
	touches  []touch
	looks    []lookSpan // in their order
	comments []string   // their IDs
}

// A mark is a place of the record that a part of a paragraph is.
type mark struct {
	place, sum string // a sum of "" was never one
	from, to   int    // bytes of the text
}

// A touch is a tracked change: where it stands in the text.
type touch struct {
	from, to int // of a deletion one and the same
	deleted  string
	by       By
}

// field returns the part of the text that a mark takes.
func (p *paragraph) field(m mark) string { return p.text[m.from:m.to] }

// paragraphs lists those of a file in the order in which they are read: a row's
// cells one behind the other. Those that a tracked change has joined are one, and
// those that it has taken away are left out.
func paragraphs(f *read.File) []*paragraph {
	var l lister
	l.blocks(f.Blocks)
	return l.all
}

type lister struct {
	all    []*paragraph
	tables int // seen so far, and whether the walk is in one
	depth  int
	open   []*read.Paragraph // whose end was deleted: the next goes on with them
}

func (l *lister) blocks(all []read.Block) {
	for i, b := range all {
		switch b := b.(type) {
		case *read.Paragraph:
			last := i == len(all)-1
			l.paragraph(b, last)
		case *read.Table:
			l.table(b)
		}
	}
}

func (l *lister) table(t *read.Table) {
	if l.depth == 0 {
		l.tables++
	}
	l.depth++
	for _, row := range t.Rows {
		if row.Change != nil && row.Change.Deleted {
			continue
		}
		for _, c := range row.Cells {
			l.blocks(c.Blocks)
		}
	}
	l.depth--
}

func (l *lister) paragraph(p *read.Paragraph, last bool) {
	l.open = append(l.open, p)
	if p.Mark != nil && p.Mark.Deleted && !last {
		return
	}
	joined := joinedText(l.open)
	l.open = nil
	if l.depth > 0 {
		joined.table = l.tables
	}
	l.all = append(l.all, joined)
	for _, box := range p.Boxes {
		l.blocks(box)
	}
}

// controls are the places of what is filled in last, by the names of the
// bookmarks around their controls.
var controls = map[string]string{"so": "number", "ngay_thang": "date"}

// joinedText makes one paragraph of those whose ends were deleted.
func joinedText(all []*read.Paragraph) *paragraph {
	out := &paragraph{}
	var b spaced
	for _, p := range all {
		if out.label == "" {
			out.label = p.Label
		}
		out.comments = append(out.comments, p.Comments...)
		start := b.raw()
		for _, r := range p.Runs {
			from := b.len()
			if r.Change != nil && r.Change.Deleted {
				out.touches = append(out.touches, touch{from, from, plain(r.Text), by(r.Change)})
				continue
			}
			b.add(r.Text)
			if l := lookOf(&r); l != 0 {
				out.looks = append(out.looks, lookSpan{from, b.len(), l})
			}
			if r.Change != nil {
				out.touches = append(out.touches, touch{from, b.len(), "", by(r.Change)})
			}
		}
		for _, m := range p.Bookmarks {
			place, sum, ok := docx.Unmark(m.Name)
			if controlled := controls[m.Name]; controlled != "" {
				place, ok = controlled, true
			}
			if ok {
				out.marks = append(out.marks, mark{place, sum, b.at(start + m.From), b.at(start + m.To)})
			}
		}
	}
	text, place := b.composed()
	out.text = text
	out.settle(place)
	return out
}

// settle moves what stands in a paragraph to where its text has it once it is
// composed: marks begin and end beside its words.
func (p *paragraph) settle(place func(at int) int) {
	for i := range p.touches {
		t := &p.touches[i]
		t.from, t.to = place(t.from), place(t.to)
	}
	for i := range p.looks {
		s := &p.looks[i]
		s.from, s.to = place(s.from), place(s.to)
	}
	for i := range p.marks {
		m := &p.marks[i]
		m.from, m.to = place(m.from), place(m.to)
		if m.from < m.to && p.text[m.from] == ' ' {
			m.from++
		}
		if m.from < m.to && p.text[m.to-1] == ' ' {
			m.to--
		}
	}
}

func by(c *read.Change) By { return By{Name: c.Author, Date: c.Date} }

// A spaced is a text that is put together with single spaces and one hyphen, and
// knows where the bytes that were added went.
type spaced struct {
	b     strings.Builder
	went  []int // by the bytes that were added
	blank bool
}

func (s *spaced) add(text string) {
	for at, size := 0, 0; at < len(text); at += size {
		var c rune
		c, size = utf8.DecodeRuneInString(text[at:])
		for range size {
			s.went = append(s.went, s.len())
		}
		if unicode.IsSpace(c) {
			s.blank = true
			continue
		}
		if s.blank && s.b.Len() > 0 {
			s.b.WriteByte(' ')
			for k := range size {
				s.went[len(s.went)-1-k]++
			}
		}
		s.blank = false
		if c == '\u2011' {
			c = '-'
		}
		s.b.WriteRune(c)
	}
}

func (s *spaced) len() int { return s.b.Len() }
func (s *spaced) raw() int { return len(s.went) }

// at returns where a byte of what was added stands; one behind the last at the end.
func (s *spaced) at(raw int) int {
	if raw < len(s.went) {
		return s.went[raw]
	}
	return s.b.Len()
}

// composed returns the text in NFC, and what tells where its bytes stand there.
func (s *spaced) composed() (text string, place func(at int) int) {
	typed := s.b.String()
	if norm.NFC.IsNormalString(typed) {
		return typed, func(at int) int { return min(at, len(typed)) }
	}
	return norm.NFC.String(typed), func(at int) int { return len(norm.NFC.String(typed[:min(at, len(typed))])) }
}
