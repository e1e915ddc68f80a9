package reply

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// maxRemarks is how many characters of remarks are kept of one row.
const maxRemarks = 5000

// remark puts what was written in the row of a task, and in none of the columns
// that are read, into the row's report. What does not find room stays a note,
// which is told.
func (r *reader) remark(row sheet.FilledRow, values report.Values) {
	if !r.fields.Has(report.RemarksKey) {
		return
	}
	var remarks, refs []string
	if own := values.Text(report.RemarksKey); own != "" { // a column of a template's own
		remarks = append(remarks, own)
	}
	room := maxRemarks
	var left []sheet.FilledNote
	for _, n := range r.notes[row.Number] {
		text := record.Clean(n.Text)
		if room -= len([]rune(text)) + len([]rune(n.Header)) + 20; room < 0 {
			left = append(left, n)
			continue
		}
		switch {
		case text == "":
			continue
		case n.Comment:
			text = fmt.Sprintf("ghi chú ô %s: %s", n.Ref, text)
		case n.Header != "":
			text = fmt.Sprintf("%s (%s): %s", record.Clean(n.Header), n.Ref, text)
		default:
			text = fmt.Sprintf("ô %s: %s", n.Ref, text)
		}
		remarks, refs = append(remarks, text), append(refs, n.Ref)
	}
	if len(refs) > 0 {
		values[report.RemarksKey] = report.Text(strings.Join(remarks, "\n"))
		r.notes[row.Number] = left
		r.kept = append(r.kept, refs...)
	}
}

// sayKept tells that remarks are kept, and where they stood.
func (r *reader) sayKept() {
	if len(r.kept) == 0 {
		return
	}
	named := strings.Join(r.kept[:min(len(r.kept), 10)], ", ")
	if len(r.kept) > 10 {
		named += ", …"
	}
	r.whole(problem.Textf("%d ghi chú ngoài các cột báo cáo được ghi vào sổ (remarks): %s", "notes in none of the columns are kept in the ledger (remarks): %d: %s", len(r.kept), named),
		problem.Textf("xem bằng ketluan status, hoặc trong sổ, mục remarks của nhiệm vụ", "see them with ketluan status, or as remarks of the tasks in the ledger"))
}

// added tells the sheets that somebody put into the workbook.
func (r *reader) added() {
	for _, t := range r.file.Book.Added {
		r.sheet = shown(t.Sheet)
		r.cell("1", problem.Textf("trang thêm vào, không có bảng nhiệm vụ, không đọc: %q", "a sheet that was added has no table of tasks and is not read: %q", shown(strings.Join(t.Above, " "))),
			problem.Textf("mở ra xem; cần thì hỏi lại đơn vị", "open it and see; ask the unit where needed"))
	}
}

// inOrder returns the notes of the rows in their order.
func inOrder(notes map[int][]sheet.FilledNote) [][]sheet.FilledNote {
	var all [][]sheet.FilledNote
	for _, row := range slices.Sorted(maps.Keys(notes)) {
		all = append(all, notes[row])
	}
	return all
}

// unplaced tells the notes that are of no task, or could not be placed.
func (r *reader) unplaced(t sheet.FilledTable) {
	see := problem.Textf("không rõ của nhiệm vụ nào nên không ghi vào sổ; xem và hỏi lại đơn vị", "of which task it is is not certain, so it is not in the ledger; see to it and ask the unit")
	for _, n := range slices.Concat(inOrder(r.notes)...) {
		at := n.Ref
		if at == "" {
			at = "hộp chữ"
		}
		if n.Comment {
			r.cell(at, problem.Textf("ghi chú của ô: %q", "a comment on the cell: %q", shown(n.Text)), see)
			continue
		}
		r.cell(at, problem.Textf("có chữ ngoài các dòng nhiệm vụ: %q", "there is text outside the rows of tasks: %q", shown(n.Text)), see)
	}
	if t.Unkept > 0 {
		r.cell(fmt.Sprint(t.Header), problem.Textf("còn %d ô có chữ ngoài các cột báo cáo, không đọc", "cells in none of the columns that are not read: %d", t.Unkept), see)
	}
}

// words makes notes of words in the columns of the IDs and the texts, in a row
// in which nothing else is and that is no task's.
func (r *reader) words(row sheet.FilledRow) {
	if id, ok := row.Cells["id"]; ok && (id.Kind != sheet.FilledText || len(strings.Fields(id.Text)) < 2) {
		return
	}
	for _, field := range []string{"id", "text"} {
		if c, ok := row.Cells[field]; ok {
			r.notes[row.Number] = append(r.notes[row.Number], sheet.FilledNote{Ref: c.Ref, Row: row.Number, Text: text(c)})
		}
		delete(row.Cells, field)
	}
}

// written is what a row that cannot be placed says, cell by cell, with its notes.
func (r *reader) written(row sheet.FilledRow) string {
	const most = 12
	var said []string
	tell := func(ref, text string) {
		if text = fmt.Sprintf("%s %q", ref, shown(text)); len(said) == most {
			text = "…"
		}
		if len(said) <= most {
			said = append(said, text)
		}
	}
	for _, f := range slices.Concat([]string{"text"}, r.fields.Keys()) {
		if c, ok := row.Cells[f]; ok {
			tell(c.Ref, text(c))
		}
	}
	for _, n := range r.notes[row.Number] {
		tell(n.Ref, n.Text)
	}
	delete(r.notes, row.Number)
	return strings.Join(said, "; ")
}

// text is what a cell holds, as one reads it.
func text(c sheet.FilledCell) string {
	if c.Kind == sheet.FilledNumber {
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	return c.Text
}
