package render

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/report"
	"ketluan/render/tmpl"
	"ketluan/render/xlsx"
)

// The way back: a workbook that was filled in, what it reports, the ledger.

// A Collector reads what units send back. It may be used by many goroutines.
type Collector struct {
	Record *record.Record
	AsOf   calendar.Date // the day on which replies are read
	Fields report.Table  // that units fill in

	headers map[string]string
	own     map[string]bool // other texts of the templates' tables
}

// NewCollector reads replies to a record in workbooks of the templates.
func NewCollector(rec *record.Record, asOf calendar.Date, templates []*tmpl.Template) *Collector {
	c := &Collector{Record: rec, AsOf: asOf, Fields: report.Fields(), headers: map[string]string{}, own: map[string]bool{}}
	for _, t := range templates {
		if d := t.Design(); d != nil {
			for header, field := range xlsx.Headers(d) {
				c.headers[header] = field
			}
			maps.Copy(c.own, xlsx.Own(d))
		}
	}
	return c
}

// Read reads one reply. What cannot be read at all is refused with a problem.
func (c *Collector) Read(name string, src []byte) reply.Reading {
	f, refused := c.Open(name, src, src)
	if refused != nil {
		return *refused
	}
	return c.Take(f)
}

// Take reads a reply that Open of any collector with the same templates has
// opened.
func (c *Collector) Take(f reply.File) reply.Reading {
	return reply.Read(c.Fields, f, c.Record, c.AsOf)
}

// Open opens a reply that was sent as source, which book is as .xlsx: often
// the same. What cannot be read at all is refused.
func (c *Collector) Open(name string, source, book []byte) (f reply.File, refused *reply.Reading) {
	filled, err := xlsx.Read(book, c.headers, c.own)
	if err != nil {
		p := problem.Problem{Pos: problem.Pos{File: name}, Message: problem.Textf("không đọc được: %v", "it cannot be read: %v", err)}
		for _, r := range refusals {
			if errors.Is(err, r.is) {
				p.Message, p.Hint = r.message, r.hint
			}
		}
		return f, &reply.Reading{Name: name, Refused: true, Problems: []problem.Problem{p}}
	}
	sum := sha256.Sum256(source)
	return reply.File{Name: name, Source: hex.EncodeToString(sum[:]), Book: filled}, nil
}

// Enter writes what replies report into the ledger, whatever their order, and
// returns how many reports are new, and what the office must look at. A file that
// came twice counts from the first of its moments.
func Enter(l *ledger.Ledger, readings []reply.Reading) (fresh int, problems []problem.Problem) {
	readings = slices.Clone(readings)
	slices.SortStableFunc(readings, earlier)
	late := map[int]followup.Report{} // newer than a reading, and here before it
	entered := map[int][]string{}     // the tasks on which a reading is new
	for i, r := range readings {
		for _, said := range r.Reports {
			if newer, ok := l.Newer(said.ID, said.Report); ok {
				late[i] = newer
			}
		}
	}
	for i, r := range readings {
		before := fresh
		var added []string
		for _, said := range r.Reports {
			if l.Add(said.ID, said.Report) {
				fresh++
				added = append(added, said.ID)
			}
		}
		entered[i] = added
		if newer, ok := late[i]; ok && fresh > before {
			problems = append(problems, problem.Problem{Pos: problem.Pos{File: r.Name}, Message: problem.Textf("báo cáo này (%s) cũ hơn báo cáo đã có trong sổ (%s): chỉ thêm vào lịch sử", "this report (%s) is older than one in the ledger (%s) and is in the history only", r.Reports[0].On, newer.On),
				Hint: problem.Textf("nếu đúng là bản mới hơn thì mở ra, lưu lại rồi chạy lại", "if it is the newer one open and save it, and run again")})
		}
	}
	for i, r := range readings {
		problems = append(problems, overridden(l, r, entered[i])...)
	}
	return fresh, append(problems, l.Settle()...)
}

// earlier compares the moments of two files; one that reports nothing has none.
func earlier(a, b reply.Reading) int {
	if len(a.Reports) == 0 || len(b.Reports) == 0 {
		return min(len(a.Reports), 1) - min(len(b.Reports), 1)
	}
	x, y := a.Reports[0], b.Reports[0]
	switch {
	case x.On.Before(y.On):
		return -1
	case y.On.Before(x.On):
		return 1
	}
	return strings.Compare(x.Time, y.Time)
}

