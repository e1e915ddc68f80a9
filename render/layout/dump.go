package layout

import (
	"fmt"
	"strings"

	"ketluan/render/doc"
)

// Dump returns pages as text that a person can read and compare: an item a
// line, with its position in mm, its font, and by how much its spaces are
// stretched.
func Dump(pages []Page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d, %g x %g mm%s\n", i+1, p.Width, p.Height, p.Spacing)
		for _, it := range p.Items {
			switch it := it.(type) {
			case Text:
				fmt.Fprintf(&b, "%7.2f %7.2f  %-3s %s", it.X, it.Y, fontName(it.Font), visible(it.Text))
				if it.WordSpace != 0 {
					fmt.Fprintf(&b, "  {%+.2f}", it.WordSpace)
				}
				b.WriteByte('\n')
			case Box:
				field := ""
				if it.Element != nil {
					field = ", to sign"
				}
				fmt.Fprintf(&b, "%7.2f %7.2f  [%s] %.2f x %.2f mm%s\n", it.X, it.Y, it.Name, it.Width, it.Height, field)
			case Bar:
				fmt.Fprintf(&b, "%7.2f %7.2f  # %.2f x %.2f mm, %02x%02x%02x%s\n", it.X, it.Y, it.Width, it.Height, it.Fill.R, it.Fill.G, it.Fill.B, patternNames[it.Pattern])
			case Line:
				if it.Height > 0 {
					fmt.Fprintf(&b, "%7.2f %7.2f  | %.2f mm, %g pt\n", it.X, it.Y, it.Height, it.Thickness)
					continue
				}
				fmt.Fprintf(&b, "%7.2f %7.2f  ―― %.2f mm, %g pt\n", it.X, it.Y, it.Width, it.Thickness)
			}
		}
	}
	return b.String()
}

// String returns what is given, or nothing.
func (g Given) String() string {
	if g == (Given{}) {
		return ""
	}
	return fmt.Sprintf(", leading %+.2f, paragraphs %+g pt", g.Leading, g.Before)
}

var patternNames = [...]string{doc.Plain: "", doc.Rising: " rising", doc.Falling: " falling", doc.Level: " level", doc.Upright: " upright", doc.Crossed: " crossed"}

func fontName(f doc.Font) string {
	name := [...]string{doc.Regular: "", doc.Bold: "b", doc.Italic: "i", doc.BoldItalic: "bi"}[f.Face]
	return fmt.Sprintf("%g%s", f.Size, name)
}

// visible shows no-break spaces and a space at the end.
func visible(text string) string {
	text = strings.ReplaceAll(text, "\u00A0", "~")
	if strings.HasSuffix(text, " ") {
		return strings.TrimSuffix(text, " ") + "_"
	}
	return text
}
