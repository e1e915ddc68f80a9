// Package reply reads what units filled in: a workbook that came back goes in,
// reports of the record's tasks and everything that cannot be placed come out.
// Nothing is guessed, and what is wrong with one cell loses no other.
package reply

import (
	"fmt"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// A File is a workbook that came back.
type File struct {
	Name   string // for messages
	Source string // SHA-256 of its bytes, in hexadecimal
	Sent   string // when the mail was sent that it came in, as RFC 3339 has it; "" is not known
	Book   *sheet.Filled
}

// A Report is a report with the task that it is of.
type Report struct {
	ID string
	followup.Report
}

// A Reading is what one file says. Without reports and problems nothing was
// filled in.
type Reading struct {
	Name     string // of the file
	Reports  []Report
	Problems []problem.Problem // in the order of their rows
	Refused  bool              // nothing of the file is taken
	Foreign  bool              // it is of another record, and read for the tasks that both have
	Unit     string            // by its name in the record; "" is the office
}

// Read reads a file as a reply to a record, in which units fill in the fields
// of a table. AsOf is the day on which it is read: what claims to be later is a
// problem.
func Read(fields report.Table, f File, rec *record.Record, asOf calendar.Date) Reading {
	r := &reader{Reading: Reading{Name: f.Name}, fields: fields, file: f, record: rec, asOf: asOf, tasks: map[string]*record.Item{}, rows: map[string]placed{}}
	if !r.identify() {
		r.Refused = true
		return r.Reading
	}
	for _, it := range rec.Tasks() {
		r.tasks[record.FoldCode(it.ID)] = it
	}
	r.on, r.time = r.moment()
	r.remember()
	for _, t := range f.Book.Tables {
		r.table(t)
	}
	r.sayKept()
	r.added()
	r.Reports = slices.DeleteFunc(r.Reports, func(p Report) bool { return p.ID == "" })
	r.shorten()
	return r.Reading
}

// A reader reads one file.
type reader struct {
	Reading
	fields  report.Table
	file    File
	record  *record.Record
	asOf    calendar.Date
	named   string // the unit whose workbook it is, as that calls it; "" is the office
	quarter bool   // the workbook covers a quarter: tasks of other records are nobody's mistake
	on      calendar.Date
	time    string
	tasks   map[string]*record.Item // by their IDs in capitals
	saying  map[string]*record.Item // by their folded texts, once they are wanted
	rows    map[string]placed       // by ID
	units   *record.Succession      // of the record, once it is wanted
	sheet   string                  // the one that is read

	notes map[int][]sheet.FilledNote // of that sheet, by their rows, that are not placed yet
	kept  []string                   // cells whose notes are remarks on tasks
	sent  map[sentKey]sheet.Print    // what the cells held when the workbook was made
}

// A placed row is one whose report is taken.
type placed struct {
	at     string // its sheet and row
	report followup.Report
	index  int // in Reports; -1 is taken back
}

// whole reports what is wrong with the file as a whole.
func (r *reader) whole(message, hint problem.Text) {
	r.Problems = append(r.Problems, problem.Problem{Pos: problem.Pos{File: r.file.Name}, Message: message, Hint: hint})
}

// cell reports what is wrong with a cell, a row or a range of the sheet.
func (r *reader) cell(ref string, message, hint problem.Text) {
	r.Problems = append(r.Problems, problem.Problem{Pos: problem.Pos{File: r.file.Name}, Field: r.sheet + "!" + ref, Message: message, Hint: hint})
}

// shown cuts what came from outside for a message.
func shown(s string) string { return report.Short(s) }

// table reads the rows of a table.
func (r *reader) table(t sheet.FilledTable) {
	r.sheet = shown(t.Sheet)
	if len(t.Missing) > 0 {
		r.cell(fmt.Sprint(t.Header), problem.Textf("bảng thiếu cột: %s", "the table lacks columns: %s", strings.Join(t.Missing, "; ")),
			problem.Textf("tên cột đã bị sửa hoặc xóa; ghi lại như bảng gốc; các cột còn lại vẫn được lấy", "the header was changed or deleted: write it as it was; the other columns are taken"))
	}
	for _, header := range t.Twice {
		r.cell(fmt.Sprint(t.Header), problem.Textf("có hai cột tên %q; chỉ lấy cột bên trái", "two columns are called %q; the left one is taken", shown(header)), problem.Textf("xóa cột thừa", "delete the other one"))
	}
	for _, ref := range t.Merged {
		r.cell(ref, problem.Textf("các ô bị gộp: chỉ lấy ô đầu, các ô khác coi như trống", "these cells are merged: only the first is taken, the others count as empty"),
			problem.Textf("bỏ gộp ô rồi ghi cho từng dòng", "unmerge them and fill each row in"))
	}
	for _, c := range t.Covered {
		r.cell(c.Ref, problem.Textf("chữ bị ô gộp che, không lấy: %q", "this is covered by merged cells and not taken: %q", shown(text(c))),
			problem.Textf("bỏ gộp ô, xem chữ ấy có còn đúng không rồi ghi lại", "unmerge the cells, see whether it still holds and write it again"))
	}
	r.notes = map[int][]sheet.FilledNote{}
	for _, n := range t.Notes {
		r.notes[n.Row] = append(r.notes[n.Row], n)
	}
	for _, row := range t.Rows {
		r.row(row)
	}
	r.unplaced(t)
}

func (r *reader) filledIn(row sheet.FilledRow) bool {
	return slices.ContainsFunc(r.fields, func(f report.Field) bool { _, ok := row.Cells[f.Key]; return ok })
}

// row takes what a row reports.
func (r *reader) row(row sheet.FilledRow) {
	row = r.changed(row)
	if !r.filledIn(row) {
		r.words(row)
		if len(r.notes[row.Number]) == 0 || row.Cells["id"] == (sheet.FilledCell{}) {
			return
		}
	}
	it := r.task(row)
	if it == nil {
		return
	}
	as := lead // the office says what leading units do
	if r.named != "" {
		if as = r.roleIn(it); as == stranger {
			r.cell(ref(row, "id"), problem.Textf("nhiệm vụ %s không giao cho %s", "the task %s is not given to %s", it.ID, shown(r.named)),
				problem.Textf("không lấy dòng này; hỏi lại đơn vị", "the row is not taken; ask the unit"))
			return
		}
	}
	values := r.values(row, it, as == partner)
	r.remark(row, values)
	if len(values) == 0 {
		return
	}
	r.place(row, it, followup.Report{Unit: r.Unit, On: r.on, Time: r.time, Source: r.file.Source, Partner: as == partner, Values: values})
}

// place takes a report, unless another row says something else of its task.
func (r *reader) place(row sheet.FilledRow, it *record.Item, said followup.Report) {
	other, again := r.rows[it.ID]
	switch {
	case !again:
		r.rows[it.ID] = placed{fmt.Sprintf("%s, dòng %d", r.sheet, row.Number), said, len(r.Reports)}
		r.Reports = append(r.Reports, Report{it.ID, said})
	case !other.report.Equal(said.Values): // all else is the file's
		r.cell(ref(row, "id"), problem.Textf("mã %s đã có ở %s, hai dòng ghi khác nhau; không lấy dòng nào", "the ID %s stands already in %s and the rows differ; neither is taken", it.ID, other.at),
			problem.Textf("xóa dòng thừa, hoặc sửa mã bị chép nhầm", "delete one, or mend the ID that was copied by mistake"))
		if other.index >= 0 {
			r.Reports[other.index].ID = ""
			r.rows[it.ID] = placed{other.at, other.report, -1}
		}
	}
}

// ref names the cell of a field, or the row where the row has none.
func ref(row sheet.FilledRow, field string) string {
	if c, ok := row.Cells[field]; ok {
		return c.Ref
	}
	return fmt.Sprint(row.Number)
}