// overridden tells the tasks on which the office's own word, newly in the
// ledger, stands in the place of what units reported.
func overridden(l *ledger.Ledger, r reply.Reading, ids []string) []problem.Problem {
	var over []string
	for _, t := range l.Tasks {
		if r.Unit == "" && slices.Contains(ids, t.ID) && slices.ContainsFunc(t.Reports, func(p followup.Report) bool { return p.Unit != "" && !p.Partner }) {
			over = append(over, t.ID)
		}
	}
	if len(over) == 0 {
		return nil
	}
	named := strings.Join(over[:min(len(over), 5)], ", ")
	if len(over) > 5 {
		named += ", …"
	}
	return []problem.Problem{{Pos: problem.Pos{File: r.Name}, Message: problem.Textf("bảng của văn phòng thay lời đơn vị đã báo ở %d nhiệm vụ: %s", "the office's workbook overrides what units reported on tasks: %d: %s", len(over), named),
		Hint: problem.Textf("nếu tệp không phải do văn phòng ghi thì xóa các báo cáo không có unit của tệp ấy trong sổ", "if the office did not fill it in delete its reports, those without unit, in the ledger")}}
}

// refusals say why a file is not read, and what to do about it.
var refusals = []struct {
	is            error
	message, hint problem.Text
}{
	{xlsx.ErrTooLarge, problem.Textf("tệp, hoặc nội dung nén trong tệp, lớn quá mức: không đọc", "the file, or what is packed in it, is too large and is not read"), problem.Textf("một bảng báo cáo chỉ vài chục KB; kiểm tra xem có đúng tệp không", "a workbook has a few dozen KB; is it the right file?")},
	{xlsx.ErrTooMany, problem.Textf("bảng tính có quá nhiều trang, dòng hoặc ô: không đọc", "the workbook has too many sheets, rows or cells and is not read"), problem.Textf("xóa các dòng thừa ở cuối bảng, hoặc chép số liệu vào bảng gốc", "delete the rows below the table, or fill the original in")},
	{xlsx.ErrNoWorkbook, problem.Textf("không phải bảng tính Excel (.xlsx)", "no workbook of Excel (.xlsx)"), problem.Textf("đề nghị đơn vị gửi lại bảng .xlsx đã nhận", "ask the unit for the .xlsx that it was sent")},
	{xlsx.ErrBroken, problem.Textf("tệp bảng tính bị hỏng", "the workbook is damaged"), problem.Textf("mở bằng Excel hoặc LibreOffice rồi lưu lại, hoặc đề nghị gửi lại", "open and save it in Excel or LibreOffice, or ask for it again")},
	{xlsx.ErrEncrypted, problem.Textf("tệp có mật khẩu", "the file has a password"), problem.Textf("bỏ mật khẩu (Lưu thành, để trống mật khẩu) rồi chạy lại", "save it without password and run again")},
	{xlsx.ErrMacros, problem.Textf("tệp có macro (.xlsm): không đọc", "the file has macros (.xlsm) and is not read"), problem.Textf("lưu thành .xlsx, không có macro", "save it as .xlsx, without macros")},
	{xlsx.ErrOldExcel, problem.Textf("tệp Excel 97-2003 (.xls)", "a file of Excel 97-2003 (.xls)"), problem.Textf("mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thu tệp .xlsx ấy", "open it in Excel or LibreOffice, save it as Excel Workbook (.xlsx), and collect that")},
	{xlsx.ErrBinary, problem.Textf("tệp Excel nhị phân (.xlsb)", "a binary file of Excel (.xlsb)"), problem.Textf("đề nghị đơn vị mở ra, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi gửi lại", "ask the unit to open it, save it as Excel Workbook (.xlsx) and send it again")},
	{xlsx.ErrOpenSheet, problem.Textf("tệp OpenDocument (.ods)", "a file of OpenDocument (.ods)"), problem.Textf("mở bằng LibreOffice và lưu thành .xlsx", "open it in LibreOffice and save it as .xlsx")},
	{xlsx.ErrNoTable, problem.Textf("không trang nào có bảng với cột Mã nhiệm vụ và các cột để ghi", "no sheet has the table with the column of IDs and those to fill in"), problem.Textf("tên các cột phải giữ nguyên; đề nghị ghi vào bảng gốc", "the headers must stay as they are; the original is to be filled in")},
}
