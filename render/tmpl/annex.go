package tmpl

import "ketluan/render/record"

// An annex is one of the record's own as a template sees it.
type annex struct {
	*record.Annex
	Number string // behind its name: " I"; "" where it is the only one
	Notice *view
}

// annexes numbers the annexes: by Roman numbers where there are several
// (Phụ lục I, III.1b), the table of tasks last.
func (v *view) annexes() {
	withTasks := v.Annex != "" && len(v.Record.Tasks()) > 0
	number := func(n int) string {
		if len(v.Record.Annexes) > 1 || withTasks && len(v.Record.Annexes) > 0 {
			return " " + roman(n)
		}
		return ""
	}
	for i, a := range v.Record.Annexes {
		v.Annexes = append(v.Annexes, &annex{Annex: a, Number: number(i + 1), Notice: v})
	}
	v.TasksAnnex = number(len(v.Record.Annexes) + 1)
}
