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

// cellStyles are the numbers of one sheet's cell styles.
type cellStyles struct {
	titles, closings []int
	header, section  int

	// One for each column: of its cells, of those that are not to be filled in,
	// and of its total.
	columns, closed, totals []int
}

// styles makes the cell styles of one sheet.
func (w *Writer) styles(f *excelize.File, d *sheet.SheetDesign) (s cellStyles, err error) {
	add := func(st *excelize.Style) (id int) {
		if err == nil {
			id, err = f.NewStyle(st)
		}
		return id
	}
	for _, t := range d.Titles {
		s.titles = append(s.titles, add(w.lineStyle(t.Style)))
	}
	for _, c := range d.Closings {
		s.closings = append(s.closings, add(w.lineStyle(c.Style)))
	}
	header := w.style(d.Header)
	header.Border = borders()
	header.Alignment.Vertical = "center"
	s.header = add(header)
	section := w.style(d.Section)
	section.Alignment.WrapText = false // it runs over the empty cells beside it
	section.Border = borders()[1:]     // no line between its cells
	section.Border = []excelize.Border{section.Border[0], section.Border[2]}
	s.section = add(section)
	for _, c := range d.Columns {
		s.columns = append(s.columns, add(w.columnStyle(c, c.Style, c.Input != nil)))
		closed := c.Style
		closed.Fill = d.Closed
		s.closed = append(s.closed, add(w.columnStyle(c, closed, false)))
		total := d.Total
		total.Align = c.Style.Align
		s.totals = append(s.totals, add(w.columnStyle(c, total, false)))
	}
	return s, err
}

// lineStyle is that of a line above or below the table.
func (w *Writer) lineStyle(s sheet.Style) *excelize.Style {
	st := w.style(s)
	st.Alignment.Vertical = "center" // at the top of a row LibreOffice cuts the marks off capitals
	if s.Before > 0 {
		st.Alignment.Vertical = "bottom"
	}
	if s.Boxed {
		st.Alignment.Vertical = "center"
		st.Border = borders()
	}
	return st
}

// columnStyle is that of the cells of a column. Open ones can be changed where
// the rest is protected.
func (w *Writer) columnStyle(c sheet.Column, s sheet.Style, open bool) *excelize.Style {
	st := w.style(s)
	st.Border = borders()
	st.Alignment.Vertical = "center"
	if s.Align != sheet.Centre {
		st.Alignment.Indent = 1
	}
	if c.Field == "id" { // an ID that breaks cannot be read out
		st.Alignment.WrapText, st.Alignment.ShrinkToFit = false, true
	}
	if open {
		st.Protection = &excelize.Protection{Locked: false}
	}
	if c.Format == sheet.FormatText && (c.Formula != "" || c.Total != "") {
		return st // as text a formula would stay one only until somebody edits it
	}
	setFormat(st, c.Format)
	return st
}

func setFormat(st *excelize.Style, f sheet.Format) {
	switch f {
	case sheet.FormatText:
		st.NumFmt = formatText
	case sheet.FormatInteger:
		st.NumFmt = formatInteger
	case sheet.FormatPercent:
		st.NumFmt = formatPercent
	case sheet.FormatDate:
		st.CustomNumFmt = ptr(formatDate)
	}
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
