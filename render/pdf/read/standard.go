package read

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A style is one of the standard fonts that a file need not measure, nor bring.
type style struct{ sans, bold, italic bool }

// standardWidths are those of the standard fonts (Adobe's Core 14 metrics), of the
// characters of ASCII from the space on, and of – — ‘ ’ “ ” … •.
var standardWidths = map[style]string{
	{}: "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 " +
		"667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 " +
		"500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 500 1000 333 333 444 444 1000 " +
		"350",
	{bold: true}: "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 " +
		"667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 " +
		"556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520 500 1000 333 333 500 500 1000 " +
		"350",
	{italic: true}: "250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 675 675 675 500 920 611 " +
		"611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 " +
		"500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541 500 889 333 333 556 556 889 " +
		"350",
	{bold: true, italic: true}: "250 389 555 500 500 833 778 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 832 667 " +
		"667 667 722 667 667 722 778 389 500 667 611 889 722 722 611 722 667 556 611 722 667 889 667 611 611 333 278 333 570 500 333 500 500 444 " +
		"500 444 333 500 556 278 278 500 278 778 556 500 500 500 389 389 278 556 444 667 500 444 389 348 220 348 570 500 1000 333 333 500 500 1000 " +
		"350",
	{sans: true}: "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 " +
		"667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 " +
		"556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 556 1000 222 222 333 333 1000 " +
		"350",
	{sans: true, bold: true}: "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 " +
		"722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 " +
		"611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 556 1000 278 278 500 500 1000 " +
		"350",
}

// beyondASCII are the characters behind those of ASCII in standardWidths.
const beyondASCII = "–—‘’“”…•"

// courierWidth is that of all of its characters.
const courierWidth = 600

// standardWidth returns the width of each character of a face that looks like a
// standard font, in thousandths of the size. A letter with marks is as wide as
// without them.
func standardWidth(name string, bold, italic bool) func(text string) float64 {
	lower := strings.ToLower(name)
	if strings.Contains(lower, "courier") || strings.Contains(lower, "mono") {
		return func(string) float64 { return courierWidth }
	}
	sans := strings.Contains(lower, "helvetica") || strings.Contains(lower, "arial") || strings.Contains(lower, "sans")
	widths := strings.Fields(standardWidths[style{sans, bold, italic && !sans}])
	return func(text string) float64 {
		r, _ := utf8.DecodeRuneInString(norm.NFD.String(text))
		at := int(r - ' ')
		if i := strings.IndexRune(beyondASCII, r); i >= 0 {
			at = '~' - ' ' + 1 + utf8.RuneCountInString(beyondASCII[:i])
		}
		switch r {
		case 'đ':
			at = 'd' - ' '
		case 'Đ':
			at = 'D' - ' '
		case '\u00A0':
			at = 0
		case '\u00AD':
			at = '-' - ' '
		}
		if at >= 0 && at < len(widths) {
			w, _ := strconv.ParseFloat(widths[at], 64) // they are ours
			return w
		}
		const usual = 500
		return usual
	}
}
