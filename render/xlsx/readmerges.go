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
// has a value.
func (t *tableReader) settle() {
	lastID := t.header
	for _, r := range t.table.Rows {
		if r.Cells["id"] != (sheet.FilledCell{}) {
			lastID = r.Number
		}
	}
	line := merged{top: 1 << 30}
	for _, m := range t.merges {
		if m.top > lastID && m.top == m.bottom && m.left < m.right && m.top < line.top {
			line = m
		}
	}
	t.table.Rows = slices.DeleteFunc(t.table.Rows, func(r sheet.FilledRow) bool { return r.Number >= line.top && signs(r, line) })
	for _, m := range t.merges {
		if m.top <= lastID && m.top < line.top && slices.ContainsFunc(t.fields[min(m.left, maxColumns):min(m.right+1, maxColumns)], func(field string) bool { return field != "" }) {
			t.table.Merged = append(t.table.Merged, m.ref)
		}
	}
}

// signs reports a row that has nothing but one cell in the columns of a line.
func signs(r sheet.FilledRow, line merged) bool {
	for _, c := range r.Cells {
		col, _ := columnNumber(c.Ref)
		return len(r.Cells) == 1 && col >= line.left && col <= line.right
	}
	return false
}
