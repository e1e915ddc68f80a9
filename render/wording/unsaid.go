// Package wording compares what the fields of a record assign to a task (its
// lead, its partners, its deadline) with what its text says, and the headings
// and texts above it. A record goes in, what is unsaid comes out. It knows no
// sentence: templates have those that print it.
package wording

import (
	"strings"

	"ketluan/render/record"
)

// maxUnits bounds the units of one task that are compared; no office has as
// many. Those of a task that has more count as unsaid.
const maxUnits = 200

// A Rest is what a task's fields assign and its text does not say.
type Rest struct {
	Leads    []*record.Unit
	Partners []*record.Unit
	Deadline record.Deadline // its words are "" where it is said, or none is given
}

// Empty reports that all is said.
func (r Rest) Empty() bool {
	return len(r.Leads) == 0 && len(r.Partners) == 0 && r.Deadline.Words == ""
}

// Unsaid returns the tasks of a record of whose assignment something is unsaid.
// What is unsaid of a task is not unsaid once more of the tasks below it, unless
// the sentence that would say it has no place there (Open).
func Unsaid(rec *record.Record) map[*record.Item]Rest {
	d := newDirectory(rec.Units)
	all := map[*record.Item]Rest{}
	var walk func([]*record.Item, *passage)
	walk = func(items []*record.Item, above *passage) {
		for _, it := range items {
			p := d.read(it, above)
			if it.Task {
				if rest := d.unsaid(rec, it, p); !rest.Empty() {
					all[it] = rest
					if !rec.AssignmentsPrinted || !Open(it.Text) {
						p.tell(rest)
					}
				}
			}
			walk(it.Items, p)
		}
	}
	walk(rec.Conclusions, nil)
	return all
}

// Open reports a text that others follow, which ends in a colon: no sentence
// may stand behind it.
func Open(text string) bool { return strings.HasSuffix(text, ":") }

func (d *directory) unsaid(rec *record.Record, it *record.Item, p *passage) Rest {
	rest := Rest{Leads: d.unnamed(p, it.Leads), Partners: d.unnamed(p, it.Partners)}
	if it.Deadline.Words != "" && !p.saysDeadline(it.Deadline, rec.MeetingDate) {
		rest.Deadline = it.Deadline
	}
	return rest
}

// unnamed returns those of the units that are not named. What names nobody
// means everybody.
func (d *directory) unnamed(p *passage, units []*record.Unit) []*record.Unit {
	if len(units) > maxUnits {
		return units
	}
	var all []*record.Unit
	for _, u := range units {
		if !u.Everybody && !d.names(p, u) {
			all = append(all, u)
		}
	}
	return all
}

// tell makes what is added, or warned of, hold for what stands below.
func (p *passage) tell(rest Rest) {
	p.told = rest.Deadline
	for _, units := range [][]*record.Unit{rest.Leads, rest.Partners} {
		for _, u := range units[:min(len(units), maxUnits)] {
			p.units[u] = true
		}
	}
}
