package amend

import (
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/deadline"
)

// rowsOf makes an item of each row of a table; nil where the text is none: a label
// with a tab behind it is how Word gives the items of a list. Columns are what a
// person has said they are. Unread is a table of which that is not known.
func (k Knowledge) rowsOf(text string, columns []string) (all []*pasted, unread bool) {
	if !strings.Contains(text, "\t") {
		return nil, false
	}
	rows := slices.DeleteFunc(cellsOf(text), func(row []string) bool { return strings.TrimSpace(strings.Join(row, "")) == "" })
	if len(rows) == 0 || !slices.ContainsFunc(rows, func(row []string) bool { return !isListed(row) }) {
		return nil, false
	}
	titles := []string{}
	fields, isHeader := columnsOf(rows[0])
	switch {
	case slices.Contains(columns, "text"):
		if fields = columns; slices.Contains(columns, "titles") {
			titles, rows = rows[0], rows[1:]
		}
	case isHeader:
		titles, rows = rows[0], rows[1:]
	default:
		if fields = k.columnsBy(rows); fields == nil {
			return joinedRows(rows), true
		}
	}
	for _, row := range rows {
		all = append(all, k.row(row, fields, titles))
	}
	return all, false
}

// joinedRows puts the cells of each row one behind the other.
func joinedRows(rows [][]string) (all []*pasted) {
	numbered := areNumbered(rows)
	for i, row := range rows {
		it := &pasted{}
		if numbered {
			it.label, it.shape, row = rows[i][0], shapeOf(rows[i][0]+"."), row[1:]
			it.label += "."
		}
		for _, cell := range row {
			it.also("", cell)
		}
		it.whole("; ")
		all = append(all, it)
	}
	return all
}

// someDay is one from which days without a year are counted, to see that they are.
var someDay = calendar.Date{Year: 2026, Month: 1, Day: 1}

// columnsBy finds the columns of a table that has no titles by what stands in them:
// nothing but units, nothing but days, 1, 2, 3. It is sure where one column is left for
// the texts; nil is not.
func (k Knowledge) columnsBy(rows [][]string) []string {
	fields, left := make([]string, len(rows[0])), []int{}
	known := 0
	for i := range fields {
		var cells []string
		for _, row := range rows {
			if len(row) != len(fields) {
				return nil
			}
			if cell := strings.TrimSpace(row[i]); cell != "" {
				cells = append(cells, cell)
			}
		}
		unit := func(cell string) bool { return k.names(cell) == nil }
		day := func(cell string) bool {
			return len(cell) > 60 || deadline.Read(cell, deadline.Setting{Meeting: someDay}).Day.IsZero() || !isDeadline(cell)
		}
		switch {
		case i == 0 && areNumbered(rows):
			fields[i] = "label"
		case 2*len(cells) < len(rows):
			left = append(left, i)
		case !slices.ContainsFunc(cells, unit) && !slices.Contains(fields, "partners"):
			if fields[i] = "lead"; slices.Contains(fields[:i], "lead") {
				fields[i] = "partners"
			}
			known++
		case !slices.ContainsFunc(cells, day) && !slices.Contains(fields, "deadline"):
			fields[i] = "deadline"
			known++
		default:
			left = append(left, i)
		}
	}
	if len(left) != 1 || known == 0 {
		return nil
	}
	fields[left[0]] = "text"
	return fields
}
