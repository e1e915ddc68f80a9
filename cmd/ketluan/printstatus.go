package main

import (
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
)

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
		for _, c := range office.StatusColumns() {
			words += fmt.Sprintf("%*s", columnWidth, at(c.Head.In(a.lang)))
		}
		words += fmt.Sprintf("%*s", shareWidth, at(rates))
		b.WriteString(strings.TrimRight(words, " ") + "\n")
	}
	rule := strings.Repeat("─", unitWidth+columnWidth*len(office.StatusColumns())+shareWidth) + "\n"
	b.WriteString(rule)
	row := func(name string, f followup.Figures) {
		lines := folded(visible(name), unitWidth)
		for _, l := range lines[:len(lines)-1] {
			b.WriteString(l + "\n")
		}
		fmt.Fprintf(b, "%-*s", unitWidth, lines[len(lines)-1])
		for _, c := range office.StatusColumns() {
			fmt.Fprintf(b, "%*s", columnWidth, strconv.Itoa(c.Count(f)))
		}
		fmt.Fprintf(b, "%*s\n", shareWidth, office.ShareDone(f, a.lang))
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
// overdue list.
func (a *app) printStatusCSV(f statusFlags, s office.Standing) error {
	table := s.CSV
	if f.overdue {
		table = s.OverdueCSV
	}
	b, err := table(a.lang)
	if err != nil {
		return err
	}
	_, err = a.out.Write(b)
	return err
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
