package office

import (
	"context"
	"path"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// An Order is what Make is asked for beside the press.
type Order struct {
	Out       Folder
	Stem      string   // of the output's names; "" is that of the record
	Strict    bool     // warnings of check stop a document too
	Overwrite bool     // keep no copy of files that differ
	Kin       *Kin     // of all records that are made; nil is looked for anew
	Shelves   *Shelves // of all records that are made; nil likewise

	// By is the day of the figures in workbooks; zero is all that is known, and
	// that on which they are opened.
	By calendar.Date

	// Of documents about the follow-up.
	AsOf   calendar.Date // the day of their figures
	Number string        // "" is left blank for the registry
	Date   calendar.Date // zero is left blank
}

// kin finds the ledgers that know of the tasks of a record.
func (o Order) kin(f Found) *Kin {
	if o.Kin != nil {
		return o.Kin
	}
	return KinOf([]Found{f})
}

// A Made is what became of one record.
type Made struct {
	Files     []string // as messages call them, in the order in which they were made
	Kept      []KeptFile
	Problems  []problem.Problem
	Told      []problem.Problem // it was issued otherwise
	NoLedger  string            // the ledger that was looked for and is not there
	NoReports string            // the same, where nothing is made about the follow-up for want of it
	Borrowed  []string          // IDs of tasks that reports made after the day count for
	NoneLate  bool              // a follow-up that has nobody to write to
	Lacking   []render.Lack     // what was left out for want of facts
	Done      bool              // what was to be made stands
}

// A KeptFile is a file that had changed, and where the old content is.
type KeptFile struct {
	File string `json:"file"`
	Kept string `json:"kept"`
}

// An Ordered record is one to make the files of.
type Ordered struct {
	Order
	Found
}

// Make makes the files of one record in memory, and delivers all or none. What
// may be signed passes the gate first; a draft is there to be mended.
func Make(ctx context.Context, p *Press, o Order, f Found) (m Made) {
	MakeEach(ctx, p, []Ordered{{o, f}}, func(_ int, made Made) { m = made })
	return m
}

// MakeEach makes the files of records one after the other, as Make does, and hands over
// in turn what became of each, until ctx ends.
func MakeEach(ctx context.Context, p *Press, records []Ordered, take func(i int, m Made)) {
	type prepared struct {
		Made
		files []render.File
		ok    bool
	}
	Crew[Ordered, prepared, Made]{
		Prepare: func(o Ordered) (m prepared) { // what takes for ever is left to itself when ctx ends
			m.files, m.ok = m.prepare(p, o.Order, o.Found)
			return m
		},
		Finish: func(o Ordered, m prepared) Made {
			if !m.ok {
				return m.Made
			}
			if o.Order.Stem == "" {
				o.Order.Stem = o.Found.Stem()
			}
			return m.deliver(ctx, o.Order, m.files)
		},
		Take: take,
	}.Run(ctx, records)
}

// prepare makes the files in memory. It is not ok where they must not go out.
func (m *Made) prepare(p *Press, o Order, f Found) (files []render.File, ok bool) {
	rec, ok := m.admit(p, o, f)
	if !ok {
		return nil, false
	}
	var err error
	if !o.By.IsZero() && p.HasWorkbooks() {
		files, err = m.workbooksBy(p, o, f, rec)
	} else {
		files, err = m.workbooksToo(p, o, f, rec)
	}
	if err == nil && p.NeedsFollowUp() {
		var reports []render.File
		reports, err = m.followUp(p, o, f, rec)
		m.NoneLate = err == nil && len(files)+len(reports) == 0
		files = append(files, reports...)
	}
	m.Problems = append(m.Problems, ProblemsOf(f.Path, err)...)
	if err == nil {
		stem := o.Stem
		if stem == "" {
			stem = f.Stem()
		}
		m.Told = o.Shelves.issuedBefore(p, Opened{Found: f, Source: rec.Sources[0].Bytes, Record: rec}, Parcels(stem, files, Keep))
	}
	return files, err == nil
}

// admit opens a record, and lets it pass the gate or not.
func (m *Made) admit(p *Press, o Order, f Found) (*record.Record, bool) {
	in := Open(p.Renderer, f)
	if in.Err != nil || len(in.Problems) > 0 {
		m.Problems = append(in.Problems, ProblemsOf(f.Path, in.Err)...)
		return nil, false
	}
	m.Problems = Stops(in.Record, o.Strict, p.KindsOf(in.Record)...)
	m.Lacking = p.Lacking(in.Record)
	return in.Record, len(m.Problems) == 0 || p.Wants.Draft
}

func (m Made) deliver(ctx context.Context, o Order, files []render.File) Made {
	policy := Keep
	if o.Overwrite {
		policy = Replace
	}
	changes := Parcels(o.Stem, files, policy)
	kept, err := o.Out.Apply(ctx, changes)
	if err != nil {
		if ctx.Err() == nil {
			m.Problems = append(m.Problems, ProblemsOf("", About(o.Out, o.Stem, err))...)
		}
		return m
	}
	for _, c := range changes {
		m.Files = append(m.Files, o.Out.Path(c.Name))
	}
	m.Kept = KeptFiles(o.Out, kept)
	m.Done = true
	return m
}

// Parcels are the changes that put the files of a record into its folder.
func Parcels(stem string, files []render.File, policy Otherwise) []Change {
	var changes []Change
	for _, f := range files {
		changes = append(changes, Change{Name: path.Join(stem, f.Folder, stem+f.Suffix), Bytes: f.Bytes, Else: policy})
	}
	return changes
}

// KeptFiles names what an Apply has kept as messages do.
func KeptFiles(f Folder, kept []Kept) []KeptFile {
	var all []KeptFile
	for _, k := range kept {
		all = append(all, KeptFile{f.Path(k.Name), f.Path(k.As)})
	}
	return all
}

// workbooksToo makes the document of a record and its workbooks, which show
// what the ledger says.
func (m *Made) workbooksToo(p *Press, o Order, f Found, rec *record.Record) ([]render.File, error) {
	if !p.HasWorkbooks() {
		return p.Files(rec)
	}
	known, _, problems, err := o.kin(f).Known(p.Renderer, f, rec)
	m.Problems = append(m.Problems, problems...)
	if err != nil {
		return nil, err
	}
	return p.FilesWith(known, rec)
}

// workbooksBy makes them as they were by the end of a day.
func (m *Made) workbooksBy(p *Press, o Order, f Found, rec *record.Record) ([]render.File, error) {
	if o.By.Before(rec.Begins()) {
		return nil, ErrEarly
	}
	b := o.kin(f).read(p.Renderer, f, rec)
	m.Problems, m.NoLedger = append(m.Problems, b.problems...), b.missing
	if b.err != nil {
		return nil, b.err
	}
	known, later := b.ledger.KnownAt(o.By)
	m.Borrowed = later
	return p.FilesWith(known, rec)
}

// followUp makes the documents about what became of a record's tasks.
func (m *Made) followUp(p *Press, o Order, f Found, rec *record.Record) ([]render.File, error) {
	early := o.AsOf.Before(rec.Begins())
	if early && !p.Wants.Fitting {
		return nil, ErrEarly
	}
	b := o.kin(f).read(p.Renderer, f, rec)
	m.Problems = append(m.Problems, b.problems...)
	switch {
	case b.err != nil:
		return nil, b.err
	case p.Wants.Fitting && (b.missing != "" || early):
		m.NoReports = path.Base(LedgerOf(f.Path))
		return nil, nil
	}
	m.NoLedger = b.missing
	standings, later := b.ledger.StandingsAt(o.AsOf)
	m.Borrowed = later
	return p.FollowUp(rec, tmpl.FollowUp{Standings: standings, AsOf: o.AsOf, Number: o.Number, Date: o.Date})
}
