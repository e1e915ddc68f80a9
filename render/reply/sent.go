package reply

import (
	"maps"
	"strings"

	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// A workbook is made with what is known of its tasks. Who leaves a cell as it
// was reports nothing by it.

// A sentKey is a cell by its task and its field.
type sentKey struct{ id, field string }

func keyOf(id, field string) sentKey {
	return sentKey{record.FoldCode(strings.TrimSpace(id)), strings.TrimSpace(field)}
}

// remember takes what the workbook carries of how it was sent.
func (r *reader) remember() {
	r.sent = map[sentKey]sheet.Print{}
	for _, c := range r.file.Book.Sent {
		r.sent[keyOf(c.ID, c.Field)] = sheet.Print(strings.TrimSpace(string(c.Print)))
	}
}

// changed returns a row without what came back as it was sent. Fields that are
// said together stay where one of them was changed: a state replaces its
// percentage and day.
func (r *reader) changed(row sheet.FilledRow) sheet.FilledRow {
	id, ok := row.Cells["id"]
	if len(r.sent) == 0 || !ok {
		return row
	}
	same := map[string]bool{}
	for _, f := range r.fields {
		before, told := same[f.With]
		same[f.With] = r.same(row, id.Text, f) && (before || !told)
	}
	row.Cells = maps.Clone(row.Cells)
	for _, f := range r.fields {
		if same[f.With] {
			delete(row.Cells, f.Key)
		}
	}
	return row
}

// same reports whether the cell of a field is what was sent.
func (r *reader) same(row sheet.FilledRow, id string, f report.Field) bool {
	was, sent := r.sent[keyOf(id, f.Key)]
	c, filled := row.Cells[f.Key]
	if !sent || !filled {
		return sent == filled
	}
	format := sheet.FormatText
	if f.IsDay() {
		format = sheet.FormatDate
	}
	return c.Print(format, r.file.Book.From1904) == was
}
