package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/record"
)

// manifest is that of this run: what stands now, with the entries of an
// earlier run for what this one left alone.
func (r *run) manifest(quarters []quarterEntry, whole bool) *manifest {
	m := &manifest{Complete: whole, Quarters: quarters}
	listed, mine := map[string]bool{}, map[string]bool{}
	for _, f := range r.found {
		listed[f.Rel] = true
	}
	for _, c := range r.records {
		old := r.before.records[c.Rel]
		mine[c.Rel] = true
		switch {
		case c.done:
			m.Records = append(m.Records, c.entry)
		case old != nil:
			m.Records = append(m.Records, *old)
		}
		if len(c.problems) > 0 {
			m.Failed = append(m.Failed, failedEntry{c.Rel, c.entry.SHA256})
		}
	}
	for rel, old := range r.before.records {
		switch {
		case mine[rel]:
		case r.Shard.Of == 0 && listed[rel] && r.Quarter != (calendar.Quarter{}) && old.Quarter != r.Quarter.String():
			m.Records = append(m.Records, *old) // of a quarter that is not this run's
		default:
			r.leave(old.Files, nil)
		}
	}
	r.keepQuarters(m, whole)
	if r.Shard.Of > 0 {
		m.Shard = r.shardPart()
	}
	r.standing(m)
	return m
}

// standing takes back that what m tells of is no record's any more.
func (r *run) standing(m *manifest) {
	for _, e := range m.Records {
		for _, f := range e.Files {
			delete(r.stale, f.Path)
		}
	}
	for _, e := range m.Quarters {
		for _, f := range e.Files {
			delete(r.stale, f.Path)
		}
	}
}

// keepQuarters adds the quarters of the earlier run that this one has left
// alone: those that were not asked for, or that it did not come to.
func (r *run) keepQuarters(m *manifest, whole bool) {
	if r.Shard.Of > 0 {
		return
	}
	made := map[string]bool{}
	for _, q := range m.Quarters {
		made[q.Quarter] = true
	}
	for name, old := range r.before.quarters {
		asked := r.Quarter == (calendar.Quarter{}) || r.Quarter.String() == name
		switch {
		case made[name]:
		case !asked || !whole || !r.Quarters || r.failing:
			m.Quarters = append(m.Quarters, *old)
		default:
			r.leave(old.Files, nil)
		}
	}
}

func (r *run) shardPart() *shardPart {
	var paths strings.Builder
	for _, f := range r.found {
		paths.WriteString(f.Rel + "\n")
	}
	s := &shardPart{Shard: r.Shard, Listing: office.SumOf([]byte(paths.String()))}
	if r.Quarter != (calendar.Quarter{}) {
		s.Quarter = r.Quarter.String()
	}
	if r.Quarters {
		s.Quarters = r.settings.quarters.ID
	}
	return s
}

// writeManifest writes the manifest, the last file of all, once all others are
// on the disk. One that says the same is left alone.
func (r *run) writeManifest(m *manifest) error {
	content, err := m.encode(recipesOf(r.settings, r.before.manifest))
	if err != nil {
		return err
	}
	if r.Shard.Of > 0 {
		if err := r.keepSources(); err != nil {
			return err
		}
	}
	return r.saveManifest(content)
}

func (r *run) saveManifest(content []byte) error {
	name := manifestPath(r.Shard)
	r.outcome.Manifest = r.Out.Path(name)
	if err := r.Out.Sync(); err != nil {
		return err
	}
	// Stopped by the user, the run tells what it has done all the same.
	_, err := r.Out.Apply(context.Background(), []office.Change{{Name: name, Bytes: content, Else: office.Replace}})
	return office.About(r.Out, name, err)
}

// keepSources leaves beside the manifest of a shard the records that it names,
// with their profiles and ledgers, each under its SHA-256: merge needs nothing else.
func (r *run) keepSources() error {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	kept := map[string]bool{}
	for _, c := range r.records {
		if !c.done || !r.Quarters {
			continue
		}
		again, rec, err := r.again(c)
		if err != nil {
			return err
		}
		if err := keepRecord(z, kept, again, rec); err != nil {
			return &office.FileError{Path: c.Path, Err: err}
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	name := sourcesPath(r.Shard)
	_, err := r.Out.Apply(context.Background(), []office.Change{{Name: name, Bytes: out.Bytes(), Else: office.Replace}})
	return office.About(r.Out, name, err)
}

// keepRecord keeps a record, its profile, its tables and its ledger.
func keepRecord(z *zip.Writer, kept map[string]bool, c *candidate, rec *record.Record) error {
	sums := []string{c.entry.SHA256}
	if c.entry.Profile != nil {
		sums = append(sums, c.entry.Profile.SHA256)
	}
	for _, t := range c.entry.Tables {
		sums = append(sums, t.SHA256)
	}
	if len(rec.Sources) != len(sums) {
		return errChanged()
	}
	for i, sum := range sums {
		if err := keepSource(z, kept, sum, rec.Sources[i].Bytes); err != nil {
			return err
		}
	}
	if c.entry.Ledger == "" {
		return nil
	}
	return keepSource(z, kept, c.entry.Ledger, c.ledger)
}

func keepSource(z *zip.Writer, kept map[string]bool, sum string, src []byte) error {
	if kept[sum] {
		return nil
	}
	if office.SumOf(src) != sum {
		return errChanged()
	}
	kept[sum] = true
	w, err := z.CreateHeader(&zip.FileHeader{Name: sum, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(src)
	return err
}

// stalePaths are the files that nothing makes any more, as messages call them.
func (r *run) stalePaths() []string {
	var all []string
	for _, path := range slices.Sorted(maps.Keys(r.stale)) {
		all = append(all, r.Out.Path(path))
	}
	return all
}
