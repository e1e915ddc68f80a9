package reply

import (
	"cmp"
	"path"
	"regexp"
	"slices"
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
	code := r.code()
	switch {
	case code == "":
		r.whole(problem.Textf("tệp không mang mã bản ghi, cũng không có mã nhiệm vụ nào đúng: không phải bảng do ketluan lập, hoặc nội dung đã chép sang tệp khác", "the file has no code of a record and no ID of a task: it is no workbook of ketluan, or its cells were copied into another"), again)
		return false
	case b.Identifier != "" && record.FoldCode(b.Identifier) != record.FoldCode(code):
		r.whole(problem.Textf("tệp mang hai mã bản ghi khác nhau: %q và %q", "the file has two codes of a record: %q and %q", shown(code), shown(b.Identifier)), again)
		return false
	}
	r.quarter = record.FoldCode(code) == record.FoldCode(quarterPrefix+r.record.Quarter.String())
	switch {
	case record.FoldCode(code) == record.FoldCode(r.record.Code) || r.quarter:
	case r.carriedOver():
		r.Foreign = true
		r.whole(problem.Textf("bảng này của bản ghi %s: chỉ lấy các dòng của nhiệm vụ chuyển tiếp mà bản ghi %s cũng có", "this workbook is of the record %s: only the rows of tasks that were carried over, and that the record %s has too, are taken", shown(code), r.record.Code),
			problem.Textf("để lấy các dòng khác thì thu bảng này cùng bản ghi %s", "for the other rows collect it with the record %s", shown(strings.TrimPrefix(code, quarterPrefix))))
	default:
		r.whole(problem.Textf("bảng này của bản ghi %s, không phải %s", "this workbook is of the record %s, not %s", shown(code), r.record.Code),
			problem.Textf("thu bảng này cùng bản ghi %s", "collect it with the record %s", shown(strings.TrimPrefix(code, quarterPrefix))))
		return false
	}
	if r.named = b.Unit; r.named != "" {
		r.Unit = r.speaker(r.named)
	}
	switch {
	case r.Unit == "" && (r.named == "" || mangled.MatchString(r.named) && len(r.above()) > 0):
		return r.byContents()
	case r.Unit != "" || r.quarter: // that may have tasks of other records only
		r.sayTakenOver()
		if b.Record == "" && b.Identifier == "" {
			r.whole(problem.Textf("nhận ra bản ghi theo mã nhiệm vụ vì thuộc tính tệp đã mất", "the record is known by the IDs of tasks, for the properties of the file are gone"), problem.Text{})
		}
		return true
	}
	r.whole(problem.Textf("%q không có nhiệm vụ nào trong bản ghi %s", "%q has no task in the record %s", shown(r.named), r.record.Code),
		problem.Textf("đơn vị đổi tên thì thêm tên cũ vào aliases của đơn vị trong hồ sơ cơ quan", "for a unit with a new name add the old one to its aliases in the profile"))
	return false
}

// carriedOver reports whether the file has a row of a task that came to the
// record from another.
func (r *reader) carriedOver() bool {
	return slices.ContainsFunc(r.here(), func(it *record.Item) bool {
		return record.FoldCode(path.Dir(it.ID)) != record.FoldCode(r.record.Code)
	})
}

// mangled is a name whose letters some program has read as others: the bytes
// of UTF-8 as letters of their own, or as question marks.
var mangled = regexp.MustCompile("á[º»]|[ÃÆÄ].|[\u0080-\u009F\uFFFD?]")

// code returns that of the record whose workbook the file is: as a property
// has it, or else as its IDs have it that are right by their check characters.
// IDs of several records stand in the workbooks of a quarter only.
func (r *reader) code() string {
	if b := r.file.Book; b.Record != "" || b.Identifier != "" {
		return cmp.Or(b.Record, b.Identifier)
	}
	var codes []string
	for id := range r.ids() {
		if record.CheckID(id) && !slices.Contains(codes, path.Dir(id)) && len(codes) < 100 {
			codes = append(codes, path.Dir(id))
		}
	}
	own := slices.IndexFunc(codes, func(code string) bool { return record.FoldCode(code) == record.FoldCode(r.record.Code) })
	switch {
	case own >= 0 && len(codes) == 1:
		return r.record.Code
	case own >= 0:
		return quarterPrefix + r.record.Quarter.String()
	case len(codes) > 0:
		return codes[0]
	}
	return ""
}

// ids are the IDs in the rows of the file, as they stand there.
func (r *reader) ids() func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, t := range r.file.Book.Tables {
			for _, row := range t.Rows {
				if c := row.Cells["id"]; c.Kind == sheet.FilledText && !yield(shown(c.Text)) {
					return
				}
			}
		}
	}
}

