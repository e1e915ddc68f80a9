package batch

import (
	"context"

	"ketluan/render"
	"ketluan/render/office"
	"ketluan/render/quarter"
	"ketluan/render/record"
)

// A source reads a record of a quarter, with what is known of its tasks.
type source func() (*record.Record, render.Known, error)

// sources are those of the records of a portion whose files stand, and tells its
// quarter of them.
func (r *run) sources(p *portion) []source {
	var all []source
	for _, c := range p.records {
		if !c.done {
			continue
		}
		p.quarter.Expect(c.entry.line())
		all = append(all, func() (*record.Record, render.Known, error) {
			if c.light != nil {
				return c.light, c.known, nil
			}
			again, rec, err := r.again(c)
			if err != nil {
				return nil, render.Known{}, err
			}
			return rec.ForQuarter(), again.known, nil
		})
	}
	return all
}

// line says in a line what the record of e was read from.
func (e *recordEntry) line() string {
	line := e.Record + "\x00" + e.SHA256
	if e.Profile != nil {
		line += "\x00" + e.Profile.Path + "\x00" + e.Profile.SHA256
	}
	for _, t := range e.Tables {
		line += "\x00" + t.Path + "\x00" + t.SHA256
	}
	if e.Ledger != "" {
		line += "\x00ledger\x00" + e.Ledger
	}
	return line
}

// writeQuarter makes the workbooks of a quarter, where anything in them has
// changed: of the records that sources give. There is one entry or, where they
// were not made, none. An error is of a record that cannot be read.
func (r *run) writeQuarter(ctx context.Context, q *quarter.Set, sources []source) ([]quarterEntry, error) {
	if len(sources) == 0 {
		return nil, nil
	}
	e := quarterEntry{Quarter: q.Quarter, Records: q.Identity(), Recipe: r.settings.quarters.ID}
	old := r.before.quarters[q.Quarter]
	if old != nil && old.Records == e.Records && old.Recipe == e.Recipe && !r.Force {
		if all, byHand := r.stands(old.Files); all {
			r.byHand(byHand)
			return []quarterEntry{*old}, nil
		}
	}
	if whole, err := r.gather(ctx, q, sources); !whole || err != nil {
		return nil, err
	}
	var w written
	done := office.Crew[*quarter.Set, prepared, written]{ // so that the user can stop it
		Prepare: func(q *quarter.Set) (p prepared) {
			p.files, p.err = q.Workbooks(r.Press.Renderer)
			return p
		},
		Finish: func(q *quarter.Set, p prepared) written { return r.put(ctx, q.Quarter, p) },
		Take:   func(_ int, made written) { w = made },
	}.Run(ctx, []*quarter.Set{q})
	switch {
	case done == 0:
		return nil, nil
	case w.err != nil:
		r.fail(office.ProblemsOf(r.Out.Path(q.Quarter), w.err))
		return nil, nil
	}
	if old != nil {
		r.leave(old.Files, w.files)
	}
	e.Files = w.files
	r.outcome.Files += len(w.files)
	r.keptAside(w.kept)
	r.outcome.Quarters = append(r.outcome.Quarters, q.Quarter)
	r.tell(QuarterMade{r.Out.Path(q.Quarter), len(w.files), q.Len(), len(r.outcome.Failed)})
	return []quarterEntry{e}, nil
}

// gather reads the records of a quarter, many at once, and puts them in. It reports
// whether it came to its end.
func (r *run) gather(ctx context.Context, q *quarter.Set, sources []source) (whole bool, err error) {
	type reading struct {
		rec   *record.Record
		known render.Known
		err   error
	}
	done := office.Crew[source, reading, reading]{
		Size: r.Jobs,
		Prepare: func(read source) (one reading) {
			one.rec, one.known, one.err = read()
			return one
		},
		Finish: func(_ source, one reading) reading { return one },
		Take: func(_ int, one reading) {
			switch {
			case err != nil:
			case one.err != nil:
				err = one.err
			default:
				q.Join(one.rec, one.known)
			}
		},
	}.Run(ctx, sources)
	return done == len(sources) && ctx.Err() == nil, err
}
