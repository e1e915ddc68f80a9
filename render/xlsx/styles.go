package xlsx

import (
	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// Number formats: the built-in ones by their numbers in ECMA-376, 18.8.30.
const (
	formatInteger = 1
	formatPercent = 9
	formatText    = 49 // "@": what is typed stays text
	formatDate    = "dd/mm/yyyy"
)

// styles makes the cell styles of one sheet.
func (w *Writer) styles(f *excelize.File, d *sheet.SheetDesign) (titles []int, header int, columns []int, err error) {
	for _, t := range d.Titles {
		st := w.style(t)
		st.Alignment.Vertical = "bottom"
		id, err := f.NewStyle(st)
		if err != nil {
			return nil, 0, nil, err
		}
		titles = append(titles, id)
	}
	st := w.style(d.Header)
	st.Border = borders()
	st.Alignment.Vertical = "center"
	if header, err = f.NewStyle(st); err != nil {
		return nil, 0, nil, err
	}
	for _, c := range d.Columns {
		st := w.style(c.Style)
		st.Border = borders()
		st.Alignment.Vertical = "top"
		switch c.Format {
		case sheet.FormatText:
			if c.Formula == "" { // as text a formula would stay one only until somebody edits it
				st.NumFmt = formatText
			}
		case sheet.FormatInteger:
			st.NumFmt = formatInteger
		case sheet.FormatPercent:
			st.NumFmt = formatPercent
		case sheet.FormatDate:
			st.CustomNumFmt = ptr(formatDate)
		}
		id, err := f.NewStyle(st)
		if err != nil {
			return nil, 0, nil, err
		}
		columns = append(columns, id)
	}
	return titles, header, columns, nil
}

func (w *Writer) style(s sheet.Style) *excelize.Style {
	st := &excelize.Style{
		Font:      &excelize.Font{Family: w.design.Font, Size: float64(size(s)), Bold: s.Bold, Italic: s.Italic, Color: "000000"},
		Alignment: &excelize.Alignment{WrapText: true, Horizontal: [...]string{sheet.Left: "left", sheet.Centre: "center", sheet.Right: "right"}[s.Align]},
	}
	if s.Fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
	}
	return st
}

// size returns the size of a style's font; 11 pt where it has none.
func size(s sheet.Style) sheet.PT {
	if s.Size == 0 {
		return 11
	}
	return s.Size
}

func borders() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	return all
}
