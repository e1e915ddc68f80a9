// Package batch makes a whole quarter in one go: it plans, writes what has
// changed, and tells in a manifest of what every file was made; in shards on
// many machines too, which it merges. Folders and values in, an outcome out.
package batch

import (
	"context"
	"errors"
	"io"
	"sync/atomic"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// Options say what a run does.
type Options struct {
	Press   *office.Press
	Program string // names the program so that two that differ have two names
	In      []office.Place
	Out     office.Folder
	OutRoot string // tells which folder that is, as Place.Root does

	Quarter  calendar.Quarter // the zero Quarter is all
	Shard    Shard
	Jobs     int  // records at once
	DryRun   bool // check and plan only
	Force    bool // make again what is unchanged
	Strict   bool // warnings of check stop a record too
	Quarters bool // workbooks over all records of a quarter too

	// Tell is told what happens, on the caller's goroutine, one event after the
	// other. An error of it stops the run.
	Tell func(Event) error
}

// A run is one batch over the records below some folders.
type run struct {
	Options
	settings settings
	books    bool // makes workbooks, of which ledgers are a part

	found   []office.Found // of every shard
	kin     *office.Kin    // of those found
	records []*candidate
	kept    atomic.Int64 // of the sources of records that are kept, in bytes
	before  *earlier
	outcome Outcome

	making struct{ done, failed, made, total int } // of the records to be written

	stale   map[string]bool // files of the earlier run that nothing makes any more
	blocked error           // what stops every record: the disk is full
	failing bool
}

func newRun(o Options) *run {
	return &run{Options: o, settings: settingsOf(o.Press, o.Program), books: o.Press.HasWorkbooks() || o.Quarters, stale: map[string]bool{}, before: &earlier{}}
}

// Run makes the files of all records in the places. Of two runs into one
// folder the later waits, or fails with office.ErrLocked and changes nothing.
func Run(ctx context.Context, o Options) Outcome {
	r := newRun(o)
	r.do(ctx)
	return r.end()
}

func (r *run) do(ctx context.Context) {
	if !r.find(ctx) {
		return
	}
	if !r.DryRun {
		release, err := r.Out.Hold(ctx)
		if err != nil {
			r.heldUp(ctx, err)
			return
		}
		defer r.released(release)
	}
	var err error
	if r.before, err = readEarlier(r.Out, r.Shard); err != nil {
		r.fail(office.ProblemsOf("", err))
		return
	}
	if !r.check(ctx) {
		r.stopped(NothingWritten)
		return
	}
	r.apart()
	r.plan()
	if !r.DryRun {
		r.make(ctx)
	}
}

// heldUp says why the output folder cannot be had.
func (r *run) heldUp(ctx context.Context, err error) {
	if ctx.Err() != nil {
		r.stopped(NothingWritten)
		return
	}
	r.fail(office.ProblemsOf(r.Out.Path("."), err))
}

func (r *run) released(release func() error) {
	if err := release(); err != nil {
		r.fail(office.ProblemsOf(r.Out.Path("."), err))
	}
}

// find lists the records. A place that is not there, or a folder that cannot
// be read, stops the run.
func (r *run) find(ctx context.Context) bool {
	l, err := office.Find(ctx, r.In)
	if ctx.Err() != nil {
		r.stopped(NothingWritten)
		return false
	}
	for _, f := range l.Records {
		if f.Err != nil && !f.Walked {
			err = errors.Join(err, &office.FileError{Path: f.Path, Err: f.Err})
		}
	}
	if err != nil {
		r.fail(office.ProblemsOf("", err))
		return false
	}
	r.found, r.outcome.Profiles, r.outcome.Ledgers = byRel(l.Records), l.Profiles, l.Seconds
	if r.books {
		r.kin = office.KinOf(r.found)
	}
	return true
}

// make writes what is to be written, and the manifest last.
func (r *run) make(ctx context.Context) {
	var quarters []quarterEntry
	whole := true
	for _, p := range r.portions() {
		if whole = r.writeRecords(ctx, p); !whole {
			break
		}
		if p.quarter == nil {
			continue
		}
		made, err := r.writeQuarter(ctx, p.quarter, r.sources(p))
		if err != nil {
			r.fail(office.ProblemsOf("", err))
		}
		quarters = append(quarters, made...)
		p.quarter.Leave()
		for _, c := range p.records {
			c.light, c.known = nil, render.Known{}
		}
		whole = ctx.Err() == nil
	}
	r.outcome.Left = r.making.total - r.making.done
	if err := r.writeManifest(r.manifest(quarters, whole)); err != nil {
		r.fail(office.ProblemsOf("", err))
		return
	}
	if !whole && r.blocked == nil {
		r.stopped(DoneStays)
	}
}

// tell hands an event over. Where nobody listens any more the run stops.
func (r *run) tell(e Event) {
	if r.Tell == nil || errors.Is(r.blocked, io.ErrClosedPipe) {
		return
	}
	if err := r.Tell(e); err != nil && r.blocked == nil {
		r.blocked = errors.Join(io.ErrClosedPipe, err)
		r.outcome.Failed = append(r.outcome.Failed, Failure{Problems: office.ProblemsOf("", err)})
		r.failing = true
	}
}

// fail says what is wrong with the run.
func (r *run) fail(problems []problem.Problem) {
	r.failing = true
	r.outcome.Failed = append(r.outcome.Failed, Failure{Problems: problems})
	r.tell(Wrong{problems})
}

// failRecord says what is wrong with a record.
func (r *run) failRecord(record string, problems []problem.Problem) {
	if len(problems) == 0 {
		return
	}
	r.fail(problems)
	list := r.outcome.Failed
	last := &list[len(list)-1]
	for i := range list {
		if list[i].Record == record {
			list[i].Problems = append(list[i].Problems, problems...)
			r.outcome.Failed = list[:len(list)-1]
			return
		}
	}
	last.Record = record
}

// stopped says that the user has ended the run.
func (r *run) stopped(at Stage) {
	r.outcome.Stopped = true
	r.tell(Ended{at})
}

// end completes the outcome: lists that are empty are none that are missing.
func (r *run) end() Outcome {
	o := &r.outcome
	o.Output, o.DryRun = r.Out.Path("."), r.DryRun
	o.Stale = append([]string{}, r.stalePaths()...)
	o.Quarters, o.Kept, o.ByHand = append([]string{}, o.Quarters...), append([]office.KeptFile{}, o.Kept...), append([]string{}, o.ByHand...)
	o.Failed = append([]Failure{}, o.Failed...)
	return *o
}
