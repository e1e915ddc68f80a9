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

// quarterPrefix begins the identity of workbooks over a quarter: quy/2020-Q3.
const quarterPrefix = "quy/"

// identify finds out whose workbook it is. It reports false where that is not
// one of the record.
func (r *reader) identify() bool {
	b := r.file.Book
	again := problem.Textf("gửi lại đơn vị tệp do ketluan lập, đề nghị ghi vào tệp ấy chứ không chép sang tệp khác", "send the unit the workbook again, to be filled in itself and not in a copy of its cells")
	switch {
	case b.Record == "" || !b.HasUnit:
		r.whole(problem.Textf("tệp không mang mã bản ghi và tên đơn vị: không phải bảng do ketluan lập, hoặc nội dung đã chép sang tệp khác", "the file has no code of a record and no unit: it is no workbook of ketluan, or its cells were copied into another"), again)
		return false
	case b.Identifier != "" && b.Identifier != b.Record:
		r.whole(problem.Textf("tệp mang hai mã bản ghi khác nhau: %q và %q", "the file has two codes of a record: %q and %q", shown(b.Record), shown(b.Identifier)), again)
		return false
	}
	r.quarter = b.Record == quarterPrefix+r.record.Quarter.String()
	if b.Record != r.record.Code && !r.quarter {
		r.whole(problem.Textf("bảng này của bản ghi %s, không phải %s", "this workbook is of the record %s, not %s", shown(b.Record), r.record.Code),
			problem.Textf("thu bảng này cùng bản ghi %s", "collect it with the record %s", shown(strings.TrimPrefix(b.Record, quarterPrefix))))
		return false
	}
	if b.Unit == "" {
		return r.office()
	}
	if r.Unit = answering(r.record, b.Unit); r.Unit != "" {
		return true
	}
	if r.quarter {
		return true // has tasks of other records only
	}
	r.whole(problem.Textf("%q không có nhiệm vụ nào trong bản ghi %s", "%q has no task in the record %s", shown(b.Unit), r.record.Code),
		problem.Textf("đơn vị đổi tên thì thêm tên cũ vào aliases của đơn vị trong hồ sơ cơ quan", "for a unit with a new name add the old one to its aliases in the profile"))
	return false
}

// office reports whether a workbook that names no unit is the office's own: that
// one has the tasks of all units, and a property may have been lost or emptied.
// What the office says overrides the units.
func (r *reader) office() bool {
	var here []*record.Item
	all := r.record.Tasks()
	for _, t := range r.file.Book.Tables {
		for _, row := range t.Rows {
			id := strings.TrimSpace(row.Cells["id"].Text)
			if i := slices.IndexFunc(all, func(it *record.Item) bool { return strings.EqualFold(it.ID, id) }); i >= 0 {
				here = append(here, all[i])
			}
		}
	}
	if len(here) == 0 {
		return true // says nothing of a task
	}
	for _, u := range record.Singles(r.record.Answering()) {
		others := func(it *record.Item) bool {
			return !slices.Contains(record.Singles(it.Leads), u) && !slices.Contains(record.Singles(it.Partners), u)
		}
		if slices.ContainsFunc(all, others) && !slices.ContainsFunc(here, others) {
			r.whole(problem.Textf("tệp không ghi là của đơn vị nào, mà chỉ có nhiệm vụ của %s: không phải bảng của văn phòng, không lấy", "the file names no unit but has the tasks of %s only: it is not the office's, and is not taken", shown(u.Name)),
				problem.Textf("đề nghị đơn vị ghi vào bảng đã nhận; văn phòng thì ghi vào bảng theo dõi đủ mọi nhiệm vụ", "ask the unit to fill in the workbook that it was sent; the office fills in the one with all tasks"))
			return false
		}
	}
	return true
}

// answering returns the name in the record of the unit that goes by a name and
// answers for tasks, "" where there is none.
func answering(rec *record.Record, name string) string {
	for _, u := range record.Singles(rec.Answering()) {
		if u.Called(name) {
			return u.Name
		}
	}
	return ""
}

// task finds the task of a row, nil with a problem where there is none.
func (r *reader) task(row sheet.FilledRow) *record.Item {
	c, ok := row.Cells["id"]
	at := ref(row, "id")
	original := problem.Textf("chép lại mã từ bảng gốc; dòng này chưa được lấy", "copy the ID from the original; the row is not taken")
	if !ok {
		r.cell(at, problem.Textf("dòng có số liệu mà không có mã nhiệm vụ", "the row is filled in but has no ID of a task"), original)
		return nil
	}
	id := shown(c.Text)
	if c.Kind == sheet.FilledNumber {
		id = shown(strconv.FormatFloat(c.Number, 'f', -1, 64))
	}
	it := r.tasks[strings.ToUpper(id)]
	code := path.Dir(id)
	switch {
	case c.Kind == sheet.FilledFormula:
		r.cell(at, problem.Textf("mã nhiệm vụ là công thức", "the ID of the task is a formula"), original)
	case !record.CheckID(id):
		r.cell(at, problem.Textf("mã %q sai: ký tự kiểm tra ở cuối không khớp", "the ID %q is wrong: its check character does not fit", id), original)
	case it == nil && r.quarter && !strings.EqualFold(code, r.record.Code): // of another record
	case it == nil && !strings.EqualFold(code, r.record.Code):
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
	for _, other := range r.record.Tasks() {
		if foldText(other.Text) == text {
			r.cell(c.Ref, problem.Textf("mã là %s nhưng nội dung là của nhiệm vụ %s: hai dòng bị tráo mã", "the ID is %s but the text is that of the task %s: IDs were swapped", it.ID, other.ID), problem.Textf("chép lại mã từ bảng gốc; dòng này chưa được lấy", "copy the ID from the original; the row is not taken"))
			return false
		}
	}
	r.cell(c.Ref, problem.Textf("nội dung nhiệm vụ %s đã bị sửa", "the text of the task %s was changed", it.ID),
		problem.Textf("nội dung trong thông báo: %s; không lấy dòng này, hỏi lại đơn vị", "in the notice: %s; the row is not taken, ask the unit", shown(it.Text)))
	return false
}

// foldText makes texts comparable that programs have saved anew.
func foldText(s string) string { return strings.Join(strings.Fields(record.Clean(s)), " ") }
