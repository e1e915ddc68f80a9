package inbox

import (
	"strconv"
	"strings"
)

// A noteReader gathers the paragraphs of a comment or of what is drawn, which
// may lie in others: who wrote it and when stands beside them.
type noteReader struct {
	depth   int  // in such
	inside  bool // a paragraph of it
	comment bool // the outermost is a comment
	text    strings.Builder
}

func (n *noteReader) open(element string) {
	if n.depth++; n.depth == 1 {
		n.comment, n.inside = element == "annotation", false
		n.text.Reset()
	}
}

func (n *noteReader) paragraph() {
	if n.inside = true; n.text.Len() > 0 {
		n.text.WriteByte('\n')
	}
}

func (n *noteReader) chars(text []byte) {
	if n.inside && n.text.Len() < 4*maxCell {
		n.text.Write(text)
	}
}

// close returns what was gathered where the outermost ends.
func (n *noteReader) close() gridNote {
	if n.depth = max(0, n.depth-1); n.depth > 0 {
		return gridNote{}
	}
	text := n.text.String()
	n.text.Reset()
	return gridNote{comment: n.comment, text: text}
}

// paragraph begins one, of a cell or of a note.
func (r *odsReader) paragraph() {
	switch {
	case r.note.depth > 0:
		r.note.paragraph()
	case r.in:
		if r.lines++; r.lines > 1 {
			r.text.WriteByte('\n')
		}
	}
}

// chars takes a text where it belongs.
func (r *odsReader) chars(text []byte) {
	switch {
	case r.note.depth > 0:
		r.note.chars(text)
	case (r.in && r.lines > 0 || r.name != "") && r.text.Len() < 4*maxCell:
		r.text.Write(text)
	}
}

// endNote keeps a comment with its cell, and what is drawn as a text box.
func (r *odsReader) endNote(n gridNote) {
	if strings.TrimSpace(n.text) == "" || len(r.grid.sheets) == 0 {
		return
	}
	if n.comment && r.in {
		n.ref = columnName(min(len(r.row), maxColumns)) + strconv.Itoa(r.number)
	}
	if !r.grid.note(n) {
		r.fault = &tooMany
	}
}
