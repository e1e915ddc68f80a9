package carry

import (
	"fmt"
	"strings"
	"unicode"

	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/scalar"
)

// folded is about how long the lines of a text are.
const folded = 78

// text writes a key with a text: short ones in quotes, long ones folded over
// lines, those of several paragraphs with an empty line between them.
func (w *writer) text(indent int, key, text string) {
	if len([]rune(text)) < 60 && !strings.Contains(text, "\n") {
		w.line(indent, "%s: %s", key, quoted(text))
		return
	}
	w.line(indent, "%s: %s", key, block(text))
	w.folded(indent+1, text)
}

// paragraph writes a text as an element of a list.
func (w *writer) paragraph(indent int, text string) {
	w.line(indent, "- %s", block(text))
	w.folded(indent+1, text)
}

// block is the mark of a text over several lines.
func block(text string) string {
	if strings.Contains(text, "\n") {
		return "|-"
	}
	return ">-"
}

func (w *writer) folded(indent int, text string) {
	for i, paragraph := range strings.Split(text, "\n") {
		if i > 0 {
			w.WriteString("\n")
		}
		for _, line := range scalar.Lines(paragraph, folded-2*indent) {
			w.line(indent, "%s", line)
		}
	}
}

// quoted writes a text of one line.
func quoted(s string) string { return record.Quoted(strings.ReplaceAll(s, "\n", " ")) }

func list(texts []string) string {
	all := make([]string, len(texts))
	for i, s := range texts {
		all[i] = quoted(s)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// names writes units as YAML; that which stands for all is "all".
func names(units []*record.Unit) string {
	all := make([]string, len(units))
	for i, u := range units {
		if all[i] = u.Name; u.Everybody {
			all[i] = "all"
		}
	}
	if len(all) == 1 {
		return quoted(all[0])
	}
	return list(all)
}

// together names units as a heading does: "Phòng A, Phòng B và Phòng C".
func together(units []*record.Unit) string {
	var b strings.Builder
	for i, u := range units {
		switch {
		case i > 0 && i == len(units)-1:
			b.WriteString(" và ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(u.Name)
	}
	return b.String()
}

// comment makes a text fit behind a #.
func comment(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
			return ' '
		}
		return r
	}, s)
}

// worded writes a day out as notices do (Phụ lục I, II.4).
func worded(d calendar.Date) string {
	month := fmt.Sprint(d.Month)
	if d.Month <= 2 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, month, d.Year)
}
