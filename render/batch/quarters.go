package batch

import (
	"context"

	"ketluan/render/office"
	"ketluan/render/quarter"
)

// byQuarter sorts the records whose files stand by their quarters.
func (r *run) byQuarter() []*quarter.Set {
	if !r.Quarters {
		return nil
	}
	all := quarter.Sets{}
	for _, c := range r.records {
		if c.done {
			all.Add(c.entry.Quarter, c.entry.line(), c.light, c.known)
		}
	}
	return all.InOrder()
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

// writeQuarters makes the workbooks of each quarter, where anything in them
// has changed. It reports whether it came to its end.
func (r *run) writeQuarters(ctx context.Context, all []*quarter.Set) (entries []quarterEntry, whole bool) {
	whole = true
	for _, q := range all {
		e, ok := r.writeQuarter(ctx, q)
		if ok {
			entries = append(entries, e)
		} else {
			whole = whole && ctx.Err() == nil
		}
	}
	return entries, whole
}

func (r *run) writeQuarter(ctx context.Context, q *quarter.Set) (e quarterEntry, ok bool) {
	e = quarterEntry{Quarter: q.Quarter, Records: q.Identity(), Recipe: r.settings.quarters.ID}
	old := r.before.quarters[q.Quarter]
	if old != nil && old.Records == e.Records && old.Recipe == e.Recipe && !r.Force {
		if all, byHand := r.stands(old.Files); all {
			r.byHand(byHand)
			return *old, true
		}
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
		return e, false
	case w.err != nil:
		r.fail(office.ProblemsOf(r.Out.Path(q.Quarter), w.err))
		return e, false
	}
	if old != nil {
		r.leave(old.Files, w.files)
	}
	e.Files = w.files
	r.outcome.Files += len(w.files)
	r.keptAside(w.kept)
	r.outcome.Quarters = append(r.outcome.Quarters, q.Quarter)
	r.tell(QuarterMade{r.Out.Path(q.Quarter), len(w.files), q.Len(), len(r.outcome.Failed)})
	return e, true
}
