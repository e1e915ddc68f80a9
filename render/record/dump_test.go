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
	for _, p := range rec.Basis {
		line("basis", p)
	}
	dumpMeeting(line, &rec.Meeting)
	for _, p := range rec.Papers {
		line("document", fmt.Sprintf("%s %q %v %s %q %q %v %s %q", p.Template, p.Number, p.Dated, p.Subject, p.To, p.Text, p.Signer, unitNamesOf(p.Unit), p.Recipients))
		for _, o := range p.Opinions {
			line("  opinion", fmt.Sprintf("%s: %q", peopleOf(o.Speakers), o.Text))
		}
	}
	line("numbering", strings.Join(rec.Numbering, " "))
	line("agency", fmt.Sprintf("%q %q %q %q", rec.Agency.Parent, rec.Agency.Name, rec.Agency.Code, rec.Agency.Place))
	if rec.System != "" || rec.EndMark != "./." || rec.ToneMarks != "" || rec.HeadingsAsTyped {
		line("form", fmt.Sprintf("%q %q %q %t", rec.System, rec.EndMark, rec.ToneMarks, rec.HeadingsAsTyped))
	}
	if rec.Stamps != (Stamps{}) {
		line("stamps", fmt.Sprintf("%+v, fields %t", rec.Stamps, rec.SignatureFields))
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

func dumpMeeting(line func(string, any), m *Meeting) {
	line("meeting", m.Name)
	for _, at := range []struct {
		name string
		Moment
	}{{"starts", m.Starts}, {"ends", m.Ends}} {
		if at.Words != "" {
			line("  "+at.name, fmt.Sprintf("%s %s", at.Clock, at.Day))
		}
	}
	line("  place", m.Place)
	line("  chair", m.Chair.Line())
	line("  secretary", m.Secretary.Line())
	for _, list := range []struct {
		name   string
		people []*Person
	}{{"invited", m.Invited}, {"present", m.Present}, {"absent", m.Absent}} {
		for _, p := range list.people {
			line("  "+list.name, fmt.Sprintf("%s (%d) %s", p.Line(), p.Heads(), p.Reason))
		}
	}
	if m.Attendance > 0 {
		line("  attendance", m.Attendance)
	}
	for _, s := range m.Agenda {
		line("  agenda", fmt.Sprintf("%s-%s %s: %s", s.Slot.From, s.Slot.To, s.Content, peopleOf(s.Speakers)))
	}
	line("  papers", strings.Join(m.Papers, " | "))
	for _, s := range m.Said {
		line("  said", fmt.Sprintf("%s: %q", peopleOf(s.Speakers), s.Text))
	}
	line("  notes", strings.Join(m.Notes, " | "))
}

func peopleOf(people []*Person) string {
	var all []string
	for _, p := range people {
		all = append(all, p.Line())
	}
	return strings.Join(all, "; ")
}

func unitNamesOf(u *Unit) string {
	if u == nil {
		return "all"
	}
	return u.Name
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
