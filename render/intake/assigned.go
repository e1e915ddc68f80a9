package intake

import (
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/deadline"
	"ketluan/render/problem"
)

// An Assigned is what one text says of who leads, who takes part and by when, as
// far as that is sure.
type Assigned struct {
	Leads, Partners []string // as the text calls them
	Deadline        string   // its words
	Unsure          []string // partners, deadline: something is said that is not sure
}

// A Listener reads texts by themselves, for an office whose units it knows by name.
type Listener struct {
	*directory
	setting deadline.Setting
}

// NewListener returns one for the units of these names, and for what was said on
// a day and sent out on another, which may be zero.
func NewListener(units []string, meeting, notice calendar.Date) *Listener {
	l := &Listener{newDirectory(), deadline.Setting{Meeting: meeting, Notice: notice}}
	for _, name := range units {
		l.add(name)
	}
	return l
}

// Bounds of a text that is heard: its bytes, its clauses, and its commas. One that
// has more gives no one task.
const (
	maxHeard   = 1200
	maxClauses = 12
	maxCommas  = 24
)

func isLong(text string) bool {
	clauses := 0
	for _, mark := range []string{".", ";", "(", "iao "} {
		clauses += strings.Count(text, mark)
	}
	return len(text) > maxHeard || clauses > maxClauses || strings.Count(text, ",") > maxCommas
}

// Heard returns what a text says. Where several lead, each with work of its own, it
// is nothing.
func (l *Listener) Heard(text string) (out Assigned) {
	if isLong(text) || !strings.Contains(text, " ") {
		return out
	}
	a := &assigner{directory: l.directory, where: map[string]Place{}, meeting: l.setting.Meeting, notice: l.setting.Notice}
	it := &Item{Text: Field{Text: text}}
	a.item(it, false)
	for _, doubt := range it.Doubts {
		key, _, _ := strings.Cut(doubt, ":")
		if key == "lead" {
			return out
		}
		out.Unsure = append(out.Unsure, key)
	}
	out.Leads, out.Partners, out.Deadline = it.Leads, it.Partners, it.Deadline
	if len(out.Partners) == 0 && !slices.Contains(out.Unsure, "partners") && partnered.MatchString(text) {
		out.Unsure = append(out.Unsure, "partners")
	}
	if r := deadline.Read(out.Deadline, l.setting); out.Deadline != "" && (r.Fault != problem.Text{} || r.Why != problem.Text{}) {
		out.Deadline, out.Unsure = "", append(out.Unsure, "deadline")
	}
	return out
}

// HeardOf returns the units that a heading is nothing but the names of.
func (l *Listener) HeardOf(heading string) []string {
	if len(heading) > maxListed {
		return nil
	}
	return (&assigner{directory: l.directory}).allNames(heading)
}
