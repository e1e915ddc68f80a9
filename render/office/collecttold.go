package office

import (
	"context"

	"ketluan/render/record"
	"ketluan/render/report"
)

// An Arrived is what became of one file, also of one within another.
type Arrived struct {
	Name    string `json:"name"`           // as messages call it
	Unit    string `json:"unit,omitempty"` // whose reply it is; "" is the office's, or not known
	Refused bool   `json:"refused"`        // nothing of it is taken
	Reports int    `json:"reports"`        // that it has
	Fresh   int    `json:"fresh"`          // of them, that no ledger had
}

// A Moved is a task of which something else holds than before.
type Moved struct {
	Record   Found
	ID, Text string
	Units    []string // that lead it
	Changes  []MovedField
}

// A MovedField is one field of a task, as it was and as it is; "" is nothing.
type MovedField struct {
	Field    report.Field
	Was, Now string
}

// A Named is a task by what people know it by.
type Named struct {
	Record   Found
	Text     string // its beginning
	Deadline string // as the record says it
}

// mention says of a file what became of it.
func (a *arrival) mention(name, unit string, refused bool, reports int) {
	a.arrived = append(a.arrived, Arrived{Name: name, Unit: unit, Refused: refused, Reports: reports})
}

// tell finishes what became of each file: which of its reports were new to the
// ledgers.
func (out *Collected) tell(all []*lines) {
	places := map[string]int{}
	for i, a := range out.Arrived {
		places[a.Name] = i
	}
	for _, l := range all {
		if l.book == nil || l.err != nil {
			continue
		}
		for _, r := range l.readings {
			at, ok := places[r.Name]
			for _, said := range r.Reports {
				if ok && !l.had[saidIn{said.ID, said.Unit, said.Source}] {
					out.Arrived[at].Fresh++
				}
			}
		}
		out.Moved = append(out.Moved, l.moved()...)
	}
	out.Tasks = map[string]Named{}
	awaited := map[string]bool{}
	for _, u := range out.Awaited {
		for _, id := range u.Tasks {
			awaited[id] = true
		}
	}
	for _, l := range all {
		for _, it := range l.record.Tasks() {
			if awaited[it.ID] {
				out.Tasks[it.ID] = Named{l.Found, it.Text, it.Deadline.Words}
			}
		}
	}
}

// A saidIn tells a report of a ledger from the others.
type saidIn struct{ id, unit, source string }

// remember keeps what a ledger says before anything is entered.
func (l *lines) remember(was []byte) {
	l.was, l.had, l.held = was, map[saidIn]bool{}, map[string]report.Values{}
	for _, t := range l.book.Tasks {
		for _, r := range t.Reports {
			l.had[saidIn{t.ID, r.Unit, r.Source}] = true
		}
		l.held[t.ID] = t.Holds.Values
	}
}

// moved lists the tasks of which something else holds now.
func (l *lines) moved() (all []Moved) {
	units := unitsOf(l.record)
	for _, t := range l.book.Tasks {
		m := Moved{Record: l.Found, ID: t.ID, Text: t.Text}
		for _, f := range report.Fields() {
			was, now := shownValue(l.held[t.ID][f.Key]), shownValue(t.Holds.Values[f.Key])
			if was != now {
				m.Changes = append(m.Changes, MovedField{f, was, now})
			}
		}
		if len(m.Changes) > 0 {
			m.Units = units[t.ID]
			all = append(all, m)
		}
	}
	return all
}

func shownValue(v report.Value) string {
	if v == nil {
		return ""
	}
	return v.Shown()
}

// unitsOf are those that lead the tasks of a record, by the IDs of these.
func unitsOf(rec *record.Record) map[string][]string {
	units := map[string][]string{}
	for _, it := range rec.Tasks() {
		named := map[string]bool{}
		for _, u := range it.Leads {
			if !named[u.Name] {
				named[u.Name] = true
				units[it.ID] = append(units[it.ID], u.Name)
			}
		}
	}
	return units
}

// A Back is the ledgers before a run has entered replies, by which that can be
// taken back as long as nobody has changed them since.
type Back struct {
	folder  Folder
	changes []Change
}

// IsZero reports that there is nothing to take back.
func (b Back) IsZero() bool { return len(b.changes) == 0 }

// Take makes the ledgers again what they were: all of them or, where one has
// changed in the meantime (ErrMoved), none.
func (b Back) Take(ctx context.Context) error {
	if b.IsZero() {
		return nil
	}
	_, err := b.folder.Apply(ctx, b.changes)
	return err
}

// Back is the way back of what was entered.
func (out Collected) Back() Back { return out.back }

// keepBack keeps the way back of ledgers that were written.
func (out *Collected) keepBack(f Folder, all []*lines) {
	out.back.folder = f
	for _, l := range all {
		if !l.changed {
			continue
		}
		c := Change{Name: l.name, Bytes: l.was, Was: []string{SumOf(l.book.Bytes())}, MustStand: true}
		if l.was == nil { // there was none
			c.Remove = true
		}
		out.back.changes = append(out.back.changes, c)
	}
}
