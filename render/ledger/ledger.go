// Package ledger is the office's book on the tasks of one record: the state of
// each, and the history of what was reported. It is a YAML file beside the
// record, made for version control, for reading and for corrections by hand;
// bytes come in and go out.
package ledger

import (
	"cmp"
	"slices"

	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A Ledger is the book on one record's tasks.
type Ledger struct {
	Name   string // of its file, for messages
	Record string // the code of the record
	Tasks  []*Task

	fields   report.Table
	units    *names
	asRead   []byte   // Bytes of what the file had; nil is a new one
	comments []string // of whoever keeps the file, around its tasks
	record   *record.Record
	byID     map[string]*Task
}

// A Task is what the ledger knows of one task.
type Task struct {
	ID   string
	Text string // the beginning of it, for reading: of one that the record does not have any more

	// Reports are what came in, in the order of their days; among those of one
	// moment in that of their units and sources.
	Reports []followup.Report

	// Holds is what counts: what follows from the reports, or what was written
	// in its place by hand.
	Holds  followup.Report
	ByHand bool

	fields   report.Table
	units    *names
	bearers  []bearer       // ledgers that have the task, once they are joined, the oldest record first
	led      []*record.Unit // in the place of the item's leads; nil: those
	item     *record.Item   // nil: the record has no such task any more
	comments []string
	fresh    bool // has a report that was not in the file
}

// New returns the ledger of a record on which nobody has reported.
func New(name string, rec *record.Record) *Ledger { return NewOf(report.Fields(), name, rec) }

// NewOf returns that whose reports have the fields of a table.
func NewOf(fields report.Table, name string, rec *record.Record) *Ledger {
	l := &Ledger{Name: name, Record: rec.Code, fields: fields, record: rec, units: namesOf(rec)}
	l.adopt()
	return l
}

// adopt gives each task of the record its place, in their order; those that
// the record does not have any more come after them.
func (l *Ledger) adopt() {
	known := map[string]*Task{}
	for _, t := range l.Tasks {
		known[record.FoldCode(t.ID)] = t
	}
	var own []*Task
	for _, it := range l.record.Tasks() {
		t := known[record.FoldCode(it.ID)]
		if t == nil {
			t = &Task{ID: it.ID, fields: l.fields, units: l.units}
		}
		delete(known, record.FoldCode(it.ID))
		t.ID, t.item = it.ID, it
		own = append(own, t)
	}
	for _, t := range l.Tasks {
		if known[record.FoldCode(t.ID)] != nil {
			own = append(own, t)
		}
	}
	l.Tasks, l.byID = own, make(map[string]*Task, len(own))
	for _, t := range own {
		l.byID[t.ID] = t
	}
}

// beginning returns the beginning of the task's text, cut behind a word.
func (t *Task) beginning() string {
	if t.item == nil {
		return t.Text
	}
	const most = 80
	runes := []rune(record.Clean(t.item.Text))
	for i, r := range runes {
		if r == '\n' {
			runes[i] = ' '
		}
	}
	if len(runes) <= most {
		return string(runes)
	}
	end := most
	for end > most/2 && runes[end] != ' ' {
		end--
	}
	return string(runes[:end]) + " …"
}

// Add puts a report of a task into its history. It reports whether it is new:
// what a unit said in one file is there once, and stays as it is.
func (l *Ledger) Add(id string, r followup.Report) bool {
	return l.task(id).add(r)
}

func (t *Task) add(r followup.Report) bool {
	if slices.ContainsFunc(t.Reports, func(have followup.Report) bool { return have.Source == r.Source && have.Unit == r.Unit }) {
		return false
	}
	at, _ := slices.BinarySearchFunc(t.Reports, r, order)
	t.Reports = slices.Insert(t.Reports, at, r)
	t.fresh = true
	return true
}

// task returns the task of an ID, which is one of the record's.
func (l *Ledger) task(id string) *Task {
	t := l.byID[id]
	if t == nil {
		panic("ledger: no task " + id)
	}
	return t
}

// Newer returns the newest report on a task that its unit made after r.
func (l *Ledger) Newer(id string, r followup.Report) (newest followup.Report, ok bool) {
	for _, have := range l.task(id).Reports {
		if have.Unit == r.Unit && moments(r, have) < 0 {
			newest, ok = have, true
		}
	}
	return newest, ok
}

// order is that of reports in a history. On one moment the office comes last,
// for its word counts.
func order(a, b followup.Report) int {
	office := func(r followup.Report) int {
		if r.Unit == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(moments(a, b), cmp.Compare(office(a), office(b)), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Source, b.Source))
}

// moments compares when two reports were filled in.
func moments(a, b followup.Report) int {
	return cmp.Or(cmp.Compare(a.On.Year, b.On.Year), cmp.Compare(a.On.Month, b.On.Month), cmp.Compare(a.On.Day, b.On.Day), cmp.Compare(a.Time, b.Time))
}

// Standings are the reports that hold for the tasks of the record; those on
// which nothing is known are not among them.
func (l *Ledger) Standings() followup.Standings {
	all := followup.Standings{}
	for _, t := range l.Tasks {
		if t.item != nil && (t.ByHand || len(t.Reports) > 0) {
			all[t.ID] = t.Holds
		}
	}
	return all
}

// Silent are the units that lead tasks and have not reported on any, in the
// order in which the tasks name them. The office may report in their place.
func (l *Ledger) Silent() []string {
	var names []string
	spoke := map[string]bool{}
	for _, t := range l.Tasks {
		for _, r := range t.Reports {
			spoke[r.Unit] = true // of a partner too
		}
		leads, reports := t.byLead()
		for i, u := range leads {
			if _, known := spoke[u.Name]; !known {
				names = append(names, u.Name)
				spoke[u.Name] = false
			}
			spoke[u.Name] = spoke[u.Name] || len(reports[i]) > 0
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return spoke[name] })
}
