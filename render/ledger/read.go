package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
)

// Limits of a ledger.
const (
	maxBytes   = 16 << 20
	maxTasks   = 10_000
	maxReports = 100_000
	maxHeard   = 2_000_000 // reports of the office, each once for every unit that leads its task
)

// Read reads the ledger of a record. All problems come back at once with their
// places; with any the ledger must not be written, for it is not whole.
func Read(name string, src []byte, rec *record.Record) (*Ledger, []problem.Problem) {
	return ReadOf(report.Fields(), name, src, rec)
}

// ReadOf reads the ledger whose reports have the fields of a table.
func ReadOf(fields report.Table, name string, src []byte, rec *record.Record) (*Ledger, []problem.Problem) {
	b := &book{Ledger: &Ledger{Name: name, fields: fields, record: rec, units: namesOf(rec)}}
	b.ofReports = slices.Concat(momentKeys, keysOf(fields, func(r *followup.Report) *followup.Report { return r }))
	file, problems := record.ReadKeys(name, src, maxBytes, bookKeys, b)
	switch {
	case b.newer != nil:
		return nil, []problem.Problem{*b.newer} // whatever else is wrong follows from it
	case file.IsZero():
		return nil, problems
	}
	if record.FoldCode(b.Record) != record.FoldCode(rec.Code) && b.Record != "" {
		problems = append(problems, problem.Problem{Pos: problem.Pos{File: name}, Field: "record",
			Message: problem.Textf("sổ này của bản ghi %q, không phải %q", "this is the ledger of the record %q, not %q", b.Record, rec.Code),
			Hint:    problem.Textf("kiểm tra xem có đổi tên nhầm tệp, hoặc mã (code) của bản ghi có bị đổi không", "is the file misnamed, or has the code of the record changed?")})
	}
	b.comments = without(file.Comments(), b.ofTasks)
	b.asRead = b.Bytes()
	b.adopt()
	if tooMany := b.overheard(); tooMany != nil {
		return nil, append(problems, *tooMany)
	}
	for _, t := range b.Tasks {
		t.ByHand = t.byHand()
	}
	b.Settle()
	return b.Ledger, problems
}

// without returns lines but for those of less, each taken away once.
func without(lines, less []string) []string {
	gone := map[string]int{}
	for _, l := range less {
		gone[l]++
	}
	return slices.DeleteFunc(lines, func(l string) bool { gone[l]--; return gone[l] >= 0 || prefaceShape.MatchString(l) })
}

// A book is a ledger while it is read.
type book struct {
	*Ledger
	ofTasks []string // comments

	ofReports []record.Key[followup.Report]
	reports   int
	newer     *problem.Problem // the ledger is of a format that this program does not know
}

var bookKeys = []record.Key[book]{
	{Name: "format", About: problem.Text{VI: "định dạng của sổ", EN: "the ledger's format"}, Read: readFormat},
	{Name: "record", About: problem.Text{VI: "mã bản ghi", EN: "the record's code"}, Required: true, Read: func(v record.Value, b *book) { b.Record = v.Line() }},
	{Name: "tasks", About: problem.Text{VI: "các nhiệm vụ", EN: "the tasks"}, Read: func(v record.Value, b *book) { b.tasks(v) }},
}

// readFormat tells the ledger of a newer program. That is the problem to know
// of: what an older one does not understand of it is not wrong.
func readFormat(v record.Value, b *book) {
	s := v.Line()
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		v.Problem(problem.Textf("%q không phải số của định dạng", "%q is no number of a format", s), problem.Textf("xóa dòng format nếu đã ghi tay", "take the line away if it was typed"))
		return
	}
	if known := b.fields.Format(); n > known {
		b.newer = &problem.Problem{Pos: v.Pos(), Field: "format", Path: "format",
			Message: problem.Textf("sổ này do bản ketluan mới hơn ghi (định dạng %d, bản đang chạy chỉ biết đến %d)", "this ledger was written by a newer ketluan (format %d, this one knows up to %d)", n, known),
			Hint:    problem.Textf("cài bản ketluan mới hơn rồi chạy lại; không sửa dòng format, sổ giữ nguyên", "install the newer ketluan and run again; leave the line as it is, nothing was changed")}
	}
}

func (b *book) tasks(v record.Value) {
	have := map[string]bool{} // IDs, folded
	for i, e := range v.List() {
		if i == maxTasks {
			e.Problem(problem.Textf("sổ có quá %d nhiệm vụ", "the ledger has more than %d tasks", maxTasks), problem.Text{})
			return
		}
		t := &Task{fields: b.fields, units: b.units}
		b.ofTasks = append(b.ofTasks, e.Comments()...)
		t.comments = e.Comments()
		record.ReadKeysOf(e, b.taskKeys(), t)
		id := record.FoldCode(t.ID)
		if have[id] {
			e.Problem(problem.Textf("nhiệm vụ %s có hai lần trong sổ", "the task %s stands twice in the ledger", t.ID), problem.Textf("gộp hai mục làm một", "join the two"))
			continue
		}
		have[id] = true
		b.Tasks = append(b.Tasks, t)
	}
}

