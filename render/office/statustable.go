package office

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"ketluan/render/followup"
	"ketluan/render/problem"
)

// A StatusColumn is an official state in the table of a status: the number that
// it shows, its heading in lines of at most six characters, between slashes, and
// its full name.
type StatusColumn struct {
	Count func(followup.Figures) int
	Head  problem.Text
	Name  problem.Text
}

// StatusColumns are those of the table.
func StatusColumns() []StatusColumn {
	return []StatusColumn{
		{func(f followup.Figures) int { return f.Tasks }, problem.Textf("Tổng/số", "All/tasks"), problem.Textf("Tổng số", "Tasks")},
		{func(f followup.Figures) int { return f.DoneInTime }, problem.Textf("HT/đúng/hạn", "Done/in/time"), problem.Textf("Hoàn thành đúng hạn", "Done in time")},
		{func(f followup.Figures) int { return f.DoneLate }, problem.Textf("HT/quá/hạn", "Done/late"), problem.Textf("Hoàn thành quá hạn", "Done late")},
		{func(f followup.Figures) int { return f.DoneUndated }, problem.Textf("HT/chưa/ngày", "Done,/no/day"), problem.Textf("Hoàn thành, chưa ghi ngày", "Done, without a day")},
		{followup.Figures.OnTrack, problem.Textf("Trong/hạn", "On/track"), problem.Textf("Đang thực hiện (trong hạn)", "Under way (in time)")},
		{func(f followup.Figures) int { return f.Overdue }, problem.Textf("Quá/hạn", "Over-/due"), problem.Textf("Quá hạn chưa hoàn thành", "Overdue, not done")},
		{func(f followup.Figures) int { return f.NoDeadline }, problem.Textf("Không/có/hạn", "No/dead-/line"), problem.Textf("Không có thời hạn", "Without deadline")},
	}
}

// ShareDone is how much is done, with one digit behind the comma; "" without
// tasks.
func ShareDone(f followup.Figures, l problem.Lang) string {
	if f.Tasks == 0 {
		return ""
	}
	s := strconv.FormatFloat(100*float64(f.Done())/float64(f.Tasks), 'f', 1, 64)
	if l == problem.Vietnamese {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + " %"
}

// CSV is the table of units for a spreadsheet. It begins with the mark by which
// Excel knows UTF-8; no text is a formula.
func (s Standing) CSV(l problem.Lang) ([]byte, error) {
	head := []string{problem.Textf("Đơn vị chủ trì", "Leading unit").In(l)}
	for _, c := range StatusColumns() {
		head = append(head, c.Name.In(l))
	}
	rows := [][]string{append(head, problem.Textf("Tỷ lệ hoàn thành", "Share done").In(l))}
	total := followup.UnitFigures{Unit: problem.Textf("Tổng cộng", "Total").In(l), Figures: s.Total}
	for _, u := range append(s.Units[:len(s.Units):len(s.Units)], total) {
		row := []string{u.Unit}
		for _, c := range StatusColumns() {
			row = append(row, strconv.Itoa(c.Count(u.Figures)))
		}
		rows = append(rows, append(row, ShareDone(u.Figures, l)))
	}
	return spreadsheet(rows)
}

// OverdueCSV is likewise the list of overdue tasks.
func (s Standing) OverdueCSV(l problem.Lang) ([]byte, error) {
	var head []string
	for _, t := range append([]problem.Text{problem.Textf("Mã nhiệm vụ", "ID"), problem.Textf("Nội dung", "Text"), problem.Textf("Đơn vị chủ trì", "Leading units"), problem.Textf("Thời hạn", "Deadline"),
		problem.Textf("Số ngày quá hạn", "Days late"), problem.Textf("Đơn vị chưa xong", "Units not done")}, s.Fields.Heads()...) {
		head = append(head, t.In(l))
	}
	rows := [][]string{head}
	for _, late := range s.Overdue {
		var leads []string
		for _, u := range late.Task.Leads {
			leads = append(leads, u.Name)
		}
		row := []string{late.Task.ID, late.Task.Text, strings.Join(leads, "; "), late.Task.Deadline.Day.Slashed(), strconv.Itoa(late.Days), strings.Join(late.Owing, "; ")}
		rows = append(rows, append(row, s.Fields.Row(late.Report.Values)...))
	}
	return spreadsheet(rows)
}

func spreadsheet(rows [][]string) ([]byte, error) {
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
	}
	b := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
