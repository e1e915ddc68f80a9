package ledger

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Limits of a ledger.
const (
	maxBytes   = 16 << 20
	maxTasks   = 10_000
	maxReports = 100_000
)

// Read reads the ledger of a record. All problems come back at once with their
// places; with any the ledger must not be written, for it is not whole.
func Read(name string, src []byte, rec *record.Record) (*Ledger, []problem.Problem) {
	b := &book{Ledger: &Ledger{Name: name, record: rec}}
	file, problems := record.ReadKeys(name, src, maxBytes, bookKeys, b)
	if file.IsZero() {
		return nil, problems
	}
	if b.Record != rec.Code && b.Record != "" {
		problems = append(problems, problem.Problem{Pos: problem.Pos{File: name}, Field: "record",
			Message: problem.Textf("sổ này của bản ghi %q, không phải %q", "this is the ledger of the record %q, not %q", b.Record, rec.Code),
			Hint:    problem.Textf("kiểm tra xem có đổi tên nhầm tệp, hoặc mã (code) của bản ghi có bị đổi không", "is the file misnamed, or has the code of the record changed?")})
	}
	b.comments = without(file.Comments(), b.ofTasks)
	b.asRead = b.Bytes()
	b.adopt()
	for _, t := range b.Tasks {
		t.ByHand = t.byHand()
	}
	b.Settle()
	return b.Ledger, problems
}

// byHand reports whether what holds is not what the reports come to, with or
// without those that somebody typed into the history.
func (t *Task) byHand() bool {
	if said(t.Holds) == [5]string{} {
		return false // taken away to be worked out anew
	}
	derived, _ := t.derive()
	came := &Task{item: t.item}
	for _, r := range t.Reports {
		if r.Source != "" {
			came.Reports = append(came.Reports, r)
		}
	}
	before, _ := came.derive()
	return !same(t.Holds, derived) && !same(t.Holds, before)
}

// without returns lines but for those of less, each taken away once.
func without(lines, less []string) []string {
	gone := map[string]int{}
	for _, l := range less {
		gone[l]++
	}
	for _, l := range preface {
		gone[l]++
	}
	return slices.DeleteFunc(lines, func(l string) bool { gone[l]--; return gone[l] >= 0 })
}

// A book is a ledger while it is read.
type book struct {
	*Ledger
	ofTasks []string // comments
	reports int
}

var bookKeys = []record.Key[book]{
	{Name: "record", About: problem.Text{VI: "mã bản ghi", EN: "the record's code"}, Required: true, Read: func(v record.Value, b *book) { b.Record = v.Line() }},
	{Name: "tasks", About: problem.Text{VI: "các nhiệm vụ", EN: "the tasks"}, Read: func(v record.Value, b *book) { b.tasks(v) }},
}

func (b *book) tasks(v record.Value) {
	for i, e := range v.List() {
		if i == maxTasks {
			e.Problem(problem.Textf("sổ có quá %d nhiệm vụ", "the ledger has more than %d tasks", maxTasks), problem.Text{})
			return
		}
		t := &Task{}
		b.ofTasks = append(b.ofTasks, e.Comments()...)
		t.comments = e.Comments()
		record.ReadKeysOf(e, b.taskKeys(), t)
		if slices.ContainsFunc(b.Tasks, func(other *Task) bool { return other.ID == t.ID }) {
			e.Problem(problem.Textf("nhiệm vụ %s có hai lần trong sổ", "the task %s stands twice in the ledger", t.ID), problem.Textf("gộp hai mục làm một", "join the two"))
			continue
		}
		b.Tasks = append(b.Tasks, t)
	}
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
	for _, k := range sayingKeys {
		keys = append(keys, record.Key[Task]{Name: k.Name, About: k.About, Read: func(v record.Value, t *Task) { k.Read(v, &t.Holds) }})
	}
	return keys
}

