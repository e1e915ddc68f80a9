package read

import "slices"

// blocks reads the blocks of the element that the walk is in.
func (r *reader) blocks(w *walker) []Block {
	var all []Block
	w.each(func(e element) bool { return r.block(w, e, &all) })
	return all
}

// block reads one block, or those within what only wraps them.
func (r *reader) block(w *walker, e element, into *[]Block) bool {
	switch {
	case e.is("p"):
		*into = append(*into, r.paragraph(w))
	case e.is("tbl"):
		*into = append(*into, r.table(w))
	case e.is("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"), e.name == "AlternateContent", e.name == "Choice":
		w.each(func(e element) bool { return r.block(w, e, into) })
	case e.is("sectPr"):
		r.section(w)
	case e.is("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
		r.mark(e, nil)
		return false
	case e.is("altChunk"):
		r.unread(e.name)
		return false
	default:
		return false
	}
	return true
}

func (r *reader) unread(what string) {
	if !slices.Contains(r.file.Unread, what) {
		r.file.Unread = append(r.file.Unread, what)
	}
}

// table reads a table.
func (r *reader) table(w *walker) *Table {
	t := &Table{}
	var row func(e element) bool
	row = func(e element) bool {
		switch {
		case e.is("tr"):
			t.Rows = append(t.Rows, r.row(w))
		case e.is("sdt", "sdtContent", "customXml", "ins", "del"):
			w.each(row)
		default:
			return false
		}
		return true
	}
	w.each(row)
	return t
}

func (r *reader) row(w *walker) Row {
	var out Row
	var cell func(e element) bool
	cell = func(e element) bool {
		switch {
		case e.is("tc"):
			out.Cells = append(out.Cells, r.cell(w))
		case e.is("sdt", "sdtContent", "customXml"):
			w.each(cell)
		case e.is("trPr"):
			w.each(func(e element) bool {
				if e.is("ins", "del") {
					out.Change = changeOf(e)
				}
				return false
			})
		default:
			return false
		}
		return true
	}
	w.each(cell)
	return out
}

func (r *reader) cell(w *walker) Cell {
	out := Cell{Span: 1}
	w.each(func(e element) bool {
		if !e.is("tcPr") {
			return r.block(w, e, &out.Blocks)
		}
		w.each(func(e element) bool {
			switch {
			case e.is("gridSpan"):
				n, _ := e.number("val")
				out.Span = min(max(n, 1), 100)
			case e.is("vMerge"):
				out.Merged = e.val() != "restart"
			}
			return false
		})
		return true
	})
	return out
}

func changeOf(e element) *Change {
	return &Change{
		Deleted: e.is("del", "moveFrom"), Moved: e.is("moveFrom", "moveTo"),
		Author: e.plain("author"), Date: e.plain("date"),
	}
}

// A reference is a head or a foot that a section names.
type reference struct {
	foot     bool
	kind, id string
}

// section takes the heads and feet of a section.
func (r *reader) section(w *walker) {
	w.each(func(e element) bool {
		if e.is("headerReference", "footerReference") && len(r.references) < 100 {
			r.references = append(r.references, reference{e.name == "footerReference", e.plain("type"), e.plain("id")})
		}
		return false
	})
}

// margins reads the heads and feet that sections name, each once.
func (r *reader) margins(related map[string][]byte) {
	for i, ref := range r.references {
		src := related["#"+ref.id]
		if src == nil || slices.ContainsFunc(r.references[:i], func(o reference) bool { return o.id == ref.id }) {
			continue
		}
		part := Part{Kind: ref.kind}
		before := r.paragraphs
		w := r.walk(src)
		w.root(func(e element) bool { return r.block(w, e, &part.Blocks) })
		r.paragraphs = before // they are not counted among those of the body
		if ref.foot {
			r.file.Footers = append(r.file.Footers, part)
		} else {
			r.file.Headers = append(r.file.Headers, part)
		}
	}
}

// comments reads the remarks beside the text.
func (r *reader) comments(src []byte) {
	w := r.walk(src)
	w.root(func(e element) bool {
		if !e.is("comment") {
			return false
		}
		c := Comment{ID: e.plain("id"), Author: e.plain("author"), Date: e.plain("date")}
		before := r.paragraphs
		for i, b := range r.blocks(w) {
			if p, ok := b.(*Paragraph); ok {
				if i > 0 {
					c.Text += "\n"
				}
				c.Text += p.Text()
			}
		}
		r.paragraphs = before
		r.file.Comments = append(r.file.Comments, c)
		return true
	})
}
