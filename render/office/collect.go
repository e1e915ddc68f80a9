package office

import (
	"context"
	"slices"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// Collecting says what is collected, and how.
type Collecting struct {
	Records   []Found       // of one folder
	Inbox     []Place       // replies, or folders of them
	Templates []Template    // own ones, beside the built-in, that replies may be made from
	AsOf      calendar.Date // the day on which they are read
	DryRun    bool          // nothing is written
	Jobs      int           // replies at once
	Tick      func(done, failed, total int)
}

// Collected is what a run has found.
type Collected struct {
	Ledgers   []string          `json:"ledgers"`   // as messages call them: those with something new; of one record always
	Files     int               `json:"files"`     // workbooks and others, also those in archives and mails
	Refused   int               `json:"refused"`   // of the files
	Passed    int               `json:"passed"`    // temporary and hidden files beside them
	Fresh     int               `json:"fresh"`     // reports that are new
	Awaited   []ledger.Awaited  `json:"awaited"`   // tasks without a report, by unit
	Elsewhere []Elsewhere       `json:"elsewhere"` // rows of records that are not collected here
	Later     []string          `json:"later"`     // records whose meeting is after the day
	Problems  []problem.Problem `json:"problems"`
	Unread    []problem.Problem `json:"unread"` // files that cannot be opened
	Entered   bool              `json:"entered"`
	Arrived   []Arrived         `json:"arrived"` // what became of each file, in the order of Problems
	Moved     []Moved           `json:"-"`       // the tasks of which something else holds now

	Tasks map[string]Named `json:"-"` // those without a report, by their IDs

	answerable []answerable
	back       Back
}

// Elsewhere is the rows of one file for tasks of a record which is not
// collected.
type Elsewhere struct {
	File   string `json:"file"`
	Record string `json:"record"` // its code
	Rows   int    `json:"rows"`
	Filled int    `json:"filled"` // of the rows
}

// Collect reads replies into the ledgers beside records. What is wrong with
// one reply, or with one record of a folder, stops no other; it reports whether
// it came to its end.
func Collect(ctx context.Context, p *Press, c Collecting) (out Collected, whole bool) {
	templates, err := replyTemplates(c.Templates)
	if err != nil {
		out.Problems = ProblemsOf("", err)
		return out, true
	}
	opened, whole := each(ctx, c.Jobs, c.Records, func(f Found) Opened { return Open(p.Renderer, f) }, nil)
	if !whole {
		return out, false
	}
	d := out.registry(p, c, opened, templates)
	if len(d.records) == 0 {
		return out, true
	}
	files, passed, err := inboxOf(ctx, c.Inbox)
	if ctx.Err() != nil {
		return out, false
	}
	if err != nil {
		out.Problems = append(out.Problems, ProblemsOf("", err)...)
		return out, true
	}
	out.Passed = passed
	arrivals, whole := out.read(ctx, c, d, files)
	if !whole {
		return out, false
	}
	return out, out.enter(ctx, c, d, arrivals)
}

// A registry is the records that replies are sorted to.
type registry struct {
	records  []*owner
	codes    map[string]int   // of records, as record.FoldCode has them
	tasks    map[string][]int // the records that have a task, by its ID, folded too
	renderer *render.Renderer // that reads records
}

// An owner is a record with what reads its replies.
type owner struct {
	Found
	record *record.Record
	with   *render.Collector
}

// registry takes the records that can be used; what is wrong with others is told.
func (out *Collected) registry(p *Press, c Collecting, opened []Opened, templates []*tmpl.Template) *registry {
	d := &registry{codes: map[string]int{}, tasks: map[string][]int{}, renderer: p.Renderer}
	read := profilesOf(opened)
	for _, o := range opened {
		switch {
		case read.has(o):
		case o.Err != nil || len(o.Problems) > 0:
			out.Problems = append(out.Problems, append(o.Problems, ProblemsOf("", o.Err)...)...)
		case c.AsOf.Before(o.Record.Begins()) && o.Walked:
			out.Later = append(out.Later, o.Path)
		case c.AsOf.Before(o.Record.Begins()):
			out.Problems = append(out.Problems, ProblemsOf(o.Path, ErrEarly)...)
		default:
			if other, again := d.codes[record.FoldCode(o.Record.Code)]; again {
				out.Problems = append(out.Problems, sameCode(o.Path, o.Record.Code, d.records[other].Path))
				continue
			}
			d.put(&owner{o.Found, o.Record, render.NewCollector(o.Record, c.AsOf, templates)})
		}
	}
	return d
}

func (d *registry) put(o *owner) {
	i := len(d.records)
	d.records = append(d.records, o)
	d.codes[record.FoldCode(o.record.Code)] = i
	for _, it := range o.record.Tasks() {
		id := record.FoldCode(it.ID)
		if !slices.Contains(d.tasks[id], i) {
			d.tasks[id] = append(d.tasks[id], i)
		}
	}
}

func sameCode(file, code, other string) problem.Problem {
	return problem.Problem{Pos: problem.Pos{File: file},
		Message: problem.Textf("cùng mã bản ghi %s với %s; chỉ tính bản ghi ấy", "has the code %s, as %s has; only that is counted", code, other),
		Hint:    problem.Textf("đặt mã riêng (code) cho một trong hai", "give one of the two a code of its own")}
}

// replyTemplates are the workbooks that replies may be made from.
func replyTemplates(own []Template) ([]*tmpl.Template, error) {
	var all []*tmpl.Template
	for _, r := range roles {
		if !r.workbook {
			continue
		}
		t, err := BuiltIn(r.template)
		if err != nil {
			return nil, err
		}
		own = append(own[:len(own):len(own)], t)
	}
	for _, t := range own {
		if t.Design() != nil {
			all = append(all, t.Template)
		}
	}
	return all, nil
}
