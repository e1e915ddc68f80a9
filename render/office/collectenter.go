package office

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"ketluan/render"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/reply"
	"ketluan/render/report"
)

// lines are what a run has to write into the ledger of one record.
type lines struct {
	*owner
	name     string // of the ledger in the folder
	readings []reply.Reading

	was  []byte                   // the bytes of the ledger before; nil is none
	had  map[saidIn]bool          // the reports that it had
	held map[string]report.Values // what held for each task

	book     *ledger.Ledger
	fresh    int
	changed  bool
	err      error // why it is left alone
	problems []problem.Problem
}

// enter writes what was read into the ledgers, which other runs and other
// programs may be changing: all of them or none. It reports whether it came to
// its end.
func (out *Collected) enter(ctx context.Context, c Collecting, d *registry, arrivals []arrival) bool {
	var all []*lines
	for _, o := range d.records {
		all = append(all, &lines{owner: o, name: asStored(o.Folder, LedgerOf(o.Name))})
	}
	for _, a := range arrivals {
		out.Files, out.Refused, out.Passed = out.Files+a.files, out.Refused+a.refused, out.Passed+a.passed
		out.Problems = append(out.Problems, a.problems...)
		out.Elsewhere = append(out.Elsewhere, a.rows...)
		out.answerable = append(out.answerable, a.answerable...)
		out.Arrived = append(out.Arrived, a.arrived...)
		for _, r := range a.readings {
			all[r.owner].readings = append(all[r.owner].readings, r.Reading)
		}
	}
	err := update(ctx, all[0].Folder, all, c.DryRun)
	if ctx.Err() != nil && err != nil {
		return false
	}
	single := len(c.Records) == 1
	var books []book
	for _, l := range all {
		out.Problems = append(out.Problems, l.problems...)
		if l.err != nil {
			if !errors.Is(l.err, ErrBadLedger) {
				out.Problems = append(out.Problems, ProblemsOf("", About(l.Folder, l.name, l.err))...)
			}
			continue
		}
		out.Fresh += l.fresh
		books = append(books, book{of: l.Found, record: l.record, ledger: l.book})
		if single || l.changed {
			out.Ledgers = append(out.Ledgers, l.Folder.Path(l.name))
		}
		out.Entered = true
	}
	out.await(d, c.Records, books)
	out.tell(all)
	if out.Entered && err == nil && !c.DryRun {
		out.keepBack(all[0].Folder, all)
	}
	if err != nil {
		out.Entered = false
		out.Problems = append(out.Problems, ProblemsOf("", About(all[0].Folder, all[0].name, err))...)
	}
	slices.SortStableFunc(out.Problems, func(x, y problem.Problem) int { return strings.Compare(x.Pos.File, y.Pos.File) })
	return true
}

// await lists the tasks without a report once the ledgers are written: one that
// was carried over is reported on under any of its records.
func (out *Collected) await(d *registry, listed []Found, books []book) {
	collected := map[string]bool{}
	var all []*ledger.Ledger
	for _, b := range books {
		collected[b.of.key()] = true
		all = append(all, b.ledger)
	}
	more, problems := kinBut(listed, collected).books(d.renderer, books...)
	out.Problems = withNew(out.Problems, problems)
	out.Problems = append(out.Problems, ledger.Join(append(all, more...))...)
	var awaited []ledger.Awaited
	for _, l := range all {
		awaited = append(awaited, l.Awaited()...)
	}
	out.addAwaited(awaited)
}

// addAwaited joins the tasks that units have not reported on over all records,
// one that was carried over once.
func (out *Collected) addAwaited(more []ledger.Awaited) {
	type due struct{ unit, task string }
	places, have := map[string]int{}, map[due]bool{}
	for i, a := range out.Awaited {
		places[a.Unit] = i
		for _, id := range a.Tasks {
			have[due{a.Unit, id}] = true
		}
	}
	for _, m := range more {
		i, known := places[m.Unit]
		if !known {
			i = len(out.Awaited)
			places[m.Unit] = i
			out.Awaited = append(out.Awaited, ledger.Awaited{Unit: m.Unit})
		}
		for _, id := range m.Tasks {
			if d := (due{m.Unit, id}); !have[d] {
				have[d] = true
				out.Awaited[i].Tasks = append(out.Awaited[i].Tasks, id)
			}
		}
	}
}

// update reads the ledgers and writes those again that say more by now. What
// somebody saves meanwhile is read, not written over.
func update(ctx context.Context, f Folder, all []*lines, dryRun bool) (err error) {
	if !dryRun {
		release, err := f.Hold(ctx)
		if err != nil {
			return err
		}
		defer func() {
			if releasing := release(); err == nil {
				err = releasing
			}
		}()
	}
	for {
		var changes []Change
		fresh := false // a file may be there that was not
		for _, l := range all {
			change, isNew := l.change(f)
			if change != nil {
				changes, fresh = append(changes, *change), fresh || isNew
			}
		}
		if len(changes) == 0 || dryRun {
			return nil
		}
		if _, err = f.Apply(ctx, changes); !errors.Is(err, ErrMoved) && !(fresh && errors.Is(err, ErrThere)) {
			return err
		}
	}
}

// change is what becomes of the ledger, nil where it says no more than before;
// isNew where there was none.
func (l *lines) change(f Folder) (change *Change, isNew bool) {
	src, err := readLedger(f, l.name)
	if errors.Is(err, fs.ErrNotExist) {
		src, err, isNew = nil, nil, true
	}
	l.err, l.fresh, l.changed, l.problems = err, 0, false, nil
	if err != nil {
		return nil, false
	}
	l.book = ledger.New(f.Path(l.name), l.record)
	if !isNew {
		if l.book, l.problems = ledger.Read(f.Path(l.name), src, l.record); len(l.problems) > 0 {
			l.err = ErrBadLedger
			return nil, false
		}
	}
	l.remember(src)
	said := func(r reply.Reading) bool { return len(r.Reports) > 0 }
	if l.Walked && isNew && !slices.ContainsFunc(l.readings, said) { // nothing is to be kept of it
		return nil, isNew
	}
	l.fresh, l.problems = render.Enter(l.book, l.readings)
	if l.changed = l.book.Changed(); !l.changed {
		return nil, isNew
	}
	change = &Change{Name: l.name, Bytes: l.book.Bytes()}
	if len(change.Bytes) > MaxLedger {
		l.err, l.changed, l.fresh = errLargeLedger, false, 0
		return nil, isNew
	}
	if !isNew {
		change.Was, change.MustStand = []string{SumOf(src)}, true
	}
	return change, isNew
}
