package main

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// The official states, as columns: the number that each shows, its heading in
// the table (lines of at most six characters) and its full name.
var statusColumns = []struct {
	count func(followup.Figures) int
	head  problem.Text
	name  problem.Text
}{
	{func(f followup.Figures) int { return f.Tasks }, problem.Textf("Tổng/số", "All/tasks"), problem.Textf("Tổng số", "Tasks")},
	{func(f followup.Figures) int { return f.DoneInTime }, problem.Textf("HT/đúng/hạn", "Done/in/time"), problem.Textf("Hoàn thành đúng hạn", "Done in time")},
	{func(f followup.Figures) int { return f.DoneLate }, problem.Textf("HT/quá/hạn", "Done/late"), problem.Textf("Hoàn thành quá hạn", "Done late")},
	{func(f followup.Figures) int { return f.DoneUndated }, problem.Textf("HT/chưa/ngày", "Done,/no/day"), problem.Textf("Hoàn thành, chưa ghi ngày", "Done, without a day")},
	{followup.Figures.OnTrack, problem.Textf("Trong/hạn", "On/track"), problem.Textf("Đang thực hiện (trong hạn)", "Under way (in time)")},
	{func(f followup.Figures) int { return f.Overdue }, problem.Textf("Quá/hạn", "Over-/due"), problem.Textf("Quá hạn chưa hoàn thành", "Overdue, not done")},
	{func(f followup.Figures) int { return f.NoDeadline }, problem.Textf("Không/có/hạn", "No/dead-/line"), problem.Textf("Không có thời hạn", "Without deadline")},
}

// share is how much is done, with one digit behind the comma; "" without tasks.
func (a *app) share(f followup.Figures) string {
	if f.Tasks == 0 {
		return ""
	}
	s := strconv.FormatFloat(100*float64(f.Done())/float64(f.Tasks), 'f', 1, 64)
	if a.lang == problem.Vietnamese {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + " %"
}

const (
	unitWidth   = 23
	columnWidth = 7
	shareWidth  = 8
	headLines   = 3
)

// printStatus prints the tables for a terminal of 80 characters.
func (a *app) printStatus(f statusFlags, s office.Standing) error {
	var b strings.Builder
	line := func(format problem.Text) { b.WriteString(visible(format.In(a.lang)) + "\n") }
	if !f.overdue {
		line(problem.Textf("Tình hình thực hiện nhiệm vụ đến ngày %s (số bản ghi: %d)", "How the tasks stand on %s (records: %d)", s.AsOf.Slashed(), len(s.Accounts)))
		b.WriteByte('\n')
		a.figures(&b, s)
		b.WriteByte('\n')
	}
	switch {
	case len(s.Overdue) == 0:
		line(problem.Textf("Không có nhiệm vụ quá hạn đến ngày %s.", "No task is overdue on %s.", s.AsOf.Slashed()))
	default:
		line(problem.Textf("Nhiệm vụ quá hạn (%d):", "Overdue tasks (%d):", len(s.Overdue)))
	}
	for _, l := range s.Overdue {
		line(problem.Textf("  %s  quá hạn %d ngày (hạn %s)  %s", "  %s  %d days late (due %s)  %s", l.Task.ID, l.Days, l.Task.Deadline.Day.Slashed(), leadsOf(l)))
		b.WriteString("      " + visible(firstWords(l.Task.Text, 74)) + "\n")
		if len(l.Owing) < l.Shares {
			owing := problem.Textf("chưa xong phần việc: %s", "parts not done: %s", strings.Join(l.Owing, "; "))
			b.WriteString("      " + visible(firstWords(owing.In(a.lang), 74)) + "\n")
		}
		for i, said := range s.Fields.Lines(l.Report.Values, a.lang) {
			if i > 0 { // a text, of any length
				said = firstWords(said, 74)
			}
			b.WriteString("      " + visible(said) + "\n")
		}
	}
	a.remarks(&b, f, s)
	_, err := a.out.Write([]byte(b.String()))
	return err
}

// remarks writes what units wrote in none of the columns, on all tasks or the
// overdue ones.
func (a *app) remarks(b *strings.Builder, f statusFlags, s office.Standing) {
	late := map[string]bool{}
	for _, l := range s.Overdue {
		late[l.Task.ID] = true
	}
	var shown []followup.Remark
	for _, r := range s.Remarks {
		if !f.overdue || late[r.ID] {
			shown = append(shown, r)
		}
	}
	if len(shown) == 0 {
		return
	}
	b.WriteString("\n" + problem.Textf("Đơn vị ghi thêm ngoài các cột (%d):", "Written in none of the columns (%d):", len(shown)).In(a.lang) + "\n")
	for _, r := range shown {
		b.WriteString(visible("  "+r.ID+"  "+r.Unit) + "\n")
		for line := range strings.SplitSeq(r.Text, "\n") {
			b.WriteString("      " + visible(firstWords(line, 74)) + "\n")
		}
	}
}

// figures writes the table of units, with its heads and its total.
func (a *app) figures(b *strings.Builder, s office.Standing) {
	units := problem.Textf("Đơn vị chủ trì", "Leading unit").In(a.lang)
	rates := problem.Textf("Tỷ lệ/HT", "Share/done").In(a.lang)
	for line := range headLines {
		at := func(head string) string {
			if lines := strings.Split(head, "/"); line < len(lines) {
				return lines[line]
			}
			return ""
		}
		words := fmt.Sprintf("%-*s", unitWidth, at(units))
		for _, c := range statusColumns {
			words += fmt.Sprintf("%*s", columnWidth, at(c.head.In(a.lang)))
		}
		words += fmt.Sprintf("%*s", shareWidth, at(rates))
		b.WriteString(strings.TrimRight(words, " ") + "\n")
	}
	rule := strings.Repeat("─", unitWidth+columnWidth*len(statusColumns)+shareWidth) + "\n"
	b.WriteString(rule)
	row := func(name string, f followup.Figures) {
		lines := folded(visible(name), unitWidth)
		for _, l := range lines[:len(lines)-1] {
			b.WriteString(l + "\n")
		}
		fmt.Fprintf(b, "%-*s", unitWidth, lines[len(lines)-1])
		for _, c := range statusColumns {
			fmt.Fprintf(b, "%*s", columnWidth, strconv.Itoa(c.count(f)))
		}
		fmt.Fprintf(b, "%*s\n", shareWidth, a.share(f))
	}
	for _, u := range s.Units {
		row(u.Unit, u.Figures)
	}
	b.WriteString(rule)
	row(problem.Textf("Tổng cộng", "Total").In(a.lang), s.Total)
}

// folded breaks a text between words into lines of less than width characters;
// all but the first are set in.
func folded(s string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(s) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "" || *last == "  ":
			*last += word
		case len([]rune(*last))+1+len([]rune(word)) < width:
			*last += " " + word
		default:
			lines = append(lines, "  "+word)
		}
	}
	return lines
}

