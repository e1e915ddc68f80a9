package intake

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/docx/read"
	"ketluan/render/problem"
)

// FromWord returns the lines of a Word file, with all changes accepted.
func FromWord(f *read.File) Source {
	w := &wordLines{}
	w.blocks(f.Blocks, Whole)
	s := Source{Lines: w.lines}
	note := func(n int, vi, en string) {
		if n > 0 {
			s.Notes = append(s.Notes, problem.Textf(vi, en, n))
		}
	}
	note(w.changes, "%d chỗ sửa có theo dõi: lấy chữ thêm, bỏ chữ xóa", "tracked changes: %d; what was added is taken, what was deleted is not")
	note(len(f.Comments), "%d ghi chú bên lề không vào bản ghi", "comments beside the text, which are not in the record: %d")
	note(w.pictures, "%d hình không đọc được chữ", "pictures, whose words are not read: %d")
	note(f.Notes, "%d chú thích cuối trang không vào bản ghi", "footnotes, which are not in the record: %d")
	for _, u := range f.Unread {
		s.Notes = append(s.Notes, problem.Textf("có phần %s không đọc", "a part %s is not read", u))
	}
	return s
}

// wordLines gathers the lines of blocks.
type wordLines struct {
	lines             []Line
	pending           []read.Run // of a paragraph whose end was deleted
	changes, pictures int
}

func (w *wordLines) blocks(blocks []read.Block, side Side) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *read.Paragraph:
			w.paragraph(b, side)
		case *read.Table:
			w.table(b, side)
		}
	}
}

func (w *wordLines) paragraph(p *read.Paragraph, side Side) {
	for _, box := range p.Boxes {
		w.blocks(box, side)
	}
	w.pictures += p.Pictures
	runs := p.Runs
	for _, r := range runs {
		if r.Change != nil {
			w.changes++
		}
	}
	if len(w.pending) > 0 {
		runs = append(w.pending, runs...)
		w.pending = nil
	}
	if p.Mark != nil && p.Mark.Deleted {
		w.pending = runs
		return
	}
	centred := p.Align == read.Centre
	label := p.Label
	b := &lineMaker{}
	end := func() {
		if l := b.line(); l.Text != "" || label != "" {
			l.At, l.Label, l.Centred, l.Side = Place{Paragraph: p.Number}, label, centred, side
			w.lines = append(w.lines, l)
			label = ""
		}
		b = &lineMaker{}
	}
	for _, r := range runs {
		if r.Change != nil && r.Change.Deleted {
			continue
		}
		text := r.Text
		if r.Caps {
			text = strings.ToUpper(text)
		}
		for i, piece := range strings.Split(text, "\n") {
			if i > 0 {
				end()
			}
			b.add(piece, r.Bold, r.Italic)
		}
	}
	end()
}

// table takes one that sets a head or a foot as columns of lines, any other as
// rows.
func (w *wordLines) table(t *read.Table, side Side) {
	var all []Line
	rows := make([][][]Line, len(t.Rows)) // of each cell
	columns := 0
	for i, row := range t.Rows {
		columns = max(columns, len(row.Cells))
		for k, c := range row.Cells {
			in := &wordLines{}
			in.blocks(c.Blocks, sideOf(k, len(row.Cells), side))
			rows[i] = append(rows[i], in.lines)
			all = append(all, in.lines...)
			w.changes += in.changes
			w.pictures += in.pictures
		}
	}
	if columns < 2 || len(all) == 0 || isFrame(all) {
		w.lines = append(w.lines, all...)
		return
	}
	l := Line{At: all[0].At, Side: side}
	for i, row := range rows {
		if c := t.Rows[i].Change; c != nil && c.Deleted {
			continue
		}
		cells := make([]string, columns)
		for k, lines := range row {
			cells[k] = inOne(lines)
		}
		l.Rows = append(l.Rows, cells)
	}
	l.Text = inOne(all)
	w.lines = append(w.lines, l)
}

// inOne joins the lines of a cell.
func inOne(lines []Line) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, strings.TrimSpace(l.Label+" "+l.Text))
	}
	return strings.Join(texts, " ")
}

// sideOf is where a cell stands in its row.
func sideOf(i, n int, around Side) Side {
	switch {
	case n < 2:
		return around
	case 2*i < n-1 || i == 0:
		return LeftSide
	}
	return RightSide
}

// A lineMaker makes a line of pieces in their looks.
type lineMaker struct {
	text, raw strings.Builder
	spans     []Span
	space     bool // is due before the next letter
}

func (b *lineMaker) add(s string, bold, italic bool) {
	b.raw.WriteString(s)
	from := -1
	for _, c := range norm.NFC.String(s) {
		switch {
		case unicode.IsSpace(c) || c == '\u00A0':
			b.space = b.text.Len() > 0
			continue
		case c == '\u200B' || c == '\uFEFF' || c == '\u00AD' || c == '\u2060' || unicode.Is(unicode.Bidi_Control, c) || unicode.IsControl(c):
			continue
		case c == '\u2011' || c == '\u2010':
			c = '-'
		}
		if b.space {
			b.text.WriteByte(' ')
			b.space = false
		}
		if from < 0 {
			from = b.text.Len()
		}
		b.text.WriteRune(c)
	}
	if from < 0 || !bold && !italic {
		return
	}
	to := b.text.Len()
	if n := len(b.spans); n > 0 && b.spans[n-1].Bold == bold && b.spans[n-1].Italic == italic && strings.TrimSpace(b.text.String()[b.spans[n-1].To:from]) == "" {
		b.spans[n-1].To = to
		return
	}
	b.spans = append(b.spans, Span{from, to, bold, italic})
}

func (b *lineMaker) line() Line {
	l := Line{Text: b.text.String(), Raw: b.raw.String(), Spans: b.spans}
	if composed := norm.NFC.String(l.Text); composed != l.Text { // a mark in a run of its own
		l.Text, l.Spans = composed, nil
	}
	bold := 0
	for _, s := range l.Spans {
		if s.Bold {
			bold += s.To - s.From
		}
	}
	l.Bold = bold > 0 && bold >= len(l.Text)-strings.Count(l.Text, " ")
	return l
}

// shown is the beginning of a text for comments.
func shown(s string) string {
	if r := []rune(s); len(r) > 100 {
		return fmt.Sprintf("%q", string(r[:100])+"…")
	}
	return fmt.Sprintf("%q", s)
}
