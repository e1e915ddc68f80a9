package xlsx

import (
	"cmp"
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ketluan/render/sheet"
)

// What somebody wrote that is in none of the columns is kept too: a column that
// was added, a text beside or below the table, a comment on a cell, a text box.

// maxNotes are those kept of a table; the others are counted.
const maxNotes = 1000

// An other is a column that carries nothing back.
type other struct {
	header string // "" has none
	own    bool   // was there when the workbook was sent
}

// findOthers keeps the headers of the columns that carry nothing back.
func (t *tableReader) findOthers() {
	t.others = make([]other, maxColumns)
	for col, c := range t.row {
		if col < maxColumns && t.fields[col] == "" && c.Kind == sheet.FilledText && len(c.Text) <= maxHeader {
			folded := foldHeader(c.Text)
			t.others[col] = other{strings.TrimSpace(c.Text), t.own[folded] || t.headers[folded] != ""} // a second one is told
		}
	}
}

// notes keeps what the row that ends has beside what carries something back. In
// columns that the workbook had it is what was sent, but in a row without an ID,
// where it was sent only if it is a text of the workbook's own.
func (t *tableReader) notes() error {
	id := slices.Index(t.fields, "id")
	_, isTask := t.row[id]
	for _, col := range slices.Sorted(maps.Keys(t.row)) {
		c := t.row[col]
		if t.fields[col] != "" || c.Kind != sheet.FilledText && c.Kind != sheet.FilledNumber {
			continue
		}
		in := t.others[col]
		if in.own && (isTask || c.Kind == sheet.FilledNumber) || t.isOwn(c.Text) {
			continue
		}
		n := sheet.FilledNote{Ref: c.Ref, Row: t.number, Header: in.header, Text: c.Text}
		if in.own {
			n.Header = ""
		}
		if c.Kind == sheet.FilledNumber {
			n.Text = strconv.FormatFloat(c.Number, 'f', -1, 64)
		}
		t.note(n)
		if t.pack.taken += len(c.Text); t.pack.taken > maxTaken {
			return ErrTooMany
		}
	}
	return nil
}

// cutShort is how long the texts are that programs cut off where they write what
// an old .xls holds, in characters: 255, less what a space at the end may be.
const cutShort = 250

// isOwn reports a text of the template, or the beginning of one.
func (t *tableReader) isOwn(text string) bool {
	folded := foldHeader(text)
	if t.own[folded] {
		return true
	}
	if n := utf8.RuneCountInString(text); n < cutShort || n > 255 {
		return false
	}
	for own := range t.own {
		if strings.HasPrefix(own, folded) {
			return true
		}
	}
	return false
}

func (t *tableReader) note(n sheet.FilledNote) {
	if len(t.table.Notes) == maxNotes {
		t.table.Unkept++
		return
	}
	t.table.Notes = append(t.table.Notes, n)
}

func (t *tableReader) sortNotes() {
	slices.SortStableFunc(t.table.Notes, func(a, b sheet.FilledNote) int { return cmp.Compare(a.Row, b.Row) })
}

// attached reads what hangs on the sheet: comments on cells, also those that
// answer each other, and text boxes.
func (t *tableReader) attached(part string) error {
	relations, err := t.pack.relations(part)
	if err != nil {
		return err
	}
	var threads, comments, boxes []string
	for _, r := range relations {
		switch r.kind {
		case "threadedComment":
			threads = append(threads, r.target)
		case "comments":
			comments = append(comments, r.target)
		case "drawing":
			boxes = append(boxes, r.target)
		}
	}
	talked := map[string]bool{} // cells whose comment only says that there are such
	for _, parts := range []struct {
		names []string
		of    string // the element that is a comment or a box
	}{{threads, "threadedComment"}, {comments, "comment"}, {boxes, "sp"}} {
		slices.Sort(parts.names)
		for _, name := range parts.names {
			err := t.pack.pieces(name, parts.of, func(ref, text string) error {
				if parts.of == "comment" && talked[ref] {
					return nil
				}
				talked[ref] = talked[ref] || parts.of == "threadedComment"
				t.note(sheet.FilledNote{Ref: ref, Row: rowNumber(ref), Comment: ref != "", Text: text})
				if t.pack.taken += len(text); t.pack.taken > maxTaken {
					return ErrTooMany
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// pieces tells the texts in elements of a part, and the cells that they are of.
func (p *pack) pieces(part, of string, tell func(ref, text string) error) error {
	in, ref := false, ""
	var text []byte
	var leaf string
	return p.walk(part, func(start *xml.StartElement, end string, chars []byte) error {
		switch {
		case start != nil && start.Name.Local == of:
			in, ref, text, leaf = true, attribute(start, "ref"), text[:0], ""
		case start != nil:
			leaf = start.Name.Local
			if leaf == "p" && len(text) > 0 {
				text = append(text, '\n')
			}
		case end == of:
			in = false
			if said := strings.TrimSpace(decoded(string(text))); said != "" {
				return tell(strings.ReplaceAll(ref, "$", ""), said)
			}
		case end != "":
			leaf = ""
		case in && (leaf == "t" || leaf == "text"):
			return gather(&text, chars)
		}
		return nil
	})
}
