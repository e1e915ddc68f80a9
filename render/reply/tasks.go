package reply

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/sheet"
)

// task finds the task of a row, nil with a problem where there is none.
func (r *reader) task(row sheet.FilledRow) *record.Item {
	c, ok := row.Cells["id"]
	at := ref(row, "id")
	original := problem.Textf("chép lại mã từ bảng gốc; dòng này chưa được lấy", "copy the ID from the original; the row is not taken")
	if !ok {
		said := r.written(row)
		r.cell(at, problem.Textf("dòng có số liệu mà không có mã nhiệm vụ", "the row is filled in but has no ID of a task"),
			problem.Textf("chép lại mã từ bảng gốc, hoặc báo văn phòng nếu là việc mới; dòng này chưa được lấy: %s", "copy the ID from the original, or tell the office of new work; the row is not taken: %s", said))
		return nil
	}
	id := shown(c.Text)
	if c.Kind == sheet.FilledNumber {
		id = shown(strconv.FormatFloat(c.Number, 'f', -1, 64))
	}
	it := r.tasks[record.FoldCode(id)]
	own := record.FoldCode(path.Dir(id)) == record.FoldCode(r.record.Code)
	switch {
	case c.Kind == sheet.FilledFormula:
		r.cell(at, problem.Textf("mã nhiệm vụ là công thức", "the ID of the task is a formula"), original)
	case !record.CheckID(id):
		r.cell(at, problem.Textf("mã %q sai: ký tự kiểm tra ở cuối không khớp", "the ID %q is wrong: its check character does not fit", id), original)
	case it == nil && (r.quarter || r.Foreign) && !own: // of another record, with which its notes are read
		delete(r.notes, row.Number)
	case it == nil && !own:
		r.cell(at, problem.Textf("mã %s của bản ghi khác, không phải %s", "the ID %s is of another record, not %s", id, r.record.Code), original)
	case it == nil:
		r.cell(at, problem.Textf("bản ghi %s không có nhiệm vụ %s", "the record %s has no task %s", r.record.Code, id), original)
	case !r.sameText(row, it):
		return nil
	default:
		return it
	}
	return nil
}

// sameText compares what the row says that its task is with what the task is:
// an ID beside another text may have been swapped.
func (r *reader) sameText(row sheet.FilledRow, it *record.Item) bool {
	c, ok := row.Cells["text"]
	if !ok {
		if slices.ContainsFunc(r.file.Book.Tables, func(t sheet.FilledTable) bool { return len(t.Missing) > 0 }) {
			return true // the column itself is gone, which has been told
		}
		r.cell(ref(row, "id"), problem.Textf("nội dung nhiệm vụ %s đã bị xóa", "the text of the task %s was deleted", it.ID), problem.Textf("không rõ dòng này của nhiệm vụ nào nên không lấy; hỏi lại đơn vị", "which task is meant is not certain, so the row is not taken; ask the unit"))
		return false
	}
	text := foldText(c.Text)
	if text == foldText(it.Text) {
		return true
	}
	if other := r.taskSaying(text); other != nil {
		r.cell(c.Ref, problem.Textf("mã là %s nhưng nội dung là của nhiệm vụ %s: hai dòng bị tráo mã", "the ID is %s but the text is that of the task %s: IDs were swapped", it.ID, other.ID), problem.Textf("chép lại mã từ bảng gốc; dòng này chưa được lấy", "copy the ID from the original; the row is not taken"))
		return false
	}
	if r.Foreign { // which may have said it in other words
		r.cell(c.Ref, problem.Textf("nội dung nhiệm vụ %s khác với bản ghi %s", "the text of the task %s is not that of the record %s", it.ID, r.record.Code),
			problem.Textf("không lấy dòng này; thu bảng này cùng bản ghi đã lập ra nó", "the row is not taken; collect the workbook with the record that it was made from"))
		return false
	}
	r.cell(c.Ref, problem.Textf("nội dung nhiệm vụ %s đã bị sửa", "the text of the task %s was changed", it.ID),
		problem.Textf("nội dung trong thông báo: %s; không lấy dòng này, hỏi lại đơn vị", "in the notice: %s; the row is not taken, ask the unit", shown(it.Text)))
	return false
}

// taskSaying returns the first task of the record with a folded text, or nil. The
// texts are folded once: a workbook may have other words in all its rows.
func (r *reader) taskSaying(text string) *record.Item {
	if r.saying == nil {
		r.saying = map[string]*record.Item{}
		for _, it := range r.record.Tasks() {
			if folded := foldText(it.Text); r.saying[folded] == nil {
				r.saying[folded] = it
			}
		}
	}
	return r.saying[text]
}

// foldText makes texts comparable that programs have saved anew.
func foldText(s string) string { return strings.Join(strings.Fields(record.Clean(s)), " ") }
