package pdf

import (
	"fmt"
	"strings"

	"ketluan/fonts"
)

// flags of a font descriptor: ISO 32000-1, table 123.
const (
	serif       = 1 << 1
	nonsymbolic = 1 << 5
	italic      = 1 << 6
)

// subsetName begins with a tag of six capitals: ISO 32000-1, 9.6.4.
func subsetName(f *fonts.Face) string { return "KETLUA+" + f.Name }

// descriptor describes a face, up to the number of its file.
func descriptor(f *fonts.Face) string {
	m := f.Metrics
	flags := serif | nonsymbolic
	if m.ItalicAngle != 0 {
		flags |= italic
	}
	stem := 80
	if strings.Contains(f.Name, "Bold") {
		stem = 140
	}
	return fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Ascent %d /Descent %d /CapHeight %d /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d /StemV %d /MissingWidth 0 ",
		subsetName(f), m.Ascent, m.Descent, m.CapHeight, flags, m.BBox[0], m.BBox[1], m.BBox[2], m.BBox[3], m.ItalicAngle, stem)
}