func (b *book) history(v record.Value, t *Task) {
	for _, e := range v.List() {
		if b.reports++; b.reports > maxReports {
			e.Problem(problem.Textf("sổ có quá %d báo cáo", "the ledger has more than %d reports", maxReports), problem.Text{})
			return
		}
		r := followup.Report{}
		record.ReadKeysOf(e, reportKeys, &r)
		if r.Partner && (r.State != followup.Unsaid || r.Percent != nil || !r.Completed.IsZero() || !r.Proposed.IsZero()) {
			e.Problem(problem.Textf("báo cáo của đơn vị phối hợp (partner) không có trạng thái", "what a partner reports has no state"), problem.Textf("xóa state, percent, completed, proposed, hoặc xóa partner", "take state, percent, completed and proposed away, or partner"))
		}
		t.Reports = append(t.Reports, r)
	}
	slices.SortStableFunc(t.Reports, order)
}

// reportKeys are those of a report in the history.
var reportKeys = append([]record.Key[followup.Report]{
	{Name: "unit", About: problem.Text{VI: "đơn vị; không có là văn phòng", EN: "the unit; none is the office"}, Read: func(v record.Value, r *followup.Report) { r.Unit = v.Line() }},
	{Name: "partner", About: problem.Text{VI: "chỉ phối hợp", EN: "only a partner"}, Read: func(v record.Value, r *followup.Report) { r.Partner = v.Yes() }},
	{Name: "on", About: problem.Text{VI: "ngày, giờ báo cáo", EN: "day and time of the report"}, Required: true, Read: readMoment},
	{Name: "source", About: problem.Text{VI: "SHA-256 của tệp; không có là ghi tay", EN: "SHA-256 of the file; none is typed"}, Read: func(v record.Value, r *followup.Report) {
		if r.Source = v.Line(); r.Source != "" && !sourceShape.MatchString(r.Source) {
			v.Problem(problem.Textf("%q không phải mã SHA-256", "%q is no SHA-256", r.Source), problem.Textf("64 chữ số 0-9, a-f; ghi tay thì bỏ dòng này", "64 digits 0-9, a-f; leave the line out of what is typed"))
		}
	}},
}, sayingKeys...)

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

// sayingKeys are what a report says, and what holds for a task.
var sayingKeys = []record.Key[followup.Report]{
	{Name: "state", About: problem.Text{VI: "trạng thái", EN: "the state"}, Read: readState},
	{Name: "percent", About: problem.Text{VI: "phần trăm", EN: "percentage"}, Read: readPercent},
	{Name: "completed", About: problem.Text{VI: "ngày hoàn thành", EN: "day of completion"}, Read: func(v record.Value, r *followup.Report) { r.Completed = v.Date() }},
	{Name: "result", About: problem.Text{VI: "kết quả", EN: "the result"}, Read: func(v record.Value, r *followup.Report) { r.Result = v.Text() }},
	{Name: "document", About: problem.Text{VI: "số, ký hiệu văn bản", EN: "number and symbol of the document"}, Read: func(v record.Value, r *followup.Report) { r.Document = v.Text() }},
	{Name: "difficulties", About: problem.Text{VI: "khó khăn, vướng mắc", EN: "difficulties"}, Read: func(v record.Value, r *followup.Report) { r.Difficulties = v.Text() }},
	{Name: "proposed", About: problem.Text{VI: "đề nghị gia hạn đến", EN: "a later deadline that is asked for"}, Read: func(v record.Value, r *followup.Report) { r.Proposed = v.Date() }},
}

func readState(v record.Value, r *followup.Report) {
	s := v.Line()
	if s == "" {
		return
	}
	var names []string
	for _, state := range followup.States() {
		if strings.EqualFold(state.String(), s) {
			r.State = state
			return
		}
		names = append(names, state.String())
	}
	v.Problem(problem.Textf("%q không phải trạng thái", "%q is no state", s), problem.Textf("một trong: %s", "one of: %s", strings.Join(names, "; ")))
}

func readPercent(v record.Value, r *followup.Report) {
	s := v.Line()
	if s == "" {
		return
	}
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	if err != nil || n < 0 || n > 100 {
		v.Problem(problem.Textf("%q không phải phần trăm", "%q is no percentage", s), problem.Textf("số nguyên từ 0 đến 100", "a whole number from 0 to 100"))
		return
	}
	r.Percent = &n
}
