package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/sheet"
)

// maxText is how many characters of one cell are taken.
const maxText = 5000

// A Cell is one that came back filled in, with what its value is judged by.
type Cell struct {
	sheet.FilledCell
	From1904 bool          // its days count from 1904
	Meeting  calendar.Date // that gave the task
	Deadline calendar.Date // of the task; zero is none
	AsOf     calendar.Date // on which it is read
	Tell     func(message, hint problem.Text)
}

// Short cuts what came from outside for a message.
func Short(s string) string {
	runes := []rune(line(s))
	if len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return string(runes)
}

// line returns a text on one line, with single spaces.
func line(s string) string { return strings.Join(strings.Fields(record.Clean(s)), " ") }

// usable reports whether a cell holds a value; formulas and errors are told.
func (c Cell) usable() bool {
	again := problem.Textf("ghi thẳng giá trị vào ô; ô này chưa được lấy", "write the value itself; the cell is not taken")
	switch c.Kind {
	case sheet.FilledFormula:
		c.Tell(problem.Textf("ô có công thức %q", "the cell has a formula, %q", "="+Short(c.Text)), again)
	case sheet.FilledError:
		c.Tell(problem.Textf("ô có lỗi %s", "the cell has the error %s", Short(c.Text)), again)
	case sheet.FilledTruth:
		c.Tell(problem.Textf("ô có giá trị đúng/sai (TRUE/FALSE)", "the cell has a truth value (TRUE, FALSE)"), again)
	default:
		return true
	}
	return false
}

func (ofTexts) Cell(c Cell) Value {
	if !c.usable() {
		return nil
	}
	if c.Kind == sheet.FilledNumber {
		if math.IsNaN(c.Number) || math.IsInf(c.Number, 0) {
			c.Tell(problem.Textf("%q không phải số", "%q is no number", strconv.FormatFloat(c.Number, 'f', -1, 64)), problem.Textf("ghi lại ô này; ô chưa được lấy", "write the cell anew; it is not taken"))
			return nil
		}
		return Text(strconv.FormatFloat(c.Number, 'f', -1, 64))
	}
	s := record.Clean(c.Text)
	switch n := len([]rune(s)); {
	case n > maxText:
		c.Tell(problem.Textf("ô dài %d ký tự, quá %d", "the cell has %d characters, more than %d", n, maxText), problem.Textf("ghi tóm tắt; ô này chưa được lấy", "write it shorter; the cell is not taken"))
		return nil
	case n == 0:
		return nil
	}
	return Text(s)
}

func (ofStates) Cell(c Cell) Value {
	if !c.usable() {
		return nil
	}
	s := line(c.Text)
	if c.Kind == sheet.FilledNumber {
		s = strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	for _, state := range States() {
		if strings.EqualFold(slashes(s), slashes(state.String())) {
			return state
		}
	}
	c.Tell(problem.Textf("%q không phải trạng thái", "%q is no state", Short(s)),
		problem.Textf("chọn một trong danh sách của ô: %s; ô này chưa được lấy", "choose one from the cell's list: %s; the cell is not taken", strings.Join(choices(), "; ")))
	return nil
}

// slashes takes the spaces around slashes away.
func slashes(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, " /", "/"), "/ ", "/")
}

