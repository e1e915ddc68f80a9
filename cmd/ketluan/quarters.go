package main

import (
	"context"
	"maps"
	"slices"
	"strings"

	"ketluan/render/record"
)

// A quarterSet is what a quarter's workbooks are made of.
type quarterSet struct {
	quarter string
	records []*record.Record // in the order of their paths
	sources []string         // which they are, in a line each
}

// byQuarter sorts the records whose files stand by their quarters.
func (b *batch) byQuarter() []*quarterSet {
	if !b.flags.quarters {
		return nil
	}
	all := map[string]*quarterSet{}
	for _, c := range b.records {
		if c.done {
			addTo(all, &c.entry, c.light)
		}
	}
	return inOrderOf(all)
}

func addTo(all map[string]*quarterSet, e *recordEntry, rec *record.Record) {
	q := all[e.Quarter]
	if q == nil {
		q = &quarterSet{quarter: e.Quarter}
		all[e.Quarter] = q
	}
	q.records = append(q.records, rec)
	line := e.Record + "\x00" + e.SHA256
	if e.Profile != nil {
		line += "\x00" + e.Profile.Path + "\x00" + e.Profile.SHA256
	}
	q.sources = append(q.sources, line)
}

func inOrderOf(all map[string]*quarterSet) []*quarterSet {
	var list []*quarterSet
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, all[name])
	}
	return list
}

// writeQuarters makes the workbooks of each quarter, where anything in them
// has changed. It reports whether it came to its end.
func (b *batch) writeQuarters(ctx context.Context, all []*quarterSet) (entries []quarterEntry, whole bool) {
	whole = true
	for _, q := range all {
		e, ok := b.writeQuarter(ctx, q)
		if ok {
			entries = append(entries, e)
		} else {
			whole = whole && ctx.Err() == nil
		}
	}
	return entries, whole
}

func (b *batch) writeQuarter(ctx context.Context, q *quarterSet) (e quarterEntry, ok bool) {
	e = quarterEntry{Quarter: q.quarter, Records: sumOf([]byte(strings.Join(q.sources, "\n"))), Recipe: b.settings.quarters.ID}
	old := b.before.quarters[q.quarter]
	if old != nil && old.Records == e.Records && old.Recipe == e.Recipe && !b.flags.force {
		if all, byHand := b.stands(old.Files); all {
			b.sayByHand(byHand)
			return *old, true
		}
	}
	made := make(chan prepared, 1)
	go func() {
		var p prepared
		p.files, p.err = b.renderer.Quarter(q.records)
		made <- p
	}()
	var p prepared
	select {
	case p = <-made:
	case <-ctx.Done():
		return e, false
	}
	w := written{err: p.err}
	if p.err == nil && ctx.Err() == nil {
		w = b.deliver(q.quarter, p.files)
	}
	if w.err != nil {
		b.fail(problemsOf(b.place(q.quarter), w.err))
		return e, false
	}
	if ctx.Err() != nil && w.files == nil {
		return e, false
	}
	if old != nil {
		b.leave(old.Files, w.files)
	}
	e.Files = w.files
	b.outcome.Files += len(w.files)
	b.sayKept(w.parcels)
	b.sayQuarter(q, len(w.files))
	return e, true
}
