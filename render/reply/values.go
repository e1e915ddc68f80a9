package reply

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/sheet"
)

// maxText is how many characters of one cell are taken.
const maxText = 5000

// report reads the cells of a row. What is no value of its kind is told and
// left out.
func (r *reader) report(row sheet.FilledRow, it *record.Item, partner bool) followup.Report {
	var report followup.Report
	c := row.Cells
	report.Result, report.Document, report.Difficulties = r.text(c["result"]), r.text(c["document"]), r.text(c["difficulties"])
	if partner {
		for _, field := range []string{"state", "percent", "completed", "proposed"} {
			if c, ok := c[field]; ok {
				r.cell(c.Ref, problem.Textf("đơn vị chỉ phối hợp nhiệm vụ %s, không báo cáo mục này; không lấy", "the unit is only a partner in the task %s and does not report this; it is not taken", it.ID),
					problem.Textf("trạng thái do đơn vị chủ trì báo cáo", "the state is reported by the leading unit"))
			}
		}
		return report
	}
	report.State = r.state(c["state"])
	report.Percent = r.percent(c["percent"])
	report.Completed = r.completed(c["completed"])
	report.Proposed = r.proposed(c["proposed"], it)
	_, stated := c["state"]
	_, dated := c["completed"]
	switch {
	case report.State == followup.Done && !dated:
		r.cell(c["state"].Ref, problem.Textf("nhiệm vụ %s ghi hoàn thành mà không có ngày hoàn thành: chưa được tính là hoàn thành", "the task %s is called done without a day: it does not count as done yet", it.ID),
			problem.Textf("hỏi lại đơn vị ngày hoàn thành", "ask the unit for the day"))
	case !report.Completed.IsZero() && !stated:
		r.cell(c["completed"].Ref, problem.Textf("nhiệm vụ %s có ngày hoàn thành mà không có trạng thái: chưa được tính là hoàn thành", "the task %s has a day of completion and no state: it does not count as done", it.ID),
			problem.Textf("hỏi lại đơn vị trạng thái", "ask the unit for the state"))
	case !report.Completed.IsZero() && report.State != followup.Done && report.State != followup.Unsaid:
		r.cell(c["completed"].Ref, problem.Textf("nhiệm vụ %s có ngày hoàn thành mà trạng thái là %q: chưa được tính là hoàn thành", "the task %s has a day of completion but its state is %q: it does not count as done", it.ID, report.State),
			problem.Textf("hỏi lại đơn vị trạng thái", "ask the unit for the state"))
	}
	return report
}

// usable reports whether a cell holds a value; formulas and errors are told.
func (r *reader) usable(c sheet.FilledCell) bool {
	again := problem.Textf("ghi thẳng giá trị vào ô; ô này chưa được lấy", "write the value itself; the cell is not taken")
	switch c.Kind {
	case sheet.FilledFormula:
		r.cell(c.Ref, problem.Textf("ô có công thức %q", "the cell has a formula, %q", "="+shown(c.Text)), again)
	case sheet.FilledError:
		r.cell(c.Ref, problem.Textf("ô có lỗi %s", "the cell has the error %s", shown(c.Text)), again)
	case sheet.FilledTruth:
		r.cell(c.Ref, problem.Textf("ô có giá trị đúng/sai (TRUE/FALSE)", "the cell has a truth value (TRUE, FALSE)"), again)
	default:
		return c.Ref != ""
	}
	return false
}

func (r *reader) text(c sheet.FilledCell) string {
	if !r.usable(c) {
		return ""
	}
	if c.Kind == sheet.FilledNumber {
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	s := record.Clean(c.Text)
	if n := len([]rune(s)); n > maxText {
		r.cell(c.Ref, problem.Textf("ô dài %d ký tự, quá %d", "the cell has %d characters, more than %d", n, maxText), problem.Textf("ghi tóm tắt; ô này chưa được lấy", "write it shorter; the cell is not taken"))
		return ""
	}
	return s
}

func (r *reader) state(c sheet.FilledCell) followup.State {
	if !r.usable(c) {
		return followup.Unsaid
	}
	s := strings.Join(strings.Fields(record.Clean(c.Text)), " ")
	if c.Kind == sheet.FilledNumber {
		s = strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	var names []string
	for _, state := range followup.States() {
		if strings.EqualFold(slashes(s), slashes(state.String())) {
			return state
		}
		names = append(names, state.String())
	}
	r.cell(c.Ref, problem.Textf("%q không phải trạng thái", "%q is no state", shown(s)), problem.Textf("chọn một trong danh sách của ô: %s; ô này chưa được lấy", "choose one from the cell's list: %s; the cell is not taken", strings.Join(names, "; ")))
	return followup.Unsaid
}

// slashes takes the spaces around slashes away.
func slashes(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, " /", "/"), "/ ", "/")
}

