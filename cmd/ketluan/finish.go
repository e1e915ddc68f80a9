package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ketluan/render/calendar"
)

// manifest is that of this run: what stands now, with the entries of an
// earlier run for what this one left alone.
func (b *batch) manifest(quarters []quarterEntry, whole bool) *manifest {
	m := &manifest{Complete: whole, Quarters: quarters}
	listed, mine := map[string]bool{}, map[string]bool{}
	for _, f := range b.found {
		listed[f.rel] = true
	}
	for _, c := range b.records {
		old := b.before.records[c.rel]
		mine[c.rel] = true
		switch {
		case c.done:
			m.Records = append(m.Records, c.entry)
		case old != nil:
			m.Records = append(m.Records, *old)
		}
		if len(c.problems) > 0 {
			m.Failed = append(m.Failed, failedEntry{c.rel, c.entry.SHA256})
		}
	}
	for rel, old := range b.before.records {
		switch {
		case mine[rel]:
		case b.flags.shard.Of == 0 && listed[rel] && b.flags.quarter != (calendar.Quarter{}) && old.Quarter != b.flags.quarter.String():
			m.Records = append(m.Records, *old) // of a quarter that is not this run's
		default:
			b.leave(old.Files, nil)
		}
	}
	b.keepQuarters(m, whole)
	if b.flags.shard.Of > 0 {
		m.Shard = b.shardPart()
	}
	b.standing(m)
	return m
}

// standing takes back that what m tells of is no record's any more.
func (b *batch) standing(m *manifest) {
	for _, e := range m.Records {
		for _, f := range e.Files {
			delete(b.stale, f.Path)
		}
	}
	for _, e := range m.Quarters {
		for _, f := range e.Files {
			delete(b.stale, f.Path)
		}
	}
}

// keepQuarters adds the quarters of the earlier run that this one has left
// alone: those that were not asked for, or that it did not come to.
func (b *batch) keepQuarters(m *manifest, whole bool) {
	if b.flags.shard.Of > 0 {
		return
	}
	made := map[string]bool{}
	for _, q := range m.Quarters {
		made[q.Quarter] = true
	}
	for name, old := range b.before.quarters {
		asked := b.flags.quarter == (calendar.Quarter{}) || b.flags.quarter.String() == name
		switch {
		case made[name]:
		case !asked || !whole || !b.flags.quarters || b.status == someFailed:
			m.Quarters = append(m.Quarters, *old)
		default:
			b.leave(old.Files, nil)
		}
	}
}

func (b *batch) shardPart() *shardPart {
	var paths strings.Builder
	for _, f := range b.found {
		paths.WriteString(f.rel + "\n")
	}
	s := &shardPart{Shard: b.flags.shard, Listing: sumOf([]byte(paths.String()))}
	if b.flags.quarter != (calendar.Quarter{}) {
		s.Quarter = b.flags.quarter.String()
	}
	if b.flags.quarters {
		s.Quarters = b.settings.quarters.ID
	}
	return s
}

// writeManifest writes the manifest, the last file of all, once all others are
// on the disk. One that says the same is left alone.
func (b *batch) writeManifest(m *manifest) error {
	content, err := m.encode(recipesOf(b.settings, b.before.manifest))
	if err != nil {
		return err
	}
	if b.flags.shard.Of > 0 {
		if err := (&delivery{}).makeDir(filepath.Join(b.flags.output, shardFolder)); err != nil {
			return err
		}
		if err := b.keepSources(); err != nil {
			return err
		}
	}
	return b.saveManifest(content)
}

func (b *batch) saveManifest(content []byte) error {
	path := manifestPath(b.flags.output, b.flags.shard)
	b.outcome.Manifest = path
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := syncAll(b.flags.output); err != nil {
		return err
	}
	return writeWhole(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// keepSources leaves beside the manifest of a shard the records that it names,
// with their profiles, each under its SHA-256: merge needs nothing else.
func (b *batch) keepSources() error {
	return writeWhole(sourcesPath(b.flags.output, b.flags.shard), func(out io.Writer) error {
		z := zip.NewWriter(out)
		kept := map[string]bool{}
		for _, c := range b.records {
			if !c.done || !b.flags.quarters {
				continue
			}
			err := keepSource(z, kept, c.entry.SHA256, func() ([]byte, error) { return readFile(c.path, maxRead) })
			if p := c.entry.Profile; err == nil && p != nil {
				err = keepSource(z, kept, p.SHA256, func() ([]byte, error) { return readBeside(filepath.Dir(c.path), p.Path) })
			}
			if err != nil {
				return &fileError{c.path, err}
			}
		}
		return z.Close()
	})
}

func keepSource(z *zip.Writer, kept map[string]bool, sum string, read func() ([]byte, error)) error {
	if kept[sum] {
		return nil
	}
	src, err := read()
	if err != nil {
		return err
	}
	if sumOf(src) != sum {
		return errChanged
	}
	kept[sum] = true
	w, err := z.CreateHeader(&zip.FileHeader{Name: sum, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(src)
	return err
}
