package report

import (
	"ketluan/render/calendar"
	"ketluan/render/sheet"
)

// IsDay reports whether the values of f are days.
func (f Field) IsDay() bool {
	_, ok := f.Kind.(ofDays)
	return ok
}

// CellOf returns a value as the cell of a workbook has it; nothing said is a
// cell to be filled in.
func CellOf(v Value) sheet.Cell {
	switch v := v.(type) {
	case nil:
		return sheet.Blank{}
	case Percent:
		return sheet.Number(float64(v) / 100)
	case Day:
		return sheet.Date(calendar.Date(v))
	default:
		return sheet.Text(v.Shown())
	}
}
