package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"ketluan/render"
	"ketluan/render/problem"
)

// errChanged is said of a record that is not the one that was checked.
var errChanged = errors.New("the record has changed since it was checked")

// A written is what became of one record.
type written struct {
	parcels []*parcel
	files   []fileEntry
	err     error
}

// A prepared is what waits to be written.
type prepared struct {
	files []render.File
	err   error
}

// writeRecords writes the files of the records that need it. It reports
// whether it came to its end.
func (b *batch) writeRecords(ctx context.Context) bool {
	var todo []*candidate
	for _, c := range b.records {
		switch {
		case len(c.problems) > 0:
		case c.current:
			c.done = true
			b.outcome.Unchanged++
			b.sayByHand(c.byHand)
		default:
			todo = append(todo, c)
		}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := b.progress(problem.Textf("lập", "making"), len(todo))
	c := crew[*candidate, prepared, written]{
		size: b.flags.jobs, prepare: b.render, finish: b.put, tick: p.show,
		bad: func(w written) bool { return w.err != nil },
		take: func(i int, w written) {
			p.clear()
			b.took(todo[i], w, p)
			if b.blocked != nil {
				stop()
			}
		},
	}
	done := c.run(ctx, todo)
	p.clear()
	b.outcome.Left = len(todo) - done
	return b.outcome.Left == 0 && b.blocked == nil && ctx.Err() == nil
}

// render makes the files of a record in memory.
func (b *batch) render(c *candidate) prepared {
	rec := c.light
	if rec == nil || b.flags.attachRecord {
		again := &candidate{foundFile: c.foundFile}
		rec = b.readCandidate(again)
		again.entry.Record = c.entry.Record
		if rec == nil || !again.entry.sameSource(&c.entry) {
			return prepared{err: &fileError{c.path, errChanged}}
		}
	}
	files, err := b.renderer.Files(rec)
	if err != nil {
		err = &fileError{c.path, err}
	}
	return prepared{files, err}
}

// put puts the files of a record in their places.
func (b *batch) put(c *candidate, p prepared) written {
	if p.err != nil {
		return written{err: p.err}
	}
	return b.deliver(c.stem(), p.files)
}

// deliver puts files into the folder of a record or a quarter, by its name.
func (b *batch) deliver(stem string, files []render.File) (w written) {
	d := &delivery{dir: filepath.Join(b.flags.output, stem), unsynced: syncsAll, ours: b.ours}
	var names []string
	var contents [][]byte
	for _, f := range files {
		name := filepath.Join(f.Folder, stem+f.Suffix)
		names, contents = append(names, name), append(contents, f.Bytes)
		w.files = append(w.files, newFileEntry(filepath.Join(stem, name), f.Bytes))
	}
	sweep(d.dir)
	w.parcels, w.err = d.deliver(names, contents)
	return w
}

// ours reports whether a content is what an earlier run put at a path.
func (b *batch) ours(path string, content []byte) bool {
	rel, err := filepath.Rel(b.flags.output, path)
	sum, known := b.before.sums[filepath.ToSlash(rel)]
	return err == nil && known && sum == sumOf(content)
}

// sweep removes what a run that was killed left on its way in a folder, and
// in those below it. What cannot be removed harms nobody.
func sweep(dir string) {
	for _, pattern := range []string{".ketluan-*.tmp", "*/.ketluan-*.tmp"} {
		left, _ := filepath.Glob(filepath.Join(escaped(dir), pattern)) // the pattern is a good one
		for _, path := range left {
			os.Remove(path)
		}
	}
}

// escaped keeps the marks of patterns in a path from being such.
func escaped(path string) string {
	if os.PathSeparator == '\\' {
		return path // no escapes there; a folder with [ is not swept
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// took says and keeps what became of a record.
func (b *batch) took(c *candidate, w written, p *progress) {
	if w.err != nil {
		c.problems = problemsOf(c.path, w.err)
		b.failRecord(c, c.problems)
		if everyone(w.err) {
			b.blocked = w.err
		}
		return
	}
	b.leave(c.entry.Files, w.files)
	c.entry.Files, c.done = w.files, true
	if old := b.before.records[c.rel]; old != nil {
		b.leave(old.Files, w.files)
	}
	b.outcome.Written++
	b.outcome.Files += len(w.files)
	b.sayKept(w.parcels)
	p.line(filepath.Join(b.flags.output, c.stem()), len(w.files))
}

// leave notes which of the old files are not among the new.
func (b *batch) leave(old, files []fileEntry) {
	made := map[string]bool{}
	for _, f := range files {
		made[f.Path] = true
	}
	for _, f := range old {
		if !made[f.Path] {
			b.stale[f.Path] = true
		}
	}
}

// everyone reports whether an error would meet every other record too.
func everyone(err error) bool {
	for _, is := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.EFBIG, syscall.Errno(39), syscall.Errno(112)} {
		if is == syscall.Errno(39) && os.PathSeparator == '/' {
			break // these are numbers of Windows
		}
		if errors.Is(err, is) {
			return true
		}
	}
	return false
}

// writable makes the output folder and tries to write there, so that one
// error tells what every record would run into.
func writable(dir string) error {
	d := &delivery{dir: dir}
	if err := d.makeDir(dir); err != nil {
		return err
	}
	f, err := create(func(n int) string { return (&parcel{path: filepath.Join(dir, "x")}).tempName(n) })
	if err == nil {
		err = f.Close()
		if removing := os.Remove(f.Name()); err == nil {
			err = removing
		}
	}
	if err != nil {
		return &fileError{dir, err}
	}
	return nil
}