// firstWords cuts a text to one line of at most width characters.
func firstWords(s string, width int) string {
	lines := folded(s, width-1)
	if len(lines) == 1 {
		return lines[0]
	}
	return lines[0] + " …"
}

func leadsOf(l followup.Late) string {
	var names []string
	for _, u := range l.Task.Leads {
		names = append(names, u.Name)
	}
	return strings.Join(names, "; ")
}

// printStatusCSV prints one table for a spreadsheet: that of units, or the
// overdue list. It begins with the mark by which Excel knows UTF-8.
func (a *app) printStatusCSV(f statusFlags, s office.Standing) error {
	var rows [][]string
	if f.overdue {
		heads := append([]problem.Text{problem.Textf("Mã nhiệm vụ", "ID"), problem.Textf("Nội dung", "Text"), problem.Textf("Đơn vị chủ trì", "Leading units"), problem.Textf("Thời hạn", "Deadline"), problem.Textf("Số ngày quá hạn", "Days late"), problem.Textf("Đơn vị chưa xong", "Units not done")}, s.Fields.Heads()...)
		rows = append(rows, inLang(a.lang, heads...))
		for _, l := range s.Overdue {
			row := []string{l.Task.ID, l.Task.Text, leadsOf(l), l.Task.Deadline.Day.Slashed(), strconv.Itoa(l.Days), strings.Join(l.Owing, "; ")}
			rows = append(rows, append(row, s.Fields.Row(l.Report.Values)...))
		}
	} else {
		head := []problem.Text{problem.Textf("Đơn vị chủ trì", "Leading unit")}
		for _, c := range statusColumns {
			head = append(head, c.name)
		}
		rows = append(rows, inLang(a.lang, append(head, problem.Textf("Tỷ lệ hoàn thành", "Share done"))...))
		total := followup.UnitFigures{Unit: problem.Textf("Tổng cộng", "Total").In(a.lang), Figures: s.Total}
		for _, u := range append(s.Units[:len(s.Units):len(s.Units)], total) {
			row := []string{u.Unit}
			for _, c := range statusColumns {
				row = append(row, strconv.Itoa(c.count(u.Figures)))
			}
			rows = append(rows, append(row, a.share(u.Figures)))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
	}
	if _, err := fmt.Fprint(a.out, "\uFEFF"); err != nil {
		return err
	}
	w := csv.NewWriter(a.out)
	w.UseCRLF = true
	return w.WriteAll(rows)
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func inLang(l problem.Lang, texts ...problem.Text) []string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = t.In(l)
	}
	return all
}

// sayBorrowed tells which tasks, by their IDs, live off reports made after the
// day of the figures.
func (a *app) sayBorrowed(ids []string, asOf calendar.Date) {
	const most = 5
	if len(ids) == 0 {
		return
	}
	shown := strings.Join(ids[:min(most, len(ids))], ", ")
	if len(ids) > most {
		shown += ", …"
	}
	a.note(problem.Textf("%d nhiệm vụ tính đến %s theo báo cáo lập sau ngày ấy: %s", "tasks that count by %[2]s after reports made later: %[1]d: %[3]s", len(ids), asOf.Slashed(), shown))
}
