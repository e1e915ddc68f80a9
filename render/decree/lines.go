package decree

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

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
	beside      bool   // stands in one of several columns

	texts []read.Text // of which it is made
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
	from := 0
	var said strings.Builder // since from
	var end doc.MM           // of the last text, with its spaces
	for i, t := range texts {
		if i > 0 && (math.Abs(float64(t.Y-texts[from].Y)) > 0.3 || t.X-end > columnGap && !joined(said.String(), t.X-end, t.Text)) {
			lines = append(lines, lineOf(number, texts[from:i]))
			from = i
			said.Reset()
		}
		said.WriteString(t.Text)
		end = t.X + t.Width
	}
	if len(texts) > from {
		lines = append(lines, lineOf(number, texts[from:]))
	}
	return slices.DeleteFunc(lines, func(l *line) bool { return l.text == "" })
}

// What a blank stands between that is filled in later: however wide it is, it
// parts no columns.
var (
	beforeBlank = regexp.MustCompile(`(^|[\s,(])(Số:?|số|ngày|tháng)$`)
	afterBlank  = regexp.MustCompile(`^([/-]\s?[\pL\d]|tháng\b|năm\b)`)
)

// A label is what a tab stands behind, in front of its item.
var label = regexp.MustCompile(`^([IVXLC]+\.|\d{1,3}(\.\d{1,3})*[.)]|[a-zđ]\)|[-–+•])$`)

// widestTab is the widest that a tab behind a label is found to be.
const widestTab doc.MM = 15

// joined reports that a gap is within a line, as wide as it may be.
func joined(before string, gap doc.MM, after string) bool {
	const enough = 24 // bytes, of a line that may be long
	before = strings.TrimSpace(before)
	return gap <= widestTab && len(before) <= enough && label.MatchString(before) ||
		beforeBlank.MatchString(before[max(len(before)-enough, 0):]) && afterBlank.MatchString(strings.TrimSpace(after))
}

// markColumns marks the lines of rows that stand beside each other, where two
// such rows follow each other: a table without lines.
func markColumns(lines []*line) {
	var rows [][]*line
	for _, l := range lines {
		if k := len(rows); k > 0 && math.Abs(float64(rows[k-1][0].y-l.y)) <= 0.3 {
			rows[k-1] = append(rows[k-1], l)
		} else {
			rows = append(rows, []*line{l})
		}
	}
	for i, row := range rows {
		if len(row) > 1 && (i > 0 && len(rows[i-1]) > 1 || i+1 < len(rows) && len(rows[i+1]) > 1) {
			for _, l := range row {
				l.beside = true
			}
		}
	}
}

// lineOf makes a line of texts from left to right. Its looks are those of its
// letters and digits, where it has any: the semicolon behind a line in italics
// may be upright.
func lineOf(page int, texts []read.Text) *line {
	l := &line{page: page, x: texts[0].X, y: texts[0].Y, right: texts[0].X, bold: true, italic: true, texts: texts}
	var b strings.Builder
	var end doc.MM
	worded := slices.ContainsFunc(texts, func(t read.Text) bool { return strings.IndexFunc(t.Text, isWord) >= 0 })
	for i, t := range texts {
		if i > 0 && t.X-end > t.Size.MM()*0.12 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		end = t.X + t.Width
		if strings.TrimSpace(t.Text) == "" {
			continue
		}
		l.right, l.size = max(l.right, t.X+t.Ink), max(l.size, t.Size)
		if !worded || strings.IndexFunc(t.Text, isWord) >= 0 {
			l.bold, l.italic = l.bold && t.Font.Bold, l.italic && t.Font.Italic
		}
	}
	l.text = strings.Join(strings.Fields(b.String()), " ")
	return l
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
