package tmpl

import (
	"fmt"
	"slices"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A share is the part of a task that one of several units answers for, as the
// rows of a workbook have it: what the unit said of it, and what all said
// together when the workbook was made. Formulas see by that whether the office
// has written something else into the row of the task since.
type share struct {
	ID, Unit   string
	Ordinal    int // of the task, from 1
	Deadline   record.Deadline
	Assessment string
	State      string
	Completed  calendar.Date

	WholeState     string
	WholePercent   *float64 // 0 to 1; nil is not said
	WholeCompleted calendar.Date
}

// shareRows is the list of shares, by which a workbook judges units.
const shareRows = ".Shares"

// maxShares is how many shares the tasks of a view have at most, those of single
// units too: a sheet has room for about a million rows.
const maxShares = 1_000_000

// judgesShares reports whether units are judged by their own reports. The
// formulas of a workbook without rows of shares count a shared task for each
// of its leads as a whole, and so do its values.
func (f *file) judgesShares() bool {
	return len(f.Sheets) == 0 || slices.ContainsFunc(f.Sheets, func(s sheetFile) bool { return s.Rows.names == shareRows })
}

// count adds a task to the figures of those who lead it.
func (v *taskView) count(t *task, leaders map[string]*leader, judged bool) {
	add := func(name string, a followup.Assessment) {
		if leaders[name] == nil {
			leaders[name] = &leader{Name: name}
			v.Leaders = append(v.Leaders, leaders[name])
		}
		leaders[name].Figures.add(a)
	}
	if !judged {
		for _, u := range t.Leads {
			add(u.Name, t.stands)
		}
		return
	}
	for _, s := range t.shares {
		add(s.Unit.Name, s.Stands)
	}
}

// share gives a workbook the rows of its shared tasks; that of a single unit
// has none, its own row says all.
func (v *taskView) share() {
	for _, t := range v.Tasks {
		if len(t.Leads) == 1 && len(t.Leads[0].Members) == 0 {
			continue
		}
		whole := share{
			ID: t.ID, Ordinal: t.Ordinal, Deadline: t.Deadline,
			WholeState: t.said.State().String(), WholeCompleted: t.said.Completed(),
		}
		if percent, ok := t.said.Values[report.PercentKey].(report.Percent); ok {
			part := float64(percent) / 100
			whole.WholePercent = &part
		}
		for _, s := range t.shares {
			one := whole
			one.Unit, one.Assessment = s.Unit.Name, s.Stands.String()
			one.State, one.Completed = s.Said.State().String(), s.Said.Completed()
			v.Shares = append(v.Shares, &one)
		}
	}
}

// A TooManyError is that of tasks with more shares than a workbook holds.
type TooManyError struct{ Most int }

func (e *TooManyError) Error() string {
	return fmt.Sprintf("the tasks have more than %d shares: a row for each task and each of its leading units", e.Most)
}

// InWords returns the error for the user.
func (e *TooManyError) InWords() (vi, en string) {
	return fmt.Sprintf("các nhiệm vụ có hơn %d phần việc (mỗi nhiệm vụ, mỗi đơn vị chủ trì một phần), quá nhiều; tách bản ghi thành nhiều bản", e.Most), e.Error()
}
