package xlsx

import (
	"slices"
	"strings"

	"ketluan/render/sheet"
)

// A merged is a range of merged cells, which stand behind the rows in a part.
type merged struct {
	ref                      string
	left, right, top, bottom int // columns from 0, rows from 1
}

func (t *tableReader) merge(ref string) error {
	from, to, ok := strings.Cut(ref, ":")
	if !ok || t.header == 0 {
		return nil
	}
	left, ok1 := columnNumber(from)
	right, ok2 := columnNumber(to)
	m := merged{ref, left, right, rowNumber(from), rowNumber(to)}
	if ok1 && ok2 && m.left <= m.right && m.top <= m.bottom && m.bottom > t.header {
		if t.merges = append(t.merges, m); len(t.merges) > maxMerges {
			return ErrTooMany
		}
	}
	return nil
}

// settle takes away the lines to sign on and who signs there: below the last
// row with an ID, from the first that is merged across columns on, rows with
// nothing but one cell in those columns. Whatever else stands there was filled
// in by somebody. Merged cells in the table are told: only the first of them
// has a value, though programs keep those of the others and show them nowhere.
func (t *tableReader) settle() error {
	lastID := t.header
	for _, r := range t.table.Rows {
		if c := r.Cells["id"]; c != (sheet.FilledCell{}) && !isNote(c) {
			lastID = r.Number
		}
	}
	line := t.closing(lastID)
	t.table.Rows = slices.DeleteFunc(t.table.Rows, func(r sheet.FilledRow) bool { return r.Number >= line.top && t.signs(r, line) })
	t.table.Notes = slices.DeleteFunc(t.table.Notes, func(n sheet.FilledNote) bool {
		col, _ := columnNumber(n.Ref)
		return n.Row >= line.top && col >= line.left && col <= line.right && isName(n.Text)
	})
	for _, m := range t.merges {
		if m.top <= lastID && m.top < line.top && slices.ContainsFunc(t.fields[min(m.left, maxColumns):min(m.right+1, maxColumns)], func(field string) bool { return field != "" }) {
			t.table.Merged = append(t.table.Merged, m.ref)
			if err := t.cover(m); err != nil {
				return err
			}
		}
	}
	return nil
}

// closing returns where the lines to sign on begin, below the last row with an
// ID: the first cells that are merged across columns, or a row with nothing but
// texts that the workbook had, which programs have moved without the merging.
func (t *tableReader) closing(lastID int) merged {
	line := merged{top: 1 << 30}
	for _, m := range t.merges {
		if m.top > lastID && m.top == m.bottom && m.left < m.right && m.top < line.top {
			line = m
		}
	}
	for _, r := range t.table.Rows {
		if r.Number <= lastID || r.Number >= line.top {
			continue
		}
		if left := t.allOwn(r); left < maxColumns {
			return merged{top: r.Number, bottom: r.Number, left: left, right: maxColumns}
		}
	}
	return line
}

// allOwn returns the first column of a row that has nothing but texts that the
// workbook had, maxColumns where it has others.
func (t *tableReader) allOwn(r sheet.FilledRow) int {
	left := maxColumns
	for _, c := range r.Cells {
		if !t.own[foldHeader(c.Text)] {
			return maxColumns
		}
		col, _ := columnNumber(c.Ref)
		left = min(left, col)
	}
	return left
}

// signs reports a row that has nothing but one cell in the columns of a line,
// and in it what may be the name of who signs; what is longer is a note.
func (t *tableReader) signs(r sheet.FilledRow, line merged) bool {
	if t.allOwn(r) < maxColumns {
		return true
	}
	if len(r.Cells) != 1 {
		return false
	}
	for _, c := range r.Cells {
		col, _ := columnNumber(c.Ref)
		if col < line.left || col > line.right {
			return false
		}
		if c.Kind == sheet.FilledText && !isName(c.Text) {
			t.note(sheet.FilledNote{Ref: c.Ref, Row: r.Number, Text: c.Text})
		}
	}
	return true
}

// isNote reports whether what stands in the column of the IDs is words.
func isNote(c sheet.FilledCell) bool {
	return c.Kind == sheet.FilledText && len(strings.Fields(c.Text)) > 1
}

// isName reports whether a text is as short as names with their titles are.
func isName(s string) bool { return len(strings.Fields(s)) <= 8 && !strings.Contains(s, ":") }

// maxCovered is how many rows merged cells may cover, which do not overlap in
// any workbook that a program wrote.
const maxCovered = 1_000_000

// cover takes away what stands in merged cells and is not shown.
func (t *tableReader) cover(m merged) error {
	rows := t.table.Rows
	first, _ := slices.BinarySearchFunc(rows, m.top, func(r sheet.FilledRow, top int) int { return r.Number - top })
	for i := first; i < len(rows) && rows[i].Number <= m.bottom; i++ {
		if t.covered++; t.covered > maxCovered {
			return ErrTooMany
		}
		for field, c := range rows[i].Cells {
			col, _ := columnNumber(c.Ref)
			if col >= m.left && col <= m.right && (rows[i].Number > m.top || col > m.left) {
				t.table.Covered = append(t.table.Covered, c)
				delete(rows[i].Cells, field)
			}
		}
	}
	return nil
}