var percentShape = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$`)

// percent reads 0.5, 50, "50", "50 %" and "0,5" as 50. The cells hold shares of
// one: 1 is all of it. A number from 1 to 100 is meant in hundredths, as some
// programs leave it that put no % behind it; between 1 and 2 it may be either.
func (r *reader) percent(c sheet.FilledCell) *int {
	if !r.usable(c) {
		return nil
	}
	value, hundredths := c.Number, false
	if c.Kind == sheet.FilledText {
		m := percentShape.FindStringSubmatch(strings.TrimSpace(record.Clean(c.Text)))
		if m == nil {
			return r.noPercent(c, shown(c.Text))
		}
		value, _ = strconv.ParseFloat(strings.ReplaceAll(m[1], ",", "."), 64)
		hundredths = m[2] != ""
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if value < 0 || value > 100 || !hundredths && value > 1 && value != math.Trunc(value) {
		return r.noPercent(c, text)
	}
	if !hundredths && value <= 1 {
		value *= 100
	}
	n := int(math.Round(value))
	return &n
}

func (r *reader) noPercent(c sheet.FilledCell, value string) *int {
	r.cell(c.Ref, problem.Textf("%q không phải phần trăm từ 0 đến 100", "%q is no percentage from 0 to 100", value), problem.Textf("ghi như 50%%; ô này chưa được lấy", "write it like 50%%; the cell is not taken"))
	return nil
}

var dottedDate = regexp.MustCompile(`^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$`)

// date reads a day: a serial number, or a text as 14/10/2020, 14-10-2020,
// 14.10.2020, 2020-10-14 or "ngày 14 tháng 10 năm 2020".
func (r *reader) date(c sheet.FilledCell) (calendar.Date, bool) {
	if !r.usable(c) {
		return calendar.Date{}, false
	}
	write := problem.Textf("ghi ngày/tháng/năm như 14/10/2020; ô này chưa được lấy", "write day/month/year like 14/10/2020; the cell is not taken")
	if c.Kind == sheet.FilledNumber {
		const last = 2958465 // 9999-12-31
		if !(c.Number >= 61 && c.Number <= last) {
			r.cell(c.Ref, problem.Textf("số %s không phải ngày", "the number %s is no day", strconv.FormatFloat(c.Number, 'g', -1, 64)), write)
			return calendar.Date{}, false
		}
		t := time.Date(1899, 12, 30+int(c.Number), 0, 0, 0, 0, time.UTC)
		return calendar.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
	}
	s := strings.Join(strings.Fields(record.Clean(c.Text)), " ")
	d, shaped := calendar.ParseDate(dottedDate.ReplaceAllString(s, "$1/$2/$3"))
	switch {
	case !shaped:
		r.cell(c.Ref, problem.Textf("%q không phải ngày", "%q is no day", shown(s)), write)
	case !d.Valid():
		r.cell(c.Ref, problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", shown(s)), write)
	default:
		return d, true
	}
	return calendar.Date{}, false
}

// completed reads a day on which something was done: from the meeting on, and
// not after the day of collecting.
func (r *reader) completed(c sheet.FilledCell) calendar.Date {
	d, ok := r.date(c)
	switch {
	case !ok:
		return calendar.Date{}
	case d.Before(r.record.MeetingDate):
		r.cell(c.Ref, problem.Textf("ngày hoàn thành %s trước ngày họp %s", "the day of completion %s is before the meeting, %s", d.Slashed(), r.record.MeetingDate.Slashed()), r.turned(d))
	case r.asOf.Before(d):
		r.cell(c.Ref, problem.Textf("ngày hoàn thành %s chưa tới (hôm nay %s)", "the day of completion %s is still to come (today is %s)", d.Slashed(), r.asOf.Slashed()), r.turned(d))
	default:
		return d
	}
	return calendar.Date{}
}

// turned is the hint to a day that cannot be: with day and month changing
// places it might.
func (r *reader) turned(d calendar.Date) problem.Text {
	t := calendar.Date{Year: d.Year, Month: d.Day, Day: d.Month}
	if t != d && t.Valid() && !t.Before(r.record.MeetingDate) && !r.asOf.Before(t) {
		return problem.Textf("có phải %s, ngày và tháng bị đảo? ô này chưa được lấy, hỏi lại đơn vị", "is it %s, with day and month in each other's place? the cell is not taken, ask the unit", t.Slashed())
	}
	return problem.Textf("ô này chưa được lấy, hỏi lại đơn vị", "the cell is not taken, ask the unit")
}

// proposed reads a later deadline that is asked for.
func (r *reader) proposed(c sheet.FilledCell, it *record.Item) calendar.Date {
	d, ok := r.date(c)
	if !ok {
		return calendar.Date{}
	}
	earliest := r.record.MeetingDate
	if !it.Deadline.Day.IsZero() {
		earliest = it.Deadline.Day
	}
	if !earliest.Before(d) {
		r.cell(c.Ref, problem.Textf("đề nghị gia hạn đến %s, không sau thời hạn %s", "the deadline asked for, %s, is not after %s", d.Slashed(), earliest.Slashed()),
			problem.Textf("ô này chưa được lấy, hỏi lại đơn vị", "the cell is not taken, ask the unit"))
		return calendar.Date{}
	}
	return d
}

// vietnam is where units save their files; files say when in universal time.
var vietnam = time.FixedZone("ICT", 7*60*60)

// moment is when the workbook was filled in: when it was last saved, or the day
// of collecting where it does not say or says what it said when it was sent
// out. A time to come is told and counts as that day, lest a computer whose
// clock is wrong has the last word on all that is reported until then.
func (r *reader) moment() (calendar.Date, string) {
	b := r.file.Book
	t, err := time.Parse(time.RFC3339, b.Modified)
	if err != nil {
		return r.asOf, ""
	}
	t = t.In(vietnam)
	d := calendar.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	switch {
	case d.Valid() && r.asOf.Before(d):
		r.whole(problem.Textf("tệp ghi là lưu ngày %s, sau ngày thu báo cáo %s: tính là lưu ngày %s", "the file says that it was saved on %s, after the day of collecting, %s, and counts as saved on %s", d.Slashed(), r.asOf.Slashed(), r.asOf.Slashed()),
			problem.Textf("đồng hồ máy của đơn vị có thể sai; nếu đơn vị gửi nhiều tệp thì xem tệp nào mới hơn", "the clock of the unit's computer may be wrong; of several files of the unit see which is the newest"))
		return r.asOf, ""
	case !d.Valid() || b.Modified == b.Created || d.Before(r.record.MeetingDate):
		return r.asOf, ""
	}
	return d, t.Format("15:04:05")
}
