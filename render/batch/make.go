package batch

import (
	"context"
	"errors"

	"ketluan/render"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/quarter"
)

// A refusal is an error with words of its own.
type refusal struct{ message, hint problem.Text }

func (e *refusal) Error() string                      { return e.message.EN }
func (e *refusal) Told() (message, hint problem.Text) { return e.message, e.hint }

// errChanged is said of a record that is not the one that was checked.
func errChanged() error {
	return &refusal{problem.Textf("bản ghi hoặc hồ sơ cơ quan đã thay đổi trong khi chạy", "the record or its profile changed during the run"), problem.Textf("chạy lại", "run again")}
}

// A written is what became of one record.
type written struct {
	kept  []office.KeptFile
	files []fileEntry
	err   error
}

// A prepared is what waits to be written.
type prepared struct {
	files []render.File
	err   error
}

// A portion is records that are written one after the other.
type portion struct {
	records, todo []*candidate
	quarter       *quarter.Set // over which workbooks follow; nil is none
}

// portions are the records in the order in which they are written: a quarter after
// the other where it has workbooks, so that the records of one at most are in memory.
func (r *run) portions() []*portion {
	quarters, byName := quarter.Sets{}, map[string]*portion{}
	for _, c := range r.records {
		name := ""
		if r.overQuarters() {
			name = c.entry.Quarter
		}
		p := byName[name]
		if p == nil {
			p = &portion{quarter: quarters.Of(name)}
			byName[name] = p
		}
		p.records = append(p.records, c)
		switch {
		case len(c.problems) > 0:
		case c.current:
			c.done = true
			r.outcome.Unchanged++
			r.byHand(c.byHand)
		default:
			p.todo = append(p.todo, c)
			r.making.total++
		}
	}
	var all []*portion
	for _, q := range quarters.InOrder() {
		p := byName[q.Quarter]
		if !r.overQuarters() {
			p.quarter = nil
		}
		all = append(all, p)
	}
	return all
}

// overQuarters reports whether workbooks follow the records of each quarter.
func (r *run) overQuarters() bool { return r.Quarters && r.Shard.Of == 0 }

// writeRecords writes the files of the records that need it. It reports
// whether it came to its end.
func (r *run) writeRecords(ctx context.Context, p *portion) bool {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	before, bad := r.making, 0
	r.making.done += office.Crew[*candidate, prepared, written]{
		Size: r.Jobs, Prepare: r.render,
		Finish: func(c *candidate, p prepared) written {
			w := r.put(ctx, c.Stem(), p)
			if everyone(w.err) {
				stop() // before others begin to run into it
			}
			return w
		},
		Tick: func(done, failed int) {
			bad = failed
			r.tell(Doing{Making, before.done + done, before.failed + failed, before.total})
		},
		Bad: func(w written) bool { return w.err != nil },
		Take: func(i int, w written) {
			c := p.todo[i]
			if r.took(c, w) {
				r.making.made++
				r.tell(Made{Folder: r.Out.Path(c.Stem()), Files: len(w.files), Done: r.making.made, Total: before.total})
			}
			if r.blocked != nil {
				stop()
			}
		},
	}.Run(ctx, p.todo)
	r.making.failed += bad
	return r.making.done == before.done+len(p.todo) && r.blocked == nil && ctx.Err() == nil
}

// render makes the files of a record in memory.
func (r *run) render(c *candidate) prepared {
	again, rec, err := r.again(c)
	if err != nil {
		return prepared{err: err}
	}
	if r.overQuarters() {
		c.light, c.known = rec.ForQuarter(), again.known
	}
	files, err := r.Press.FilesWith(again.known, rec)
	if err != nil {
		err = &office.FileError{Path: c.Path, Err: err}
	}
	return prepared{files, err}
}

// put puts files into the folder of a record or a quarter, by its name. What
// an earlier run put there may go.
func (r *run) put(ctx context.Context, stem string, p prepared) (w written) {
	if p.err != nil {
		return written{err: p.err}
	}
	changes := office.Parcels(stem, p.files, office.Keep)
	for i := range changes {
		if sum, known := r.before.sums[changes[i].Name]; known {
			changes[i].Was = []string{sum}
		}
		e := newFileEntry(changes[i].Name, changes[i].Bytes)
		changes[i].Sum = e.SHA256
		w.files = append(w.files, e)
	}
	kept, err := r.Out.Apply(ctx, changes)
	if err != nil {
		return written{err: office.About(r.Out, stem, err)}
	}
	w.kept = office.KeptFiles(r.Out, kept)
	return w
}

// took keeps what became of a record, and reports whether its files stand.
func (r *run) took(c *candidate, w written) bool {
	if w.err != nil {
		c.problems = office.ProblemsOf(c.Path, w.err)
		r.failRecord(c.Path, c.problems)
		if everyone(w.err) {
			r.blocked = w.err
		}
		return false
	}
	r.leave(c.entry.Files, w.files)
	c.entry.Files, c.done = w.files, true
	if old := r.before.records[c.Rel]; old != nil {
		r.leave(old.Files, w.files)
	}
	r.outcome.Written++
	r.outcome.Files += len(w.files)
	r.keptAside(w.kept)
	return true
}

// everyone reports whether an error would meet every other record too.
func everyone(err error) bool {
	var e interface{ MeetsEveryone() bool }
	return errors.As(err, &e) && e.MeetsEveryone()
}

// leave notes which of the old files are not among the new.
func (r *run) leave(old, files []fileEntry) {
	made := map[string]bool{}
	for _, f := range files {
		made[f.Path] = true
	}
	for _, f := range old {
		if !made[f.Path] {
			r.stale[f.Path] = true
		}
	}
}

func (r *run) keptAside(kept []office.KeptFile) {
	for _, k := range kept {
		r.outcome.Kept = append(r.outcome.Kept, k)
		r.tell(Kept(k))
	}
}

// byHand tells which files are not as they were made, and are left so.
func (r *run) byHand(files []string) {
	for _, f := range files {
		r.outcome.ByHand = append(r.outcome.ByHand, r.Out.Path(f))
		r.tell(ByHand{r.Out.Path(f)})
	}
}
