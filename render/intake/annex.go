package intake

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/scalar"
)

// An Annex is one behind the foot, in the form of the decree: its number, its
// title, in brackets what it belongs to, paragraphs, a table.
type Annex struct {
	Title Field
	Text  []Field
	Rows  [][]string
}

var (
	annexNumber  = regexp.MustCompile(`(?i)^phụ lục(?: [IVXLC]+| \d{1,2})?$`)
	tasksMention = regexp.MustCompile(`^Danh mục nhiệm vụ tại Phụ lục(?: [IVXLC]+)? kèm theo Thông báo này\.?(?:/\.)?$`)
)

// What the table of tasks is known by, which a record asks for by a word.
const (
	tasksTitle  = "DANH MỤC NHIỆM VỤ"
	tasksColumn = "Mã nhiệm vụ"
)

// maxAnnexTitle is over how many lines the title of an annex, and what stands in
// brackets below it, may go.
const maxAnnexTitle = 8

// annexes reads those that have the decree's form; what is behind the first that
// has not is left to the clerk.
func (n *Notice) annexes(rest []Line) {
	for len(rest) > 0 {
		a, used := annexOf(rest)
		if used == 0 || n.TasksAnnex {
			break
		}
		if len(a.Rows) > 0 && a.Title.Text == tasksTitle && slices.Contains(a.Rows[0], tasksColumn) {
			n.TasksAnnex = true
			n.tasks = a.Rows
		} else {
			n.Annexes = append(n.Annexes, a)
		}
		rest = rest[used:]
	}
	if len(rest) > 0 {
		n.Gaps++
		at := rest[0].At.Words()
		n.Notes = append(n.Notes, problem.Textf("phụ lục từ "+at.VI+" chưa đọc, %d đoạn: chép tay vào bản ghi", "the annex from "+at.EN+" on is not read; paragraphs: %d", len(rest)))
	}
}

// onlyTasks says of the conclusions that the table of tasks has not that they are
// none, where they have nothing below them.
func (n *Notice) onlyTasks() {
	if !n.TasksAnnex {
		return
	}
	texts := map[string]bool{}
	if at := slices.Index(n.tasks[0], "Nội dung"); at >= 0 {
		for _, row := range n.tasks[1:] {
			texts[row[at]] = true
		}
	}
	var walk func([]*Item)
	walk = func(items []*Item) {
		for _, it := range items {
			if text := tidy(unmarked(it.Text.Text)); text != "" && len(it.Items) == 0 && !texts[text] && !texts[text+"."] {
				it.Task = "no"
			}
			walk(it.Items)
		}
	}
	walk(n.Conclusions)
}

// annexOf reads the annex that begins with the first line, and returns how many
// lines it has; 0 where something has no place in an annex of records.
func annexOf(lines []Line) (a Annex, used int) {
	at := 1
	var title []Line
	if !annexNumber.MatchString(lines[0].Text) {
		return a, 0
	}
	for ; at < len(lines) && at < maxAnnexTitle && lines[at].Rows == nil && !strings.HasPrefix(lines[at].Text, "("); at++ {
		title = append(title, lines[at])
	}
	if len(title) == 0 || at == len(lines) || !strings.HasPrefix(lines[at].Text, "(") {
		return a, 0
	}
	a.Title = joinedLines(title)
	for to := at + maxAnnexTitle; ; at++ {
		if at == len(lines) || at == to || lines[at].Rows != nil {
			return a, 0
		}
		if strings.HasSuffix(lines[at].Text, ")") {
			break
		}
	}
	for at++; at < len(lines) && !annexNumber.MatchString(lines[at].Text); at++ {
		l := lines[at]
		switch {
		case a.Rows != nil, l.Rows != nil && !isGrid(l.Rows):
			return a, 0
		case l.Rows != nil:
			a.Rows = l.Rows
		default:
			a.Text = append(a.Text, Field{Text: strings.TrimSpace(l.Label + " " + markup(l, 0, len(l.Text))), At: l.At})
		}
	}
	if len(a.Text) == 0 && a.Rows == nil {
		return a, 0
	}
	return a, at
}

// isGrid reports a table whose first row is the names of columns, each once.
func isGrid(rows [][]string) bool {
	if len(rows) < 2 {
		return false
	}
	names := map[string]bool{}
	for _, name := range rows[0] {
		if name == "" || names[name] {
			return false
		}
		names[name] = true
	}
	return true
}

// annexes writes those of a notice.
func (w *writer) annexes(n *Notice) {
	switch {
	case n.TasksAnnex && len(n.Annexes) == 0:
		w.line(0, "annex: tasks")
	case len(n.Annexes) > 0:
		w.line(0, "annex:")
	}
	for _, a := range n.Annexes {
		w.line(1, "-   # %s", a.Title.At)
		w.line(2, "title: %s", scalar.Quoted(a.Title.Text))
		if len(a.Text) > 0 {
			w.line(2, "text:")
		}
		for _, t := range a.Text {
			w.line(3, "- >-   # %s", t.At)
			w.fold(4, t.Text)
		}
		w.table(2, a.Rows)
	}
	if n.TasksAnnex && len(n.Annexes) > 0 {
		w.line(1, "- tasks")
	}
}

// table writes the columns and rows of a table.
func (w *writer) table(indent int, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	w.line(indent, "columns: %s", list(rows[0]))
	w.line(indent, "rows:")
	for _, row := range rows[1:] {
		w.line(indent+1, "- %s", list(row))
	}
}
