package xlsx

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// An ID that breaks cannot be read out, and one that is made smaller to fit
// cannot be read: its column is as wide as the workbook's longest ID, and the
// column of the texts gives what that takes, then the others that are printed.
const (
	idPadding   = 10 // of a cell in pt, both sides together
	widestID    = 34 // in digits; what is longer is made smaller
	narrowTexts = 20
	leastTexts  = 14 // where nothing else is left to give: eleven letters a line
)

// fitted returns d with the widths that the rows of a workbook need: d itself
// where its own are enough.
func fitted(faces Faces, d *sheet.SheetDesign, s *sheet.Sheet) *sheet.SheetDesign {
	id := slices.IndexFunc(d.Columns, func(c sheet.Column) bool { return c.Field == "id" })
	if id < 0 {
		return d
	}
	own, most := d.Columns[id], 0.0
	for _, row := range s.Rows {
		if len(row) == len(d.Columns) {
			if text, ok := row[id].(sheet.Text); ok {
				most = max(most, textWidth(faces.of(own.Style), string(text), size(own.Style)))
			}
		}
	}
	want := min((most+idPadding)/(digit/1000.0*11)+indented(own.Style), widestID)
	if want <= own.Width {
		return d
	}
	wide := *d
	wide.Columns = slices.Clone(d.Columns)
	wide.Columns[id].Width = want
	texts := slices.IndexFunc(d.Columns, func(c sheet.Column) bool { return c.Field == "text" })
	if texts >= 0 {
		left := wide.Columns[texts].Width
		wide.Columns[texts].Width = max(left-(want-own.Width), min(left, narrowTexts))
	}
	room := max(d.Paper(), sheet.Width(d.PrintedColumns()))
	wide.Squeeze(room, sheet.Narrow)
	missing := wide.Squeeze(room, sheet.Narrower)
	if texts >= 0 {
		left := wide.Columns[texts].Width
		given := min(missing, max(left-leastTexts, 0))
		wide.Columns[texts].Width, missing = left-given, missing-given
	}
	wide.Columns[id].Width = max(want-missing, own.Width)
	return &wide
}

// textWidth returns the width of a text on one line, in pt.
func textWidth(m Measurer, text string, size sheet.PT) float64 {
	w := 0.0
	for _, r := range text {
		w += advance(m, r)
	}
	return w * float64(size) / 1000
}

// widths begins the sheet with the widths that the workbook needs in the place of
// the design's.
func (fl *filler) widths() {
	head := fl.fr.head
	from, to := strings.Index(head, "<cols>"), strings.Index(head, "</cols>")
	fl.add(head[:from+len("<cols>")])
	for i, c := range fl.Columns {
		n := strconv.Itoa(i + 1)
		fl.add(`<col min="` + n + `" max="` + n + `" width="` + strconv.FormatFloat(c.Width, 'f', -1, 64) + `" customWidth="1"/>`)
	}
	fl.add(head[to:])
}

func setWidths(f *excelize.File, d *sheet.SheetDesign) error {
	for i, c := range d.Columns {
		name := columnName(i)
		if err := f.SetColWidth(d.Name, name, name, c.Width); err != nil {
			return err
		}
	}
	return nil
}

// setZoom lets letters that are reduced for paper look as large in a window as
// the design says.
func setZoom(f *excelize.File, name string, reduction float64) error {
	return f.SetSheetView(name, 0, &excelize.ViewOptions{ZoomScale: ptr(math.Round(100 / reduction))})
}
