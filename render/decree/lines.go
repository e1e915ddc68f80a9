package decree

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// Parts of the size of a font: how far Times New Roman reaches above and below
// the baseline, and the height of a single line.
const (
	above  = 0.891
	below  = 0.216
	single = 1.149
)

// columnGap is the gap between two texts on a baseline from which they are two
// lines, in columns beside each other.
const columnGap doc.MM = 3.9

// A line is the texts of one line in one column.
type line struct {
	page        int // from 1
	x, y, right doc.MM
	size        doc.PT // the largest
	bold        bool   // all of it
	italic      bool
	text        string // with single spaces
	framed      bool   // stands in a table or another frame
}

func (l *line) centre() doc.MM { return (l.x + l.right) / 2 }
func (l *line) width() doc.MM  { return l.right - l.x }
func (l *line) top() doc.MM    { return l.y - l.size.MM()*above }
func (l *line) bottom() doc.MM { return l.y + l.size.MM()*below }

// caps reports text without small letters, and with a letter.
func (l *line) caps() bool {
	return l.text == strings.ToUpper(l.text) && l.text != strings.ToLower(l.text)
}

// linesOf returns the lines of a page from top to bottom, those beside each
// other from left to right.
func linesOf(number int, page read.Page) []*line {
	texts := slices.DeleteFunc(slices.Clone(page.Texts), func(t read.Text) bool { return strings.TrimSpace(t.Text) == "" && t.Ink == 0 && t.Width < columnGap })
	slices.SortStableFunc(texts, func(a, b read.Text) int {
		if math.Abs(float64(a.Y-b.Y)) > 0.3 {
			return cmp.Compare(a.Y, b.Y)
		}
		return cmp.Compare(a.X, b.X)
	})
	var lines []*line
	var last *line
	var end doc.MM // of the last text, with its spaces
	for _, t := range texts {
		if last == nil || math.Abs(float64(t.Y-last.y)) > 0.3 || t.X-end > columnGap {
			last = &line{page: number, x: t.X, y: t.Y, right: t.X, bold: true, italic: true}
			lines = append(lines, last)
		} else if t.X-end > t.Size.MM()*0.12 {
			last.text += " "
		}
		last.text += t.Text
		if strings.TrimSpace(t.Text) != "" {
			last.right = max(last.right, t.X+t.Ink)
			last.size = max(last.size, t.Size)
			last.bold, last.italic = last.bold && t.Font.Bold, last.italic && t.Font.Italic
		}
		end = t.X + t.Width
	}
	for _, l := range lines {
		l.text = strings.Join(strings.Fields(l.text), " ")
	}
	return slices.DeleteFunc(lines, func(l *line) bool { return l.text == "" })
}