var percentShape = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$`)

// Cell reads 0.5, 50, "50", "50 %" and "0,5" as 50. The cells hold shares of
// one: 1 is all of it. A number from 1 to 100 is meant in hundredths, as some
// programs leave it that put no % behind it; between 1 and 2 it may be either.
func (ofPercents) Cell(c Cell) Value {
	if !c.usable() {
		return nil
	}
	value, hundredths := c.Number, false
	if c.Kind == sheet.FilledText {
		m := percentShape.FindStringSubmatch(strings.TrimSpace(record.Clean(c.Text)))
		if m == nil {
			return c.noPercent(c.Text)
		}
		value, _ = strconv.ParseFloat(strings.ReplaceAll(m[1], ",", "."), 64)
		hundredths = m[2] != ""
	}
	// what is no number is neither below nor above another
	if !(value >= 0 && value <= 100) || !hundredths && value > 1 && value != math.Trunc(value) {
		return c.noPercent(strconv.FormatFloat(value, 'f', -1, 64))
	}
	if !hundredths && value <= 1 {
		value *= 100
	}
	return Percent(math.Round(value))
}

func (c Cell) noPercent(value string) Value {
	c.Tell(problem.Textf("%q không phải phần trăm từ 0 đến 100", "%q is no percentage from 0 to 100", Short(value)), problem.Textf("ghi như 50%%; ô này chưa được lấy", "write it like 50%%; the cell is not taken"))
	return nil
}

func (k ofDays) Cell(c Cell) Value {
	if d, ok := c.date(); ok && k.allowed(c, d) {
		return Day(d)
	}
	return nil
}

var dottedDate = regexp.MustCompile(`^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$`)

// epochShift is how many days later the count from 1904 begins.
const epochShift = 1462

// date reads a day: a serial number, or a text as 14/10/2020, 14-10-2020,
// 14.10.2020, 2020-10-14 or "ngày 14 tháng 10 năm 2020".
func (c Cell) date() (calendar.Date, bool) {
	if !c.usable() {
		return calendar.Date{}, false
	}
	write := problem.Textf("ghi ngày/tháng/năm như 14/10/2020; ô này chưa được lấy", "write day/month/year like 14/10/2020; the cell is not taken")
	if c.Kind == sheet.FilledNumber {
		days := c.Number
		if c.From1904 {
			days += epochShift
		}
		const last = 2958465 // 9999-12-31
		if !(days >= 61 && days <= last) {
			c.Tell(problem.Textf("số %s không phải ngày", "the number %s is no day", Short(strconv.FormatFloat(days, 'f', -1, 64))), write)
			return calendar.Date{}, false
		}
		t := time.Date(1899, 12, 30+int(days), 0, 0, 0, 0, time.UTC)
		return calendar.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
	}
	s := line(c.Text)
	d, shaped := calendar.ParseDate(dottedDate.ReplaceAllString(s, "$1/$2/$3"))
	switch {
	case !shaped:
		c.Tell(problem.Textf("%q không phải ngày", "%q is no day", Short(s)), write)
	case !d.Valid():
		c.Tell(problem.Textf("không có ngày %q trong lịch", "the calendar has no %q", Short(s)), write)
	default:
		return d, true
	}
	return calendar.Date{}, false
}

// past allows days on which something was done: from the meeting on, and not
// after the day of collecting.
func past(c Cell, d calendar.Date) bool {
	switch {
	case d.Before(c.Meeting):
		c.Tell(problem.Textf("ngày hoàn thành %s trước ngày họp %s", "the day of completion %s is before the meeting, %s", d.Slashed(), c.Meeting.Slashed()), c.turned(d))
	case c.AsOf.Before(d):
		c.Tell(problem.Textf("ngày hoàn thành %s chưa tới (hôm nay %s)", "the day of completion %s is still to come (today is %s)", d.Slashed(), c.AsOf.Slashed()), c.turned(d))
	default:
		return true
	}
	return false
}

// turned is the hint to a day that cannot be: with day and month changing
// places it might.
func (c Cell) turned(d calendar.Date) problem.Text {
	t := calendar.Date{Year: d.Year, Month: d.Day, Day: d.Month}
	if t != d && t.Valid() && !t.Before(c.Meeting) && !c.AsOf.Before(t) {
		return problem.Textf("có phải %s, ngày và tháng bị đảo? ô này chưa được lấy, hỏi lại đơn vị", "is it %s, with day and month in each other's place? the cell is not taken, ask the unit", t.Slashed())
	}
	return problem.Textf("ô này chưa được lấy, hỏi lại đơn vị", "the cell is not taken, ask the unit")
}

// later allows deadlines that are after the one that is asked to move.
func later(c Cell, d calendar.Date) bool {
	earliest := c.Meeting
	if !c.Deadline.IsZero() {
		earliest = c.Deadline
	}
	if !earliest.Before(d) {
		c.Tell(problem.Textf("đề nghị gia hạn đến %s, không sau thời hạn %s", "the deadline asked for, %s, is not after %s", d.Slashed(), earliest.Slashed()),
			problem.Textf("ô này chưa được lấy, hỏi lại đơn vị", "the cell is not taken, ask the unit"))
		return false
	}
	return true
}
