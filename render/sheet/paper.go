package sheet

import (
	"math"
	"slices"
)

// Smallest is the size that letters on paper have at least. A sheet is printed
// as wide as its paper whatever is put into it: more columns make smaller letters.
const Smallest PT = 8

const (
	usualSize  = 11  // pt, of a style without a size
	columnUnit = 5.5 // pt, of a digit at 11 pt: what widths count
	ptPerMM    = 72 / 25.4
	a4Short    = 210 // mm
	a4Long     = 297
)

// Columns of text give of their width down to these, in digits, and to a share of
// their own: at the second the words of a header just stand whole beside the
// button of the filter, as was seen in a window.
const (
	Narrow   = 10
	Narrower = 9.6
	ownShare = 0.6
)

// PrintedColumns are those up to the column that Printed names.
func (d *SheetDesign) PrintedColumns() []Column {
	i := slices.IndexFunc(d.Columns, func(c Column) bool { return c.Header == d.Printed })
	if i < 0 {
		return d.Columns
	}
	return d.Columns[:i+1]
}

// Paper returns how wide, in digits, the printed columns may be together so that
// their letters keep the smallest size on A4: programs scale by whole per cents.
// Letters that are smaller of themselves are not made smaller yet.
func (d *SheetDesign) Paper() float64 {
	letters := PT(math.Inf(1))
	for _, c := range d.PrintedColumns() {
		letters = min(letters, lettersOf(c.Style))
	}
	letters = max(min(letters, lettersOf(d.Header)), Smallest)
	width := MM(a4Short)
	if d.Landscape {
		width = a4Long
	}
	scale := math.Ceil(float64(Smallest/letters)*100) / 100
	return math.Floor(float64(width-d.Margins.Left-d.Margins.Right) * ptPerMM / columnUnit / scale)
}

// Reduction returns what letters and widths are multiplied by so that the printed
// columns are as wide as A4, and print at their true size: programs that scale
// a page down break lines elsewhere than on the screen, and rows are then too low.
func (d *SheetDesign) Reduction() float64 {
	const rounding = 0.993 // programs round the width of each column
	width := MM(a4Short)
	if d.Landscape {
		width = a4Long
	}
	room := float64(width-d.Margins.Left-d.Margins.Right) * ptPerMM / columnUnit * rounding
	if total := Width(d.PrintedColumns()); !d.Hidden && total > room {
		return room / total
	}
	return 1
}

// Reduced returns d with its letters, widths and heights multiplied by part. No
// letters fall below the smallest that were above it; they come in half points.
// Columns that are still too wide for the paper, as a workbook's own may be where
// part is its design's, give of their widths alone.
func (d *SheetDesign) Reduced(part float64) *SheetDesign {
	if part == 1 {
		return d
	}
	small := *d
	small.Columns, small.Titles, small.Closings = slices.Clone(d.Columns), slices.Clone(d.Titles), slices.Clone(d.Closings)
	for i := range small.Columns {
		c := &small.Columns[i]
		c.Width, c.Least, c.Style = math.Floor(c.Width*part*100)/100, c.Least*part, c.Style.reduced(part)
	}
	if still := small.Reduction(); still < 1 {
		for i := range small.Columns {
			small.Columns[i].Width = math.Floor(small.Columns[i].Width*still*100) / 100
		}
	}
	for i := range small.Titles {
		small.Titles[i].Style = small.Titles[i].Style.reduced(part)
	}
	for i := range small.Closings {
		small.Closings[i].Style = small.Closings[i].Style.reduced(part)
	}
	small.Header, small.Section, small.Total = d.Header.reduced(part), d.Section.reduced(part), d.Total.reduced(part)
	small.RowHeight *= PT(part)
	return &small
}

func (s Style) reduced(part float64) Style {
	letters := lettersOf(s)
	s.Size = max(PT(math.Floor(float64(letters)*part*2)/2), min(letters, Smallest))
	s.Before *= PT(part)
	return s
}

func lettersOf(s Style) PT {
	if s.Size == 0 {
		return usualSize
	}
	return s.Size
}

// Width returns how wide columns are together, in digits.
func Width(columns []Column) float64 {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	return total
}

// Squeeze takes what the printed columns are wider than room from those of text,
// each by what it has over the floor, and returns what they could not give. Days,
// numbers and IDs keep their widths. It takes a little more than that where it
// can: LibreOffice rounds each column, and most where many are equally wide.
func (d *SheetDesign) Squeeze(room, floor float64) (missing float64) {
	const rounding = 0.035
	columns := d.PrintedColumns()
	over, spare := Width(columns)-room, 0.0
	for _, c := range columns {
		spare += c.spare(floor)
	}
	if over <= 0 || spare <= 0 {
		return max(over, 0)
	}
	part := min((over+room*rounding)/spare, 1)
	for i, c := range columns {
		columns[i].Width = math.Floor((c.Width-c.spare(floor)*part)*100) / 100
	}
	return max(over-spare, 0)
}

// spare is what a column can give of its width.
func (c Column) spare(floor float64) float64 {
	if c.Format != FormatText || c.Field == "id" {
		return 0
	}
	return max(c.Width-max(floor, c.Least, c.Width*ownShare), 0)
}
