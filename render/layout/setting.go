package layout

import "ketluan/render/doc"

// A Setting is what layout decides of a document, for programs that place lines
// and pages themselves and are to come to the same.
type Setting struct {
	Given Given
	Tail  int // lines of text that stand on the page of the signature at least

	paragraphs map[*doc.Paragraph]*Lines
	chosen     map[*doc.Fit]int
	widths     map[doc.Block][]doc.MM
	parted     map[*doc.Paragraph]bool
}

// Lines are those of a paragraph.
type Lines struct {
	Text        string // of the spans, with a space in place of each line separator
	Words       []Word
	Ends        []int  // the words that lines end before, the last that of the text
	First, Rest doc.MM // what the first line has, and each other
	Hang        doc.MM // where the lines after the first begin
}

// A Word is text that stands on one line, with the spaces after it.
type Word struct {
	From, To int    // in the text, in bytes, without the spaces
	Width    doc.MM // natural
	Space    doc.MM // natural; 0 where a line may end without one
	Glued    bool   // to the next: no line ends with it unless it would gape
	Ends     bool   // a line does, as it was typed
}

// Measure returns what a line has, counted from 0.
func (l *Lines) Measure(line int) doc.MM {
	if line == 0 {
		return l.First
	}
	return l.Rest
}

// Set lays d out as Pages does. The only error is an *UnprintableError.
func Set(d *doc.Document, m Measurer) (*Setting, error) {
	setting := &Setting{
		paragraphs: map[*doc.Paragraph]*Lines{}, chosen: map[*doc.Fit]int{}, widths: map[doc.Block][]doc.MM{}, parted: map[*doc.Paragraph]bool{},
	}
	s := &setter{measurer: m, page: d.Page, compounds: d.Compounds, setting: setting}
	strips := s.blocks(d.Blocks, d.Page.TextWidth(), &Element{Role: RoleDocument})
	if s.err != nil {
		return nil, s.err
	}
	setting.Given = give(d, strips)
	if sign := signatureAt(strips); sign >= 0 {
		setting.Tail = strips[sign].tail
	}
	setting.part(strips, d.Page.TextHeight())
	return setting, nil
}

// part finds the paragraphs that go on to another page because theirs is full.
func (s *Setting) part(strips []strip, height doc.MM) {
	for from := 0; from < len(strips); {
		to := pageEnd(strips, from, height, from > 0, slack{})
		if to < len(strips) && strips[to].nth > 0 {
			room := height
			for i, st := range strips[from:min(to+minLines, len(strips))] {
				room -= st.height
				if i > 0 || from == 0 {
					room -= st.before
				}
			}
			s.parted[strips[to].paragraph] = room < tolerance
		}
		from = to
	}
}

// Parted reports a paragraph that goes on to another page because its own is full.
func (s *Setting) Parted(p *doc.Paragraph) bool { return s.parted[p] }

// Lines returns those of a paragraph that is not empty.
func (s *Setting) Lines(p *doc.Paragraph) *Lines { return s.paragraphs[p] }

// Chosen returns the variant that was taken.
func (s *Setting) Chosen(f *doc.Fit) []doc.Block { return f.Variants[s.chosen[f]] }

// Widths returns those of the columns of a *doc.Columns or *doc.Table.
func (s *Setting) Widths(b doc.Block) []doc.MM { return s.widths[b] }

// Spacing returns the leading, in single lines, and the space above of a
// paragraph that stands in no column.
func (s *Setting) Spacing(d *doc.Document, st doc.Style) (leading float64, before doc.PT) {
	if st.Leading == 0 {
		return 1, st.Before
	}
	if d.Spacing == nil {
		return st.Leading, st.Before
	}
	sl := slack{s.Given, d.Spacing}
	of := strip{leading: st.Leading, before: st.Before.MM(), em: 1}
	return sl.leading(&of), sl.before(&of).PT()
}

// remember returns the words of a paragraph, before they are weighed, and its
// measures; nil where nobody wants to know.
func (s *setter) remember(m measure, hang doc.MM) *Lines {
	if s.setting == nil {
		return nil
	}
	l := &Lines{Text: string(s.text), Words: make([]Word, len(s.words)), First: m.first, Rest: m.rest, Hang: hang}
	for i, w := range s.words {
		l.Words[i] = Word{w.from, w.to, w.width, w.space, w.spaces > 0 && w.penalty >= gluePenalty, w.ends}
	}
	return l
}

func (s *setter) rememberWidths(b doc.Block, widths []doc.MM) {
	if s.setting != nil {
		s.setting.widths[b] = widths
	}
}
