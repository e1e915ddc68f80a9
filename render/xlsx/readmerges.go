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

// settle takes away what stands below the table, as the lines to sign on: from
// the first row on, behind the last with an ID, that is merged across columns.
// Merged cells in the table are told: only the first of them has a value.
func (t *tableReader) settle() {
	hasID := func(r sheet.FilledRow) bool { return r.Cells["id"] != (sheet.FilledCell{}) }
	lastID := t.header
	for _, r := range t.table.Rows {
		if hasID(r) {
			lastID = r.Number
		}
	}
	end := 1 << 30
	for _, m := range t.merges {
		if m.top > lastID && m.top == m.bottom && m.left < m.right {
			end = min(end, m.top)
		}
	}
	t.table.Rows = slices.DeleteFunc(t.table.Rows, func(r sheet.FilledRow) bool { return r.Number >= end && r.Number > lastID })
	for _, m := range t.merges {
		if m.top <= lastID && m.top < end && slices.ContainsFunc(t.fields[min(m.left, maxColumns):min(m.right+1, maxColumns)], func(field string) bool { return field != "" }) {
			t.table.Merged = append(t.table.Merged, m.ref)
		}
	}
}
