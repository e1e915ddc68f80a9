package tmpl

import (
	"slices"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// optionalWidth is that of a column that a template asks for by its field alone.
const optionalWidth = 10

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

// ontoPaper makes the columns that are printed narrower where letters would fall
// below what can be read, and says where that is not enough.
func ontoPaper(s *sheet.SheetDesign, d *decoder, n *yaml.Node, field string) {
	if s.Hidden {
		return
	}
	width, room := sheet.Width(s.PrintedColumns()), s.Paper()
	if missing := s.Squeeze(room, sheet.Narrow); missing > 0 {
		d.problem(n, field, problem.Textf(
			"các cột được in rộng %.0f, thu lại hết mức vẫn còn thừa %.0f so với %.0f mà giấy A4 đủ chỗ ở cỡ chữ %v: bỏ bớt cột, giảm width, hoặc chuyển cột ra sau cột mà printed nêu",
			"the columns that are printed are %.0f wide and, made as narrow as they can be, still %.0f more than the %.0f that A4 has room for with letters of %v pt: "+
				"leave columns out, make them narrower, or move them behind the one that printed names", width, missing, room, sheet.Smallest))
	}
}
