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
// the table (two lines of at most seven characters) and its full name.
var statusColumns = []struct {
	count func(followup.Figures) int
	head  [2]problem.Text
	name  problem.Text
}{
	{func(f followup.Figures) int { return f.Tasks }, [2]problem.Text{problem.Textf("Tổng", "All"), problem.Textf("số", "tasks")}, problem.Textf("Tổng số", "Tasks")},
	{func(f followup.Figures) int { return f.DoneInTime }, [2]problem.Text{problem.Textf("HT đúng", "Done"), problem.Textf("hạn", "in time")}, problem.Textf("Hoàn thành đúng hạn", "Done in time")},
	{func(f followup.Figures) int { return f.DoneLate }, [2]problem.Text{problem.Textf("HT quá", "Done"), problem.Textf("hạn", "late")}, problem.Textf("Hoàn thành quá hạn", "Done late")},
	{followup.Figures.OnTrack, [2]problem.Text{problem.Textf("Trong", "On"), problem.Textf("hạn", "track")}, problem.Textf("Đang thực hiện (trong hạn)", "Under way (in time)")},
	{func(f followup.Figures) int { return f.Overdue }, [2]problem.Text{problem.Textf("Quá", "Over-"), problem.Textf("hạn", "due")}, problem.Textf("Quá hạn chưa hoàn thành", "Overdue, not done")},
	{func(f followup.Figures) int { return f.NoDeadline }, [2]problem.Text{problem.Textf("Không", "No"), problem.Textf("có hạn", "deadl.")}, problem.Textf("Không có thời hạn", "Without deadline")},
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
	unitWidth   = 24
	columnWidth = 8
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
	heads := [2]string{problem.Textf("Đơn vị chủ trì", "Leading unit").In(a.lang), ""}
	rates := [2]problem.Text{problem.Textf("Tỷ lệ", "Share"), problem.Textf("HT", "done")}
	for i, head := range heads {
		fmt.Fprintf(b, "%-*s", unitWidth, head)
		for _, c := range statusColumns {
			fmt.Fprintf(b, "%*s", columnWidth, c.head[i].In(a.lang))
		}
		fmt.Fprintf(b, "%*s\n", columnWidth, rates[i].In(a.lang))
	}
	rule := strings.Repeat("─", unitWidth+columnWidth*(len(statusColumns)+1)) + "\n"
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
		fmt.Fprintf(b, "%*s\n", columnWidth, a.share(f))
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
		heads := append([]problem.Text{problem.Textf("Mã nhiệm vụ", "ID"), problem.Textf("Nội dung", "Text"), problem.Textf("Đơn vị chủ trì", "Leading units"), problem.Textf("Thời hạn", "Deadline"), problem.Textf("Số ngày quá hạn", "Days late")}, s.Fields.Heads()...)
		rows = append(rows, inLang(a.lang, heads...))
		for _, l := range s.Overdue {
			row := []string{l.Task.ID, l.Task.Text, leadsOf(l), l.Task.Deadline.Day.Slashed(), strconv.Itoa(l.Days)}
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
