package record

import (
	"fmt"
	"strings"

	"ketluan/render/calendar"
)

// dump writes a record as text that a person can read and compare.
func dump(rec *Record) string {
	var b strings.Builder
	line := func(name string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "[]" {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.ReplaceAll(s, "\u00A0", "~"))
		}
	}
	line("code", rec.Code)
	line("quarter", rec.Quarter)
	line("number", rec.Number)
	if !rec.Date.IsZero() {
		line("date", rec.Date)
	} else if rec.MeetingDate.IsZero() || rec.Dated != (calendar.Date{Year: rec.MeetingDate.Year}) {
		line("dated", rec.Dated)
	}
	if !rec.MeetingDate.IsZero() {
		line("meeting-date", rec.MeetingDate)
	}
	line("subject", rec.Subject)
	for _, p := range rec.Opening {
		line("opening", p)
	}
	line("numbering", strings.Join(rec.Numbering, " "))
	line("agency", fmt.Sprintf("%q %q %q %q", rec.Agency.Parent, rec.Agency.Name, rec.Agency.Code, rec.Agency.Place))
	if rec.System != "" || rec.EndMark != "./." || rec.ToneMarks != "" || rec.HeadingsAsTyped {
		line("form", fmt.Sprintf("%q %q %q %t", rec.System, rec.EndMark, rec.ToneMarks, rec.HeadingsAsTyped))
	}
	for _, u := range rec.Units {
		line("unit", strings.TrimSpace(fmt.Sprintf("%s %q %s", u.Name, u.Short, unitNames(u.Members))))
		if u.Successor != nil {
			line("  now", u.Current().Name)
		}
	}
	if rec.AssignmentsPrinted {
		line("assignments", "printed")
	}
	dumpItems(&b, rec.Conclusions, "")
	for _, p := range rec.Closing {
		line("closing", p)
	}
	for _, a := range rec.Annexes {
		line("annex", fmt.Sprintf("%s %q %q", a.Title, a.Text, a.Table))
	}
	if s := rec.CoSigner; s != nil {
		line("beside", strings.Join(append(s.Authority, s.Position, s.Name), " | "))
	}
	line("signer", strings.Join(append(rec.Signer.Authority, rec.Signer.Position, rec.Signer.Name), " | "))
	for _, p := range rec.Recipients {
		line("recipient", p)
	}
	return b.String()
}

func dumpItems(b *strings.Builder, items []*Item, indent string) {
	for _, it := range items {
		mark := "-"
		if !it.Numbered {
			mark = "·"
		}
		if it.InParts {
			mark += " parts"
		}
		fmt.Fprintf(b, "%s%s", indent, mark)
		for _, part := range []string{it.Number, it.Heading, it.Text} {
			if part != "" {
				fmt.Fprintf(b, " %q", strings.ReplaceAll(part, "\u00A0", "~"))
			}
		}
		b.WriteString("\n")
		if it.Task {
			fmt.Fprintf(b, "%s  task %s, lead %s", indent, it.ID, unitNames(it.Leads))
			if len(it.Partners) > 0 {
				fmt.Fprintf(b, ", with %s", unitNames(it.Partners))
			}
			if it.Deadline.Words != "" {
				fmt.Fprintf(b, ", by %q", it.Deadline.Words)
				if !it.Deadline.Day.IsZero() {
					fmt.Fprintf(b, " = %s", it.Deadline.Day)
				}
			}
			if it.Since != (calendar.Quarter{}) {
				fmt.Fprintf(b, ", since %s", it.Since)
			}
			if it.Product != "" {
				fmt.Fprintf(b, ", product %q", it.Product)
			}
			b.WriteString("\n")
		}
		if it.Table != nil {
			fmt.Fprintf(b, "%s  table %q %q\n", indent, it.Table.Columns, it.Table.Rows)
		}
		dumpItems(b, it.Items, indent+"  ")
		if it.After != "" {
			fmt.Fprintf(b, "%s  after %q\n", indent, it.After)
		}
	}
}

func unitNames(units []*Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.Name)
	}
	if len(all) == 0 {
		return ""
	}
	return "[" + strings.Join(all, "; ") + "]"
}
