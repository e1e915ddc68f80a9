package main

import (
	"archive/zip"
	"context"
	"errors"
	"os"
	"path/filepath"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// errDamaged is said of what a shard left and is not what its manifest says.
var errDamaged = errors.New("not what the manifest says")

// join makes one batch of shards that fit. The folders of the shards go last,
// once the manifest has all that they say.
func (b *batch) join(ctx context.Context, parts []part) error {
	m := &manifest{}
	var manifests []*manifest
	for _, p := range parts {
		if !b.bring(ctx, p) {
			return b.unfinished(ctx)
		}
		m.Records = append(m.Records, p.manifest.Records...)
		m.Failed = append(m.Failed, p.manifest.Failed...)
		manifests = append(manifests, p.manifest)
	}
	b.outcome.Records = len(m.Records)
	for _, f := range m.Failed {
		b.fail([]problem.Problem{{Pos: problem.Pos{File: f.Record}, Message: problem.Textf("có lỗi khi chạy phần của nó", "it failed in its shard")}})
		b.outcome.Failed[len(b.outcome.Failed)-1].Record = f.Record
	}
	quarters, err := b.quartersOf(parts)
	if err != nil {
		return err
	}
	whole := true
	if m.Quarters, whole = b.writeQuarters(ctx, quarters); !whole {
		return b.unfinished(ctx)
	}
	b.carry(m)
	m.Complete = true
	content, err := m.encode(recipesOf(b.settings, append(manifests, b.before.manifest)...))
	if err != nil {
		return err
	}
	if err := b.saveManifest(content); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(b.flags.output, shardFolder)); err != nil {
		return err
	}
	return nil
}

// unfinished says that the run did not come to its end.
func (b *batch) unfinished(ctx context.Context) error {
	if ctx.Err() != nil {
		b.stopped(problem.Textf("các phần còn nguyên", "the shards are as they were"))
	}
	return nil
}

// carry adds to m what an earlier merge tells of quarters that these shards
// were not asked for, and notes what is no record's any more.
func (b *batch) carry(m *manifest) {
	mine := map[string]bool{}
	for _, e := range m.Records {
		mine[e.Record] = true
	}
	for rel, old := range b.before.records {
		switch {
		case !mine[rel] && b.flags.quarter != (calendar.Quarter{}) && old.Quarter != b.flags.quarter.String():
			m.Records = append(m.Records, *old)
		default:
			b.leave(old.Files, nil)
		}
	}
	b.keepQuarters(m, true)
	b.standing(m)
}

// bring copies the files of a shard that are in another folder.
func (b *batch) bring(ctx context.Context, p part) bool {
	if sameFolder(p.dir, b.flags.output) {
		return true
	}
	for _, e := range p.manifest.Records {
		if ctx.Err() != nil {
			return false
		}
		var names []string
		var contents [][]byte
		for _, f := range e.Files {
			name := filepath.FromSlash(f.Path)
			content, err := os.ReadFile(filepath.Join(p.dir, name))
			if err != nil {
				b.fail(problemsOf(filepath.Join(p.dir, name), err))
				return false
			}
			if sumOf(content) != f.SHA256 {
				b.sayByHand([]string{f.Path})
			}
			names, contents = append(names, name), append(contents, content)
		}
		parcels, err := (&delivery{dir: b.flags.output, unsynced: syncsAll, ours: b.ours}).deliver(names, contents)
		if err != nil {
			b.fail(problemsOf(b.flags.output, err))
			return false
		}
		b.outcome.Files += len(names)
		b.sayKept(parcels)
	}
	return true
}

func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// quartersOf reads the records that the shards have left, in the order of
// their paths.
func (b *batch) quartersOf(parts []part) ([]*quarterSet, error) {
	if !b.flags.quarters {
		return nil, nil
	}
	var all []recordEntry
	from := map[string]*zip.ReadCloser{}
	for _, p := range parts {
		z, err := sources(p)
		if err != nil {
			return nil, err
		}
		defer z.Close()
		failed := failedOf(p.manifest)
		for _, e := range p.manifest.Records {
			if !failed[e.Record] {
				all = append(all, e)
				from[e.Record] = z
			}
		}
	}
	sortEntries(all)
	quarters := map[string]*quarterSet{}
	for i := range all {
		e := &all[i]
		rec, err := b.readKept(from[e.Record], e)
		if err != nil {
			return nil, &fileError{e.Record, err}
		}
		addTo(quarters, e, rec.ForQuarter())
	}
	return inOrderOf(quarters), nil
}

// readKept reads the record of an entry from those that its shard has left.
func (b *batch) readKept(z *zip.ReadCloser, e *recordEntry) (*record.Record, error) {
	src, err := kept(z, e.SHA256)
	if err != nil {
		return nil, err
	}
	rec, problems := b.renderer.Read(e.Record, src, func(path string) ([]byte, error) {
		if e.Profile == nil || e.Profile.Path != path {
			return nil, errDamaged
		}
		return kept(z, e.Profile.SHA256)
	})
	if len(problems) > 0 {
		return nil, errDamaged
	}
	return rec, nil
}

func kept(z *zip.ReadCloser, sum string) ([]byte, error) {
	f, err := z.Open(sum)
	if err != nil {
		return nil, errDamaged
	}
	defer f.Close()
	src, err := readAll(f, maxRead)
	if err != nil || sumOf(src) != sum {
		return nil, errDamaged
	}
	return src, nil
}
