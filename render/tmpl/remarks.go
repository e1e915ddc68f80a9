package tmpl

import (
	"slices"
	"strings"

	"ketluan/render/record"
	"ketluan/render/report"
)

// remark gives each task what its units wrote in none of the columns: leads
// together, as the report that holds has it, then each partner.
func (v *taskView) remark() {
	for _, t := range v.Tasks {
		var lines []string
		if text := t.said.Values.Text(report.RemarksKey); text != "" {
			lines = append(lines, text)
		}
		leads := record.Singles(t.Leads)
		for _, u := range record.Singles(t.Partners) {
			text := v.own[u.Name][t.ID].Values.Text(report.RemarksKey)
			if text != "" && !slices.Contains(leads, u) {
				lines = append(lines, u.Name+": "+text)
			}
		}
		t.Remarks = strings.Join(lines, "\n")
	}
}
