package tmpl

import (
	"slices"

	"ketluan/render/report"
	"ketluan/render/sheet"
)

// optionalWidth is that of a column that a template asks for by its field alone.
const optionalWidth = 14

// complete gives a column that says its field only what the field's row has:
// header, look and hint. What the template says itself stays.
func (c *column) complete(reported report.Table) {
	i := slices.IndexFunc(reported, func(f report.Field) bool { return f.Optional && f.Key == c.Field })
	if i < 0 {
		return
	}
	f := reported[i]
	if c.Header == "" {
		c.Header = f.Head.VI
	}
	if c.Width == 0 {
		c.Width = optionalWidth
	}
	if c.Style == (sheetStyle{}) {
		c.Style = sheetStyle{Size: 11, Fill: "FFFBE6"}
	}
	if c.Input == nil {
		c.Input = &inputFile{Kind: inputKind(sheet.InputText), Title: c.Header, Hint: "Để trống nếu không có."}
	}
}