// overheard bounds what the office says in the place of units: each report counts
// for all that lead its task.
func (b *book) overheard() *problem.Problem {
	heard := 0
	for _, t := range b.Tasks {
		of := 0
		for _, r := range t.Reports {
			if r.Unit == "" && !r.Partner {
				of++
			}
		}
		if of == 0 {
			continue
		}
		if heard += of * len(t.leads()); heard > maxHeard {
			return &problem.Problem{Pos: problem.Pos{File: b.Name}, Field: t.ID,
				Message: problem.Textf("văn phòng báo cáo thay quá nhiều lần cho quá nhiều đơn vị: hơn %d", "the office reports too often for too many units: more than %d", maxHeard),
				Hint:    problem.Textf("xóa bớt các báo cáo cũ của văn phòng ở nhiệm vụ này trong sổ", "delete older reports of the office on this task in the ledger")}
		}
	}
	return nil
}

func (b *book) taskKeys() []record.Key[Task] {
	keys := []record.Key[Task]{
		{Name: "id", About: problem.Text{VI: "mã nhiệm vụ", EN: "the task's ID"}, Required: true, Read: func(v record.Value, t *Task) {
			if t.ID = v.Line(); t.ID != "" && !record.CheckID(t.ID) {
				v.Problem(problem.Textf("mã %q sai ký tự kiểm tra ở cuối", "the check character of %q is wrong", t.ID), problem.Textf("chép lại mã từ bảng theo dõi", "copy the ID from the workbook"))
			}
		}},
		{Name: "text", About: problem.Text{VI: "nội dung, để đọc", EN: "its text, for reading"}, Read: func(v record.Value, t *Task) { t.Text = v.Line() }},
		{Name: "reports", About: problem.Text{VI: "các báo cáo", EN: "its reports"}, Read: func(v record.Value, t *Task) { b.history(v, t) }},
	}
	return append(keys, keysOf(b.fields, func(t *Task) *followup.Report { return &t.Holds })...)
}

func (b *book) history(v record.Value, t *Task) {
	for _, e := range v.List() {
		if b.reports++; b.reports > maxReports {
			e.Problem(problem.Textf("sổ có quá %d báo cáo", "the ledger has more than %d reports", maxReports), problem.Text{})
			return
		}
		r := followup.Report{}
		record.ReadKeysOf(e, b.ofReports, &r)
		if r.Partner && slices.ContainsFunc(b.fields.Of(report.Leads), func(f report.Field) bool { return r.Values[f.Key] != nil }) {
			keys := b.fields.Of(report.Leads).Keys()
			last := len(keys) - 1
			e.Problem(problem.Textf("báo cáo của đơn vị phối hợp (partner) không có trạng thái", "what a partner reports has no state"),
				problem.Text{VI: fmt.Sprintf("xóa %s, hoặc xóa partner", strings.Join(keys, ", ")), EN: fmt.Sprintf("take %s and %s away, or partner", strings.Join(keys[:last], ", "), keys[last])})
		}
		t.Reports = append(t.Reports, r)
	}
	slices.SortStableFunc(t.Reports, order)
}

// momentKeys are those of a report in the history, before what it says.
var momentKeys = []record.Key[followup.Report]{
	{Name: "unit", About: problem.Text{VI: "đơn vị; không có là văn phòng", EN: "the unit; none is the office"}, Read: func(v record.Value, r *followup.Report) { r.Unit = v.Line() }},
	{Name: "partner", About: problem.Text{VI: "chỉ phối hợp", EN: "only a partner"}, Read: func(v record.Value, r *followup.Report) { r.Partner = v.Yes() }},
	{Name: "on", About: problem.Text{VI: "ngày, giờ báo cáo", EN: "day and time of the report"}, Required: true, Read: readMoment},
	{Name: "source", About: problem.Text{VI: "SHA-256 của tệp; không có là ghi tay", EN: "SHA-256 of the file; none is typed"}, Read: func(v record.Value, r *followup.Report) {
		if r.Source = v.Line(); r.Source != "" && !sourceShape.MatchString(r.Source) {
			v.Problem(problem.Textf("%q không phải mã SHA-256", "%q is no SHA-256", r.Source), problem.Textf("64 chữ số 0-9, a-f; ghi tay thì bỏ dòng này", "64 digits 0-9, a-f; leave the line out of what is typed"))
		}
	}},
}

var (
	sourceShape = regexp.MustCompile(`^[0-9a-f]{64}$`)
	timeShape   = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$`)
)

func readMoment(v record.Value, r *followup.Report) {
	day, time, timed := strings.Cut(v.Line(), " ")
	d, _ := calendar.ParseDate(day)
	if !d.Valid() || timed && !timeShape.MatchString(time) {
		v.Problem(problem.Textf("%q không phải ngày giờ", "%q is no day and time", v.Line()), problem.Textf("viết như 2020-10-14, hoặc 2020-10-14 16:05:00", "write it like 2020-10-14, or 2020-10-14 16:05:00"))
		return
	}
	r.On, r.Time = d, time
}

// keysOf are the keys of what a report says, and what holds for a task.
func keysOf[T any](fields report.Table, of func(*T) *followup.Report) []record.Key[T] {
	keys := make([]record.Key[T], len(fields))
	for i, f := range fields {
		keys[i] = record.Key[T]{Name: f.Key, About: f.About, Read: func(v record.Value, into *T) {
			value, r := f.Kind.Read(v), of(into)
			if r.Values == nil {
				r.Values = report.Values{}
			}
			if value != nil {
				r.Values[f.Key] = value
			}
		}}
	}
	return keys
}
