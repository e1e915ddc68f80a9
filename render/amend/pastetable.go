package amend

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/deadline"
	"ketluan/render/record"
)

// headers are what columns of tables of tasks are called, with their fields.
var headers = map[string]string{
	"stt": "label", "tt": "label", "số tt": "label", "số thứ tự": "label",
	"nội dung": "text", "nội dung nhiệm vụ": "text", "nội dung công việc": "text", "nội dung kết luận": "text", "nội dung thực hiện": "text", "nhiệm vụ": "text", "công việc": "text", "tên nhiệm vụ": "text",
	"đơn vị chủ trì": "lead", "cơ quan chủ trì": "lead", "cơ quan, đơn vị chủ trì": "lead", "chủ trì": "lead",
	"đơn vị phối hợp": "partners", "cơ quan phối hợp": "partners", "cơ quan, đơn vị phối hợp": "partners", "phối hợp": "partners",
	"thời hạn": "deadline", "thời hạn hoàn thành": "deadline", "thời gian hoàn thành": "deadline", "hạn hoàn thành": "deadline", "thời hạn thực hiện": "deadline",
	"sản phẩm": "product", "sản phẩm dự kiến": "product", "sản phẩm hoàn thành": "product", "kết quả, sản phẩm": "product", "sản phẩm, kết quả": "product",
}

// cellsOf parts text into the rows of a table, as programs put them on the
// clipboard: cells are parted by tabs; one with tabs or lines of its own stands in
// quotes.
func cellsOf(text string) (rows [][]string) {
	text = unified(text)
	var row []string
	for at := 0; at < len(text); {
		cell, next := "", at
		if text[at] == '"' {
			if quoted, end, ok := quotedCell(text, at); ok {
				cell, next = quoted, end
			}
		}
		if next == at {
			if next = at + strings.IndexAny(text[at:], "\t\n"); next < at {
				next = len(text)
			}
			cell = text[at:next]
		}
		row = append(row, cell)
		if next == len(text) || text[next] == '\n' {
			rows, row = append(rows, row), nil
		} else if next+1 == len(text) {
			row = append(row, "")
		}
		at = next + 1
	}
	if row != nil {
		rows = append(rows, row)
	}
	return rows
}

// quotedCell reads a cell in quotes, of which those within are doubled.
func quotedCell(text string, at int) (cell string, end int, ok bool) {
	var b strings.Builder
	for i := at + 1; i < len(text); i++ {
		if text[i] != '"' {
			b.WriteByte(text[i])
		} else if i+1 < len(text) && text[i+1] == '"' {
			b.WriteByte('"')
			i++
		} else if i+1 == len(text) || text[i+1] == '\t' || text[i+1] == '\n' {
			return b.String(), i + 1, true
		} else {
			return "", at, false
		}
	}
	return "", at, false
}

// isListed reports a line that is an item of a list: indented, or a label, a tab
// and a text.
func isListed(row []string) bool {
	for len(row) > 1 && strings.TrimSpace(row[0]) == "" {
		row = row[1:]
	}
	return len(row) == 1 || len(row) == 2 && typedLabel.FindString(row[0]+" ") == row[0]+" "
}

// columnsOf reads a row as that of the titles of the columns: two of them at least
// are known, one being that of the texts.
func columnsOf(row []string) (fields []string, ok bool) {
	known := 0
	for _, cell := range row {
		title := strings.ToLower(strings.ReplaceAll(record.Clean(cell), "\n", " "))
		field := headers[strings.TrimRight(title, " :.")]
		if field == "" || slices.Contains(fields, field) {
			fields = append(fields, "")
			continue
		}
		known++
		fields = append(fields, field)
	}
	return fields, known >= 2 && slices.Contains(fields, "text")
}

var ordinal = regexp.MustCompile(`^\d{1,4}$`)

// areNumbered reports rows that begin with 1, 2, 3.
func areNumbered(rows [][]string) bool {
	for i, row := range rows {
		if first := strings.TrimSpace(row[0]); len(row) < 2 || !ordinal.MatchString(first) || atoi(first) != i+1 {
			return false
		}
	}
	return true
}

// row makes an item of a row; what is not surely the value of a field stays in the
// text, with the title of its column.
func (k Knowledge) row(row, fields, titles []string) *pasted {
	it := &pasted{}
	for i, cell := range row {
		if i < len(fields) && fields[i] == "text" {
			it.text = typed(cell)
		}
	}
	for i, cell := range row {
		field, title := "", ""
		if i < len(fields) {
			field = fields[i]
		}
		if i < len(titles) && i < len(fields) {
			title = strings.ReplaceAll(record.Clean(titles[i]), "\n", " ")
		}
		words := strings.ReplaceAll(record.Clean(cell), "\n", " ")
		switch names := k.names(cell); {
		case words == "" || field == "text":
		case field == "label" && labelled.MatchString(words):
			it.label = words + strings.Repeat(".", min(1, max(0, 1-strings.Count(words[len(words)-1:], ".")-strings.Count(words[len(words)-1:], ")"))))
			it.shape = shapeOf(it.label)
		case field == "lead" && names != nil:
			it.leads = names
		case field == "partners" && names != nil:
			it.partners = names
		case field == "deadline" && isDeadline(words):
			it.deadline = words
		case field == "product":
			it.product = words
		default:
			it.also(title, cell)
		}
	}
	if it.whole("; "); it.text == "" {
		it.text, it.product = it.product, ""
	}
	return it
}

var labelled = regexp.MustCompile(`^(?:[IVXL]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])[.)]?$`)

// isDeadline reports words that say when and are no mistake.
func isDeadline(words string) bool {
	r := deadline.Read(words, deadline.Setting{})
	return r.Fault.VI == ""
}

// also puts what no field takes behind the text.
func (it *pasted) also(title, cell string) {
	words := typed(cell)
	if words == "" {
		return
	}
	if title != "" {
		words = typed(title) + ": " + words
	}
	it.more = append(it.more, words)
}

var partings = regexp.MustCompile(`\s*(?:[;\n]|, )\s*`)

// names are the units that a cell names, nil where one of them is not known.
func (k Knowledge) names(cell string) []string {
	cell = record.Clean(cell)
	if k.isUnit(cell) {
		return []string{cell}
	}
	var all []string
	seen := map[string]bool{}
	for _, part := range partings.Split(cell, -1) {
		part = strings.TrimRight(strings.TrimLeft(part, "-–+• "), " .;,")
		if part == "" {
			continue
		}
		if !k.isUnit(part) || seen[part] {
			return nil
		}
		seen[part] = true
		all = append(all, part)
	}
	return all
}

func (k Knowledge) isUnit(name string) bool {
	return !strings.Contains(name, "\n") && k.folded[record.Fold(name)]
}

// indexed has the names of the units to look up.
func (k Knowledge) indexed() Knowledge {
	k.folded = map[string]bool{}
	for _, u := range k.Units {
		for _, name := range append([]string{u.Name, u.Short}, u.Aliases...) {
			if key := record.Fold(name); key != "" {
				k.folded[key] = true
			}
		}
	}
	return k
}
