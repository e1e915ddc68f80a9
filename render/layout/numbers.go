package layout

import (
	"strconv"

	"ketluan/render/doc"
)

// number prints the page numbers, centred on the text area.
func (s *setter) number(pages []Page, n doc.PageNumber) {
	if n.From == 0 {
		return
	}
	for i := range pages {
		if pages[i].number < n.From {
			continue
		}
		text := strconv.Itoa(pages[i].number)
		s.load([]doc.Span{{Text: text, Font: n.Font}})
		x := s.page.Left + (s.page.TextWidth()-s.width(0, len(text)))/2
		pages[i].Items = append(pages[i].Items, Text{X: x, Y: n.Baseline, Font: n.Font, Text: text})
	}
}

// numberLines prints the numbers of the lines, right-aligned beside the text.
func (s *setter) numberLines(pages []Page, n doc.LineNumber) {
	for i := range pages {
		for k, baseline := range pages[i].lines {
			text := strconv.Itoa(k + 1)
			s.load([]doc.Span{{Text: text, Font: n.Font}})
			x := s.page.Left - n.Gap - s.width(0, len(text))
			pages[i].Items = append(pages[i].Items, Text{X: x, Y: baseline, Font: n.Font, Text: text})
		}
	}
}
