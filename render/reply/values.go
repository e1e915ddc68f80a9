package reply

import (
	"slices"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// values reads the cells of a row: those that partners fill in too, then those
// of the leading units. What is no value of its kind is told and left out.
func (r *reader) values(row sheet.FilledRow, it *record.Item, partner bool) report.Values {
	values := report.Values{}
	for _, f := range slices.Concat(r.fields.Of(report.Everyone), r.fields.Of(report.Leads)) {
		c, ok := row.Cells[f.Key]
		switch {
		case !ok:
		case partner && f.By == report.Leads:
			r.cell(c.Ref, problem.Textf("đơn vị chỉ phối hợp nhiệm vụ %s, không báo cáo mục này; không lấy", "the unit is only a partner in the task %s and does not report this; it is not taken", it.ID),
				problem.Textf("trạng thái do đơn vị chủ trì báo cáo", "the state is reported by the leading unit"))
		default:
			value := f.Kind.Cell(report.Cell{
				FilledCell: c, From1904: r.file.Book.From1904, Meeting: r.record.Given(it), Deadline: it.Deadline.Day, AsOf: r.asOf,
				Tell: func(message, hint problem.Text) { r.cell(c.Ref, message, hint) },
			})
			if value != nil {
				values[f.Key] = value
			}
		}
	}
	r.done(row, it, values)
	r.contradicts(row, it, values)
	return values
}

// done tells what is called done, and is not by the rules.
func (r *reader) done(row sheet.FilledRow, it *record.Item, values report.Values) {
	state, completed := values.State(), values.Completed()
	_, stated := row.Cells[report.StateKey]
	_, dated := row.Cells[report.CompletedKey]
	switch {
	case state == report.Done && !dated:
		r.cell(ref(row, report.StateKey), problem.Textf("nhiệm vụ %s ghi hoàn thành mà không có ngày hoàn thành: chưa được tính là hoàn thành", "the task %s is called done without a day: it does not count as done yet", it.ID),
			problem.Textf("hỏi lại đơn vị ngày hoàn thành", "ask the unit for the day"))
	case !completed.IsZero() && !stated:
		r.cell(ref(row, report.CompletedKey), problem.Textf("nhiệm vụ %s có ngày hoàn thành mà không có trạng thái: chưa được tính là hoàn thành", "the task %s has a day of completion and no state: it does not count as done", it.ID),
			problem.Textf("hỏi lại đơn vị trạng thái", "ask the unit for the state"))
	case !completed.IsZero() && state != report.Done && state != report.Unsaid:
		r.cell(ref(row, report.CompletedKey), problem.Textf("nhiệm vụ %s có ngày hoàn thành mà trạng thái là %q: chưa được tính là hoàn thành", "the task %s has a day of completion but its state is %q: it does not count as done", it.ID, state),
			problem.Textf("hỏi lại đơn vị trạng thái", "ask the unit for the state"))
	}
}

// contradicts tells where the state and the rest of a row do not go together;
// what counts is the state.
func (r *reader) contradicts(row sheet.FilledRow, it *record.Item, values report.Values) {
	ask := problem.Textf("tạm tính theo trạng thái; hỏi lại đơn vị", "the state counts for the time being; ask the unit")
	state, percent := values.State(), values.Percent()
	_, result := row.Cells["result"]
	_, document := row.Cells["document"]
	switch {
	case percent == nil:
	case state == report.Done && *percent < 100, state == report.NotStarted && *percent > 0, state == report.UnderWay && *percent == 100:
		r.cell(ref(row, report.PercentKey), problem.Textf("nhiệm vụ %s ghi %q mà tỷ lệ là %d %%", "the task %s is %q with %d %%", it.ID, state, *percent), ask)
	}
	if state == report.Done && !result && !document && r.fields.Has("result") {
		r.cell(ref(row, report.StateKey), problem.Textf("nhiệm vụ %s ghi hoàn thành mà không có kết quả, cũng không có số, ký hiệu văn bản", "the task %s is called done without a result or a document", it.ID),
			problem.Textf("hỏi lại đơn vị kết quả hoặc văn bản", "ask the unit for the result or the document"))
	}
}

// begins is the day from which the file may have been filled in: one of a record
// before reports on its tasks since they were given.
func (r *reader) begins() calendar.Date {
	day := r.record.Begins()
	if r.Foreign {
		for _, it := range r.here() {
			if given := r.record.Given(it); given.Before(day) {
				day = given
			}
		}
	}
	return day
}

// vietnam is where units save their files; files say when in universal time.
var vietnam = time.FixedZone("ICT", 7*60*60)

// moment is when the workbook was filled in: when it was last saved; where it
// does not say, or says what it said when it was sent out, when the mail was
// sent that it came in, or else the day of collecting. A time to come is told and
// counts as what comes next, lest a computer whose clock is wrong has the last
// word on all that is reported until then.
func (r *reader) moment() (calendar.Date, string) {
	b := r.file.Book
	saved, at, says := r.momentOf(b.Modified)
	late := says && r.asOf.Before(saved)
	if says && !late && b.Modified != b.Created {
		return saved, at
	}
	on := r.asOf
	sent, at, mailed := r.momentOf(r.file.Sent)
	if mailed && !r.asOf.Before(sent) {
		on = sent
	} else {
		at = ""
	}
	clock := problem.Textf("đồng hồ máy của đơn vị có thể sai; nếu đơn vị gửi nhiều tệp thì xem tệp nào mới hơn", "the clock of the unit's computer may be wrong; of several files of the unit see which is the newest")
	switch {
	case late:
		r.whole(problem.Textf("tệp ghi là lưu ngày %s, sau ngày thu báo cáo %s: tính là lưu ngày %s", "the file says that it was saved on %s, after the day of collecting, %s, and counts as saved on %s", saved.Slashed(), r.asOf.Slashed(), on.Slashed()), clock)
	case mailed && r.asOf.Before(sent):
		r.whole(problem.Textf("thư ghi là gửi ngày %s, sau ngày thu báo cáo %s: tính là gửi ngày %s", "the mail says that it was sent on %s, after the day of collecting, %s, and counts as sent on %s", sent.Slashed(), r.asOf.Slashed(), on.Slashed()), clock)
	}
	return on, at
}

// momentOf returns the day and the time of the day in Vietnam; ok is false where
// a text says none, or one before there was something to report.
func (r *reader) momentOf(text string) (d calendar.Date, at string, ok bool) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return d, "", false
	}
	t = t.In(vietnam)
	d = calendar.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	return d, t.Format("15:04:05"), d.Valid() && !d.Before(r.begins())
}
