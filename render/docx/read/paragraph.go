package read

import (
	"cmp"
	"slices"
	"strings"
)

// unended is the end of a bookmark that has not ended yet.
const unended = -1

// paragraph reads a paragraph.
func (r *reader) paragraph(w *walker) *Paragraph {
	if r.paragraphs++; r.paragraphs > maxParagraphs {
		r.fail(ErrTooMuch)
	}
	p := &Paragraph{Number: r.paragraphs}
	for id, b := range r.bookmarks {
		r.bookmarks[id] = spot{b.name, p, len(p.Bookmarks)}
		p.Bookmarks = append(p.Bookmarks, Bookmark{Name: b.name, To: unended})
	}
	for id := range r.remarks {
		p.Comments = append(p.Comments, id)
	}
	in := &inline{reader: r, walker: w, p: p}
	in.whole = r.styles.of(r.styles.paragraph).over(r.styles.defaults)
	in.settled = false
	w.each(in.visit)
	in.settle()
	for i := range p.Bookmarks {
		if p.Bookmarks[i].To == unended {
			p.Bookmarks[i].To = p.length
		}
	}
	slices.SortFunc(p.Bookmarks, func(a, b Bookmark) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Name, b.Name)) })
	slices.Sort(p.Comments)
	if r.marks += len(p.Bookmarks) + len(p.Comments); r.marks > maxMarks {
		r.fail(ErrTooMuch)
	}
	return p
}

// An inline reads what stands in one paragraph.
type inline struct {
	*reader
	*walker
	p       *Paragraph
	whole   look // of the paragraph
	settled bool
	change  *Change
	control string
}

// settle gives the paragraph its look and its label, once its properties are
// known.
func (in *inline) settle() {
	if in.settled {
		return
	}
	in.settled = true
	if a := in.whole.align; a != nil {
		in.p.Align = *a
	}
	if in.whole.left != nil {
		in.p.Left, in.p.First = *in.whole.left, *in.whole.first
	}
	if in.whole.list != "" && in.whole.list != "0" {
		if in.whole.level != nil {
			in.p.Level = *in.whole.level
		}
		if in.p.Mark == nil || !in.p.Mark.Deleted {
			in.p.Label = in.numbering.label(in.whole.list, in.p.Level)
		}
	}
}

// visit reads one element within a paragraph.
func (in *inline) visit(e element) bool {
	switch {
	case e.is("pPr"):
		in.properties(&in.whole)
		return true
	case e.is("r"):
		in.settle()
		in.run()
	case e.is("ins", "del", "moveTo", "moveFrom"):
		outer := in.change
		if outer == nil || !outer.Deleted { // what is deleted in what was inserted is deleted
			in.change = changeOf(e)
		}
		in.each(in.visit)
		in.change = outer
	case e.is("sdt"):
		outer := in.control
		in.each(func(e element) bool {
			if e.is("sdtPr") {
				in.each(func(e element) bool {
					if e.is("tag") {
						in.control = e.val()
					}
					return false
				})
				return true
			}
			return in.visit(e)
		})
		in.control = outer
	case e.is("hyperlink", "smartTag", "fldSimple", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase"), e.name == "AlternateContent", e.name == "Choice":
		in.each(in.visit)
	case e.is("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
		in.mark(e, in.p)
		return false
	default:
		return false
	}
	return true
}

// properties reads those of the paragraph.
func (in *inline) properties(whole *look) {
	var own look
	in.each(func(e element) bool {
		switch {
		case e.is("pStyle"):
			in.p.Style = e.val()
			*whole = in.styles.of(in.p.Style).over(in.styles.defaults)
			return false
		case e.is("pageBreakBefore"):
			in.p.PageBefore = e.on()
			return false
		case e.is("sectPr"):
			in.section(in.walker)
			return true
		case e.is("rPr"):
			in.each(func(e element) bool {
				if e.is("ins", "del", "moveFrom", "moveTo") {
					in.p.Mark = changeOf(e)
				}
				return false
			})
			return true
		}
		return in.paragraphProperty(e, &own)
	})
	*whole = own.over(*whole)
}

// run reads a run. What is hidden is no text.
func (in *inline) run() {
	l := in.whole
	var text strings.Builder
	in.each(func(e element) bool {
		if e.is("rPr") {
			var own, named look
			in.each(func(e element) bool {
				if e.is("rStyle") {
					named = in.styles.of(e.val())
				}
				runProperty(e, &own)
				return false
			})
			l = own.over(named.over(in.whole))
			return true
		}
		return in.content(e, &text)
	})
	if text.Len() == 0 || said(l.hidden) {
		return
	}
	if in.change == nil || !in.change.Deleted {
		in.p.length += text.Len()
	}
	in.p.Runs = append(in.p.Runs, Run{
		Text: text.String(), Bold: said(l.bold), Italic: said(l.italic), Underline: said(l.underline), Caps: said(l.caps), Struck: said(l.struck),
		Size: l.size, Change: in.change, Control: in.control,
	})
}

// content reads what stands in a run.
func (in *inline) content(e element, text *strings.Builder) bool {
	switch {
	case e.is("t", "delText"):
		text.WriteString(in.walker.text())
		return true
	case e.is("tab", "ptab"):
		text.WriteByte('\t')
	case e.is("br"):
		if kind := e.plain("type"); kind == "" || kind == "textWrapping" {
			text.WriteByte('\n')
		}
	case e.is("cr"):
		text.WriteByte('\n')
	case e.is("noBreakHyphen"):
		text.WriteRune('\u2011')
	case e.is("sym"):
		text.WriteRune('\uFFFD') // a sign of a font of symbols
	case e.is("footnoteReference", "endnoteReference"):
		in.file.Notes++
	case e.is("drawing", "pict", "object"), e.name == "AlternateContent":
		in.drawing(e)
		return true
	}
	return false
}

// drawing takes the text boxes of a drawing, or counts it as a picture. Of
// alternatives the first is taken.
func (in *inline) drawing(e element) {
	boxes, picture := len(in.p.Boxes), e.is("object")
	var find func(e element) bool
	find = func(e element) bool {
		switch {
		case e.is("txbxContent"):
			in.p.Boxes = append(in.p.Boxes, in.reader.blocks(in.walker))
			return true
		case e.name == "Fallback":
			return false
		case e.name == "blip", e.name == "imagedata":
			picture = true
			return false
		}
		in.each(find)
		return true
	}
	in.each(find)
	if picture && boxes == len(in.p.Boxes) {
		in.p.Pictures++
	}
}

// mark opens or ends the range of a bookmark or a comment.
func (r *reader) mark(e element, p *Paragraph) {
	id := e.plain("id")
	switch e.name {
	case "bookmarkStart":
		if r.marks++; r.marks > maxMarks {
			r.fail(ErrTooMuch)
			return
		}
		b := spot{name: e.plain("name"), in: p}
		if p != nil {
			b.at = len(p.Bookmarks)
			p.Bookmarks = append(p.Bookmarks, Bookmark{Name: b.name, From: p.length, To: unended})
		}
		r.bookmarks[id] = b
	case "bookmarkEnd":
		if b, ok := r.bookmarks[id]; ok && p != nil && b.in == p {
			p.Bookmarks[b.at].To = p.length
		}
		delete(r.bookmarks, id)
	case "commentRangeStart":
		r.remarks[id] = true
		if p != nil {
			p.Comments = append(p.Comments, id)
		}
	case "commentRangeEnd":
		delete(r.remarks, id)
	}
}
