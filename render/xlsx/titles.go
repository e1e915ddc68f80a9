package xlsx

import "ketluan/render/sheet"

// A line is a text over some columns, above or below the table.
type line struct {
	text     string
	st       sheet.Style
	style    int
	from, to int // columns, from 0
}

// titles writes the lines above the table.
func (fl *filler) titles(texts []string) {
	var row []line
	for i, t := range fl.Titles {
		if i > 0 && !t.Beside {
			fl.lines(row)
			row = row[:0]
		}
		row = append(row, line{texts[i], t.Style, fl.fr.titles[i], max(columnOf(fl.SheetDesign, t.From), 0), last(fl.SheetDesign, t.To)})
	}
	fl.lines(row)
}

// closings writes the lines below the table.
func (fl *filler) closings(texts []string) {
	for i, c := range fl.Closings {
		fl.lines([]line{{texts[i], c.Style, fl.fr.closings[i], max(columnOf(fl.SheetDesign, c.From), 0), last(fl.SheetDesign, c.To)}})
	}
}

// lines writes a row of lines, as high as the highest of them.
func (fl *filler) lines(row []line) {
	if len(row) == 0 {
		return
	}
	var highest sheet.PT
	for _, l := range row {
		highest = max(highest, lineHeight(fl.faces.of(l.st), fl.Columns[l.from:l.to+1], l.st, l.text))
	}
	fl.open(highest)
	for _, l := range row {
		fl.text(l.from, l.style, l.text)
		for col := l.from + 1; col <= l.to; col++ {
			fl.blank(col, l.style)
		}
		if l.from < l.to {
			fl.merges = append(fl.merges, cellName(l.from, fl.row)+":"+cellName(l.to, fl.row))
		}
	}
	fl.close()
}

// last returns the number of the column where a line ends; one that names none
// ends with what is printed.
func last(d *sheet.SheetDesign, to string) int {
	if to == "" {
		to = d.Printed
	}
	if column := columnOf(d, to); column >= 0 {
		return column
	}
	return len(d.Columns) - 1
}

// checkTitles looks for titles that cover each other, and for lines that end
// before they begin.
func checkTitles(d *sheet.SheetDesign) error {
	free := 0 // the first column that no title of the row covers
	for i, t := range d.Titles {
		if !t.Beside {
			free = 0
		}
		from := max(columnOf(d, t.From), 0)
		if i == 0 && t.Beside || from < free || last(d, t.To) < from {
			return designError(d.Name, "dòng tiêu đề thứ %d đè lên dòng trước: from phải sau cột to của nó", "title %d lies on the one before: its from is behind the column to of that", i+1)
		}
		free = last(d, t.To) + 1
	}
	for i, c := range d.Closings {
		if last(d, c.To) < columnOf(d, c.From) {
			return designError(d.Name, "dòng thứ %d dưới bảng kết thúc trước chỗ bắt đầu", "line %d below the table ends before it begins", i+1)
		}
	}
	return nil
}