// byContents finds out whose workbook it is where its properties do not say: a
// unit's has the unit's name above the table.
func (r *reader) byContents() bool {
	names := r.above()
	switch len(names) {
	case 0:
		return r.office()
	case 1:
		r.Unit, r.named = names[0], names[0]
		r.sayTakenOver()
		r.whole(problem.Textf("nhận ra đơn vị theo tên ghi trong bảng vì thuộc tính tệp đã mất: %s", "the unit is known by its name in the sheet, for the properties of the file are gone: %s", names[0]),
			problem.Textf("tệp đã qua một chương trình làm mất thuộc tính; nếu không phải đơn vị ấy thì bỏ tệp ra, xóa báo cáo của tệp trong sổ", "some program has dropped them; if it is not that unit take the file away and delete its reports in the ledger"))
		return true
	}
	r.whole(problem.Textf("thuộc tính tệp đã mất mà trong bảng có tên hai đơn vị: %s; %s", "the properties of the file are gone, and its sheets name two units: %s; %s", names[0], names[1]),
		problem.Textf("không rõ của đơn vị nào nên không lấy; đề nghị đơn vị gửi lại", "whose it is is not certain, so it is not taken; ask for it again"))
	return false
}

// maxAbove is how many texts are compared with the names of the units.
const maxAbove = 100

// above are the units that answer for tasks and are named above a table, alone
// or behind a colon. The agency is not meant by its own name, which all its
// workbooks have.
func (r *reader) above() []string {
	var names []string
	looked := map[string]bool{"": true, strings.ToLower(foldText(r.record.Agency.Name)): true}
	for _, t := range r.file.Book.Tables {
		for _, text := range t.Above {
			_, behind, _ := strings.Cut(text, ":")
			for _, said := range []string{text, behind} {
				said = strings.ToLower(foldText(said))
				if looked[said] || len(looked) > maxAbove {
					continue
				}
				looked[said] = true
				if name := r.speaker(said); name != "" && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// office reports whether a workbook that names no unit is the office's own: an
// empty property says little, for it may have been lost or emptied. The office's
// has tasks of which each unit lacks some, most of all tasks, and without its
// properties all of them. What the office says overrides the units.
func (r *reader) office() bool {
	b := r.file.Book
	all := r.record.Tasks()
	here := r.here()
	if len(here) == 0 {
		return true // says nothing of a task
	}
	whole := problem.Textf("đề nghị đơn vị ghi vào bảng đã nhận; văn phòng thì ghi vào bảng theo dõi đủ mọi nhiệm vụ", "ask the unit to fill in the workbook that it was sent; the office fills in the one with all tasks")
	for _, u := range record.Singles(r.record.Answering()) {
		own := func(other *record.Unit) bool { return other == u }
		others := func(it *record.Item) bool { return !record.Answers(it.Leads, own) && !record.Answers(it.Partners, own) }
		if (!b.HasUnit || slices.ContainsFunc(all, others)) && !slices.ContainsFunc(here, others) {
			r.whole(problem.Textf("tệp không ghi là của đơn vị nào, mà chỉ có nhiệm vụ của %s: không phải bảng của văn phòng, không lấy", "the file names no unit but has the tasks of %s only: it is not the office's, and is not taken", shown(u.Name)), whole)
			return false
		}
	}
	intact := b.Record != "" && b.HasUnit && r.named == ""
	switch {
	case 2*len(here) <= len(all) || !intact && len(here) < len(all):
		r.whole(problem.Textf("tệp không ghi là của đơn vị nào, mà chỉ có %d trong %d nhiệm vụ: không rõ là bảng của văn phòng hay của đơn vị, không lấy", "the file names no unit and has %d of %d tasks: whether it is the office's or a unit's is not certain, and it is not taken", len(here), len(all)), whole)
		return false
	case !intact:
		r.whole(problem.Textf("nhận là bảng của văn phòng vì có đủ mọi nhiệm vụ và không ghi tên đơn vị nào; thuộc tính tệp đã mất", "it counts as the office's workbook, for it has all tasks and names no unit; the properties of the file are gone"),
			problem.Textf("nếu không phải thì bỏ tệp ra, xóa báo cáo của tệp trong sổ", "if it is not take the file away and delete its reports in the ledger"))
	}
	r.named = ""
	return true
}

// here are the tasks of the record that have rows in the file, each once.
func (r *reader) here() []*record.Item {
	known := map[string]*record.Item{}
	for _, it := range r.record.Tasks() {
		known[record.FoldCode(it.ID)] = it
	}
	var here []*record.Item
	for id := range r.ids() {
		id = record.FoldCode(id)
		if it := known[id]; it != nil {
			here = append(here, it)
			delete(known, id)
		}
	}
	return here
}
